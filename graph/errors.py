"""What stops a command: the message is one line that names the offender and the remedy.

``Exception`` -> ``GraphError``: ``DirectoryError`` (no graph directory), ``LockedError`` (another
build is at work), ``ReadingError`` (a file of readings is broken), ``CountError`` (claims were lost
or invented on the way), ``UnknownNameError`` (nobody in the graph is called so), ``OutputError`` (a
file cannot be written where it was asked for)
"""


class GraphError(Exception):
    """Base of all that this room raises for a user to read."""


class DirectoryError(GraphError):
    """A folder is not the graph directory that it was taken for."""


class LockedError(GraphError):
    """Another build works in the same directory."""


class ReadingError(GraphError):
    """A file of readings cannot be read back."""


class CountError(GraphError):
    """What went in did not come out: a defect, never to be passed over."""


class OutputError(GraphError):
    """A file cannot be written where it was asked for."""


class UnknownNameError(GraphError):
    """No entity of the graph bears a name; the message says which are near."""
