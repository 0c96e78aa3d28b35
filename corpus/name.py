"""A name where it stands in a sentence, before it is a mention."""

from dataclasses import dataclass

from .tree import Tree


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence; tokens ``first`` to ``last`` are half-open."""

    first: int
    last: int
    head: int
    key: str
    """The folded name."""
    label: str = ""
    """What the tagger calls it: PER, LOC, ORG, or nothing."""
    title: str = ""
    """The lower-case title that stood before it."""
    type: str = ""
    """An entity type where the form of the name settles it."""


def head_of(tree: Tree, first: int, last: int) -> int:
    """The token whose governor lies outside; of several, the one that governs most."""
    outside = [i for i in range(first, last) if not first <= tree.head(i) < last]
    proper = [i for i in outside if tree.tokens[i].upos != "PUNCT"]
    return max(proper or outside or [first], key=lambda i: (len(tree.below[i]), -i))
