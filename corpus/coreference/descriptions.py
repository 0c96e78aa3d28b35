"""What a definite description takes up.

An earlier description with the same noun whose words include its own ("the seven militants" after
"seven of its own militants"), a name that was given the noun ("the battalion"); or else the most
salient thing that fits by type, number and the names inside it.
"""

from ...ontology import gazetteer
from ..naming.types import family
from ..tree import Tree
from .clusters import Cluster, clash
from .discourse import (
    PARTS,
    Discourse,
    back,
    is_headline,
    names_fit,
    narrowed,
    overlap,
    salience,
    words_of_names,
)
from .profile import Profile

_FAR = 12
_NEAR = 4
_MOST = 20


def same_noun(text: Discourse, index: int) -> int | None:
    """An earlier description with the same noun, or a name that was given it."""
    profile = text.profiles[index]
    if profile.indefinite:
        return None
    repeats = profile.bare and (profile.plural or bool(text.clusters.of(index).names))
    if not (profile.definite or profile.owned or repeats):
        return None
    found = [
        o for o in reversed(text.by_noun.get(profile.noun, [])[-_MOST:]) if _repeats(text, index, o)
    ]
    count = text.mentions[index].count
    exact = [o for o in found if count and text.clusters.of(o).count == count]
    return next(iter(exact or found), None)


def _repeats(text: Discourse, index: int, other: int) -> bool:
    mine, theirs = text.profiles[index], text.profiles[other]
    one, two = text.clusters.of(index), text.clusters.of(other)
    typed = not _is_called_so(text, index, other)
    if mine.plural != theirs.plural or clash(one, two, typed=typed):
        return False
    if mine.owned == theirs.owned == "'s" and mine.key == theirs.key:
        return True
    if mine.definite and narrowed(text, index):
        return False
    if mine.owned:
        near = text.mentions[index].sentence - text.mentions[other].sentence <= 1
        owner = _same_owner(mine, theirs) or (near and mine.own and theirs.own)
        return owner and mine.words <= theirs.words
    if theirs.owned and not mine.definite:
        return False
    if mine.bare and not mine.plural:
        return len(mine.words) > 1 and theirs.definite and mine.words <= theirs.words
    if theirs.bare and not theirs.plural and is_headline(text, text.mentions[other].sentence):
        return mine.definite and (theirs.words <= mine.words or mine.words <= theirs.words)
    if mine.bare or theirs.bare:
        return _repeats_bare(text, index, other)
    told = two.words | theirs.words | words_of_names(two)
    inner = mine.proper if mine.proper and names_fit(text, index, other) else frozenset()
    if not mine.words - inner <= told:
        return False
    distance = text.mentions[index].sentence - text.mentions[other].sentence
    return theirs.definite or bool(two.names) or distance <= _FAR


def _is_called_so(text: Discourse, index: int, other: int) -> bool:
    """Whether the noun itself names the other, whichever side the reader puts either on.

    "The Guard" takes up "the Valley Guard", and "the brigade" the Valley Brigade; but an army is
    no rebels' army.
    """
    mention, noun = text.mentions[index], text.profiles[index].noun
    named = any(noun in name.split() for name in text.clusters.of(other).names)
    entry = text.lexicon.noun(noun)
    if text.trees[mention.sentence].tokens[mention.head].upos == "PROPN":
        return named
    common = entry is not None and entry.group and (entry.weak or entry.type == "ArmedGroup")
    groups = family(mention.type) == family(text.clusters.of(other).type) == "Group"
    return named and common and groups


def _is_placed(text: Discourse, index: int) -> bool:
    """Whether a phrase behind a description says whose or where: "fighters from X"."""
    mention = text.mentions[index]
    tree = text.trees[mention.sentence]
    return any(c >= mention.last for c in tree.children(mention.head, "nmod"))


def same_number(text: Discourse, index: int) -> int | None:
    """The people that "the eight" takes up: those of whom the same number was told last."""
    mention, profile = text.mentions[index], text.profiles[index]
    number = text.trees[mention.sentence].tokens[mention.head].upos == "NUM"
    lone = number and profile.definite and mention.count is not None
    for other in back(text, index, _NEAR) if lone else ():
        if text.mentions[other].kind == "nominal" and text.mentions[other].count == mention.count:
            return other
    return None


def _repeats_bare(text: Discourse, index: int, other: int) -> bool:
    """Whether "fighters" are "fighters" again; never "fighters from X" and "fighters from Y"."""
    mine, theirs = text.profiles[index], text.profiles[other]
    if mine.words != theirs.words or (_is_placed(text, index) and _is_placed(text, other)):
        return False
    wide = mine.plural and text.mentions[index].type != "Person" and not narrowed(text, index)
    return (wide or mine.definite) and (theirs.bare or theirs.definite)


def _same_owner(mine: Profile, theirs: Profile) -> bool:
    """Whether two descriptions have an owner of the same kind: "his wife" twice."""
    return mine.owned == theirs.owned and mine.owned in {"his", "her"} and not mine.plural


def salient(text: Discourse, index: int, window: int) -> int | None:
    """The best thing for a definite description to take up."""
    best, top = None, 0.0
    for other in back(text, index, window):
        if not _may_be(text, index, other):
            continue
        score = salience(text, index, other) + _description_bonus(text, index, other)
        score += 0.5 if best is None else 0.0  # the nearest that fits
        if text.profiles[index].part != "subject":
            score -= PARTS[text.profiles[other].part] / 2
        if best is None or score > top:
            best, top = other, score
    return best


def named_since(text: Discourse, index: int, introduced: int) -> int | None:
    """The name of a group that "a battalion" introduced and "the battalion" takes up.

    It is the subject beside "the battalion", nothing else is known of it, and the document names
    it only after the introduction.
    """
    mine, cluster = text.profiles[index], text.clusters.of(index)
    alone = text.profiles[introduced].indefinite and not cluster.names
    anaphoric = text.lexicon.is_any("anaphoric", mine.noun)
    if not (alone and anaphoric) or mine.plural or family(text.mentions[index].type) != "Group":
        return None
    for other in back(text, index, 0):
        named = text.clusters.of(other)
        if text.profiles[other].part != "subject" or not named.names or named.nouns:
            continue
        since = min(named.mentions) > min(cluster.mentions)
        known = any(gazetteer.load().lookup(name) for name in named.names)
        if since and not known and not clash(cluster, named) and named.type != "Entity":
            return other
    return None


def _may_be(text: Discourse, index: int, other: int) -> bool:
    mine, theirs = text.profiles[index], text.profiles[other]
    mention, earlier = text.mentions[index], text.mentions[other]
    cluster = text.clusters.of(other)
    if earlier.kind == "pronoun" or mine.plural != cluster.plural:
        return False
    named = bool(text.clusters.of(index).names) or _leads_to_name(text, index)
    if text.clusters.of(index) is cluster or (named and not theirs.indefinite):
        return False
    if mine.plural and _is_body(text, index) != _is_body(text, other):
        return False
    if clash(text.clusters.of(index), cluster) or cluster.type == "Entity":
        return False
    if not _place_fits(text, index, cluster):
        return False
    if not (_group_fits(text, index, other, cluster) and _people_fit(text, index, cluster)):
        return False
    if not names_fit(text, index, other) or _is_seat(text, other):
        return False
    if theirs.bare and mention.sentence - earlier.sentence > 1:
        return False
    if any(mate is cluster for mate in _clause_mates(text, index)):
        return False
    return not overlap(mention, earlier)


def _leads_to_name(text: Discourse, index: int) -> bool:
    """Whether a group's name stands right behind: "the rebel group X"."""
    mention = text.mentions[index]
    return any(
        other.first == mention.last and other.kind == "name" and family(other.type) == "Group"
        for other in text.mentions[index + 1 : index + 4]
        if other.sentence == mention.sentence
    )


def _people_fit(text: Discourse, index: int, cluster: Cluster) -> bool:
    """No attacker is a correspondent, and no victims are their doctors."""
    noun, lexicon = text.profiles[index].noun, text.lexicon
    entry = lexicon.noun(noun)
    if text.mentions[index].type != "Person" or entry is None or cluster.names:
        return True
    if lexicon.is_any("suffering", noun):
        plain = lexicon.is_any("people", *cluster.nouns) or noun in cluster.nouns
        return plain or cluster.count is not None
    if entry.plural != "ArmedGroup" or not cluster.nouns:
        return True
    others = [lexicon.noun(n) for n in cluster.nouns]
    return any(o is not None and o.plural != "Person" for o in others) or lexicon.is_any(
        "people", *cluster.nouns, *(f"{n}s" for n in cluster.nouns)
    )


def _is_seat(text: Discourse, other: int) -> bool:
    """Whether a place only says where somebody sits: "the UK-based X"."""
    mention = text.mentions[other]
    tree = text.trees[mention.sentence]
    after = [tree.word(i) for i in range(mention.last, min(mention.last + 2, len(tree.tokens)))]
    return mention.kind == "name" and "based" in after


def _clause_mates(text: Discourse, index: int) -> list[Cluster]:
    """The clusters of subject and object beside a description: nobody attacks "the group" so."""
    mention, mine = text.mentions[index], text.profiles[index]
    verbs = _joined_verbs(text.trees[mention.sentence], mine.verb)
    found = []
    for other in range(index - 1, -1, -1):
        earlier, theirs = text.mentions[other], text.profiles[other]
        if earlier.sentence != mention.sentence:
            break
        if theirs.verb in verbs and theirs.part in {"subject", "object"}:
            found.append(text.clusters.of(other))
    return found


def _group_fits(text: Discourse, index: int, other: int, cluster: Cluster) -> bool:
    """A group takes up a named or an introduced one; no government, and no army, is a group."""
    if family(text.mentions[index].type) != "Group" or text.profiles[index].plural:
        return True
    if cluster.type in {"Government", "StateForce"} or _is_too_large(text, index, cluster):
        return False
    if {text.mentions[index].type, cluster.type} == {"ArmedGroup", "Organisation"}:
        return False  # no rights group is an extremist group
    same = text.profiles[index].noun in cluster.nouns
    return bool(cluster.names) or same or text.profiles[other].indefinite


def _joined_verbs(tree: Tree, verb: int) -> set[int]:
    """A verb and those before it that share their subject with it: "seized X and arrested Y"."""
    verbs = {verb}
    while verb >= 0 and tree.base[verb] == "conj" and not tree.has(verb, "nsubj"):
        verb = tree.head(verb)
        if verb in verbs:
            break
        verbs.add(verb)
    return verbs - {-1}


def _is_too_large(text: Discourse, index: int, cluster: Cluster) -> bool:
    """Whether a noun for a unit is said of a well-known group that is none."""
    noun = text.profiles[index].noun
    if not text.lexicon.is_any("units", noun):
        return False
    units = {w for w in words_of_names(cluster) if text.lexicon.is_any("units", w)}
    known = any(gazetteer.load().lookup(name) for name in cluster.names)
    return known and not units


def _is_body(text: Discourse, index: int) -> bool:
    """Whether a plural means people, and not groups."""
    noun = text.lexicon.noun(text.profiles[index].noun)
    return noun is None or not noun.group


def _place_fits(text: Discourse, index: int, cluster: Cluster) -> bool:
    """Whether a noun for a place, and nothing but it, fits a named place."""
    profile, noun = text.profiles[index], text.mentions[index].type
    if family(noun) != "Place":
        return True
    if not cluster.names or len(profile.words) > 1:
        return False
    if "capital" in cluster.nouns and profile.noun != "city":
        return False
    if any(text.lexicon.is_any("directions", name.split()[0]) for name in cluster.names):
        return False
    return cluster.type == noun or (cluster.type == "Place" and noun in {"Town", "Place"})


def _description_bonus(text: Discourse, index: int, other: int) -> float:
    profile, cluster = text.profiles[index], text.clusters.of(other)
    score = 0.0
    if profile.noun in cluster.nouns | words_of_names(cluster):
        score += 1 if is_lone_weak_noun(text, index) else 3
    elif {n for n in cluster.nouns if text.lexicon.is_any("anaphoric", n)} and cluster.names:
        score -= 0.5
    if profile.proper and names_fit(text, index, other):
        score += 2
    modifiers = profile.words - {profile.noun}
    score += len(modifiers & cluster.words)
    if text.mentions[index].type == cluster.type != "Group":
        score += 1
    if text.mentions[index].sentence == text.mentions[other].sentence:
        score += 0.7
    return score


def is_lone_weak_noun(text: Discourse, index: int) -> bool:
    """Whether a description is nothing but "the group": whoever is nearest is meant."""
    profile = text.profiles[index]
    noun = text.lexicon.noun(profile.noun)
    lone = profile.definite and not profile.plural and len(profile.words) == 1
    return lone and noun is not None and noun.weak
