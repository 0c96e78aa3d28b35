"""A claim: one document's statement that subject, relation and object hold together.

The JSON form (:func:`to_dict`, :func:`from_dict`) is what ``allegiance export --format jsonl``
writes, one claim a line; ``claim.schema.json`` beside this file states it as JSON Schema.
"""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Literal

Status = Literal["asserted", "reported", "denied", "planned"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says so: ``document.text[start:end] == quote``."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class End:
    """Subject or object of a claim."""

    name: str
    type: str
    aliases: tuple[str, ...]
    """This document's other names and nominals for the entity, no pronouns."""
    mention: str
    """The words that stand in the evidence."""
    start: int
    end: int
    """Document offsets of ``mention``."""
    chain: int
    """Number of the document's chain that the mention belongs to."""
    unnamed: bool = False
    count: int | None = None
    id: str = ""
    """The entity's id; empty until mentions are resolved over all documents."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one document, with all that makes it accountable."""

    id: str
    subject: End
    relation: str
    object: End
    status: Status
    attributed_to: str | None
    date: str | None
    """EDTF: ``2014-12-13``, ``2014-12``, ``2014-12-13/2014-12-14``, ``2014-12~``; or None."""
    date_text: str | None
    date_rule: str | None
    place: str | None
    count: int | None
    confidence: float
    extractor: str
    """``pattern:`` and the id of the pattern that found it, or ``model``."""
    evidence: tuple[Evidence, ...]
    trigger: tuple[int, int]
    """Document offsets of the word that carries the relation."""


def claim_id(
    document: str,
    sentence: tuple[int, int],
    relation: str,
    subject: tuple[int, int],
    target: tuple[int, int],
    trigger: tuple[int, int],
) -> str:
    """The claim's id: a hash of what identifies it, so that it survives merges and renames."""
    parts = [document, relation, *(f"{a}:{b}" for a, b in (sentence, subject, target, trigger))]
    return sha256("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def _end_to_dict(end: End) -> dict[str, Any]:
    return {
        "id": end.id,
        "name": end.name,
        "type": end.type,
        "aliases": list(end.aliases),
        "mention": end.mention,
        "start": end.start,
        "end": end.end,
        "chain": end.chain,
        "unnamed": end.unnamed,
        "count": end.count,
    }


def _end_from_dict(row: dict[str, Any]) -> End:
    return End(**{**row, "aliases": tuple(row["aliases"])})


def to_dict(claim: Claim) -> dict[str, Any]:
    """The claim as JSON-ready values, in the order of the published format."""
    return {
        "id": claim.id,
        "subject": _end_to_dict(claim.subject),
        "relation": claim.relation,
        "object": _end_to_dict(claim.object),
        "status": claim.status,
        "attributed_to": claim.attributed_to,
        "date": claim.date,
        "date_text": claim.date_text,
        "date_rule": claim.date_rule,
        "place": claim.place,
        "count": claim.count,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "trigger": list(claim.trigger),
        "evidence": [
            {"document": e.document, "start": e.start, "end": e.end, "quote": e.quote}
            for e in claim.evidence
        ],
    }


def from_dict(row: dict[str, Any]) -> Claim:
    """The claim that :func:`to_dict` wrote; raises TypeError or KeyError on other rows."""
    return Claim(
        **{
            **row,
            "subject": _end_from_dict(row["subject"]),
            "object": _end_from_dict(row["object"]),
            "evidence": tuple(Evidence(**e) for e in row["evidence"]),
            "trigger": (row["trigger"][0], row["trigger"][1]),
        }
    )


def with_ids(claim: Claim, subject: str, target: str) -> Claim:
    """The claim with the ids of the entities that its ends were resolved to."""
    return replace(
        claim,
        subject=replace(claim.subject, id=subject),
        object=replace(claim.object, id=target),
    )
