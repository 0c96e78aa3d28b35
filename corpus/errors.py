"""What stops a run: its message is one line that names the offender and the remedy.

``Exception`` -> ``SourceError`` (a source that is not there) -> ``GoldError`` (annotated articles,
or claims to compare with them, that cannot be used)

A document that cannot be read stops nothing: see ``sources.skipped``.
"""


class SourceError(Exception):
    """A source that was asked for cannot be found; the message says which, and what to do."""


class GoldError(SourceError):
    """What is to be compared cannot be: the message names the file, and what is wrong in it."""
