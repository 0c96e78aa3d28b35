"""What reaches the terminal: data on stdout, talk on stderr, and no text that drives it."""

import os
import shutil
import textwrap
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import typer

from ..errors import OutputError

_JOINERS = "\u200c\u200d"
"""Marks without which Persian and Urdu names are misspelt."""


def plain(text: str) -> str:
    """The text on one line, without control characters: an article must not steer a terminal.

    >>> plain("Liwa\\x1b[31m\\n  Shahba")
    'Liwa[31m Shahba'
    """
    return " ".join("".join(_shown(mark) for mark in text).split())


def _shown(mark: str) -> str:
    if mark.isspace():
        return " "
    unfit = unicodedata.category(mark) in {"Cc", "Cf", "Cs"} and mark not in _JOINERS
    return "" if unfit else mark


def show(text: str = "") -> None:
    """A line of data, for stdout."""
    typer.echo(text)


def say(text: str) -> None:
    """A line of talk, for stderr."""
    typer.echo(plain(text), err=True)


def check_output(path: Path) -> None:
    """Raises OutputError, before any work is done, where no file can stand at a path."""
    if path.is_dir():
        raise OutputError(f"{path}: a folder; name a file in it")
    if not path.parent.is_dir():
        raise OutputError(f"{path}: there is no folder {path.parent}; make it first")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(f"{path}: {path.parent} may not be written to; name another folder")


def fold_lines(text: str, indent: str) -> str:
    """A text as lines that fit the terminal, each indented."""
    width = max(40, min(shutil.get_terminal_size().columns, 100))
    return textwrap.fill(
        plain(text), width, initial_indent=indent, subsequent_indent=indent, break_long_words=False
    )


def columns(rows: Sequence[tuple[str, ...]], indent: str = "  ") -> list[str]:
    """Rows as lines whose columns stand below each other; numbers are set to the right."""
    cleaned = [tuple(plain(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cleaned, strict=True)]
    return [
        (
            indent + "  ".join(_set(cell, width) for cell, width in zip(row, widths, strict=True))
        ).rstrip()
        for row in cleaned
    ]


def _set(cell: str, width: int) -> str:
    return cell.rjust(width) if cell.replace(",", "").isdigit() else cell.ljust(width)
