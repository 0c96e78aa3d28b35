"""Events that a document tells again: an undated telling has the date of the dated one.

Only relations that begin or end an allegiance are read so, since one pledge is told many times and
one shelling is not. Two tellings are one event when relation and object agree, and the subjects are
one entity, or one of them leads the other or belongs to it in this document (a group and its leader
pledge together). Tellings with two dates leave the undated ones undated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..ontology import vocabulary
from .event_dates import Dating
from .mention import Chain
from .relation import Relation

_RULE = "told-again"
_TIES = frozenset({"leads", "member-of", "spokesperson-of"})


def date_retellings(
    relations: Sequence[Relation],
    datings: Sequence[Dating],
    chains: Sequence[Chain],
    happened: Sequence[bool],
) -> tuple[Dating, ...]:
    """The datings, with those of undated tellings filled in; ``happened`` says of each relation
    whether it is told as a fact, neither denied nor planned."""
    of = {mention: number for number, chain in enumerate(chains) for mention in chain.mentions}
    ties = {_ends(r, of) for r in relations if r.relation in _TIES}
    told = [
        (relation, dating)
        for relation, dating, fact in zip(relations, datings, happened, strict=True)
        if fact and dating.date and _once(relation)
    ]
    return tuple(
        _retold(relation, dating, told, of, ties) if fact else dating
        for relation, dating, fact in zip(relations, datings, happened, strict=True)
    )


def _retold(
    relation: Relation,
    dating: Dating,
    told: Sequence[tuple[Relation, Dating]],
    of: Mapping[int, int],
    ties: set[tuple[int, int]],
) -> Dating:
    if dating.text is not None or not _once(relation):
        return dating
    found = [date for other, date in told if _same(relation, other, of, ties)]
    if len({date.date for date in found}) != 1:
        return dating
    return replace(found[0], rule=_RULE)


def _same(
    one: Relation, other: Relation, of: Mapping[int, int], ties: set[tuple[int, int]]
) -> bool:
    if one.relation != other.relation:
        return False
    (subject, target), (subject2, target2) = _ends(one, of), _ends(other, of)
    together = {(subject, subject2), (subject2, subject)}
    return target == target2 and (subject == subject2 or not ties.isdisjoint(together))


def _ends(relation: Relation, of: Mapping[int, int]) -> tuple[int, int]:
    """The chains of subject and object."""
    return of.get(relation.subject, -1), of.get(relation.object, -1)


def _once(relation: Relation) -> bool:
    return relation.relation in _turning() and not relation.background


@cache
def _turning() -> frozenset[str]:
    """The relations that begin or end an allegiance."""
    relations = vocabulary.load().relations.values()
    return frozenset(r.id for r in relations if (r.starts or r.ends) and r.id not in _TIES)
