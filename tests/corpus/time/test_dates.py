import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.time.date_rules import RULES
from allegiance.corpus.time.dates import Wording, find_dates, load_times


@pytest.mark.parametrize(
    "text, expected",
    [
        ("They met on Saturday at the dam.", [("on Saturday", "weekday")]),
        ("early on Friday, at dawn", [("early on Friday, at dawn", "weekday")]),
        ("last Friday and next Monday", [("last Friday", "weekday"), ("next Monday", "weekday")]),
        ("on Monday and Tuesday", [("on Monday and Tuesday", "weekdays")]),
        ("over the weekend", [("over the weekend", "weekend")]),
        ("formed in March 2014 in Tafas", [("in March 2014", "month-and-year")]),
        ("from March to May 2014", [("from March to May 2014", "months")]),
        ("12-13 May 2014", [("12-13 May 2014", "days-of-month")]),
        ("on the 5th of May", [("on the 5th of May", "day-of-month")]),
        ("since 3 June 2013", [("since 3 June 2013", "full-date")]),
        ("Dec. 15", [("Dec. 15", "day-of-month")]),
        ("in March last year", [("in March last year", "month")]),
        ("In early May, nine left", [("In early May", "month")]),
        ("the March agreement", [("the March", "month")]),
        ("earlier this year", [("earlier this year", "period")]),
        ("in the latter half of this year", [("in the latter half of this year", "part-of-year")]),
        ("in mid-2013", [("in mid-2013", "part-of-year")]),
        ("the 2012 split of the Front", [("the 2012", "year")]),
        ("in the 1990s", [("in the 1990s", "decade")]),
        ("the next day", [("the next day", "after-event")]),
        ("two weeks later", [("two weeks later", "after-event")]),
        ("a month earlier", [("a month earlier", "before-event")]),
        ("a day after the raid", [("a day after", "beside-event")]),
        ("nearly a year ago", [("nearly a year ago", "ago")]),
        ("half a year ago", [("half a year ago", "vague")]),
        ("over the past eight months", [("over the past eight months", "recent-span")]),
        ("in the past 24 hours", [("in the past 24 hours", "recent-span")]),
        ("for over four months", [("for over four months", "lasting")]),
        ("for years", [("for years", "vague")]),
        ("yesterday\u00a0morning", [("yesterday\u00a0morning", "near-day")]),
        ("27.09 - The Hawks left", [("27.09", "day-of-month")]),
        ("* 27.09.: The Hawks left", [("27.09.", "day-of-month")]),
        ("2013: The Front is founded", [("2013", "year")]),
        ("left early the next morning", [("early the next morning", "after-event")]),
        ("freed on May 3 of that year", [("on May 3 of that year", "day-of-told-year")]),
        (
            "by the middle of May that year",
            [("by the middle of May that year", "month-of-told-year")],
        ),
        ("left by the summer", [("by the summer", "part-of-year")]),
        ("in the spring offensive", []),
        ("in Spring Valley", []),
        ("3.5 - 4.5 km", []),
        ("They may march in sundays best", []),
        ("the 2000 fighters of the Hawks", []),
        ("killed after Friday prayers", []),
        ("every Friday", []),
        ("more than 2014 people", []),
        ("", []),
    ],
)
def test_expressions_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.text, found.rule) for found in find_dates(text)] == expected


def test_what_an_expression_says() -> None:
    (found,) = find_dates("since 3 June 2013", offset=10)
    assert (found.start, found.end) == (10, 27)
    assert [found.get(name) for name in ("lead", "day", "month", "year")] == [
        "since",
        "3",
        "june",
        "2013",
    ]
    assert found.get("weekday") is None


def test_every_wording_has_a_rule() -> None:
    named = {wording.rule for wording in load_times().wordings}
    assert named - {"not-a-date"} == set(RULES)


KINDS = ("day", "month", "ordinal", "season", "told_year", "unit", "weekday", "year")


@pytest.mark.parametrize("wording", load_times().wordings, ids=lambda w: w.form.pattern[-40:])
def test_no_match_goes_without_what_a_wording_needs(wording: Wording) -> None:
    known = {f"{{{kind}}}" for kind in KINDS}
    assert all(need in known or need.isalpha() for need in wording.needs)
    for text in EXPRESSIONS:
        for match in wording.form.finditer(text):
            words = {need for need in wording.needs if need.isalpha()}
            assert all(word in match[0].lower() for word in words)


# fmt: off
EXPRESSIONS = [
    "early on Friday morning", "between 3 and 5 May 2014", "in the spring of 2012",
    "two weeks ago", "for the past three years", "the day before", "a year later", "last weekend",
    "overnight", "on New Year's Eve", "for nearly two months now", "the next day", "on May 3, 2014",
    "the third of May 2014", "in May of that year", "that summer", "since the autumn",
]
WORDS = st.sampled_from([
    "on", "in", "the", "last", "next", "of", "May", "March", "Friday", "2014", "12", "3", "week",
    "weekend", "year", "day", "since", "until", ",", "-", "ago", "two", "early", "later", "for",
    "half", "about", "yesterday", "1990s", "and", "’s", "June", "hours", "summer", "that", "third",
])
# fmt: on


@settings(deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_finds_stand_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end
