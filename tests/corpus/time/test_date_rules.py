from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.time.date_rules import resolve
from allegiance.corpus.time.dates import find_dates
from allegiance.corpus.time.edtf import Partial, Unit, from_day, from_text, is_edtf
from allegiance.corpus.time.moment import Direction, Moment

MONDAY = Moment(from_text("2014-12-15"), told="2014-12-13")
AHEAD = Moment(from_text("2014-12-15"), direction="future")


def _resolve(text: str, moment: Moment) -> tuple[str | None, str]:
    (found,) = find_dates(text)
    answer = resolve(found, moment)
    return answer.date, answer.rule


@pytest.mark.parametrize(
    "text, expected, rule",
    [
        ("on Saturday", "2014-12-13", "weekday-before-publication"),
        ("on Monday", "2014-12-15", "weekday-before-publication"),
        ("last Monday", "2014-12-08", "weekday-before-publication"),
        ("next Friday", "2014-12-19", "weekday-after-publication"),
        ("by Friday", "../2014-12-12", "weekday-before-publication"),
        ("from Friday to Sunday", "2014-12-12/2014-12-14", "weekday-before-publication"),
        ("Friday last week", "2014-12-12", "weekday-of-week"),
        ("over the weekend", "2014-12-13/2014-12-14", "weekend-before-publication"),
        ("yesterday", "2014-12-14", "day-from-publication"),
        ("last night", "2014-12-14", "day-from-publication"),
        ("overnight", "2014-12-14/2014-12-15", "overnight"),
        ("three days ago", "2014-12-12", "ago"),
        ("two weeks ago", "2014-12-01~", "ago"),
        ("five months ago", "2014-07", "ago"),
        ("nearly a year ago", "2013~", "ago"),
        ("six hours ago", "2014-12-14/2014-12-15", "hours-before-publication"),
        ("in the past 24 hours", "2014-12-14/2014-12-15", "hours-before-publication"),
        ("over the past eight months", "2014-04/2014-12-15", "span-before-publication"),
        ("for four months", None, "duration"),
        ("earlier this year", "2014", "year-from-publication"),
        ("last year", "2013", "year-from-publication"),
        ("last month", "2014-11", "month-from-publication"),
        ("last week", "2014-12-08/2014-12-14", "week-from-publication"),
        ("In July", "2014-07", "month-before-publication"),
        ("In December", "2014-12", "month-before-publication"),
        ("last December", "2013-12", "month-before-publication"),
        ("in March last year", "2013-03", "month-of-year"),
        ("between November and January", "2013-11/2014-01", "months"),
        ("from March to May 2014", "2014-03/2014-05", "months"),
        ("on 20 December", "2013-12-20", "day-before-publication"),
        ("around 5 May", "2014-05-05~", "day-before-publication"),
        ("on 29 February", "2012-02-29", "day-before-publication"),
        ("on 31 November", None, "no-such-day"),
        ("12-13 May", "2014-05-12/2014-05-13", "days-of-month"),
        ("13-12 May", None, "days-of-month"),
        ("from 31 May to 1 June 2013", "2013-05-31/2013-06-01", "days"),
        ("between March 3 and May 5", "2014-03-03/2014-05-05", "days"),
        ("28 December - 2 January 2014", "2013-12-28/2014-01-02", "days"),
        ("from 31 May to 1 May 2013", None, "no-such-day"),
        ("3 March 2011", "2011-03-03", "full-date"),
        ("30 February 2011", None, "no-such-day"),
        ("on 2014-05-06", "2014-05-06", "numeric-date"),
        ("on 3/4/2014", "2014", "day-or-month-first"),
        ("on 3.4.2014", "2014-04-03", "numeric-date"),
        ("on 5/5/2014", "2014-05-05", "numeric-date"),
        ("in March 2014", "2014-03", "month-and-year"),
        ("since July 2012", "2012-07/..", "month-and-year"),
        ("until March", "../2014-03", "month-before-publication"),
        ("after Saturday", "2014-12-13/..", "weekday-before-publication"),
        ("in early 2013", "2013-01/2013-04~", "part-of-year"),
        ("the latter half of this year", "2014-07/2014-12", "part-of-year"),
        ("early last year", "2013-01/2013-04~", "part-of-year"),
        ("last summer", "2014-06~/2014-08~", "part-of-year"),
        ("from 2011 to 2013", "2011/2013", "years"),
        ("in the 1990s", "1990/1999", "decade"),
        ("since 9/11", "2001-09-11", "named-day"),
        ("the next day", "2014-12-14", "after-event"),
        ("the same day", "2014-12-13", "after-event"),
        ("two weeks later", "2014-12-27~", "after-event"),
        ("that month", "2014-12", "after-event"),
        ("a month earlier", "2014-11", "before-event"),
        ("on the third of May", "2014-05-03", "day-before-publication"),
        ("the twenty-first of March 2013", "2013-03-21", "full-date"),
        ("on the first day of 2013", "2013-01-01", "full-date"),
        ("on Christmas Eve", "2013-12-24", "day-before-publication"),
        ("on Christmas Day 2012", "2012-12-25", "full-date"),
        ("on New Year's Eve, 2012", "2012-12-31", "full-date"),
        ("in August/September 2013", "2013-08/2013-09", "months"),
        ("in 2011-12", "2011/2012", "years"),
        ("in 1998–2003", "1998/2003", "years"),
        ("during 1996-03", "1996", "years"),
        ("in the early nineties", "1990/1999", "decade"),
        ("since the start of the month", "2014-12/..", "month-from-publication"),
        ("a fortnight ago", "2014-12-01~", "ago"),
        ("a fortnight earlier", "2014-11-29~", "before-event"),
        ("last winter", "2013-12~/2014-02~", "part-of-year"),
        ("in the autumn", "2014-09~/2014-11~", "part-of-year"),
        ("since spring", "2014-03~/..", "part-of-year"),
        ("in August of that year", "2014-08", "month-of-told-year"),
        ("in March of the following year", "2015-03", "month-of-told-year"),
        ("on 3 May of the same year", "2014-05-03", "day-of-told-year"),
        ("on May 3 that year", "2014-05-03", "day-of-told-year"),
        ("that summer", "2014-06~/2014-08~", "season-of-told-year"),
        ("in the following spring", "2015-03~/2015-05~", "season-of-told-year"),
        ("later that day", "2014-12-13", "after-event"),
        ("the same evening", "2014-12-13", "after-event"),
        ("the year after", "2015", "after-event"),
        ("the previous evening", "2014-12-12", "before-event"),
        ("the night before", "2014-12-12", "before-event"),
        ("a day after the raid", "2014-12-12", "counted-from-clause-above"),
        ("a day before the raid", "2014-12-14", "counted-from-clause-above"),
        ("recently", None, "vague"),
    ],
)
def test_rules(text: str, expected: str | None, rule: str) -> None:
    assert _resolve(text, MONDAY) == (expected, rule)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("on Monday", "2014-12-15"),
        ("on Friday", "2014-12-19"),
        ("in March", "2015-03"),
        ("on 20 December", "2014-12-20"),
        ("over the weekend", "2014-12-20/2014-12-21"),
        ("by the spring", "../2015-05~"),
        ("in the winter", "2014-12~/2015-02~"),
        ("next week", "2014-12-22/2014-12-28"),
        ("on Monday and Tuesday", "2014-12-15/2014-12-16"),
    ],
)
def test_what_lies_ahead(text: str, expected: str) -> None:
    assert _resolve(text, AHEAD)[0] == expected


@pytest.mark.parametrize(
    "text, moment, reason",
    [
        ("on Thursday", Moment(None), "no-publication-date"),
        ("In July", Moment(None), "no-publication-date"),
        ("earlier this year", Moment(None), "no-publication-date"),
        ("three days ago", Moment(None), "no-publication-date"),
        ("on Thursday", Moment(from_text("2014-12")), "publication-date-too-vague"),
        ("In July", Moment(from_text("2014")), "publication-date-too-vague"),
        ("the next day", Moment(None), "no-event-before"),
        ("the next day", Moment(None, told="2014-12"), "event-before-too-vague"),
        ("the next day", Moment(None, told="2014-12-13/2014-12-14"), "event-before-too-vague"),
        ("in August of that year", Moment(None), "no-event-before"),
        ("on 3 May of that year", Moment(None), "no-event-before"),
        ("that summer", Moment(None), "no-event-before"),
        ("in the autumn", Moment(None), "no-publication-date"),
        ("last winter", Moment(from_text("2014")), "publication-date-too-vague"),
        ("a day after the raid", Moment(from_text("2014-12-15")), "counted-from-an-event"),
        (
            "on Friday",
            Moment(from_text("2014-12-15"), direction="either"),
            "before-or-after-publication",
        ),
        (
            "in the summer",
            Moment(from_text("2014-12-15"), direction="either"),
            "before-or-after-publication",
        ),
        ("over the weekend", Moment(from_text("2014-12-13")), "weekend-unclear"),
    ],
)
def test_no_date_has_its_reason(text: str, moment: Moment, reason: str) -> None:
    assert _resolve(text, moment) == (None, reason)


def test_a_year_alone_is_enough_for_this_year() -> None:
    assert _resolve("earlier this year", Moment(from_text("2014")))[0] == "2014"
    assert _resolve("that month", Moment(None, told="2014-12-13/2014-12-14"))[0] == "2014-12"


def test_what_lasts_and_what_was_said_roughly() -> None:
    published = from_text("2015-02-23")
    assert _resolve("for over four months", Moment(published, lasting=True)) == (
        "2014-10~/..",
        "duration-until-publication",
    )
    assert _resolve("yesterday", Moment(published, roughly=True))[0] == "2015-02-22~"


PHRASES = [
    "on Saturday", "last Friday", "next Sunday", "over the weekend", "last weekend", "this week",
    "last week", "next month", "yesterday", "tomorrow", "overnight", "20 days ago", "99 years ago",
    "a week ago", "in the past 200 years", "for 90 weeks", "on 29 February", "in May", "last May",
    "since June", "until 3 June", "by Sunday", "after March 2014", "the following month",
    "three weeks earlier", "12-13 May", "between May and March", "from 2011 to 2013", "last summer",
    "late this year", "the same day", "5 hours ago", "Monday last week", "on Monday and Tuesday",
    "in early 2013", "on 31/12/1999", "in the 1000s", "before 1 January 1000",
]  # fmt: skip
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(from_day)
TOLD = st.sampled_from([None, "2014", "2014-12", "9999-12-31", "0001-01-01", "2014/2015-03~", ".."])
UNITS: list[Unit] = ["day", "month", "year"]
DIRECTIONS: list[Direction] = ["past", "future", "either"]


@settings(deadline=None)
@given(st.sampled_from(PHRASES), st.none() | DAYS, TOLD, st.sampled_from(DIRECTIONS),
       st.booleans(), st.sampled_from(UNITS))  # fmt: skip
def test_every_answer_is_a_date_or_a_reason(
    phrase: str,
    day: Partial | None,
    told: str | None,
    direction: Direction,
    flag: bool,
    unit: Unit,
) -> None:
    published = day and day.to(unit)
    for found in find_dates(phrase):
        answer = resolve(found, Moment(published, told, direction, flag, flag))
        assert answer.rule
        assert answer.date is None or is_edtf(answer.date), answer


@pytest.mark.parametrize(
    "text, published, expected",
    [
        ("this winter", "2014-12-15", "2014-12~/2015-02~"),
        ("this winter", "2015-02-15", "2014-12~/2015-02~"),
        ("last winter", "2015-02-15", "2013-12~/2014-02~"),
        ("last winter", "2014-07-15", "2013-12~/2014-02~"),
        ("in the winter", "2014-07-15", "2013-12~/2014-02~"),
        ("in the summer", "2014-03-15", "2013-06~/2013-08~"),
    ],
)
def test_a_season_is_the_latest_that_began(text: str, published: str, expected: str) -> None:
    assert _resolve(text, Moment(from_text(published)))[0] == expected


@pytest.mark.parametrize(
    "text, told, expected",
    [
        ("the following year", "2013-01/2013-04~", "2014~"),
        ("the following year", "2013~", "2014~"),
        ("the following spring", "2013", "2014-03~/2014-05~"),
        ("the following autumn", "2013-03", "2013-09~/2013-11~"),
        ("that winter", "2014-05-03", "2014-12~/2015-02~"),
        ("the following winter", "2014-05-03", "2014-12~/2015-02~"),
        ("the following winter", "2014-12-20", "2015-12~/2016-02~"),
        ("that summer", "2014/..", "2014-06~/2014-08~"),
        ("in May of that year", "2013-08/..", "2013-05"),
        ("in May of that year", "../2013-08", "2013-05"),
    ],
)
def test_vague_dates_may_be_told_before(text: str, told: str, expected: str) -> None:
    assert _resolve(text, Moment(None, told=told))[0] == expected
