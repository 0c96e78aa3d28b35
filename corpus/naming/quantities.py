"""Quantities of people and groups: "dozens of fighters", "two of the three officials".

A quantifier with "of" heads one description together with what it counts; what it counts is none
of its own unless it is told of itself.
"""

from collections.abc import Iterator

from ..tree import Tree, cases, is_superlative
from .lexicon import Lexicon
from .noun_types import noun_type, plural
from .types import family

COLLECTIVES = frozenset({"group", "band", "batch", "wave", "pair", "mix", "quarter", "third"})
"""Quantifiers that are groups themselves: "three groups of militants" are not three militants."""
_ONE = frozenset({"one", "1", "each", "none"})


def is_whole(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Whether what a quantifier takes a part of is told of itself: "two of the three officials".

    "Its fighters" are none: they are whoever has them. "One of the largest groups" takes no part
    of anybody.
    """
    owners = tree.children(noun, "nmod:poss")
    if plural(tree, noun, lexicon) and (
        family(noun_type(tree, noun, lexicon)) == "Place"
        or any(is_superlative(tree.word(c)) for c in tree.children(noun, "amod"))
    ):
        return False
    owned = any(tree.tokens[o].upos != "PRON" for o in owners)
    return owned or tree.has(noun, "det") or (bool(owners) and not plural(tree, noun, lexicon))


def quantity(tree: Tree, head: int, noun: int, lexicon: Lexicon) -> Iterator[int]:
    """The counted noun and the quantifiers before it, all but the first."""
    for index in range(head + 1, noun + 1):
        owner = tree.tokens[index].relation == "nmod:poss"
        if index == noun or (not owner and _is_quantifier(tree, index, lexicon)):
            yield index


def _is_quantifier(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    number = tree.tokens[index].upos == "NUM"
    return number or lexicon.is_any("quantifiers", tree.lemma(index))


def counted(tree: Tree, head: int, lexicon: Lexicon, named: set[int]) -> int:
    """What a quantifier counts ("of" after it), -1 where it is none or counts no people."""
    opened: set[int] = set()
    waiting = [(-1, head)]
    while waiting:
        above, index = waiting.pop()
        if above >= 0 and index in named:
            continue
        if above >= 0 and _counts(tree, above, index, lexicon):
            return index
        if index not in opened and _is_quantifier(tree, index, lexicon):
            opened.add(index)
            waiting += [(index, whole) for whole in reversed(_wholes(tree, index))]
    return -1


def _counts(tree: Tree, head: int, whole: int, lexicon: Lexicon) -> bool:
    """Whether a quantifier counts this noun behind it."""
    noun = lexicon.noun(tree.lemma(whole), tree.word(whole))
    many = tree.lemma(head) not in COLLECTIVES or plural(tree, whole, lexicon)
    return noun is not None and many and tree.tokens[whole].upos in {"NOUN", "PROPN"}


def _wholes(tree: Tree, head: int) -> list[int]:
    """The nouns that "of" brings behind a quantifier, wherever the parser hung them."""
    children = tree.children(head, "nmod", "obl")
    found = [c for c in children if c > head and "of" in cases(tree, c)]
    after = head + 1
    if after < len(tree.tokens) and tree.word(after) == "of" and tree.head(after) > after:
        found += [tree.head(after)] if tree.head(after) not in found else []
    return found


def of_quantity(tree: Tree, head: int, noun: int, kind: str, lexicon: Lexicon) -> str:
    """One of several people is a person; the others stay what they are."""
    one = tree.word(head) in _ONE
    entry = lexicon.noun(tree.lemma(noun), tree.word(noun))
    return entry.type if one and entry is not None else kind
