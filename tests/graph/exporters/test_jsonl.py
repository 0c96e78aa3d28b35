"""JSON Lines: claims come back as they were."""

import json

import pytest

from allegiance.corpus.claim import from_dict
from allegiance.graph.knowledge import Knowledge
from tests.graph.exporters.formats import written
from tests.graph.sample import hostile, sample, tiny


@pytest.mark.parametrize("knowledge", [tiny(), sample(), hostile()], ids=["t", "s", "hostile"])
def test_claims_come_back_in_their_order(knowledge: Knowledge) -> None:
    lines = written("jsonl", knowledge).splitlines()
    assert tuple(from_dict(json.loads(line)) for line in lines) == knowledge.claims


def test_lines_are_sorted_by_document_then_position() -> None:
    rows = [json.loads(line) for line in written("jsonl", sample()).splitlines()]
    places = [(row["evidence"][0]["document"], row["evidence"][0]["start"]) for row in rows]
    assert places == sorted(places)


def test_no_mark_inside_a_line_ends_it() -> None:
    assert len(written("jsonl", hostile()).decode().splitlines()) == 1


def test_text_stays_readable() -> None:
    claims = sample().claims
    assert claims[0].evidence[0].quote in written("jsonl", sample()).decode()
