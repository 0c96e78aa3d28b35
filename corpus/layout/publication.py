"""When an article was published, as stated beside it or printed in its head.

1. Dates are found in the shapes that datelines and pages use; a date outside the years that
   ``publication.yml`` allows is a misprint and is none.
2. In running text a date counts as a stamp only where it is announced ("Posted on"), opens a
   line, or stands free of the sentence around it: "on 3 March 2011" is part of a story.
3. The best stamp wins: announced before opening, opening before free, then the earlier one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as day_of
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date printed in a text; the span covers what announces it and the weekday too."""

    start: int
    end: int
    date: str
    rank: int
    """3 announced, 2 opening a line, 1 free of a sentence, 0 part of one."""


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    first_year: int
    last_year: int
    stamp: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def _words() -> _Words:
    data = yaml.safe_load(Path(__file__).with_name("publication.yml").read_text("utf-8"))
    months = {name: n for n, names in enumerate(data["months"], 1) for name in names}
    forms = _forms(_either(months))
    heralds = rf"(?P<herald>\b(?:{_either(data['heralds'])})\b[ \t]*(?:on|at|:)?[ \t]*:?[ \t]*)?"
    weekdays = rf"(?P<weekday>\b(?:{_either(data['weekdays'])})\b\.?,?[ \t]+)?"
    stamp = re.compile(rf"{heralds}{weekdays}(?:{forms})", re.I)
    return _Words(months, data["first_year"], data["last_year"], stamp, re.compile(forms, re.I))


def _either(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _forms(month: str) -> str:
    """Give the shapes of a full date as one pattern, its parts named by shape."""
    return "|".join(
        (
            r"(?<![\d.-])(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)",
            rf"(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ \t]+(?:of[ \t]+)?(?P<m2>{month})\b\.?"
            r",?[ \t]+(?P<y2>\d{4})(?!\d)",
            # "Jul 172015": some outlets lose the comma and the space.
            rf"\b(?P<m3>{month})\b\.?[ \t]+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?[ \t]*"
            r"(?P<y3>\d{4})(?!\d)",
            r"(?<![\d./-])(?P<a4>\d{1,2})(?P<by>[./-])(?P<b4>\d{1,2})(?P=by)(?P<y4>\d{4})(?!\d)",
        )
    )


def _resolve(found: re.Match[str]) -> str | None:
    """Give the ISO date of a match, the year alone where day and month may be swapped."""
    part = {key: value for key, value in found.groupdict().items() if value is not None}
    words = _words()
    year = int(next(part[key] for key in ("y1", "y2", "y3", "y4") if key in part))
    if not words.first_year <= year <= words.last_year:
        return None
    if "a4" in part:
        return _numeric(int(part["a4"]), int(part["b4"]), year, part["by"])
    month = next(part[key] for key in ("m1", "m2", "m3") if key in part)
    day = next(part[key] for key in ("d1", "d2", "d3") if key in part)
    return _day(year, int(month) if month.isdigit() else words.months[month.lower()], int(day))


def _numeric(first: int, second: int, year: int, separator: str) -> str | None:
    # Dots and dashes are written day first all over the world; with slashes Americans differ.
    swapped = _day(year, first, second) if separator == "/" else None
    usual = _day(year, second, first)
    if usual and swapped and usual != swapped:
        return str(year)
    return usual or swapped


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return day_of(year, month, day).isoformat()
    except ValueError:
        return None


def iso_date(text: str) -> str | None:
    """Give the day, month or year that a field states, in ISO 8601, or None.

    >>> iso_date("2014-12-15T08:00:00Z"), iso_date("15 December 2014"), iso_date("2014-12")
    ('2014-12-15', '2014-12-15', '2014-12')
    """
    short = re.fullmatch(r"\s*(\d{4})(?:-(0[1-9]|1[0-2]))?\s*", text)
    if short:
        known = _words().first_year <= int(short[1]) <= _words().last_year
        return short[0].strip() if known else None
    days = (_resolve(found) for found in _words().whole.finditer(text[:200]))
    return next((day for day in days if day), None)


_IN_SENTENCE = re.compile(
    r"\b(?:on|in|since|of|until|till|from|by|before|after|between|and|to|dated|for|the|during|beyond|through|around|about|and|early|late)"
    r"[ \t]+$",
    re.I,
)
_GOES_ON = re.compile(r"[ \t]+(?!(?:by|at|in)\b|\w+:)[a-z]|,[ \t]+[a-z]")
_FREE_AFTER = re.compile(r"[ \t\u00a0]*(?:$|[\n|(\[–—•·A-Z“\"0-9-])")
_PHOTO_AHEAD = re.compile(r"[ .,]*\([^)]{0,60}\b(?:photo|agencies)\b", re.I)


def stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Give the full dates of ``text[start:end]`` in order, ranked by how they stand."""
    for found in _words().stamp.finditer(text, start, len(text) if end is None else end):
        date = _resolve(found)
        if date:
            yield Stamp(found.start(), found.end(), date, _rank(text, found))


def _rank(text: str, found: re.Match[str]) -> int:
    if found["herald"] and found["herald"].strip().lower() not in ("date",):
        return 3
    before = text[max(0, found.start() - 20) : found.start()]
    after = text[found.end() : found.end() + 80]
    if not before.strip() or before.rstrip(" \t").endswith("\n"):
        return 0 if goes_on(text, found.end()) else 2
    in_sentence = _IN_SENTENCE.search(before) or not _FREE_AFTER.match(after)
    return 0 if in_sentence or _PHOTO_AHEAD.match(after) else 1


def goes_on(text: str, place: int) -> bool:
    """Whether a sentence goes on at a place: a date before it is then a part of that sentence."""
    return bool(_GOES_ON.match(text, place))


def best_stamp(found: list[Stamp]) -> Stamp | None:
    """Give the stamp to believe, or None where no date stands free."""
    free = [stamp for stamp in found if stamp.rank]
    return min(free, key=lambda stamp: (-stamp.rank, stamp.start), default=None)
