"""What an expression of time is understood from, and what lies nearest to it in the calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from .dates import Expression, load_times
from .edtf import Partial, Unit, from_day, shift

Direction = Literal["past", "future", "either"]


@dataclass(frozen=True, slots=True)
class Moment:
    """From where an expression is to be understood."""

    published: Partial | None
    """When the article was published, or when the words were said."""
    told: str | None = None
    """The date of the event that was told before, in EDTF: "the next day" counts from it."""
    direction: Direction = "past"
    """Whether the event lies ahead of publication."""
    lasting: bool = False
    """The event goes on until publication ("has been held for two years")."""
    roughly: bool = False
    """The words were said at an unknown time shortly before ("yesterday" in a quotation)."""


Ends = tuple[Partial | None, Partial | None]
NOTHING: Ends = (None, None)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule makes of an expression: its first and last date, None for none, and a reason."""

    ends: Ends
    rule: str


def single(found: Partial | None, rule: str) -> Found:
    """One date, or that the calendar has no such day."""
    return Found((found, found), rule if found else "no-such-day")


def unknown(moment: Moment) -> Found:
    """No date, because the article's own is missing or too vague to count from."""
    known = moment.published is not None
    return Found(NOTHING, "publication-date-too-vague" if known else "no-publication-date")


def either_or_unknown(moment: Moment, direction: Direction) -> Found:
    """No date: unknown whether the event was before publication, or as ``unknown`` says."""
    known = moment.published is not None and moment.published.day is not None
    if known and direction == "either":
        return Found(NOTHING, "before-or-after-publication")
    return unknown(moment)


def beside_publication(what: str, direction: Direction) -> str:
    """The name of a rule that looks for the nearest day, month or weekend."""
    return f"{what}-{'after' if direction == 'future' else 'before'}-publication"


def number_said(said: Expression, name: str, default: int = 0) -> int:
    """The number that an expression says by this name, in digits or words."""
    text = said.get(name)
    if text is None:
        return default
    return int(text) if text.isdecimal() else int(load_times().words["number"][text])


def month_said(said: Expression, name: str) -> int:
    """The month that an expression says by this name, 1 to 12."""
    text = (said.get(name) or "").rstrip(".")
    return int(text) if text.isdecimal() else int(load_times().words["month"][text])


def weekday_said(said: Expression, name: str = "weekday") -> int:
    """The weekday that an expression says by this name, 0 for Monday."""
    return int(load_times().words["weekday"][said.get(name) or ""])


def unit_said(said: Expression) -> Unit:
    """The unit that an expression counts in."""
    units: Mapping[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    return units[said.get("unit") or "day"]


def nearest_month(month: int, moment: Moment, strictly: bool = False) -> Found:
    """The month nearest to publication on its side; ``strictly`` leaves out its own month."""
    published = moment.published
    if published is None or published.month is None:
        return unknown(moment)
    if moment.direction == "either":
        return Found(NOTHING, "before-or-after-publication")
    ahead = moment.direction == "future"
    away = month - published.month if ahead else published.month - month
    away = away + 12 if away < 0 or (strictly and away == 0) else away
    found = shift(published.to("month"), away if ahead else -away, "month")
    return single(found, beside_publication("month", moment.direction))


def nearest_weekday(
    number: int, moment: Moment, direction: Direction, strictly: bool = False
) -> Partial | None:
    """The weekday (0 is Monday) nearest to publication on its side, the day itself included unless
    ``strictly``; None where the publication's day or the side is unknown."""
    published = moment.published
    if published is None or published.day is None or direction == "either":
        return None
    today = published.first.weekday()
    away = (number - today) % 7 if direction == "future" else (today - number) % 7
    away = 7 if strictly and away == 0 else away
    return shift(published, away if direction == "future" else -away, "day")


def week_of(moment: Moment, number: int) -> tuple[Partial, Partial] | None:
    """Monday and Sunday of the week ``number`` weeks from the one of publication."""
    if moment.published is None or moment.published.day is None:
        return None
    day = moment.published.first
    try:
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=number)
        return from_day(monday), from_day(monday + timedelta(days=6))
    except OverflowError:
        return None
