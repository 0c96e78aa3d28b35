"""Dates that keep the precision they were given in: a year, a month or a day, certain or not.

Written as EDTF (ISO 8601-2): ``2014``, ``2014-12``, ``2014-12-13``, ``2014-12~`` (approximate),
and two of them as an interval, ``2014-12-13/2014-12-14``, whose open end is ``..``.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)")


@dataclass(frozen=True, slots=True)
class Partial:
    """A year, a month of a year, or a day: never more than is known."""

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    def __str__(self) -> str:
        """EDTF: ``2014``, ``2014-12``, ``2014-12-13``, with ``~`` where approximate."""
        text = f"{self.year:04}"
        text += f"-{self.month:02}" if self.month else ""
        text += f"-{self.day:02}" if self.day else ""
        return text + ("~" if self.approximate else "")

    @property
    def unit(self) -> Unit:
        """Its precision."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def roughly(self, approximate: bool = True) -> "Partial":
        """The same, marked as approximate where so."""
        return replace(self, approximate=self.approximate or approximate)

    def to(self, unit: Unit) -> "Partial":
        """The same at a coarser precision; what is not known stays unknown."""
        if unit == "year":
            return replace(self, month=None, day=None)
        return replace(self, day=None) if unit == "month" else self


def part_of_year(year: int, first: str, last: str) -> tuple[Partial | None, Partial | None]:
    """From a month to another, each with its mark, as in "12~"; winter ends in the next year."""
    end = year + (last < first)
    return from_text(f"{year:04}-{first}"), from_text(f"{end:04}-{last}")


def from_text(text: str) -> Partial | None:
    """The date that EDTF text gives, None where it is none (intervals are none)."""
    found = _FORM.fullmatch(text)
    if not found:
        return None
    year, month, day, mark = found.groups()
    return checked(int(year), int(month) if month else None, int(day) if day else None, bool(mark))


def checked(
    year: int, month: int | None = None, day: int | None = None, approximate: bool = False
) -> Partial | None:
    """The date, None where the calendar has no such day."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except (ValueError, OverflowError):
        return None
    return Partial(year, month, day, approximate)


def from_day(day: date) -> Partial:
    """A day, known exactly."""
    return Partial(day.year, day.month, day.day)


def shift(start: Partial, number: int, unit: Unit) -> Partial | None:
    """``number`` units after ``start`` (before it, when negative), at the coarser of both
    precisions: two months after a day is a month. None where ``start`` is too coarse or the
    calendar ends."""
    if unit in ("day", "week"):
        return _shift_days(start, number * (7 if unit == "week" else 1))
    if unit == "year":
        return checked(start.year + number, approximate=start.approximate)
    if start.month is None:
        return None
    months = start.year * 12 + start.month - 1 + number
    year, month = divmod(months, 12)
    return checked(year, month + 1, approximate=start.approximate)


def _shift_days(start: Partial, days: int) -> Partial | None:
    if start.day is None:
        return None
    try:
        moved = start.first + timedelta(days=days)
    except OverflowError:
        return None
    return replace(from_day(moved), approximate=start.approximate)


def interval(first: Partial | None, last: Partial | None) -> str:
    """Two dates as an interval, an unknown end open; one date where both are the same."""
    if first == last and first is not None:
        return str(first)
    return f"{first or '..'}/{last or '..'}"


def ends(text: str) -> tuple[Partial | None, Partial | None]:
    """First and last date of EDTF text; None for an open end, and for what is no date."""
    first, slash, last = text.partition("/")
    return from_text(first), from_text(last if slash else first)


def is_edtf(text: str) -> bool:
    """Whether ``text`` is a date or an interval in the subset that this project writes.

    >>> is_edtf("2014-12-13/2014-12-14"), is_edtf("2014-13")
    (True, False)
    """
    first, slash, last = text.partition("/")
    if not slash:
        return from_text(text) is not None
    start, end = from_text(first), from_text(last)
    if (start is None and first != "..") or (end is None and last != ".."):
        return False
    if start is None or end is None:
        return not (start is None and end is None)
    return start.first <= end.last
