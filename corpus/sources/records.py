"""The records of a CSV file, with recovery from broken ones.

1. A record is one line, or several where a quoted field runs over line ends.
2. A record with another number of fields than the header is broken. Where it took several lines,
   a quote was probably never closed: only its first line is given up, the others are read again.
3. A record that grows beyond all bounds is broken in the same way.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from .file import LARGEST, TOO_BIG
from .lines import Line


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of a record, and the line that it begins at."""

    line: int
    fields: list[str]


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A line that is no record, and why."""

    line: int
    reason: str


class _Feed:
    """Lines for ``csv.reader``, held until their record is known to be sound."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._ahead: deque[Line] = deque()
        self.held: list[Line] = []
        self._size = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.held.append(line)
        self._size += len(line.text or "")
        if line.text is None or self._size > LARGEST:
            raise csv.Error(TOO_BIG)
        return line.text

    def accept(self) -> None:
        """Let go of the lines of a sound record."""
        self.held, self._size = [], 0

    def give_up_first(self) -> None:
        """Put back all lines but the first."""
        self._ahead.extendleft(reversed(self.held[1:]))
        self.accept()


def read_records(
    lines: Iterator[Line], delimiter: str, width: int
) -> Iterator[Record | BrokenRecord]:
    """Give the records of ``width`` fields, and one ``BrokenRecord`` a line given up."""
    feed = _Feed(lines)
    while True:
        try:
            fields = _next_record(feed, delimiter)
        except StopIteration:
            return
        except csv.Error as error:
            fields, reason = [], str(error)
        else:
            reason = f"broken row: {len(fields)} fields where the header names {width}"
        yield from _judge(feed, fields, width, reason)


def _next_record(feed: _Feed, delimiter: str) -> list[str]:
    # The limit is the module's own state, and other code may rely on it: set it for one record.
    limit = csv.field_size_limit(LARGEST)
    try:
        return next(csv.reader(feed, delimiter=delimiter))
    finally:
        csv.field_size_limit(limit)


def _judge(
    feed: _Feed, fields: list[str], width: int, reason: str
) -> Iterator[Record | BrokenRecord]:
    first = feed.held[0].number if feed.held else 0
    if len(fields) == width:
        feed.accept()
        yield Record(first, fields)
    elif fields or len(feed.held) > 1 or reason == TOO_BIG:
        feed.give_up_first()
        yield BrokenRecord(first, reason)
    else:
        feed.accept()  # a blank line
