"""What holds for every format."""

import random
from dataclasses import replace

import pytest

from allegiance.graph.exporters import FORMATS
from allegiance.graph.knowledge import Knowledge
from tests.graph.exporters.formats import written
from tests.graph.sample import hostile, sample

EMPTY = Knowledge((), (), ())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("knowledge", [EMPTY, sample(), hostile()], ids=["empty", "s", "hostile"])
def test_the_same_knowledge_gives_the_same_bytes(format: str, knowledge: Knowledge) -> None:
    assert written(format, knowledge) == written(format, knowledge)
    written(format, knowledge).decode("utf-8")


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads"])
def test_rdf_is_sorted_whatever_the_order(format: str) -> None:
    claims = list(sample().claims)
    random.Random(1).shuffle(claims)

    assert written(format, replace(sample(), claims=tuple(claims))) == written(format, sample())


@pytest.mark.parametrize("format", FORMATS)
def test_every_claim_goes_out(format: str) -> None:
    text = written(format, sample()).decode()
    assert all(claim.id in text for claim in sample().claims)
