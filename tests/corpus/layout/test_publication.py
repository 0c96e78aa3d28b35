import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.layout.publication import best_stamp, iso_date, stamps
from allegiance.corpus.time.edtf import is_edtf


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2014-12-15", "2014-12-15"),
        ("2014-12-15T08:00:00Z", "2014-12-15"),
        ("15 December 2014", "2014-12-15"),
        ("Monday, Dec. 15, 2014", "2014-12-15"),
        ("Jul 172015", "2015-07-17"),
        ("15.12.2014", "2014-12-15"),
        ("12/15/2014", "2014-12-15"),
        ("3/4/2014", "2014"),
        ("2014-12", "2014-12"),
        (" 2014 ", "2014"),
        ("December 15, 21014", None),
        ("31 November 2014", None),
        ("1814", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_field_that_states_a_date(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Posted on 3 May 2014 by Staff The Hawks left.", "2014-05-03"),
        ("3 May 2014\n\nThe Hawks left the Front.", "2014-05-03"),
        ("The Hawks left AFP Saturday 3 May 2014 Nine fighters left.", "2014-05-03"),
        ("2 May 2014\nLast updated: 3 May 2014\nThe Hawks left.", "2014-05-03"),
        ("May 3, 21014\n3 May 2014\nThe Hawks left.", "2014-05-03"),
        ("The Hawks left the Front on 3 May 2014.", None),
        ("The Hawks left the Front 3 May 2014, a monitor said.", None),
        ("The Hawks, formed 3 May 2014 as a brigade, left.", None),
        ("A fighter in Tafas 3 May 2014 (AP Photo) The Hawks left.", None),
        ("No date at all.", None),
    ],
)
def test_the_stamp_to_believe(text: str, expected: str | None) -> None:
    stamp = best_stamp(list(stamps(text)))
    assert (stamp.date if stamp else None) == expected


@settings(deadline=None)
@given(st.text(alphabet="0123456789/.-, MayJunDec:\n", max_size=60))
def test_stamps_are_dates_inside_the_text(text: str) -> None:
    end = 0
    for stamp in stamps(text):
        assert end <= stamp.start < stamp.end <= len(text)
        assert is_edtf(stamp.date)
        end = stamp.end
