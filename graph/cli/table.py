"""Rows as a table that fits the terminal: nothing is cut off.

Where a table is too wide, columns of prose (a quote) stand below their row, over the whole width,
and what is still too wide is wrapped.
"""

import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from .terminal import plain

_GAP = "  "
_NARROWEST = 8
_PROSE = 48
"""A column with wider cells is prose."""
_INDENT = "    "


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """The lines of a table, head and rule first; ``width`` None lets it be as wide as it wants."""
    cells = [[plain(cell) for cell in row] for row in (head, *rows)]
    natural = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    below = _below(natural, width)
    beside = [column for column in range(len(natural)) if column not in below]
    widths = [natural[column] for column in beside]
    widths = widths if width is None else _fit(widths, width)
    for number, row in enumerate(cells):
        yield from _lines([row[column] for column in beside], widths)
        for column in below:
            yield from (f"{_INDENT}{line}" for line in _prose(row[column], width))
        if number == 0:
            yield _GAP.join("-" * one for one in widths)


def _below(natural: Sequence[int], width: int | None) -> list[int]:
    """The columns that stand below their row: those of prose, where not all fit beside another."""
    if width is None or sum(natural) + len(_GAP) * (len(natural) - 1) <= width:
        return []
    return [column for column, wide in enumerate(natural) if wide > _PROSE and column]


def _prose(cell: str, width: int | None) -> list[str]:
    return _wrap(cell, (width or _PROSE) - len(_INDENT)) if cell else []


def terminal_width() -> int | None:
    """How wide a line may be; None where stdout is a file or a pipe."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def _fit(natural: Sequence[int], width: int) -> list[int]:
    """The widths, the widest made narrower until all fit, or none can give any more."""
    widths, room = list(natural), width - len(_GAP) * (len(natural) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = max(widths)
        widths[widths.index(widest)] = widest - 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, wrapped), default=0)):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        padded = (part + " " * (w - _width(part)) for part, w in zip(parts, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _wrap(cell: str, width: int) -> list[str]:
    if _width(cell) <= width:
        return [cell]
    if not _width(cell) > len(cell):
        return textwrap.wrap(cell, width, break_on_hyphens=False)
    # Letters of double width: at most half as many stand in a line.
    return textwrap.wrap(cell, max(width // 2, 1), break_on_hyphens=False)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
