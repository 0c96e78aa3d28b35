"""Events that a document tells again: an undated telling has the date of the dated one.

Only relations that begin or end an allegiance are read so, since one pledge is told many times and
one shelling is not. Two tellings are one event when relation and object agree, and the subjects are
one entity, or one of them leads the other or belongs to it in this document (a group and its leader
pledge together). Tellings with two dates leave the undated ones undated.

A plan to begin or end an allegiance is told again just so ("decided to join", "its intent to
join"), by the same entities only, and never takes the date of a fact.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from ...ontology import vocabulary
from ..mention import Chain
from ..relation import Relation
from ..time.event_dates import Dating

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
    of = _numbered(chains)
    ties = {_ends(relation, of) for relation in relations if relation.relation in _TIES}
    alike = [
        fact and begins_or_ends(relation)
        for relation, fact in zip(relations, happened, strict=True)
    ]
    return _filled(relations, datings, alike, of, ties | {ends[::-1] for ends in ties})


def date_plans_again(
    relations: Sequence[Relation],
    datings: Sequence[Dating],
    chains: Sequence[Chain],
    planned: Sequence[bool],
) -> tuple[Dating, ...]:
    """The datings, with those of undated plans filled in; ``planned`` says of each relation whether
    it is told as one."""
    alike = [plan and _is_turn(r) for r, plan in zip(relations, planned, strict=True)]
    return _filled(relations, datings, alike, _numbered(chains), set())


def _is_turn(plan: Relation) -> bool:
    # Who plans to be a member plans to join.
    joins = plan.relation == "member-of" and not plan.background
    return joins or begins_or_ends(plan)


_Told = Mapping[tuple[str, int], Mapping[tuple[int, str], Dating]]
"""The datings by relation and object, and there by subject and date."""


def _filled(
    relations: Sequence[Relation],
    datings: Sequence[Dating],
    alike: Sequence[bool],
    of: Mapping[int, int],
    ties: Set[tuple[int, int]],
) -> tuple[Dating, ...]:
    """The datings, where those that are told alike and undated have the date of the dated ones."""
    told: dict[tuple[str, int], dict[tuple[int, str], Dating]] = {}
    for relation, dating, fits in zip(relations, datings, alike, strict=True):
        if fits and dating.date:
            subject, target = _ends(relation, of)
            same = told.setdefault((relation.relation, target), {})
            same.setdefault((subject, dating.date), dating)
    return tuple(
        _retold(relation, told, of, ties) or dating if fits and dating.text is None else dating
        for relation, dating, fits in zip(relations, datings, alike, strict=True)
    )


def _retold(
    relation: Relation, told: _Told, of: Mapping[int, int], ties: Set[tuple[int, int]]
) -> Dating | None:
    """The dating of the other tellings of an event, None where there is none or two disagree."""
    subject, target = _ends(relation, of)
    found = [
        dating
        for (other, _), dating in told.get((relation.relation, target), {}).items()
        if other == subject or (subject, other) in ties
    ]
    if len({dating.date for dating in found}) != 1:
        return None
    return replace(found[0], rule=_RULE)


def _numbered(chains: Sequence[Chain]) -> Mapping[int, int]:
    """The number of the chain of every mention."""
    return {mention: number for number, chain in enumerate(chains) for mention in chain.mentions}


def _ends(relation: Relation, of: Mapping[int, int]) -> tuple[int, int]:
    """The chains of subject and object."""
    return of.get(relation.subject, -1), of.get(relation.object, -1)


def begins_or_ends(relation: Relation) -> bool:
    """Whether a relation tells how an allegiance began or ended, which happens once."""
    return relation.relation in _turning() and not relation.background


@cache
def _turning() -> frozenset[str]:
    """The relations that begin or end an allegiance."""
    relations = vocabulary.load().relations.values()
    return frozenset(r.id for r in relations if (r.starts or r.ends) and r.id not in _TIES)
