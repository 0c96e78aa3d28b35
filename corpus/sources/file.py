"""A file among the sources, and its bytes within bounds."""

import stat
from dataclasses import dataclass
from pathlib import Path

from .skipped import Unreadable

MEGABYTE = 1_000_000
LARGEST = 50 * MEGABYTE
"""Of one article: a file of one document, a row, a record. Containers may be of any size."""
TOO_BIG = f"too big: over {LARGEST // MEGABYTE} MB, more than an article can be"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, under the name that its document gets."""

    path: Path
    name: str
    """Relative to the source that named it, with POSIX slashes; never an absolute path."""


def check_regular(file: SourceFile) -> None:
    """Raise ``Unreadable`` for what is no plain file: a pipe would hold the run up for ever."""
    if not stat.S_ISREG(file.path.stat().st_mode):
        raise Unreadable("not a regular file")


def read_bytes(file: SourceFile) -> bytes:
    """Give all bytes of a file of one document; raise ``Unreadable`` where it is too big."""
    with file.path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(TOO_BIG)
    return data
