"""Rows as a table that fits the terminal: wide cells are wrapped, nothing is cut off."""

import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from .terminal import plain

_GAP = "  "
_NARROWEST = 8


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """The lines of a table, head and rule first; ``width`` None lets it be as wide as it wants."""
    cells = [[plain(cell) for cell in row] for row in (head, *rows)]
    natural = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    widths = natural if width is None else _fit(natural, width)
    for number, row in enumerate(cells):
        yield from _lines(row, widths)
        if number == 0:
            yield _GAP.join("-" * one for one in widths)


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
