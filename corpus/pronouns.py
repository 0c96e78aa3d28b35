"""What a pronoun stands for: the most salient thing near it that fits by type, number and sex."""

from .clusters import Cluster
from .discourse import Discourse, ahead, back, overlap, salience, subjects
from .lexicon import Lexicon
from .tree import upwards
from .types import family

_NEAR = 3
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_SINGULAR_THINGS = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_POSSESSIVE = frozenset({"its", "his", "her", "their", "hers", "theirs"})
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})


def antecedent_of_pronoun(text: Discourse, index: int) -> int | None:
    """The most salient mention that a pronoun can stand for; None where none fits."""
    best, top = None, 0.0
    for other in (*back(text, index, _NEAR), *ahead(text, index)):
        if not _can_replace(text, index, other):
            continue
        score = salience(text, index, other) + _pronoun_bonus(text, index, other)
        if best is None or score > top:
            best, top = other, score
    return best


def _can_replace(text: Discourse, index: int, other: int) -> bool:
    word = text.profiles[index].key
    mention, earlier = text.mentions[index], text.mentions[other]
    cluster = text.clusters.of(other)
    kind = family(cluster.type)
    if overlap(mention, earlier) or (earlier.kind == "pronoun" and len(cluster.mentions) < 2):
        return earlier.kind == "pronoun" and text.profiles[other].key in _same_set(word)
    if word in _MALE | _FEMALE:
        wrong = _MALE if _sex(cluster, text.lexicon) == "female" else _FEMALE
        if _sex(cluster, text.lexicon) and word in wrong:
            return False
        if kind not in {"Person"} or cluster.plural:
            return False
    elif word in _SINGULAR_THINGS:
        acts = cluster.type == "Country" and text.profiles[other].part == "subject"
        if cluster.plural or cluster.type == "Entity" or kind == "Person":
            return False
        if kind == "Place" and not acts:
            return False
    elif kind == "Place" or (kind == "Person" and not cluster.plural):
        return False
    return _free(text, index, other) and not _is_quoted(text, index, other)


def _is_quoted(text: Discourse, index: int, other: int) -> bool:
    """Whether a speaker's words name the other: "X has left", he said."""
    mention, earlier = text.mentions[index], text.mentions[other]
    if mention.sentence != earlier.sentence or text.profiles[index].part != "subject":
        return False
    tree = text.trees[mention.sentence]
    between = range(min(mention.last, earlier.last), max(mention.first, earlier.first))
    return sum(tree.word(i) in _MARKS for i in between) % 2 == 1


def _free(text: Discourse, index: int, other: int) -> bool:
    """Whether the clause lets the pronoun mean the other mention."""
    word = text.profiles[index].key
    if word in _POSSESSIVE | _REFLEXIVE:
        return True
    mine, theirs = text.profiles[index], text.profiles[other]
    mention, earlier = text.mentions[index], text.mentions[other]
    if mention.sentence != earlier.sentence:
        return True
    if mine.part != "subject" and earlier.head in subjects(text, mention.sentence, mine.verb):
        return False
    return mine.verb != theirs.verb or (theirs.part == "inner" and mine.part != "subject")


def _pronoun_bonus(text: Discourse, index: int, other: int) -> float:
    mine, theirs = text.profiles[index], text.profiles[other]
    mention, earlier = text.mentions[index], text.mentions[other]
    cluster = text.clusters.of(other)
    score = 0.0
    same = mention.sentence == earlier.sentence
    tree = text.trees[mention.sentence]
    score += 0.7 if same else 0.0
    if same and theirs.part == "subject":
        if mine.verb == theirs.verb:
            score += 1.5
        elif theirs.verb in upwards(tree, mention.head):
            score += 1
    if mine.part == "subject" and theirs.part == "subject":
        score += 0.5
    if mine.key in _PLURAL:
        score += 2 if cluster.plural else -0.5
    if earlier.kind == "pronoun" and text.profiles[other].key in _same_set(mine.key):
        score += 0.7
    return score


def _same_set(word: str) -> frozenset[str]:
    for group in (_MALE, _FEMALE, _SINGULAR_THINGS):
        if word in group:
            return group
    return _PLURAL


def _sex(cluster: Cluster, lexicon: Lexicon) -> str:
    if cluster.sex:
        return cluster.sex
    for sex in ("female", "male"):
        if lexicon.is_any(sex, *cluster.nouns):
            return sex
    return ""
