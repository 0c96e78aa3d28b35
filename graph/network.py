"""The graph as a networkx MultiDiGraph: a node an entity, an edge a claim, keyed by the claim's id.

So that every edge is accountable, nothing is gathered: two articles that say the same are two
edges. An edge of a symmetric relation stands once, from the end that the text names first, and is
marked ``symmetric``.
"""

from dataclasses import asdict
from typing import Any

import networkx

from ..corpus.claim import Claim
from ..ontology.vocabulary import load
from .errors import CountError
from .knowledge import Knowledge


def to_network(knowledge: Knowledge) -> Any:  # networkx states no types
    """The network; raises CountError where it would hold fewer claims or entities than given.

    >>> to_network(Knowledge((), (), ())).number_of_edges()
    0
    """
    network = networkx.MultiDiGraph()
    for entity in knowledge.entities:
        values = asdict(entity)
        network.add_node(values.pop("id"), **values)
    relations = load().relations
    for claim in knowledge.claims:
        symmetric = relations[claim.relation].symmetric
        ends = claim.subject.id, claim.object.id
        network.add_edge(*ends, key=claim.id, symmetric=symmetric, **_values(claim))
    _check(network, knowledge)
    return network


def _values(claim: Claim) -> dict[str, Any]:
    evidence = claim.evidence[0]
    return {
        "relation": claim.relation,
        "status": claim.status,
        "attributed_to": claim.attributed_to,
        "date": claim.date,
        "date_text": claim.date_text,
        "date_rule": claim.date_rule,
        "place": claim.place,
        "count": claim.count,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "subject_mention": claim.subject.mention,
        "object_mention": claim.object.mention,
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }


def _check(network: Any, knowledge: Knowledge) -> None:
    given = len(knowledge.entities), len(knowledge.claims)
    held = network.number_of_nodes(), network.number_of_edges()
    if held != given:
        raise CountError(
            f"network: {given[0]} entities and {given[1]} claims went in, {held[0]} and {held[1]} "
            "came out; two must share an id"
        )
