"""GraphML, read back by networkx and by an XML parser."""

import io
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest

from allegiance.graph.addresses import encode
from allegiance.graph.knowledge import Knowledge
from tests.graph.exporters.formats import written
from tests.graph.sample import HOSTILE, hostile, sample


def read(knowledge: Knowledge) -> Any:
    return networkx.read_graphml(io.BytesIO(written("graphml", knowledge)), force_multigraph=True)


def test_nodes_are_entities_with_what_is_known_of_them() -> None:
    graph = read(sample())

    assert set(graph) == {entity.id for entity in sample().entities}
    assert graph.nodes["eagles-of-the-valley"] == {
        "label": "Eagles of the Valley",
        "type": "ArmedGroup",
        "aliases": "Nusur al-Wadi | the Eagles",
        "unnamed": False,
    }
    assert graph.nodes["march.md-two-aid-workers"]["count"] == 2


def test_edges_are_claims_under_their_ids() -> None:
    graph = read(sample())
    keys = {key for _, _, key in graph.edges(keys=True)}
    (pledge,) = [c for c in sample().claims if c.relation == "pledged-to"]

    assert keys == {claim.id for claim in sample().claims}
    assert graph.edges[pledge.subject.id, pledge.object.id, pledge.id] == {
        "relation": "pledged-to",
        "status": "reported",
        "attributed_to": "residents",
        "date": "2015-03",
        "date_text": "in March",
        "confidence": 0.93,
        "document": "march.md",
        "quote": pledge.evidence[0].quote,
    }


def test_what_is_unknown_is_left_out() -> None:
    assert b"None" not in written("graphml", sample())


@pytest.mark.parametrize("knowledge", [sample(), hostile()], ids=["sample", "hostile"])
def test_it_is_xml(knowledge: Knowledge) -> None:
    root = ElementTree.fromstring(written("graphml", knowledge))
    assert root.tag == "{http://graphml.graphdrawing.org/xmlns}graphml"


def test_hostile_ids_stay_apart_and_hostile_text_loses_what_xml_cannot_hold() -> None:
    graph = read(hostile())

    assert set(graph) == {encode(HOSTILE), encode("..")}
    label = graph.nodes[encode("..")]["label"]
    assert "<b>" in label
    assert "\x00" not in label
