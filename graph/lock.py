"""A lock that one build holds in a directory.

The system ties it to the open file, so it is free again the moment its holder ends, however it
ends: a lock file that a killed build left behind locks nobody out.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from .errors import LockedError


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Holds the lock; raises LockedError at once where another holds it."""
    with path.open("ab") as stream:
        try:
            _take(stream)
        except OSError as error:
            raise LockedError(
                f"{path.parent}: another build is at work here; wait for it to end"
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(stream: BinaryIO) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
