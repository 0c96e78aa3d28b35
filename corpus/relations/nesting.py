"""One telling each: of a mention and another inside it, one alone plays a part in an event.

"Columns of the army arrested two men" tells of the columns or of the army, not of both. The
likelier one stays; of equals the outer one, which says more.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from ...ontology.vocabulary import load
from ..relation import Relation
from .participants import Roster


def told_once(relations: Sequence[Relation], roster: Roster) -> tuple[Relation, ...]:
    """The relations without those that tell another one of an inner or an outer mention."""
    weaker: set[int] = set()
    for ends in _alike(relations, roster):
        for one, inner in ends.items():
            for other, outer in ends.items():
                if _inside(inner, outer, roster):
                    likelier = relations[one].confidence > relations[other].confidence
                    weaker.add(other if likelier else one)
    return tuple(relation for at, relation in enumerate(relations) if at not in weaker)


def _alike(relations: Sequence[Relation], roster: Roster) -> Iterable[Mapping[int, int]]:
    """By place, the other ends of relations of one sentence that share relation and an end."""
    found: defaultdict[Hashable, dict[int, int]] = defaultdict(dict)
    for at, relation in enumerate(relations):
        if load().relations[relation.relation].family != "geography":
            ends = relation.subject, relation.object
            for side, (end, other) in enumerate(zip(ends, reversed(ends), strict=True)):
                key = relation.sentence, relation.relation, side, roster.chain_of[other]
                found[key][at] = end
    return found.values()


def _inside(inner: int, outer: int, roster: Roster) -> bool:
    one, other = roster.mentions[inner], roster.mentions[outer]
    return (
        one.sentence == other.sentence
        and other.first <= one.first
        and one.last <= other.last
        and (one.first, one.last) != (other.first, other.last)
    )
