"""What the embedded reader gives: sentences of tokens under a dependency tree.

Tree labels are those of Universal Dependencies v2 (UPOS tags, relations such as ``nsubj:pass``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the tree, and where it stands in the document's text."""

    start: int
    end: int
    text: str
    """The word as it was read: usually ``document.text[start:end]``."""
    lemma: str
    upos: str
    head: int
    """Index of the governing token in the sentence, -1 for the root."""
    relation: str
    """Relation to the governing token, ``root`` for the root."""


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens ``first`` to ``last`` (half-open) under one label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A parenthesis that was left out of the tree, such as ``(ISIS)``."""

    start: int
    end: int
    """Document offsets of what stands between the brackets."""
    text: str
    token: int
    """Index of the token that it follows, -1 at the sentence's start."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``document.text[start:end]`` is what evidence quotes."""

    start: int
    end: int
    paragraph: int
    """Counts the paragraphs of the document, from 0."""
    tokens: tuple[Token, ...]
    names: tuple[Span, ...] = ()
    """Named entities: labels PER, LOC, ORG."""
    spans: tuple[Span, ...] = ()
    """Mentions, nominals and pronouns too, in the labels of re3d: Person, Organisation, Location,
    Weapon, MilitaryPlatform, Temporal, Quantity, Nationality, Money, DocumentReference ..."""
    asides: tuple[Aside, ...] = ()
    vectors: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """What the network makes of each token in its sentence, a row a token; None where no network
    has read it."""
    kinds: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """How likely each token heads no mention, or a name or nominal of each entity type, in the
    order of the ontology: a row a token."""

    def children(self, head: int) -> tuple[int, ...]:
        """Indexes of the tokens that hang on ``head``, in text order."""
        return tuple(i for i, token in enumerate(self.tokens) if token.head == head)

    def descendants(self, head: int) -> frozenset[int]:
        """Indexes of ``head`` and of all that hangs below it."""
        found = {head}
        stack = [head]
        while stack:
            for child in self.children(stack.pop()):
                if child not in found:
                    found.add(child)
                    stack.append(child)
        return frozenset(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """Indexes of the tokens above ``index``, nearest first."""
        seen = {index}
        while (index := self.tokens[index].head) >= 0 and index not in seen:
            seen.add(index)
            yield index

    @property
    def root(self) -> int:
        """Index of the root, -1 in a sentence without tokens."""
        return next((i for i, token in enumerate(self.tokens) if token.head < 0), -1)
