"""The word that tells of a relation which the model found, where no pattern says which it is.

The model looks at many words at once, and the one it looks at most is often a name. Circumstances
are read around the word that tells what is so, and the tree has that one on the way from the object
to the subject, or beside it where the ends are coordinated. Of the words there, from the object
upwards to where the ways meet and down again to the subject, the first counts that

1. the patterns know as a word for the relation: "the town that X has *held*", also in a clause
   about the object: "X has my son, who was *detained* in May";
2. else, unless the relation only says what somebody is, is a verb or the noun of an event, as
   ``times.yml`` lists them: "overran a post and *finished off* six of its defenders".

What is said in passing ("X's men", "freed the hostages") has no such word: it keeps the trigger
that the model gave, and is a description.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..mention import Mention
from ..relation import Relation
from ..relations.pattern import load_patterns
from ..relations.weighing import MODEL
from ..time.dates import load_times
from ..tree import NOUNS, Tree, is_verb, upwards

_STATES = frozenset(
    {
        "active-in",
        "based-in",
        "kin-of",
        "leads",
        "located-in",
        "member-of",
        "spokesperson-of",
        "supports",
    }
)
"""Relations that say what somebody is: a verb beside them mostly tells of something else."""

_UNDONE_BY = {"detained": "released", "kidnapped": "released"}
"""Relations that are past where another one is told: who is freed was held before."""


def by_predicate(
    relations: Sequence[Relation], mentions: Sequence[Mention], trees: Mapping[int, Tree]
) -> tuple[Relation, ...]:
    """The relations, those of the model with the word that tells of them as their trigger."""
    return tuple(
        _pointed(relation, mentions, trees[relation.sentence])
        if relation.pattern == MODEL
        else relation
        for relation in relations
    )


def _pointed(relation: Relation, mentions: Sequence[Mention], tree: Tree) -> Relation:
    subject, target = mentions[relation.subject], mentions[relation.object]
    if not subject.sentence == target.sentence == relation.sentence:
        return relation
    way = tuple(_way(tree, subject.head, target.head))
    known = _words(relation.relation)
    for token in (*way, *tree.children(target.head, "acl")):
        if tree.lemma(token) in known:
            return replace(relation, trigger=token, background=known[tree.lemma(token)])
    if relation.relation in _STATES:
        return replace(relation, background=True)
    ends = {subject.head, target.head}
    found = next((token for token in way if token not in ends and _tells(tree, token)), -1)
    if found >= 0 and tree.lemma(found) in _words(_UNDONE_BY.get(relation.relation, "")):
        return replace(relation, background=True)
    return relation if found < 0 else replace(relation, trigger=found, background=False)


@cache
def _words(relation: str) -> Mapping[str, bool]:
    """The words for a relation, with whether they only describe."""
    found: dict[str, bool] = {}
    for pattern in load_patterns().patterns:
        for trigger in pattern.triggers if pattern.relation == relation else ():
            if trigger.kind != "name" and not trigger.particle:
                found[trigger.word] = found.get(trigger.word, True) and pattern.background
    return found


def _way(tree: Tree, subject: int, target: int) -> Iterator[int]:
    """The words from the object up to where the ways meet, then down to the subject; of two that
    are coordinated also what they belong to."""
    one, other = (subject, *upwards(tree, subject)), (target, *upwards(tree, target))
    meeting = next((token for token in other if token in one), -1)
    if meeting < 0:
        return
    yield from other[: other.index(meeting) + 1]
    yield from one[: one.index(meeting)][::-1]
    if meeting in {subject, target}:
        yield from _above(tree, meeting)


def _above(tree: Tree, end: int) -> Iterator[int]:
    """What coordinated ends belong to: "A and B clashed"."""
    for above in upwards(tree, end):
        yield above
        if tree.tokens[above].upos not in NOUNS:
            return


def _tells(tree: Tree, token: int) -> bool:
    if is_verb(tree, token) or tree.has(token, "cop"):
        return tree.base[token] not in {"aux", "cop"}
    return tree.lemma(token) in load_times().clauses["events"]
