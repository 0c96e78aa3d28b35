import json

from allegiance.corpus.evaluation.exam import from_dict
from allegiance.corpus.evaluation.report import (
    detail_rows,
    miss_words,
    relation_rows,
    share_rows,
    tally_rows,
    to_dict,
)
from allegiance.corpus.evaluation.scoring import evaluate
from tests.corpus.evaluation.articles import TEXT, candidate, exam_row, gold

ARTICLE = from_dict(exam_row(), TEXT)
FOUND = [
    candidate("Reed Brigade", "split-from", "Delta Council", status="reported", date="2014-05"),
    candidate("Port Amon", "controls", "Reed Brigade"),
    candidate("Reed Brigade", "fought", "a ship"),
]
EVALUATION = evaluate([ARTICLE], FOUND)


def test_tallies_have_precision_and_recall() -> None:
    rows = list(tally_rows(EVALUATION.overall))

    assert rows[0] == ("", "gold", "found", "right", "precision", "recall", "F1")
    assert rows[1] == ("edges", "2", "3", "1", "0.333", "0.500", "0.400")
    assert rows[3] == ("speaker of right edges", "1", "0", "0", "-", "0.000", "0.000")
    assert rows[4] == ("date", "1", "1", "0", "0.000", "0.000", "0.000")


def test_shares_of_nothing_are_no_figures() -> None:
    assert list(share_rows(EVALUATION.overall))[1:] == [
        ("status of right edges", "1", "1", "1.000"),
        ("relation of right ends", "2", "2", "1.000"),
        ("direction", "2", "1", "0.500"),
        ("quotes verbatim", "3", "3", "1.000"),
    ]
    assert list(share_rows(evaluate([gold([], [])], []).overall))[1][-1] == "-"


def test_every_relation_has_a_row_in_both_tables() -> None:
    edges, details = list(relation_rows(EVALUATION)), list(detail_rows(EVALUATION))

    assert edges[1:] == [
        ("controls", "1", "1", "0", "0.000", "0.000", "0.000", "1/1", "1/1", "1"),
        ("split-from", "1", "1", "1", "1.000", "1.000", "1.000", "1/1", "1/1", "0"),
        ("fought", "0", "1", "0", "0.000", "-", "0.000", "0/0", "-", "0"),
    ]
    assert details[2] == ("split-from", "1/1", "0/1", "0/1", "0/1", "0/1", "0/1", "1/1")
    assert {len(row) for row in edges} == {10}
    assert {len(row) for row in details} == {8}


def test_a_miss_in_a_line() -> None:
    assert miss_words(EVALUATION.missed[0]) == (
        "x1: the Reed Brigade | controls | Port Amon | asserted (found the other way round)"
    )
    assert miss_words(EVALUATION.wrong[1]) == "x1: Reed Brigade | fought | a ship | asserted"


def test_json_has_counts_rounded_shares_and_as_many_errors_as_wanted() -> None:
    row = to_dict(EVALUATION, errors=1)

    assert json.loads(json.dumps(row)) == row
    assert row["overall"]["edges"] == {
        "gold": 2,
        "found": 3,
        "right": 1,
        "met": 1,
        "precision": 0.333,
        "recall": 0.5,
        "f1": 0.4,
    }
    assert row["overall"]["status"] == {"right": 1, "of": 1, "share": 1.0}
    assert row["by_relation"]["fought"]["relation"]["share"] is None
    assert [len(row["missed"]), len(row["wrong"])] == [1, 1]
    assert row["missed"][0]["quote"] == "It holds"
    assert to_dict(EVALUATION)["missed"] == []
