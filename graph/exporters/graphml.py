"""GraphML: entities as nodes and claims as edges, for Gephi, yEd, Cytoscape and networkx."""

import re
from collections.abc import Mapping
from typing import BinaryIO

import networkx

from ...corpus.claim import Claim
from ..addresses import DEFAULT_BASE, encode
from ..entity import Entity
from ..knowledge import Knowledge

_Value = str | int | float | bool
# What XML 1.0 cannot hold, even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(knowledge: Knowledge, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write a directed multigraph: a node an entity, an edge a claim, ids as in IRIs, no base."""
    graph = networkx.MultiDiGraph()
    for entity in knowledge.entities:
        graph.add_node(encode(entity.id), **_given(_node(entity)))
    for claim in knowledge.claims:
        ends = encode(claim.subject.id), encode(claim.object.id)
        graph.add_edge(*ends, key=encode(claim.id), **_given(_edge(claim)))
    networkx.write_graphml_xml(graph, stream)


def _node(entity: Entity) -> Mapping[str, _Value | None]:
    return {
        "label": entity.name,
        "type": entity.type,
        "aliases": " | ".join(entity.aliases) or None,
        "unnamed": entity.unnamed,
        "description": entity.description,
        "count": entity.count,
    }


def _edge(claim: Claim) -> Mapping[str, _Value | None]:
    evidence = claim.evidence[0]
    return {
        "relation": claim.relation,
        "status": claim.status,
        "attributed_to": claim.attributed_to,
        "date": claim.date,
        "date_text": claim.date_text,
        "place": claim.place,
        "count": claim.count,
        "confidence": claim.confidence,
        "document": evidence.document,
        "quote": evidence.quote,
    }


def _given(values: Mapping[str, _Value | None]) -> dict[str, _Value]:
    """Without what is unknown, which GraphML has no word for, and without what breaks XML."""
    given = {name: value for name, value in values.items() if value is not None}
    return {
        name: _NO_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in given.items()
    }
