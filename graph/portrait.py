"""A portrait: all that a graph says about one entity, in the order of time."""

from dataclasses import dataclass

from ..corpus.claim import Claim
from ..corpus.time import edtf
from ..ontology.vocabulary import RelationType, load
from .entity import Entity
from .finding import find
from .knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Portrait:
    """One entity with its claims."""

    entity: Entity
    namesakes: tuple[Entity, ...]
    """Others that bear the name that was asked for."""
    allegiances: tuple[Claim, ...]
    """Claims that begin or end an allegiance of the entity or to it, the earliest first."""
    claims: tuple[Claim, ...]
    """Every claim that it stands in, the earliest first, undated ones last."""


def portray(knowledge: Knowledge, name: str) -> Portrait:
    """The portrait of who is called so; raises UnknownNameError where nobody is."""
    entity, *namesakes = find(knowledge, name)
    claims = [c for c in knowledge.claims if entity.id in (c.subject.id, c.object.id)]
    relations = load().relations
    return Portrait(
        entity=entity,
        namesakes=tuple(namesakes),
        allegiances=in_time([c for c in claims if _is_allegiance(relations[c.relation])]),
        claims=in_time(claims),
    )


def in_time(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims by the first day that their date allows, undated ones last; else as given."""
    return tuple(sorted(claims, key=lambda claim: _first_day(claim.date)))


def _first_day(date: str | None) -> tuple[bool, str]:
    first, last = edtf.ends(date) if date else (None, None)
    known = first or last
    return known is None, known.first.isoformat() if known else ""


def _is_allegiance(relation: RelationType) -> bool:
    return relation.starts or relation.ends
