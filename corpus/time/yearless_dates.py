"""Rules for days and months that may stand without their year: the one nearest to publication."""

from . import stated_dates
from .dates import Expression
from .edtf import Partial, checked
from .moment import (
    NOTHING,
    Direction,
    Found,
    Moment,
    beside_publication,
    month_said,
    nearest_month,
    number_said,
    single,
    unknown,
)

_LAST = frozenset({"last", "next"})


def days_of_month(said: Expression, moment: Moment) -> Found:
    """As in "12-13 May", "May 12 and 13, 2014"."""
    first = (
        day_of_month(said, moment)
        if said.get("year") is None
        else stated_dates.full_date(said, moment)
    )
    start = first.ends[0]
    if start is None:
        return first
    end = checked(start.year, start.month, number_said(said, "day2"))
    in_order = end is not None and start.first < end.first
    return Found((start, end) if in_order else NOTHING, "days-of-month")


def days(said: Expression, moment: Moment) -> Found:
    """As in "from 31 May to 1 June", with its year or without."""
    month, month2 = month_said(said, "month"), month_said(said, "month2")
    last = _last_day(said, month2, moment)
    end = last.ends[0]
    if end is None:
        return last
    start = checked(end.year - (month > month2), month, number_said(said, "day"))
    in_order = start is not None and start.first < end.first
    return Found((start, end) if in_order else NOTHING, "days" if in_order else "no-such-day")


def _last_day(said: Expression, month: int, moment: Moment) -> Found:
    day = number_said(said, "day2")
    if said.get("year"):
        return single(checked(number_said(said, "year"), month, day), "days")
    return _nearest_day(month, day, moment)


def months(said: Expression, moment: Moment) -> Found:
    """As in "from March to May 2014", "between March and May"."""
    month, month2 = month_said(said, "month"), month_said(said, "month2")
    end = (
        checked(number_said(said, "year"), month2)
        if said.get("year")
        else nearest_month(month2, moment).ends[0]
    )
    start = end and checked(end.year - (month > month2), month)
    rule = "months" if said.get("year") or end else nearest_month(month2, moment).rule
    return Found((start, end) if start else NOTHING, rule)


def day_of_month(said: Expression, moment: Moment) -> Found:
    """As in "on 3 March"."""
    return _nearest_day(month_said(said, "month"), number_said(said, "day"), moment)


def _nearest_day(month: int, day: int, moment: Moment) -> Found:
    published = moment.published
    if published is None or published.day is None:
        return unknown(moment)
    if moment.direction == "either":
        return Found(NOTHING, "before-or-after-publication")
    years = (0, 1, 2, 3, 4) if moment.direction == "future" else (0, -1, -2, -3, -4)
    for year in years:
        found = checked(published.year + year, month, day)
        if found and _lies(found, published, moment.direction):
            return single(found, beside_publication("day", moment.direction))
    return Found(NOTHING, "no-such-day")


def _lies(day: Partial, published: Partial, direction: Direction) -> bool:
    if direction == "future":
        return day.last >= published.first
    return day.first <= published.last


def month_of_year(said: Expression, moment: Moment) -> Found:
    """As in "in July", "last July", "in March last year"."""
    published, month = moment.published, month_said(said, "month")
    if published is not None and (of := said.get("year_of")):
        year = published.year + {"this": 0, "next": 1}.get(of, -1)
        return single(checked(year, month), "month-of-year")
    if published is not None and said.get("which") == "this":
        return single(checked(published.year, month), "month-of-year")
    return nearest_month(month, moment, strictly=said.get("which") in _LAST)
