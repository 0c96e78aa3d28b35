"""What the page carries: articles, entities, claims and edges as one JSON value.

Offsets stay in code points; the page converts them. Everything is text here and stays text in the
page, which writes it by ``textContent`` alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..corpus.claim import Claim, End
from ..corpus.document import Document
from ..ontology.vocabulary import UNDECIDED, Vocabulary
from .datewords import claim_date, date_in_words
from .entity import Entity
from .figure import Edge
from .knowledge import Knowledge
from .look import Look

TEXT_LIMIT = 6_000_000
"""Characters of articles that a page carries whole; above it, it carries the sentences alone."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a graph that a page shows."""

    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    main: frozenset[str]
    """Entities that the page opens on; all of them where the graph is small."""
    focus: str | None
    omitted: int
    """Entities that were left out because the graph is too large for one page."""


def page_data(
    knowledge: Knowledge, selection: Selection, vocabulary: Vocabulary, look: Look
) -> dict[str, Any]:
    """The JSON-ready value that ``templates/*.js`` reads; tables of it are lists, by position."""
    used = sorted({index for edge in selection.edges for index in edge.claims})
    claims = [knowledge.claims[index] for index in used]
    cited = {piece.document for claim in claims for piece in claim.evidence}
    documents = [document for document in knowledge.documents if document.id in cited]
    row_of = {entity.id: row for row, entity in enumerate(selection.entities)}
    claim_row = {index: row for row, index in enumerate(used)}
    return {
        "types": _types(selection, vocabulary),
        "families": [
            {"id": f.id, "label": f.label, "allegiance": f.allegiance} for f in look.families
        ],
        "relations": _relations(claims, vocabulary, look),
        "statuses": [
            {"id": s.id, "label": s.label, "meaning": s.meaning, "cross": s.cross}
            | {"dashes": list(s.dashes), "opacity": s.opacity}
            for s in look.statuses
        ],
        "documents": _documents(documents),
        "entities": [_entity(entity, entity.id in selection.main) for entity in selection.entities],
        "claims": _claims(claims, row_of, {d.id: row for row, d in enumerate(documents)}),
        "edges": [
            {
                "s": row_of[edge.subject],
                "o": row_of[edge.object],
                "r": edge.relation,
                "status": edge.status,
                "claims": [claim_row[index] for index in edge.claims],
            }
            for edge in selection.edges
        ],
        "focus": row_of[selection.focus] if selection.focus else None,
        "omitted": selection.omitted,
    }


def _types(selection: Selection, vocabulary: Vocabulary) -> list[dict[str, str]]:
    used = {known_type(entity, vocabulary) for entity in selection.entities}
    return [
        {"id": t.id, "label": t.label, "colour": t.colour, "shape": t.shape}
        for t in vocabulary.types.values()
        if t.id in used
    ]


def known_type(entity: Entity, vocabulary: Vocabulary) -> str:
    """The entity's type, or ``Entity`` for one that the ontology does not know."""
    return entity.type if entity.type in vocabulary.types else UNDECIDED


def _relations(claims: Sequence[Claim], vocabulary: Vocabulary, look: Look) -> list[dict[str, Any]]:
    used = {claim.relation for claim in claims}
    return [
        {
            "id": r.id,
            "label": r.label,
            "meaning": r.definition,
            "symmetric": r.symmetric,
            "family": look.family(r.family).id,
            "colour": r.colour,
        }
        for r in vocabulary.relations.values()
        if r.id in used
    ]


def _documents(documents: Sequence[Document]) -> list[dict[str, Any]]:
    whole = sum(len(document.text) for document in documents) <= TEXT_LIMIT
    return [
        {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "date": date_in_words(document.date) if document.date else None,
            "url": document.url,
            "link": is_link(document.url),
            "text": document.text if whole else None,
        }
        for document in documents
    ]


def is_link(url: str | None) -> bool:
    """Whether an address may be followed from the page: http and https with a host, no other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _entity(entity: Entity, main: bool) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "unnamed": entity.unnamed,
        "count": entity.count,
        "main": main,
    }


def _claims(
    claims: Sequence[Claim], row_of: Mapping[str, int], document_row: Mapping[str, int]
) -> list[dict[str, Any]]:
    return [
        {
            "s": row_of[claim.subject.id],
            "o": row_of[claim.object.id],
            "r": claim.relation,
            "status": claim.status,
            "speaker": claim.attributed_to,
            "date": claim_date(claim.date, claim.date_text),
            "said": claim.date_text,
            "sort": claim.date or "",
            "rule": claim.date_rule,
            "place": claim.place,
            "count": claim.count,
            "subject": _mention(claim.subject),
            "object": _mention(claim.object),
            "trigger": list(claim.trigger),
            "evidence": [
                [document_row[piece.document], piece.start, piece.end, piece.quote]
                for piece in claim.evidence
            ],
        }
        for claim in claims
    ]


def _mention(end: End) -> list[int]:
    return [end.start, end.end]
