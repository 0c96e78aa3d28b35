"""Rules for expressions that state their date in full: they need no other date to count from."""

from .dates import Expression
from .edtf import Partial, checked, from_text
from .moment import NOTHING, Found, Moment, month_said, number_said, single

_MONTHS = 12
_FURTHEST = 15
"""How many years lie between two that are written as one: "1996-03"."""


def full_date(said: Expression, moment: Moment) -> Found:
    """As in "3 March 2014", "March 3, 2014"."""
    year, month = number_said(said, "year"), month_said(said, "month")
    return single(checked(year, month, number_said(said, "day")), "full-date")


def numeric_date(said: Expression, moment: Moment) -> Found:
    """As in "2014-03-03", "2014/3/3"."""
    year, month, day = (number_said(said, name) for name in ("year", "month", "day"))
    return single(checked(year, month, day), "numeric-date")


def day_or_month_first(said: Expression, moment: Moment) -> Found:
    """Dots and hyphens are written day first all over the world; with slashes Americans differ."""
    year, one, two = (number_said(said, name) for name in ("year", "one", "two"))
    usual = checked(year, two, one)
    swapped = checked(year, one, two) if "/" in said.text else None
    if usual and swapped and usual != swapped:
        return single(checked(year), "day-or-month-first")
    return single(usual or swapped, "numeric-date")


def month_and_year(said: Expression, moment: Moment) -> Found:
    """As in "in March 2014"."""
    return single(checked(number_said(said, "year"), month_said(said, "month")), "month-and-year")


def years(said: Expression, moment: Moment) -> Found:
    """As in "from 2011 to 2013", "in 2011-12"."""
    first, last = checked(number_said(said, "year")), checked(number_said(said, "year2"))
    if first is not None and len(said.get("year2") or "") == 2:
        last = _short_year(first, number_said(said, "year2"))
        return Found((first, last), "years")
    in_order = first is not None and last is not None and first.year < last.year
    return Found((first, last) if in_order else NOTHING, "years")


def _short_year(first: Partial, number: int) -> Partial | None:
    """The year that two digits mean after another; that one itself where they may be a month."""
    ahead = (number - first.year) % 100
    likely = ahead == 1 or (number > _MONTHS and ahead <= _FURTHEST)
    return checked(first.year + ahead) if likely else first


def year(said: Expression, moment: Moment) -> Found:
    """As in "in 2013", "the 2013 split"."""
    return single(checked(number_said(said, "year")), "year")


def decade(said: Expression, moment: Moment) -> Found:
    """As in "in the 1990s"."""
    start = number_said(said, "decade") * 10
    return Found((checked(start), checked(start + 9)), "decade")


def named_day(said: Expression, moment: Moment) -> Found:
    """As in "9/11": the day that ``times.yml`` gives."""
    return single(from_text(said.get("value") or ""), "named-day")
