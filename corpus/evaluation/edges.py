"""The edges of one article: those that claims make, and those that annotated claims make.

An edge is all claims with one relation between the same two ends, denied ones apart. Ends of our
claims are the same where their names fold to one; annotated ones have keys.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

from ...ontology.vocabulary import load
from .candidate import Candidate
from .gold import GoldClaim, GoldDocument, GoldEntity
from .likeness import Names, agree, fold_strictly, names

_Claim = TypeVar("_Claim", Candidate, GoldClaim)
_Told = tuple[tuple[Hashable, ...], _Claim]


class FoundEdge(NamedTuple):
    """An edge with the claims that make it, in text order; the first gives the names."""

    subject: Names
    relation: str
    object: Names
    claims: tuple[Candidate, ...]


class WantedEdge(NamedTuple):
    """An annotated edge with the claims that make it, in text order."""

    subject: GoldEntity
    relation: str
    object: GoldEntity
    claims: tuple[GoldClaim, ...]


def is_symmetric(relation: str) -> bool:
    """Whether the relation has no direction; False for one that nobody knows."""
    known = load().relations.get(relation)
    return known is not None and known.symmetric


def found_edges(candidates: Iterable[Candidate]) -> tuple[FoundEdge, ...]:
    """The edges of claims, in text order whatever the order of the claims."""
    told = (
        (_key(c.relation, fold_strictly(c.subject[0]), fold_strictly(c.object[0]), c.status), c)
        for c in sorted(candidates, key=_position)
    )
    return tuple(
        FoundEdge(names(*c[0].subject), c[0].relation, names(*c[0].object), c)
        for c in _together(told)
    )


def wanted_edges(gold: GoldDocument) -> tuple[WantedEdge, ...]:
    """The edges that were annotated, in their order."""
    told = ((_key(c.relation, c.subject, c.object, c.status), c) for c in gold.claims)
    return tuple(
        WantedEdge(gold.entities[c[0].subject], c[0].relation, gold.entities[c[0].object], c)
        for c in _together(told)
    )


def _key(relation: str, subject: str, target: str, status: str) -> tuple[Hashable, ...]:
    ends = sorted((subject, target)) if is_symmetric(relation) else (subject, target)
    return relation, *ends, status == "denied"


def _together(told: Iterable[_Told[_Claim]]) -> Iterable[tuple[_Claim, ...]]:
    edges: dict[tuple[Hashable, ...], list[_Claim]] = {}
    for key, claim in told:
        edges.setdefault(key, []).append(claim)
    return map(tuple, edges.values())


def _position(claim: Candidate) -> tuple[int, tuple[int, ...], str]:
    # The last is for rows without offsets: any order will do, as long as it is one.
    return claim.evidence[0].start, claim.order, repr(claim)


def is_straight(found: FoundEdge, wanted: WantedEdge) -> bool:
    """Whether the ends agree as they stand."""
    return _is(found.subject, wanted.subject) and _is(found.object, wanted.object)


def is_turned(found: FoundEdge, wanted: WantedEdge) -> bool:
    """Whether the ends agree the other way round."""
    return _is(found.subject, wanted.object) and _is(found.object, wanted.subject)


def _is(ours: Names, entity: GoldEntity) -> bool:
    return agree(ours, names(*entity.names), by_words=entity.unnamed)
