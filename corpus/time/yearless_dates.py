"""Rules for days and months that may stand without their year: the one nearest to publication."""

from . import stated_dates
from .dates import Expression, load_times
from .edtf import Partial, checked, ends, part_of_year, shift
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
    weekday_said,
)

_MONTHS = 12
"""How many months back a weekday with its day may lie."""
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


def weekday_and_day(said: Expression, moment: Moment) -> Found:
    """As in "Monday 18:": the latest such day before publication."""
    published, day = moment.published, number_said(said, "day")
    if published is None or published.day is None:
        return unknown(moment)
    for back in range(_MONTHS):
        month = shift(published.to("month"), -back, "month")
        found = checked(month.year, month.month, day) if month and month.month else None
        if found and found.first.weekday() == weekday_said(said) and found.first <= published.last:
            return single(found, "weekday-and-day")
    return Found(NOTHING, "no-such-day")


def day_of_told_month(said: Expression, moment: Moment) -> Found:
    """As in "on the 23rd": of the month told before, else the latest before publication."""
    told = ends(moment.told or "")[0]
    day, published = number_said(said, "day"), moment.published
    if told is not None and told.month is not None:
        return single(checked(told.year, told.month, day), "day-of-told-month")
    if published is None or published.month is None or published.day is None:
        return unknown(moment)
    this_month = moment.direction != "past" or day <= published.day
    month = shift(published.to("month"), 0 if this_month else -1, "month")
    found = checked(month.year, month.month, day) if month and month.month else None
    return single(found, "day-of-month-of-publication")


def month_of_told_year(said: Expression, moment: Moment) -> Found:
    """As in "that November", "in May of that year": of the year that was told before."""
    told, month = ends(moment.told or "")[1], month_said(said, "month")
    if said.get("year_of"):
        year = _year_of_told(said, moment)
        return single(checked(year, month), "month-of-told-year") if year else _NO_EVENT
    if told is None:
        return _NO_EVENT
    later = told.month is not None and month < told.month
    return single(checked(told.year + later, month), "month-of-told-year")


def day_of_told_year(said: Expression, moment: Moment) -> Found:
    """As in "on 3 May of that year"."""
    year = _year_of_told(said, moment)
    if year is None:
        return _NO_EVENT
    day = checked(year, month_said(said, "month"), number_said(said, "day"))
    return single(day, "day-of-told-year")


def season_of_told_year(said: Expression, moment: Moment) -> Found:
    """As in "that summer", "the following spring": of the year that was told before."""
    begun, ended = ends(moment.told or "")
    told, year = ended or begun, _year_of_told(said, moment)
    if told is None or year is None:
        return _NO_EVENT
    first, last = load_times().words["part"][said.get("part") or ""]
    if said.get("year_of") == "the following" and told.month:
        year = told.year + (told.month >= int(first.rstrip("~")))
    return Found(part_of_year(year, first, last), "season-of-told-year")


_NO_EVENT = Found(NOTHING, "no-event-before")


def _year_of_told(said: Expression, moment: Moment) -> int | None:
    """The year of the event told before, or the one after that; None where none was told."""
    first, last = ends(moment.told or "")
    told = last or first
    return told.year + (said.get("year_of") == "the following") if told else None


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
