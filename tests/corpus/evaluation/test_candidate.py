import json

import pytest

from allegiance.corpus.claim import Claim, End, Evidence, to_dict
from allegiance.corpus.errors import GoldError
from allegiance.corpus.evaluation.candidate import (
    Candidate,
    by_document,
    from_claim,
    from_row,
    read_candidates,
)
from tests.corpus.evaluation.articles import candidate

QUOTE = "The Reeds left."
ROW = {
    "subject": "the Reeds",
    "relation": "withdrew from",
    "object": {"name": "Amon"},
    "evidence": [{"document": "x1"}],
}


def claim() -> Claim:
    ends = [
        End("Reeds", "ArmedGroup", ("the men",), "The Reeds", 0, 9, chain=0),
        End("Amon", "Town", (), "it", 3, 5, chain=1),
    ]
    return Claim(
        *("1", ends[0], "withdrew-from", ends[1], "reported", "a nurse", "2014", "in 2014", "year"),
        *("the delta", 30, 0.9, "pattern:leave", (Evidence("x1", 0, 15, QUOTE),), (10, 14)),
    )


def test_a_claim_and_its_row_are_one_candidate() -> None:
    found = from_claim(claim())

    assert found == from_row(json.loads(json.dumps(to_dict(claim()))))
    assert found.subject == ("Reeds", "the men")
    assert (found.speaker, found.place, found.count) == ("a nurse", "the delta", 30)


def test_a_row_may_be_short() -> None:
    assert from_row(ROW) == Candidate(
        subject=("the Reeds",),
        relation="withdrew-from",
        object=("Amon",),
        status="asserted",
        speaker=None,
        date=None,
        place=None,
        count=None,
        evidence=(Evidence("x1", -1, -1, ""),),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["no"], "no JSON object"),
        (ROW | {"subject": None}, "a claim without subject"),
        (ROW | {"object": {"name": ""}}, "object has no name"),
        (ROW | {"object": {"name": 3}}, "object has no name, or one that is no text"),
        (ROW | {"object": {"name": "Amon", "aliases": "A"}}, "the aliases of object are no list"),
        (ROW | {"evidence": []}, "a claim without evidence"),
        (ROW | {"evidence": [{"document": 3}]}, "evidence without a document"),
        (ROW | {"evidence": [{"document": "x1", "start": "0"}]}, "start is no whole number"),
        (ROW | {"date": 2014}, "date is no text"),
        (ROW | {"count": True}, "count is no whole number"),
    ],
)
def test_a_faulty_row_is_told_with_its_line(row: object, message: str) -> None:
    lines = [json.dumps(ROW).encode(), b"  \n", json.dumps(row).encode()]

    with pytest.raises(GoldError, match=rf"^claims\.jsonl:3: {message}"):
        list(read_candidates(lines, "claims.jsonl"))


@pytest.mark.parametrize("line", [b"{", b"[" * 100_000, b"\xff{}", b"9" * 5000])
def test_what_is_no_json_is_told(line: bytes) -> None:
    with pytest.raises(GoldError, match=r"^-:1: .{1,300}$"):
        list(read_candidates([line], "-"))


def test_claims_go_to_their_documents_by_id_or_by_file_name() -> None:
    pieces = (
        Evidence("x1", 0, 5, "a"),
        Evidence("articles/b.2.txt", 0, 5, "b"),
        Evidence("b.2", 6, 7, "c"),
        Evidence("elsewhere", 0, 5, "d"),
    )
    found = by_document(
        [candidate("a", "fought", "b", evidence=pieces)], frozenset({"x1", "b.2", "x3"})
    )

    assert {id: [c.evidence for c in claims] for id, claims in found.items()} == {
        "b.2": [(pieces[1], pieces[2])],
        "x1": [(pieces[0],)],
        "x3": [],
    }
