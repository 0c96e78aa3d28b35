"""What a pronoun stands for: the most salient thing near it that fits by type, number and sex."""

from ..naming.lexicon import Lexicon
from ..naming.types import family
from ..tree import antecedent, upwards
from .clusters import Cluster
from .discourse import Discourse, ahead, back, overlap, salience, subjects

_NEAR = 3
FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
SINGULAR_THINGS = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_PARTIES = frozenset({"ArmedGroup", "Coalition", "StateForce", "Group"})
POSSESSIVE = frozenset({"its", "his", "her", "their", "hers", "theirs"})
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})


def antecedent_of_pronoun(text: Discourse, index: int) -> int | None:
    """The most salient mention that a pronoun can stand for; None where none fits."""
    best, top = None, 0.0
    for other in (*back(text, index, _NEAR), *ahead(text, index)):
        if not can_replace(text, index, other):
            continue
        score = salience(text, index, other) + pronoun_bonus(text, index, other)
        if best is None or score > top:
            best, top = other, score
    return best


def can_replace(text: Discourse, index: int, other: int) -> bool:
    """Whether the rules let a pronoun stand for a mention."""
    word = text.profiles[index].key
    mention, earlier = text.mentions[index], text.mentions[other]
    cluster = text.clusters.of(other)
    kind = family(cluster.type)
    if overlap(mention, earlier) or (earlier.kind == "pronoun" and len(cluster.mentions) < 2):
        return earlier.kind == "pronoun" and text.profiles[other].key in _same_set(word)
    if word in MALE | FEMALE:
        wrong = MALE if sex_of(cluster, text.lexicon) == "female" else FEMALE
        if sex_of(cluster, text.lexicon) and word in wrong:
            return False
        if kind not in {"Person"} or cluster.plural:
            return False
    elif word in SINGULAR_THINGS:
        leads = text.profiles[other].part == "subject" or opens_clause(text, index, other)
        acts = cluster.type == "Country" and leads
        if cluster.plural or cluster.type == "Entity" or kind == "Person":
            return False
        if kind == "Place" and not acts:
            return False
    elif kind == "Place" or (kind == "Person" and not cluster.plural):
        return False
    return _free(text, index, other) and not is_quoted(text, index, other)


def is_quoted(text: Discourse, index: int, other: int) -> bool:
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
    if word in POSSESSIVE | REFLEXIVE:
        return True
    mine, theirs = text.profiles[index], text.profiles[other]
    mention, earlier = text.mentions[index], text.mentions[other]
    if mention.sentence != earlier.sentence:
        return True
    if mine.part != "subject" and earlier.head in subjects(text, mention.sentence, mine.verb):
        return False
    return mine.verb != theirs.verb or (theirs.part == "inner" and mine.part != "subject")


def pronoun_bonus(text: Discourse, index: int, other: int) -> float:
    """What speaks for a mention beyond its salience."""
    mine, theirs = text.profiles[index], text.profiles[other]
    mention, earlier = text.mentions[index], text.mentions[other]
    cluster = text.clusters.of(other)
    word = mine.key
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
    if word in POSSESSIVE and opens_clause(text, index, other):
        score += 3
    if same and theirs.part == "subject" and is_foe(text, index, other):
        score -= 3
    if mine.key in PLURAL:
        score += 2 if cluster.plural else -0.5
    if earlier.kind == "pronoun" and text.profiles[other].key in _same_set(mine.key):
        score += 0.7
    return score


def opens_clause(text: Discourse, index: int, other: int) -> bool:
    """Whether "who" or "which" begins the pronoun's clause and stands for the other."""
    mention, earlier = text.mentions[index], text.mentions[other]
    if mention.sentence != earlier.sentence:
        return False
    tree = text.trees[mention.sentence]
    verb = text.profiles[index].verb
    own = tree.children(verb, "nsubj") if verb >= 0 else ()
    return any(antecedent(tree, subject) == earlier.head for subject in own)


def is_foe(text: Discourse, index: int, other: int) -> bool:
    """Whether the subject harms whom the pronoun owns, and a third party is there to own them.

    "X raided the camp of Y and arrested six of its fighters": nobody arrests their own so.
    """
    mention, earlier = text.mentions[index], text.mentions[other]
    tree = text.trees[mention.sentence]
    if text.profiles[index].key not in {"its", "their"} or earlier.kind == "pronoun":
        return False
    thing = tree.head(mention.head)
    if any(tree.word(c) == "own" for c in tree.below[thing]):
        return False
    while thing >= 0 and tree.base[thing] in {"nmod", "conj"}:
        thing = tree.head(thing)
    harmed = thing >= 0 and tree.base[thing] == "obj"
    if not harmed or not text.lexicon.is_any("harming", tree.lemma(tree.head(thing))):
        return False
    if earlier.head not in subjects(text, mention.sentence, tree.head(thing)):
        return False
    mine = text.clusters.of(other)
    return any(
        text.clusters.of(third) is not mine
        and text.mentions[third].kind != "pronoun"
        and text.clusters.of(third).type in _PARTIES
        and not overlap(mention, text.mentions[third])
        for third in back(text, index, 0)
    )


def _same_set(word: str) -> frozenset[str]:
    for group in (MALE, FEMALE, SINGULAR_THINGS):
        if word in group:
            return group
    return PLURAL


def sex_of(cluster: Cluster, lexicon: Lexicon) -> str:
    """``female``, ``male``, or nothing where no noun tells."""
    if cluster.sex:
        return cluster.sex
    for sex in ("female", "male"):
        if lexicon.is_any(sex, *cluster.nouns):
            return sex
    return ""
