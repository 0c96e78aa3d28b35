"""What stops a run: its message is one line that names the offender and the remedy.

``Exception`` -> ``SourceError`` (a source that is not there)

A document that cannot be read stops nothing: see ``sources.skipped``.
"""


class SourceError(Exception):
    """A source that was asked for cannot be found; the message says which, and what to do."""
