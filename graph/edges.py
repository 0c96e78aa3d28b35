"""Direct edges: which relations hold between two entities, by what the claims about them say.

1. A denied or planned claim gives no edge.
2. Where any claim denies, there is no edge at all, whoever else asserts it: that is a
   contradiction, and both sides of it stay as claims.
3. Of the rest, an asserted claim gives an asserted edge. Where nobody asserts, a reported claim
   gives a reported one: no edge is both, so that a question over all edges counts it once.

A symmetric relation is one edge whichever end a text names first, and is given both ways.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..corpus.claim import Claim
from ..ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, order=True)
class DirectEdge:
    """A relation between two entities, by their ids."""

    subject: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True)
class DirectEdges:
    """The edges that the claims give, each tuple sorted."""

    asserted: tuple[DirectEdge, ...]
    reported: tuple[DirectEdge, ...]


def direct_edges(claims: Iterable[Claim], vocabulary: Vocabulary) -> DirectEdges:
    """The edges of all claims together; raises KeyError for a relation that is not declared."""
    statuses: dict[DirectEdge, set[str]] = defaultdict(set)
    for claim in claims:
        for edge in _both_ways(claim, vocabulary):
            statuses[edge].add(claim.status)
    holding = {edge: found for edge, found in statuses.items() if "denied" not in found}
    return DirectEdges(
        tuple(sorted(edge for edge, found in holding.items() if "asserted" in found)),
        tuple(sorted(edge for edge, found in holding.items() if _only_reported(found))),
    )


def _only_reported(statuses: set[str]) -> bool:
    return "reported" in statuses and "asserted" not in statuses


def _both_ways(claim: Claim, vocabulary: Vocabulary) -> Iterable[DirectEdge]:
    edge = DirectEdge(claim.subject.id, claim.relation, claim.object.id)
    if not vocabulary.relations[claim.relation].symmetric:
        return [edge]
    return [edge, DirectEdge(edge.object, edge.relation, edge.subject)]
