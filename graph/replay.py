"""Replaying the ledger: what a graph knows, after what people judged.

1. Of several judgements on the same pair, entity or claim the last counts; ``unsure`` and
   ``confirmed`` take an earlier one back.
2. ``same`` merges in the ledger's order, transitively, and the id that is named first stays. A
   merge that would bring together two that were judged ``different`` is not made.
3. Rejected claims go, corrected ones change, and every end is led to the entity that stayed.
4. ``retype`` and ``rename`` apply to the entities that stayed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from ..corpus.claim import Claim, with_ids
from ..ontology.vocabulary import UNDECIDED
from .entity import Entity
from .errors import CountError
from .knowledge import Knowledge
from .ledger import ON_CLAIMS, ON_PAIRS, Decision


@dataclass(frozen=True, slots=True)
class Replay:
    """The judged knowledge, and a remark for each judgement that does not apply."""

    knowledge: Knowledge
    remarks: tuple[str, ...]


def replay(knowledge: Knowledge, decisions: Sequence[Decision]) -> Replay:
    """What is known after all judgements; raises CountError where a claim is lost on the way."""
    if not decisions:
        return Replay(knowledge, ())
    merges = _merge(_last(decisions, ON_PAIRS))
    claims = _judged_claims(knowledge.claims, _last(decisions, ON_CLAIMS), merges)
    entities = _merged_entities(knowledge.entities, merges)
    for decision in decisions:
        for id in map(merges.kept, decision.entities):
            if id in entities:
                entities[id] = _judged_entity(entities[id], decision)
    standing = {end.id for claim in claims for end in (claim.subject, claim.object)}
    kept = tuple(entities[id] for id in sorted(standing))
    remarks = sorted([*merges.remarks, *_strays(knowledge, decisions)])
    return Replay(
        Knowledge(knowledge.documents, kept, claims), tuple(words for _, words in remarks)
    )


def _last(
    decisions: Iterable[Decision], judgements: Sequence[str]
) -> Mapping[tuple[str, ...], Decision]:
    """The last judgement on each pair or claim, in the order of the ledger."""
    last: dict[tuple[str, ...], Decision] = {}
    for decision in decisions:
        if decision.judgement in judgements:
            for key in _judged_by(decision):
                last.pop(key, None)
                last[key] = decision
    return last


def _judged_by(decision: Decision) -> Iterator[tuple[str, ...]]:
    if decision.claim:
        yield (decision.claim,)
    else:
        yield from (_pair(*two) for two in combinations(decision.entities, 2))


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


@dataclass(frozen=True, slots=True)
class _Merges:
    """Which id each id was merged into."""

    into: dict[str, str] = field(default_factory=dict)
    remarks: list[tuple[int, str]] = field(default_factory=list)

    def kept(self, id: str) -> str:
        while id in self.into:
            id = self.into[id]
        return id


def _merge(judged: Mapping[tuple[str, ...], Decision]) -> _Merges:
    merges = _Merges()
    apart = [pair for pair, decision in judged.items() if decision.judgement == "different"]
    for pair, decision in judged.items():
        if decision.judgement != "same":
            continue
        first, second = map(merges.kept, sorted(pair, key=decision.entities.index))
        if first == second:
            continue
        if (clash := _clash(first, second, apart, merges)) is not None:
            words = f"not merged: {clash[0]!r} and {clash[1]!r} were judged different"
            merges.remarks.append((decision.line, decision.about(words)))
        else:
            merges.into[second] = first
    return merges


def _clash(
    first: str, second: str, apart: Iterable[tuple[str, ...]], merges: _Merges
) -> tuple[str, ...] | None:
    """Two that were judged different and that merging these would bring together."""
    ends = {first, second}
    return next((pair for pair in apart if {merges.kept(id) for id in pair} == ends), None)


def _judged_claims(
    claims: Sequence[Claim], judged: Mapping[tuple[str, ...], Decision], merges: _Merges
) -> tuple[Claim, ...]:
    found = []
    for claim in claims:
        decision = judged.get((claim.id,))
        if decision is None or decision.judgement != "rejected":
            changed = claim if decision is None else _corrected(claim, decision)
            ends = merges.kept(claim.subject.id), merges.kept(claim.object.id)
            found.append(with_ids(changed, *ends))
    rejected = {id for (id,), d in judged.items() if d.judgement == "rejected"}
    gone = sum(claim.id in rejected for claim in claims)
    if len(found) + gone != len(claims):
        raise CountError(f"ledger: of {len(claims)} claims, {gone} rejected, {len(found)} came out")
    return tuple(found)


def _corrected(claim: Claim, decision: Decision) -> Claim:
    changes: dict[str, Any] = dict(decision.changes)
    if "date" in changes:
        changes["date_rule"] = "ledger" if changes["date"] else None
    return replace(claim, **changes)


def _merged_entities(entities: Iterable[Entity], merges: _Merges) -> dict[str, Entity]:
    merged: dict[str, Entity] = {}
    # The one whose id stays comes first, so that the others are added to it.
    for entity in sorted(entities, key=lambda one: (one.id != merges.kept(one.id), one.id)):
        id = merges.kept(entity.id)
        merged[id] = _merged(merged[id], entity) if id in merged else replace(entity, id=id)
    return merged


def _merged(kept: Entity, other: Entity) -> Entity:
    if kept.unnamed and not other.unnamed:
        return _merged(replace(other, id=kept.id), kept)
    names = {*kept.aliases, other.name, *other.aliases} - {kept.name}
    return replace(
        kept,
        type=other.type if kept.type == UNDECIDED else kept.type,
        aliases=tuple(sorted(names)),
        count=kept.count if kept.count is not None else other.count,
    )


def _judged_entity(entity: Entity, decision: Decision) -> Entity:
    if decision.judgement == "retype":
        return replace(entity, type=decision.value)
    if decision.judgement == "rename":
        names = {*entity.aliases, entity.name} - {decision.value}
        return replace(entity, name=decision.value, aliases=tuple(sorted(names)))
    return entity


def _strays(knowledge: Knowledge, decisions: Iterable[Decision]) -> Iterator[tuple[int, str]]:
    """A remark for every entity or claim that is judged and not there."""
    entities = knowledge.entities_by_id()
    claims = {claim.id for claim in knowledge.claims}
    for decision in decisions:
        for id in decision.entities:
            if id not in entities:
                yield decision.line, decision.about(f"kept for later: there is no entity {id!r}")
        if decision.claim and decision.claim not in claims:
            words = f"kept for later: there is no claim {decision.claim!r}"
            yield decision.line, decision.about(words)
