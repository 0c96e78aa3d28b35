"""What a graph holds, in numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..ontology.vocabulary import load
from .entity import Entity
from .figure import count_claims
from .knowledge import Knowledge

Table = tuple[tuple[str, int], ...]
"""Names with their numbers, in a fixed order."""
MOST = 10
"""How many of the most connected are listed."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of a graph."""

    documents: int
    dated_documents: int
    entities: int
    unnamed: int
    claims: int
    dated_claims: int
    attributed_claims: int
    types: Table
    """In the order of the ontology, like the relations; what does not occur is left out."""
    relations: Table
    statuses: Table
    """The most frequent first."""
    connected: tuple[tuple[Entity, int], ...]
    """Those who stand in most claims, the first of them first."""


def count(knowledge: Knowledge) -> Counts:
    """The numbers of all that is known."""
    words, claims = load(), knowledge.claims
    return Counts(
        documents=len(knowledge.documents),
        dated_documents=sum(document.date is not None for document in knowledge.documents),
        entities=len(knowledge.entities),
        unnamed=sum(entity.unnamed for entity in knowledge.entities),
        claims=len(claims),
        dated_claims=sum(claim.date is not None for claim in claims),
        attributed_claims=sum(claim.attributed_to is not None for claim in claims),
        types=_table((entity.type for entity in knowledge.entities), words.types),
        relations=_table((claim.relation for claim in claims), words.relations),
        statuses=tuple(Counter(sorted(claim.status for claim in claims)).most_common()),
        connected=_connected(knowledge),
    )


def _table(values: Iterable[str], order: Iterable[str]) -> Table:
    found = Counter(values)
    ordered = dict.fromkeys([*order, *sorted(found)])
    return tuple((value, found[value]) for value in ordered if found[value])


def _connected(knowledge: Knowledge) -> tuple[tuple[Entity, int], ...]:
    numbers = count_claims(knowledge.claims)
    known = knowledge.entities_by_id()
    ranked = sorted(numbers, key=lambda id: (-numbers[id], id))
    return tuple((known[id], numbers[id]) for id in ranked[:MOST])
