"""Texts with their expressions of time marked as TIMEX3, and what the marks' values come to.

Dates of the common era become EDTF at their own precision: the time of day is cut off, a season
and a decade become the months and years that ``corpus/time`` takes them for. Durations, "now" and
"formerly", recurring, unknown and earlier dates come to nothing: they can be found, not resolved.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?=$|T)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA)")
_MONTHS = {"SP": ("03", "05"), "SU": ("06", "08"), "FA": ("09", "11")}


@dataclass(frozen=True, slots=True)
class Mark:
    """An expression that an annotator marked: ``text[start:end]``."""

    start: int
    end: int
    date: str | None
    """EDTF; None where the expression comes to no date."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and its expressions, in text order, the outer one first."""

    id: str
    published: str
    text: str
    marks: tuple[Mark, ...]


def read_marked(path: Path) -> Marked:
    """The text of a TimeML file."""
    root = ElementTree.fromstring(path.read_bytes())
    body, pieces, marks = root.find("TEXT"), list[str](), list[Mark]()
    if body is None:
        raise ValueError(f"{path}: no TEXT")
    _walk(body, pieces, marks)
    published = root.findtext("DCT/TIMEX3") or ""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    return Marked(path.stem, published, "".join(pieces), tuple(ordered))


def _walk(node: ElementTree.Element, pieces: list[str], marks: list[Mark]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, marks)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        marks.append(Mark(start, sum(map(len, pieces)), date_of(node.get("value") or "")))


def date_of(value: str) -> str | None:
    """The EDTF of a TIMEX3 value.

    >>> date_of("1941-06-22T03:15"), date_of("1941-SU"), date_of("193"), date_of("P2Y")
    ('1941-06-22', '1941-06/1941-08', '1930/1939', None)
    """
    if season := _SEASON.fullmatch(value):
        first, last = _MONTHS[season[2]]
        return f"{season[1]}-{first}/{season[1]}-{last}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0/{value}9"
    found = _DATE.match(value)
    return found[0] if found else None
