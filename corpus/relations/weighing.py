"""Patterns and model together: what the patterns find is weighed, what they miss is added.

1. Every pair of mentions of a sentence is judged by the model, which knows what the patterns say.
2. What a pattern found stays unless the model thinks it unlikely; its confidence is the model's.
3. What no pattern found is added where the model is sure enough, by the pair of mentions and the
   word that it is surest of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from ...ontology.vocabulary import load
from ..relation import Relation
from .model import RelationModel, Verdict, load_model
from .pairs import Pairs, allowed, pair_up, said
from .participants import Cast, Roster
from .pattern import load_patterns

MODEL = "model"
"""What stands for the pattern where the model alone found a relation."""
_CARRIERS = frozenset({"VERB", "NOUN", "ADJ", "PROPN", "AUX"})

_Key = tuple[int, int, str]
"""Subject's chain, object's chain, relation."""


@dataclass(frozen=True, slots=True)
class _Best:
    """The pair that makes a relation between two chains likeliest."""

    likely: float
    row: int
    ends: tuple[int, int]
    """Mentions of subject and object."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence, and the verdict on its pairs."""

    players: Cast
    verdict: Verdict
    best: Mapping[_Key, _Best]


def weigh(
    found: Sequence[Relation],
    casts: Sequence[Cast],
    roster: Roster,
    model: RelationModel | None = None,
) -> tuple[Relation, ...]:
    """The relations of a document, sorted by sentence, trigger, subject and object.

    The model is the one that ships, unless another is given.
    """
    model = model or load_model()
    by_sentence: dict[int, list[Relation]] = {}
    for relation in found:
        by_sentence.setdefault(relation.sentence, []).append(relation)
    weighed: list[Relation] = []
    for players in casts:
        here = by_sentence.get(players.number, [])
        judged = _judge(players, here, roster, model)
        weighed += here if judged is None else _weighed(judged, here, roster, model)
    return tuple(sorted(weighed, key=lambda relation: relation.order))


def _judge(
    players: Cast, here: Sequence[Relation], roster: Roster, model: RelationModel
) -> _Judged | None:
    vectors = players.tree.sentence.vectors
    pairs = pair_up(players, model.steps) if vectors is not None else None
    if vectors is None or pairs is None:
        return None
    verdict = model.judge(vectors, pairs, said(pairs, here, roster))
    return _Judged(players, verdict, _best(players, pairs, verdict, model))


def _best(players: Cast, pairs: Pairs, verdict: Verdict, model: RelationModel) -> dict[_Key, _Best]:
    """By two chains and a relation, the likeliest pair; symmetric relations in either order."""
    roster = players.roster
    likely = np.where(allowed(pairs, roster), verdict.likely, 0.0)
    relations = tuple(load().relations.values())
    best: dict[_Key, _Best] = {}
    floor = min(model.add, model.keep)  # less is neither kept nor added
    for row, column in np.argwhere(likely >= floor).tolist():
        relation = relations[column]
        ends = _meant(players, pairs.mentions[row].tolist(), relation.id)
        if relation.symmetric:
            ends.sort(key=lambda m: roster.chain_of[m])
        key = (roster.chain_of[ends[0]], roster.chain_of[ends[1]], relation.id)
        value = float(likely[row, column])
        if key[0] != key[1] and (key not in best or value > best[key].likely):
            best[key] = _Best(value, row, (ends[0], ends[1]))
    return best


def _meant(players: Cast, ends: Sequence[int], relation: str) -> list[int]:
    """The mentions that a pair stands for: "X fighters attacked" tells of X, as in the patterns."""
    grammar = players.grammar
    stand_in = (relation in grammar.stand_in, relation in grammar.stand_in_object)
    return [
        _stand_in(players, end) if stands else end
        for end, stands in zip(ends, stand_in, strict=True)
    ]


def _stand_in(players: Cast, mention: int) -> int:
    found = players.roster.mentions[mention]
    if found.kind != "nominal" or not players.roster.chain(mention).unnamed:
        return mention
    played = players.played_by(found.head, stand_in=True)
    if len(played) != 1 or not load().is_a(players.roster.chain(played[0]).type, "Group"):
        return mention
    return played[0]


def _weighed(
    judged: _Judged, here: Sequence[Relation], roster: Roster, model: RelationModel
) -> Iterator[Relation]:
    told: set[_Key] = set()
    for relation in here:
        key = _key(relation, roster)
        told.add(key)
        best = judged.best.get(key)
        if best and best.likely >= model.keep:
            yield replace(relation, confidence=best.likely)
    for key, best in judged.best.items():
        if key not in told and best.likely >= model.add:
            yield _added(judged, key[2], best)


def _key(relation: Relation, roster: Roster) -> _Key:
    a, b = roster.chain_of[relation.subject], roster.chain_of[relation.object]
    if load().relations[relation.relation].symmetric and a > b:
        a, b = b, a
    return a, b, relation.relation


def _added(judged: _Judged, relation: str, best: _Best) -> Relation:
    subject, target = best.ends
    if load().relations[relation].symmetric and subject > target:
        subject, target = target, subject
    trigger = _trigger(judged, best.row)
    tree = judged.players.tree
    describes = relation in _descriptive() and tree.tokens[trigger].upos != "VERB"
    return Relation(
        sentence=judged.players.number,
        relation=relation,
        subject=subject,
        object=target,
        trigger=trigger,
        pattern=MODEL,
        background=describes,
        confidence=best.likely,
    )


def _trigger(judged: _Judged, row: int) -> int:
    """The word that carries meaning and that the model looked at most; the earliest of equals."""
    attention = judged.verdict.attention[row]
    tokens = judged.players.tree.tokens
    carriers = [i for i, token in enumerate(tokens) if token.upos in _CARRIERS]
    return max(carriers or range(len(tokens)), key=lambda i: (round(float(attention[i]), 4), -i))


@cache
def _descriptive() -> frozenset[str]:
    """The relations that some pattern knows as a description."""
    return frozenset(p.relation for p in load_patterns().patterns if p.background)
