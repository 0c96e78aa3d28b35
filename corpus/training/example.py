"""A sentence to train or to measure on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..reader.encoding import Encoded, encode
from ..reader.wordpiece import WordPiece


@dataclass(frozen=True, slots=True)
class Example:
    """Words with what is known of them; what is empty was not annotated."""

    words: tuple[str, ...]
    upos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    """0 for the root, else the head's place counted from 1."""
    relations: tuple[str, ...] = ()
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """B, I and O tags by scheme."""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example, and its words as the network reads them."""

    example: Example
    encoded: Encoded


def prepare(examples: Iterable[Example], pieces: WordPiece) -> list[Prepared]:
    """The examples that the network can read at once: all but absurdly long ones."""
    encoded = ((example, encode(example.words, pieces)) for example in examples)
    return [Prepared(example, windows[0]) for example, windows in encoded if len(windows) == 1]
