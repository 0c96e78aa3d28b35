import json
from pathlib import Path

import pytest

from allegiance.graph.ledger import Decision, read_ledger


def ledger(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "decisions.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "decisions.jsonl").decisions == ()


def test_every_judgement_is_read(tmp_path: Path) -> None:
    found = read_ledger(
        ledger(
            tmp_path,
            {"judgement": "same", "entities": ["a", "b"], "who": "mk", "why": "one logo"},
            "",
            {"judgement": "different", "entities": ["b", "a", "c"]},
            {"judgement": "unsure", "entities": ["a", "b"]},
            {"judgement": "retype", "entity": "a", "type": "Coalition"},
            {"judgement": "rename", "entity": "a", "name": "Rock"},
            {"judgement": "confirmed", "claim": "1"},
            {"judgement": "rejected", "claim": "2"},
            {"judgement": "corrected", "claim": "3", "changes": {"status": "denied", "date": None}},
        )
    )

    assert found.remarks == ()
    assert found.decisions == (
        Decision(1, "same", entities=("a", "b")),
        Decision(3, "different", entities=("b", "a", "c")),
        Decision(4, "unsure", entities=("a", "b")),
        Decision(5, "retype", entities=("a",), value="Coalition"),
        Decision(6, "rename", entities=("a",), value="Rock"),
        Decision(7, "confirmed", claim="1"),
        Decision(8, "rejected", claim="2"),
        Decision(9, "corrected", claim="3", changes=(("date", None), ("status", "denied"))),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{not json", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ([1], "no JSON object"),
        ({"judgement": "perhaps"}, "is none of same, different"),
        ({"judgement": ["same"]}, "is none of same, different"),
        ({"entities": ["a", "b"]}, "is none of same, different"),
        ({"judgement": "same", "entities": "ab"}, "no list of ids"),
        ({"judgement": "same", "entities": ["a", 1]}, "no list of ids"),
        ({"judgement": "same", "entities": ["a", "a"]}, "two different ids"),
        ({"judgement": "retype", "entity": "a", "type": "Gang"}, "is none of Entity, Person"),
        ({"judgement": "rename", "entity": "a", "name": " "}, '"name" is missing'),
        ({"judgement": "rejected"}, '"claim" is missing'),
        ({"judgement": "corrected", "claim": "1"}, "no object of fields"),
        ({"judgement": "corrected", "claim": "1", "changes": {"quote": "x"}}, "'quote' cannot be"),
        ({"judgement": "corrected", "claim": "1", "changes": {"date": "soon"}}, "cannot be 'soon'"),
        ({"judgement": "corrected", "claim": "1", "changes": {"status": ["x"]}}, "cannot be"),
    ],
)
def test_a_broken_line_is_named_and_passed_over(tmp_path: Path, line: object, words: str) -> None:
    good = {"judgement": "rejected", "claim": "1"}
    found = read_ledger(ledger(tmp_path, good, line, good))

    assert [decision.line for decision in found.decisions] == [1, 3]
    (told,) = found.remarks
    assert told.startswith("decisions.jsonl:2: passed over: ")
    assert words in told
    assert "\n" not in told


def test_bytes_that_are_no_text_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(b'\xff\xfe{}\r\n{"judgement": "rejected", "claim": "1"}\r\n')
    found = read_ledger(path)

    assert len(found.decisions) == len(found.remarks) == 1
