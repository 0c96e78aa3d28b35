from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.time.edtf import (
    Partial,
    Unit,
    checked,
    ends,
    from_day,
    from_text,
    interval,
    is_edtf,
    shift,
)

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
UNITS: list[Unit] = ["day", "week", "month", "year"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2014", True),
        ("2014-12", True),
        ("2014-12-13", True),
        ("2014-12~", True),
        ("2014-12-13/2014-12-14", True),
        ("2012-07/..", True),
        ("../2014", True),
        ("2014/2014-12-15", True),
        ("2014-13", False),
        ("2014-02-30", False),
        ("../..", False),
        ("2015/2014", False),
        ("", False),
        ("on Saturday", False),
        ("0000", False),
    ],
)
def test_what_is_a_date(text: str, expected: bool) -> None:
    assert is_edtf(text) is expected


@pytest.mark.parametrize(
    "start, number, unit, expected",
    [
        ("2014-12-31", 1, "day", "2015-01-01"),
        ("2014-12-15", -2, "week", "2014-12-01"),
        ("2014-01-31", 1, "month", "2014-02"),
        ("2014-01", -1, "month", "2013-12"),
        ("2014-03-05", -2, "year", "2012"),
        ("2014-12~", 1, "month", "2015-01~"),
        ("2014-12", 1, "day", None),
        ("2014", 1, "month", None),
        ("9999-12-31", 1, "day", None),
    ],
)
def test_shifting_keeps_to_what_is_known(
    start: str, number: int, unit: Unit, expected: str | None
) -> None:
    begun = from_text(start)
    assert begun is not None
    moved = shift(begun, number, unit)
    assert (str(moved) if moved else None) == expected


def test_bounds_and_units() -> None:
    year, month = Partial(2014), Partial(2012, 2)
    assert (year.first, year.last) == (date(2014, 1, 1), date(2014, 12, 31))
    assert (month.first, month.last) == (date(2012, 2, 1), date(2012, 2, 29))
    assert [p.unit for p in (year, month, Partial(2012, 2, 3))] == ["year", "month", "day"]
    assert str(Partial(2012, 2, 3).to("month")) == "2012-02"
    assert checked(2014, 0) is None


@settings(deadline=None)
@given(DAYS)
def test_a_day_survives_its_text(day: date) -> None:
    assert from_text(str(from_day(day))) == from_day(day)
    assert from_day(day).first == from_day(day).last == day


@settings(deadline=None)
@given(DAYS, DAYS)
def test_intervals_are_dates_and_give_their_ends_back(one: date, two: date) -> None:
    first, last = from_day(min(one, two)), from_day(max(one, two))
    text = interval(first, last)
    assert is_edtf(text)
    assert ends(text) == (first, last)
    assert is_edtf(interval(None, last)) and is_edtf(interval(first, None))


@settings(deadline=None)
@given(DAYS, st.integers(-100_000, 100_000), st.sampled_from(UNITS))
def test_shifting_never_fails(day: date, number: int, unit: Unit) -> None:
    moved = shift(from_day(day), number, unit)
    assert moved is None or is_edtf(str(moved))
