"""Rules that make a date of an expression of time: "on Saturday" becomes 2014-12-13.

1. The wording's rule (``times.yml`` names it) gives a first and a last date, as precise as the
   words allow, or none; a wrong day is worse than none.
2. The preposition before opens an end: "since July 2012" is ``2012-07/..``.
3. The answer carries the rule's name, and where there is no date, the reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import counted_dates, stated_dates, yearless_dates
from .dates import Expression, load_times
from .edtf import Partial, interval, part_of_year, shift
from .moment import (
    NOTHING,
    Direction,
    Found,
    Moment,
    beside_publication,
    either_or_unknown,
    nearest_weekday,
    number_said,
    single,
    unit_said,
    unknown,
    week_of,
    weekday_said,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date in EDTF, None where the words give none, and the rule or the reason."""

    date: str | None
    rule: str


_Rule = Callable[[Expression, Moment], Found]
_OPEN_END = frozenset({"since", "from", "starting", "after"})
_OPEN_START = frozenset({"until", "till", "by", "before", "prior to"})
_ROUGH = frozenset({"around", "about"})
_PAST = frozenset({"last", "the past", "this past", "the previous"})
_AHEAD = frozenset({"next", "this coming"})


def resolve(expression: Expression, moment: Moment) -> Resolved:
    """The date that an expression comes to, understood from ``moment``."""
    found = RULES[expression.rule](expression, moment)
    first, last = found.ends
    if first is None and last is None:
        return Resolved(None, found.rule)
    lead = (expression.get("lead") or "").split(" early")[0].split(" late")[0]
    if lead in _ROUGH or (moment.roughly and expression.rule in _DEICTIC):
        first, last = first and first.roughly(), last and last.roughly()
    if first != last and expression.rule in _RANGES:
        return Resolved(interval(first, last), found.rule)
    if lead in _OPEN_END:
        return Resolved(interval(last if lead == "after" else first, None), found.rule)
    if lead in _OPEN_START:
        return Resolved(interval(None, last), found.rule)
    return Resolved(interval(first, last), found.rule)


# --- counted from publication ---------------------------------------------------------------------


def _weekday(said: Expression, moment: Moment) -> Found:
    which = said.get("which") or ""
    direction: Direction = "future" if which in _AHEAD else moment.direction
    direction = "past" if which in _PAST else direction
    number = weekday_said(said)
    day = nearest_weekday(number, moment, direction, which in _PAST | _AHEAD)
    if day is None:
        return either_or_unknown(moment, direction)
    return single(day, beside_publication("weekday", direction))


def _weekdays(said: Expression, moment: Moment) -> Found:
    first, last = weekday_said(said), weekday_said(said, "weekday2")
    outer = first if moment.direction == "future" else last
    day = nearest_weekday(outer, moment, moment.direction)
    if day is None:
        return either_or_unknown(moment, moment.direction)
    rule, days = beside_publication("weekday", moment.direction), (last - first) % 7
    if moment.direction == "future":
        return Found((day, shift(day, days, "day")), rule)
    return Found((shift(day, -days, "day"), day), rule)


def _weekday_of_week(said: Expression, moment: Moment) -> Found:
    week = week_of(moment, {"last": -1, "next": 1}.get(said.get("which") or "", 0))
    if week is None:
        return unknown(moment)
    number = weekday_said(said)
    return single(shift(week[0], number, "day"), "weekday-of-week")


def _weekend(said: Expression, moment: Moment) -> Found:
    which = said.get("which") or ""
    direction: Direction = "future" if which == "next" else moment.direction
    saturday = nearest_weekday(5, moment, direction)
    if saturday is None or moment.published is None:
        return either_or_unknown(moment, direction)
    if direction == "past" and moment.published == saturday:
        # On a Saturday "the weekend" may be this one or the one before.
        return Found(NOTHING, "weekend-unclear")
    if which == "last" and moment.published == shift(saturday, 1, "day"):
        saturday = shift(saturday, -7, "day") or saturday
    return Found((saturday, shift(saturday, 1, "day")), beside_publication("weekend", direction))


def _near_day(said: Expression, moment: Moment) -> Found:
    if moment.published is None or moment.published.day is None:
        return unknown(moment)
    days = int(load_times().words["near"][said.get("near") or ""])
    return single(shift(moment.published, days, "day"), "day-from-publication")


def _overnight(said: Expression, moment: Moment) -> Found:
    if moment.published is None or moment.published.day is None:
        return unknown(moment)
    return Found((shift(moment.published, -1, "day"), moment.published), "overnight")


def _period(said: Expression, moment: Moment) -> Found:
    published = moment.published
    number = {"last": -1, "next": 1}.get(said.get("which") or "", 0)
    unit = unit_said(said)
    if published is None:
        return unknown(moment)
    if unit != "week":
        found = shift(published.to(unit), number, unit)
        return single(found, f"{unit}-from-publication") if found else unknown(moment)
    week = week_of(moment, number)
    if week is None:
        return unknown(moment)
    clipped = number == 0 and moment.direction == "past" and published != week[0]
    return Found((week[0], published if clipped else week[1]), "week-from-publication")


def _part_of_year(said: Expression, moment: Moment) -> Found:
    part = (said.get("part") or "").removeprefix("the ")
    parts = load_times().words["part"]
    first, last = parts.get(part) or parts[f"the {part}"]
    year = number_said(said, "year") if said.get("year") else _year_meant(said, moment, first, last)
    if year is None:
        return either_or_unknown(moment, "past" if said.get("which") else moment.direction)
    return Found(part_of_year(year, first, last), "part-of-year")


def _year_meant(said: Expression, moment: Moment, first: str, last: str) -> int | None:
    """The year of "last summer", "early this year": a season is the latest one that began."""
    published, which = moment.published, said.get("which")
    if published is None:
        return None
    if which in {"this", "the"} and said.get("part") != "winter":
        return published.year
    if "year" in said.text.lower().split():
        return published.year + (1 if which == "next" else -1)
    if published.month is None or (which is None and moment.direction == "either"):
        return None
    if which is None and moment.direction == "future":
        return published.year + (last > first and published.month > int(last.rstrip("~")))
    if said.get("part") == "winter":
        return published.year - _winters_back(published.month, which)
    begun = published.month > int(first.rstrip("~"))
    return published.year + (1 if which == "next" else 0) - (which != "next" and not begun)


def _winters_back(month: int, which: str | None) -> int:
    """How many years ago a winter began: in January, "this winter" began the year before."""
    if which is None:
        return int(month < 12)
    return (which == "last") + (month < 4)


def _ago(said: Expression, moment: Moment) -> Found:
    published, number = moment.published, number_said(said, "number")
    if published is None:
        return unknown(moment)
    if said.get("unit") == "hour":
        return _hours(number, published, moment)
    unit = unit_said(said)
    rough = unit == "week" or bool(said.get("about"))
    found = shift(published, -number, unit)
    return single(found.roughly(rough), "ago") if found else unknown(moment)


def _hours(number: int, published: Partial, moment: Moment) -> Found:
    start = shift(published, -((number + 23) // 24), "day")
    return Found((start, published), "hours-before-publication") if start else unknown(moment)


def _recent_span(said: Expression, moment: Moment) -> Found:
    published, number = moment.published, number_said(said, "number", 1)
    if published is None:
        return unknown(moment)
    if said.get("unit") == "hour":
        return _hours(number, published, moment)
    start = shift(published, -number, unit_said(said))
    if start is None:
        return unknown(moment)
    return Found((start.roughly(bool(said.get("about"))), published), "span-before-publication")


def _lasting(said: Expression, moment: Moment) -> Found:
    """How long something lasted; since when, only where it lasts until publication."""
    if not moment.lasting:
        return Found(NOTHING, "duration")
    if moment.published is None:
        return unknown(moment)
    start = shift(moment.published, -number_said(said, "number"), unit_said(said))
    if start is None:
        return unknown(moment)
    # An open end is written by hand: these words have no preposition that opens it.
    return Found((start.roughly(), None), "duration-until-publication")


# --- without a date -------------------------------------------------------------------------------


def _vague(said: Expression, moment: Moment) -> Found:
    return Found(NOTHING, "vague")


RULES: Mapping[str, _Rule] = {
    "full-date": stated_dates.full_date,
    "numeric-date": stated_dates.numeric_date,
    "day-or-month-first": stated_dates.day_or_month_first,
    "days-of-month": yearless_dates.days_of_month,
    "days": yearless_dates.days,
    "month-and-year": stated_dates.month_and_year,
    "months": yearless_dates.months,
    "part-of-year": _part_of_year,
    "years": stated_dates.years,
    "decade": stated_dates.decade,
    "year": stated_dates.year,
    "named-day": stated_dates.named_day,
    "day-of-month": yearless_dates.day_of_month,
    "day-of-told-year": yearless_dates.day_of_told_year,
    "season-of-told-year": yearless_dates.season_of_told_year,
    "day-of-told-month": yearless_dates.day_of_told_month,
    "month": yearless_dates.month_of_year,
    "month-of-told-year": yearless_dates.month_of_told_year,
    "weekday": _weekday,
    "weekday-and-day": yearless_dates.weekday_and_day,
    "weekdays": _weekdays,
    "weekday-of-week": _weekday_of_week,
    "weekend": _weekend,
    "near-day": _near_day,
    "overnight": _overnight,
    "period": _period,
    "ago": _ago,
    "recent-span": _recent_span,
    "lasting": _lasting,
    "after-event": counted_dates.after_event,
    "before-event": counted_dates.before_event,
    "beside-event": counted_dates.beside_event,
    "vague": _vague,
}
"""The rules that ``times.yml`` may name, but for ``not-a-date``."""

_RANGES = frozenset({"days", "days-of-month", "months", "weekdays", "years"})
_DEICTIC = frozenset({"near-day", "overnight", "ago"})
