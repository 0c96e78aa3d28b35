"""Where something happened: the place that a trigger or its clause names with "in", "at", "near".

Looked for, in this order: on the trigger itself; on its objects, where parsers like to hang it; on
the verb that the trigger depends on or is coordinated with; anywhere inside its clause. Before all
that, a clause with "where" tells of the place it describes. What attacks a place kills there.
"""

from collections.abc import Iterator

from ...ontology.vocabulary import load
from ..relation import Relation
from ..speech.cues import load_cues
from ..time.dates import load_times
from ..tree import NOUNS, Tree, cases, conjuncts, is_verb, upwards
from .directory import Directory

_CLAUSES = frozenset({"xcomp", "conj", "advcl", "obj", "obl", "nsubj", "nmod", "ccomp", "compound"})
_FURTHEST = 3
_FARTHEST = 15
_INSIDE = ("obj", "obl", "nmod", "acl", "xcomp", "advcl")
_DIRECTIONS = frozenset({"north", "south", "east", "west", "outside", "near"})
_LEFT = frozenset({"from", "out", "out of"})
_BY_ATTACK = frozenset({"killed", "kidnapped", "detained"})
_LATER = frozenset({"after", "before", "since", "until", "when", "as"})


def find_place(tree: Tree, relation: Relation, directory: Directory) -> str | None:
    """The name of the place of what a relation tells, or None where its clause names none."""
    target = directory.chain_of[relation.object]
    if relation.relation in load_cues()["places.own"] or load().is_a(target.type, "Place"):
        return None
    ends = (directory.chain_of[relation.subject], target)
    beside = _beside(tree, relation, directory)
    for token in _candidates(tree, relation):
        for place in _named(tree, token):
            index = _place_at(directory, relation.sentence, place)
            if index is None:
                continue
            chain = directory.chain_of[index]
            if any(chain is end for end in ends):
                break
            if place in beside or _is_speakers(tree, place, relation.trigger):
                continue
            return chain.name
    return None


def _beside(tree: Tree, relation: Relation, directory: Directory) -> frozenset[int]:
    """What is coordinated with the object: of "attacked Kafr and Tal" neither is in the other."""
    mention = directory.mentions[relation.object]
    if mention.sentence != relation.sentence:
        return frozenset()
    head = mention.head
    first = tree.head(head) if tree.base[head] == "conj" else head
    return frozenset({first, *tree.children(first, "conj")} - {head} if first >= 0 else ())


def _is_speakers(tree: Tree, place: int, trigger: int) -> bool:
    """Whether a place belongs to who speaks: "the ministry in Moscow said"."""
    at = place
    for above in upwards(tree, place):
        spoken = tree.lemma(above) in load_cues()["speech.verbs"] and above != trigger
        if tree.base[at] == "nsubj":
            return spoken
        if is_verb(tree, above):
            return False
        at = above
    return False


def _candidates(tree: Tree, relation: Relation) -> Iterator[int]:
    """Tokens that a preposition of place introduces, best first."""
    trigger = relation.trigger
    if relation.relation == "expelled":
        yield from (c for c in tree.children(trigger, "obl") if cases(tree, c) & _LEFT)
    for above in (trigger, *upwards(tree, trigger)):
        if any(tree.word(c) == "where" for c in tree.children(above, "advmod")):
            yield from _described(tree, above)
        if tree.base[above] in {"acl", "advcl", "root", "ccomp"}:
            break
    yield from _phrases(tree, trigger)
    for child in _parts(tree, trigger):
        yield from _phrases(tree, child)
    yield from _above(tree, trigger, by_attack=relation.relation in _BY_ATTACK)
    yield from sorted(_within(tree, trigger))
    yield from _following(tree, trigger)


def _parts(tree: Tree, trigger: int) -> Iterator[int]:
    """What has the place of its verb: the event that does it, the objects, where parsers like to
    hang it."""
    events = load_times().clauses["events"]
    yield from (c for c in tree.children(trigger, "nsubj") if tree.lemma(c) in events)
    yield from tree.children(trigger, "obj", "nsubj:pass", "obl", "advmod", "nmod")


def _above(tree: Tree, trigger: int, *, by_attack: bool) -> Iterator[int]:
    """The places of what a trigger depends on; of an attack that kills, the place attacked."""
    at = trigger
    for above in list(upwards(tree, trigger))[:_FURTHEST]:
        if tree.base[at] not in _CLAUSES or (tree.base[at] == "conj" and _is_habit(tree, above)):
            break
        if is_verb(tree, above):
            yield from _phrases(tree, above)
            for child in tree.children(above, "obj", "nsubj:pass", "obl"):
                yield from (p for p in _phrases(tree, child) if child != at)
            # "stormed the post and killed six": at the post.
            yield from (c for c in tree.children(above, "obj") if by_attack and c != at)
        at = above


def _is_habit(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of what goes on, its place no place of what is coordinated with it."""
    word = tree.word(verb)
    return is_verb(tree, verb) and word.endswith("s") and word != tree.lemma(verb)


def _described(tree: Tree, clause: int) -> Iterator[int]:
    """The noun that "where" stands for: the head of the clause, else the nearest one before it."""
    if tree.tokens[clause].relation == "acl:relcl":
        noun = tree.head(clause)
        towards = tree.head(noun)
        if towards >= 0 and tree.word(towards) in _DIRECTIONS and tree.head(towards) >= 0:
            # "the district south of Mosul, where": the district.
            yield tree.head(towards)
        yield noun
    opening = min(c for c in tree.children(clause, "advmod") if tree.word(c) == "where")
    before = [i for i in range(opening) if tree.tokens[i].upos in NOUNS][-4:][::-1]
    yield from (i for i in before if not _is_bearing(tree, i))


def _is_bearing(tree: Tree, index: int) -> bool:
    """Whether a place only tells where another one lies: "south of Mosul"."""
    return any(tree.word(i) in _DIRECTIONS for i in range(max(0, index - 3), index))


def _within(tree: Tree, trigger: int) -> Iterator[int]:
    """Phrases anywhere inside the clause, where the trigger itself has none."""
    stack, seen = [trigger], {trigger}
    while stack:
        at = stack.pop()
        yield from _phrases(tree, at)
        for child in tree.children(at, *_INSIDE):
            relative = tree.tokens[child].relation.endswith(":relcl")
            if child not in seen and not relative and not cases(tree, child) & _LATER:
                seen.add(child)
                stack.append(child)


def _following(tree: Tree, trigger: int) -> Iterator[int]:
    """Nouns that follow "in" or "near" before the clause ends, whatever a broken tree says."""
    introduced = 0
    for at in range(trigger + 1, min(trigger + _FARTHEST, len(tree.tokens))):
        if tree.tokens[at].upos in {"PUNCT", "VERB", "SCONJ", "AUX"}:
            return
        if tree.tokens[at].upos == "ADP":
            introduced = at if tree.word(at) in load_cues()["places.prepositions"] else 0
        elif introduced and tree.tokens[at].upos in NOUNS and not _is_bearing(tree, at):
            yield at


def _phrases(tree: Tree, index: int) -> Iterator[int]:
    prepositions = load_cues()["places.prepositions"]
    for child in tree.children(index, "obl", "nmod"):
        if cases(tree, child) & prepositions:
            yield from conjuncts(tree, child)[:1]
        elif tree.word(child) in {"north", "south", "east", "west"}:
            yield from _phrases(tree, child)


def _named(tree: Tree, token: int) -> Iterator[int]:
    """The token, and the name that it introduces: "Manbij" of "the city of Manbij"."""
    yield token
    for child in tree.children(token, "appos", "nmod", "flat", "nmod:desc", "compound"):
        if tree.tokens[child].upos in NOUNS and (
            "of" in cases(tree, child) or tree.base[child] != "nmod"
        ):
            yield child


def _place_at(directory: Directory, sentence: int, token: int) -> int | None:
    for index in directory.by_sentence.get(sentence, ()):
        mention = directory.mentions[index]
        is_place = load().is_a(directory.chain_of[index].type, "Place")
        if mention.kind != "pronoun" and is_place:
            if mention.head == token:
                return index
            if mention.kind == "name" and mention.first <= token < mention.last:
                return index
    return None
