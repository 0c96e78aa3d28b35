"""What a pronoun could stand for, as the ranking model looks at each candidate."""

from collections.abc import Iterator

from ...ontology.vocabulary import load
from ..mention import KINDS
from ..tree import upwards
from .discourse import PARTS, Discourse, ahead, back, overlap, salience
from .pronouns import (
    FEMALE,
    MALE,
    PLURAL,
    POSSESSIVE,
    REFLEXIVE,
    SINGULAR_THINGS,
    can_replace,
    is_foe,
    is_quoted,
    opens_clause,
    pronoun_bonus,
    sex_of,
)

WINDOW = 3
"""Sentences that are looked back over."""
_CLASSES = (MALE, FEMALE, SINGULAR_THINGS, PLURAL)
_FAR = (1, 2, 3, 5, 8, 13, 21)


def candidates(text: Discourse, index: int) -> tuple[int, ...]:
    """Mentions that a pronoun may stand for, nearest first.

    Nobody is quoted speaking of himself as "he", and nobody arrests "its" own fighters.
    """
    found = (*back(text, index, WINDOW), *ahead(text, index))
    return tuple(o for o in found if _may_be_meant(text, index, o))


def _may_be_meant(text: Discourse, index: int, other: int) -> bool:
    if overlap(text.mentions[index], text.mentions[other]) or is_quoted(text, index, other):
        return False
    same = text.mentions[index].sentence == text.mentions[other].sentence
    subject = text.profiles[other].part == "subject"
    return not (same and subject and is_foe(text, index, other))


def traits_of_pronoun(text: Discourse, index: int) -> tuple[float, ...]:
    """What is known of a pronoun, whatever it stands for."""
    word, mine = text.profiles[index].key, text.profiles[index]
    return (
        *(float(word in words) for words in _CLASSES),
        float(word in POSSESSIVE),
        float(word in REFLEXIVE),
        *(float(mine.part == part) for part in PARTS),
    )


def traits_of(text: Discourse, index: int, other: int, nearer: int) -> tuple[float, ...]:
    """What speaks for and against a candidate; ``nearer`` ones stand between it and the pronoun."""
    mention, earlier = text.mentions[index], text.mentions[other]
    cluster = text.clusters.of(other)
    gap = mention.sentence - earlier.sentence
    recent = max((m for m in cluster.mentions if m < index), default=other)
    return (
        *(float(gap == n) for n in range(WINDOW + 1)),
        *(float(nearer >= n) for n in _FAR),
        float(other > index),
        float(recent == other),
        *(float(earlier.kind == kind) for kind in KINDS),
        *(float(text.profiles[other].part == part) for part in PARTS),
        *(float(cluster.type == type_id) for type_id in load().types),
        float(bool(cluster.names)),
        float(cluster.plural),
        float(text.profiles[other].plural),
        float(text.profiles[other].indefinite),
        min(len(cluster.mentions), 8) / 8,
        *_agreement(text, index, other),
        *_syntax(text, index, other),
    )


def _agreement(text: Discourse, index: int, other: int) -> Iterator[float]:
    word = text.profiles[index].key
    sex = sex_of(text.clusters.of(other), text.lexicon)
    yield float(sex == "male" and word in MALE)
    yield float(sex == "male" and word in FEMALE)
    yield float(sex == "female" and word in FEMALE)
    yield float(sex == "female" and word in MALE)
    yield float(text.profiles[other].key == word)
    own = next((words for words in _CLASSES if word in words), PLURAL)
    known = {text.profiles[m].key for m in text.clusters.of(other).mentions}
    yield float(not known.isdisjoint(own))
    yield float(any(not known.isdisjoint(words) for words in _CLASSES if words is not own))


def _syntax(text: Discourse, index: int, other: int) -> Iterator[float]:
    """How the two stand to each other in their clauses, and what the rules think of it."""
    mine, theirs = text.profiles[index], text.profiles[other]
    mention, earlier = text.mentions[index], text.mentions[other]
    same = mention.sentence == earlier.sentence
    tree = text.trees[mention.sentence]
    yield float(same and mine.verb == theirs.verb)
    yield float(same and theirs.verb in upwards(tree, mention.head))
    yield float(mine.part == theirs.part)
    yield float(same and opens_clause(text, index, other))
    yield float(can_replace(text, index, other))
    yield (salience(text, index, other) + pronoun_bonus(text, index, other)) / 4
