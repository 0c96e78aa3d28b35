"""A speaker's words in a sentence, and the parts of a tree that such words cover."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..tree import Tree

Kind = Literal["speech", "accusation"]

NAME_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
"""What a noun phrase is made of from its start to its head."""

_ASIDES = frozenset({"acl", "appos", "parataxis", "punct", "dep", "conj", "advcl"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One speaker's words in one sentence."""

    word: int
    """The token that speaks: "said", "according", "charges"."""
    speaker: int
    """The head token of who is cited, -1 where nobody is."""
    content: frozenset[int]
    """The tokens of what is said; empty where only a quotation is."""
    kind: Kind = "speech"
    quotes: bool = True
    """Whether it can be what introduces a quotation."""


def below(tree: Tree, index: int) -> frozenset[int]:
    """A token and all that hangs below it."""
    found, stack = {index}, [index]
    while stack:
        for child in tree.below[stack.pop()]:
            if child not in found:
                found.add(child)
                stack.append(child)
    return frozenset(found)


def all_below(tree: Tree, indexes: Iterable[int]) -> frozenset[int]:
    """Some tokens and all that hangs below them."""
    return frozenset().union(*(below(tree, index) for index in indexes))


def next_word(tree: Tree, index: int) -> str:
    """The word after a token, in lower case; empty at the end."""
    return tree.word(index + 1) if index + 1 < len(tree.tokens) else ""


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """The tokens, half-open, of a noun with what belongs to its name but no clause about it."""
    kept, stack = {head}, [head]
    while stack:
        at = stack.pop()
        for child in tree.below[at]:
            aside = tree.base[child] in _ASIDES and not (at != head and tree.base[child] == "conj")
            outer = at == head and tree.base[child] in {"case", "cc"}
            if child not in kept and not aside and not outer:
                kept.add(child)
                stack.append(child)
    kept |= {i for i, t in enumerate(tree.tokens) if t.text in "-–" and {i - 1, i + 1} <= kept}
    first = last = head
    while first - 1 in kept and not (tree.base[first] == "det" and tree.head(first) == head):
        first -= 1
    while last + 1 in kept:
        last += 1
    while first > 0 and first <= head and tree.tokens[first].upos in {"NOUN", "PROPN"}:
        # A broken tree may have given the words before a noun to another one.
        if tree.tokens[first - 1].upos not in NAME_WORDS - {"NOUN"}:
            break
        first -= 1
    while first >= 2 and _glued(tree, first):
        first -= 2
    return first, last + 1


def _glued(tree: Tree, index: int) -> bool:
    """Whether a hyphen ties the word to the one before: "run" of "state-run"."""
    before = tree.tokens[index - 1]
    touching = before.end == tree.tokens[index].start and tree.tokens[index - 2].end == before.start
    return before.text in {"-", "–", "‑"} and touching
