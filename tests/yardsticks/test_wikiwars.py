from pathlib import Path

import pytest

from allegiance.corpus.evaluation.scores import Share, Tally

from . import wikiwars
from .timex import Mark, Marked, date_of, read_marked

TEXT = """<?xml version="1.0"?>
<TimeML><DOCID>salt</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2010-05-01">2010-05-01</TIMEX3></DCT>
<TEXT>The Salt War began in <TIMEX3 value="1811-05">May 1811</TIMEX3>.
<TIMEX3 value="P2D">The <TIMEX3 value="PRESENT_REF">now</TIMEX3> two days</TIMEX3> passed.</TEXT>
</TimeML>
"""


def test_marks_stand_where_they_were(tmp_path: Path) -> None:
    path = tmp_path / "salt.tml"
    path.write_text(TEXT, "utf-8")

    found = read_marked(path)

    assert found.published == "2010-05-01"
    assert [(found.text[m.start : m.end], m.date) for m in found.marks] == [
        ("May 1811", "1811-05"),
        ("The now two days", None),
        ("now", None),
    ]


def test_a_file_without_text_is_faulty(tmp_path: Path) -> None:
    path = tmp_path / "none.tml"
    path.write_text("<TimeML/>", "utf-8")

    with pytest.raises(ValueError, match="no TEXT"):
        read_marked(path)


@pytest.mark.parametrize(
    "value, expected",
    [
        ("1811-05-03", "1811-05-03"),
        ("1811-05-03TMO", "1811-05-03"),
        ("1811", "1811"),
        ("1811-SU", "1811-06/1811-08"),
        ("1811-WI", None),
        ("181", "1810/1819"),
        ("18", None),
        ("1811-XX-XX", None),
        ("XXXX-XX-XX", None),
        ("BC0490", None),
        ("P2M", None),
        ("PAST_REF", None),
        ("", None),
    ],
)
def test_values_of_marks(value: str, expected: str | None) -> None:
    assert date_of(value) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "The war began in May 1811. In June the fort fell, and on 3 February the town.",
            [("May 1811", "1811-05"), ("June", "1811-06"), ("3 February", "1811-02-03")],
        ),
        (
            "It was besieged in December 1811. In January it fell.",
            [("December 1811", "1811-12"), ("January", "1812-01")],
        ),
        ("In 1811 it began. By June it was over.", [("1811", "1811"), ("June", "../1811-06")]),
        (
            "The Salt War, 1811-1814\n\nIt ended on March 3. The next day all went home.",
            [
                ("1811", "1811"),
                ("1814", "1814"),
                ("March 3", "1814-03-03"),
                ("The next day", "1814-03-04"),
            ],
        ),
        ("In late 1811 it began.", [("late 1811", "1811")]),
        ("It is over today.", [("today", "2010-05-01")]),
        ("the 1811 war", [("1811", "1811")]),
        (
            "on 3 May 1811, before Tuesday's talks",
            [("3 May 1811", "1811-05-03"), ("Tuesday", "../1811-04-30")],
        ),
    ],
)
def test_a_narrative_counts_from_what_it_told_last(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = wikiwars.time(text, "2010-05-01")

    assert [(text[timed.start : timed.end], timed.date) for timed in found] == expected


@pytest.mark.parametrize(
    "ours, marked, expected",
    [
        ("1811-05", "1811-05", True),
        ("1811-05/..", "1811-05", True),
        ("../1811-05~", "1811-05", True),
        ("1811-06~/1811-08~", "1811-06/1811-08", True),
        ("1811", "1811-05", False),
        ("1811-05-03", "1811-05", False),
        (None, "1811", False),
    ],
)
def test_dates_are_right_bound_for_bound(ours: str | None, marked: str, expected: bool) -> None:
    assert wikiwars.is_right(ours, marked) == expected


def test_scores_of_a_text() -> None:
    text = "In May 1811 it began; on 3 June it ended, two years too late. It is now over."
    marks = (
        _mark(text, "May 1811", "1811-05"),
        _mark(text, "3 June", "1811-06-02"),
        _mark(text, "two years", None),
        _mark(text, "now", None),
    )

    timing = wikiwars.score([Marked("salt", "2010-05-01", text, marks)])

    assert timing.overlap == Tally(gold=4, found=2, right=2, met=2)
    assert timing.exact == Tally(gold=4, found=2, right=2, met=2)
    assert timing.days == Share(right=0, of=1)
    assert timing.dates == Share(right=1, of=2)


def test_no_text_has_no_score() -> None:
    assert wikiwars.score([]).overlap == Tally(0, 0, 0, 0)


def _mark(text: str, words: str, date: str | None) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), date)
