"""What a predicate says of itself: that it is denied, only possible, hearsay, or a mere habit.

Only the words right around the predicate are asked here; what its governors make of it ("threatened
to", "denied having") is :mod:`.status`.
"""

from collections.abc import Iterator
from typing import Literal

from ..speech.cues import load_cues
from ..tree import NOUNS, Tree, is_verb

Mark = Literal["denied", "planned", "hearsay", "generic"]

_PAST = frozenset({"had", "was", "were", "did", "has", "have", "been", "having", "being"})
_SUBJECTS = ("nsubj", "nsubj:pass")


def own_marks(tree: Tree, index: int) -> frozenset[Mark]:
    """The marks that the words around a predicate (verb, noun or adjective) set."""
    return frozenset(_marks(tree, index))


def _marks(tree: Tree, index: int) -> Iterator[Mark]:
    cues = load_cues()
    words = [tree.word(child) for child in tree.children(index, "aux", "cop")]
    if is_negated(tree, index):
        yield "denied"
    if cues["planned.auxiliaries"].intersection(words):
        yield "planned"
    if tree.tokens[index].upos in NOUNS:
        yield from _noun_marks(tree, index)
    adverbs = set(_adverbs(tree, index))
    if adverbs & cues["hearsay.adverbs"] or _doubted(tree, index):
        yield "hearsay"
    if adverbs & cues["generic.adverbs"] and not is_past(tree, index):
        yield "generic"
    if _anybody(tree, index) or _has_case(tree, index, "whether"):
        yield "generic"


def _adverbs(tree: Tree, index: int) -> Iterator[str]:
    """The adverbs of a predicate, except one that stands right before another verb."""
    for child in tree.children(index, "advmod"):
        after = child + 1
        if after == index or after >= len(tree.tokens) or tree.tokens[after].upos != "VERB":
            yield tree.word(child)
    if index and tree.tokens[index - 1].upos == "ADV":
        yield tree.word(index - 1)


def _noun_marks(tree: Tree, noun: int) -> Iterator[Mark]:
    """Marks of an event's noun: "the planned merger", "an alleged attack"."""
    cues = load_cues()
    words = {tree.word(c) for c in tree.children(noun, "amod", "compound")}
    if words & cues["planned.modifiers"]:
        yield "planned"
    if words & cues["hearsay.adjectives"]:
        yield "hearsay"
    if any(tree.word(c) in cues["denied.nobody"] for c in tree.children(noun, "det")):
        yield "denied"
    for lent in tree.children(noun, "acl"):
        # "strikes purportedly carried out by"
        if tree.lemma(lent) in cues["events.carriers"] and cues["hearsay.adverbs"].intersection(
            _adverbs(tree, lent)
        ):
            yield "hearsay"


def is_negated(tree: Tree, index: int) -> bool:
    """Whether a predicate is negated: by "not", by "no longer", or by a subject "no one"."""
    cues = load_cues()
    for child in tree.children(index, "advmod", "cc", "aux", "det", "discourse", "dep"):
        if tree.word(child) in cues["denied.words"] and tree.base[child] != "det":
            return not _undone(tree, child)
        if tree.word(child) == "longer" and any(tree.word(c) == "no" for c in tree.below[child]):
            return True
    sides = tree.children(index, *_SUBJECTS) + (
        tree.children(index, "obj") if is_verb(tree, index) else ()
    )
    return any(_is_nobody(tree, side) for side in sides)


def _undone(tree: Tree, negation: int) -> bool:
    after = negation + 1
    return after < len(tree.tokens) and tree.word(after) in load_cues()["denied.undone_by"]


def _is_nobody(tree: Tree, index: int) -> bool:
    nobody = load_cues()["denied.nobody"]
    if tree.word(index) in nobody - {"no"}:
        return True
    return any(tree.word(c) in nobody for c in tree.children(index, "det"))


def _doubted(tree: Tree, index: int) -> bool:
    """Whether those who act are only suspected to be what they are called."""
    doubts = load_cues()["hearsay.adjectives"]
    agents = [c for c in tree.children(index, "obl") if _has_case(tree, c, "by")]
    return any(
        tree.word(child) in doubts
        for side in (*tree.children(index, "nsubj"), *agents)
        if tree.tokens[side].relation != "nsubj:pass"
        for child in tree.children(side, "amod")
    )


def _has_case(tree: Tree, index: int, word: str) -> bool:
    return any(tree.word(c) == word for c in tree.children(index, "case", "mark"))


def _anybody(tree: Tree, index: int) -> bool:
    """Whether the predicate speaks of anybody who fits: "anyone who leaves", "those who flee"."""
    cues = load_cues()
    sides = list(tree.children(index, *_SUBJECTS, "obj"))
    if tree.tokens[index].relation == "acl:relcl":
        sides.append(tree.head(index))
    for side in sides:
        words = {tree.word(side)} | {tree.word(c) for c in tree.children(side, "det")}
        if words & cues["generic.anybody"]:
            return True
        if words & cues["generic.everybody"] and not is_past(tree, index):
            return True
        described = tree.has(side, "acl:relcl") and tree.word(side) in cues["generic.those"]
        if described and not is_past(tree, index):
            return True
    return False


def is_past(tree: Tree, index: int) -> bool:
    """Whether a predicate stands in the past or the perfect, as far as its form says so."""
    words = {tree.word(c) for c in tree.children(index, "aux", "cop")}
    if words:
        return bool(words & _PAST)
    word, lemma = tree.word(index), tree.lemma(index)
    return word != lemma and not word.endswith(("s", "ing"))
