"""Invented names over real ones, and sentences without their full stop: variety for training.

1. A named span is open to change where all of its words are proper nouns and one of them alone
   hangs outside of it.
2. Its words make way for those of an invented name of the same kind; what hung on any of the old
   words hangs on the new name's head.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from random import Random
from typing import Any

import yaml

from ..reader.tags import spans
from ..sentence import Span
from .example import Example

SCHEME = "uner"
_RENAMED, _UNSTOPPED = 0.3, 0.05
_DATA: Mapping[str, Any] = yaml.safe_load(
    files(__package__).joinpath("inventions.yml").read_text("utf-8")
)


@dataclass(frozen=True, slots=True)
class Name:
    """An invented name; all its words but one hang on that one."""

    words: tuple[str, ...]
    head: int
    relation: str


def vary(example: Example, random: Random) -> Example:
    """The example itself, or one with other names or without its full stop."""
    if SCHEME in example.tags and random.random() < _RENAMED:
        example = rename(example, random)
    if random.random() < _UNSTOPPED:
        example = drop_stop(example)
    return example


def invent(label: str, random: Random) -> Name:
    """A name of a person (PER), an organisation (ORG) or a place (LOC)."""
    pattern = random.choice(_DATA["patterns"][label])
    words: list[str] = []
    for part in pattern["words"].split():
        word = random.choice(_DATA[part[1:-1]]) if part.startswith("{") else part
        words += word.split()
    head = 0 if pattern["head"] == "first" else len(words) - 1
    return Name(tuple(words), head, pattern["relation"])


def rename(example: Example, random: Random) -> Example:
    """The example with invented names wherever a name is open to change."""
    marked = [span for span in spans(example.tags[SCHEME]) if _main(example, span) is not None]
    for span in reversed(marked):
        example = _put(example, span, invent(span.label, random))
    return example


def drop_stop(example: Example) -> Example:
    """The example without the full stop at its end, where it ends with one."""
    last = len(example.words)
    if last < 3 or example.words[-1] != "." or last in example.heads:
        return example
    return replace(
        example,
        words=example.words[:-1],
        upos=example.upos[:-1],
        heads=example.heads[:-1],
        relations=example.relations[:-1],
        tags={scheme: tags[:-1] for scheme, tags in example.tags.items()},
    )


def _main(example: Example, span: Span) -> int | None:
    """The one word of a span of proper nouns that hangs outside of it."""
    words = range(span.first, span.last)
    if any(example.upos[i] != "PROPN" for i in words):
        return None
    outside = [i for i in words if not span.first < example.heads[i] <= span.last]
    return outside[0] if len(outside) == 1 else None


def _put(example: Example, span: Span, name: Name) -> Example:
    main = _main(example, span)
    if main is None:
        return example
    return Example(
        words=_spliced(example.words, span, name.words),
        upos=_spliced(example.upos, span, ["PROPN"] * len(name.words)),
        heads=tuple(_heads(example, span, name, main)),
        relations=_spliced(example.relations, span, _relations(example, name, main)),
        tags={SCHEME: _spliced(example.tags[SCHEME], span, _tags(span, name))},
        document=example.document,
    )


def _spliced(values: Sequence[str], span: Span, new: Sequence[str]) -> tuple[str, ...]:
    return (*values[: span.first], *new, *values[span.last :])


def _relations(example: Example, name: Name, main: int) -> list[str]:
    found = [name.relation] * len(name.words)
    found[name.head] = example.relations[main]
    return found


def _tags(span: Span, name: Name) -> list[str]:
    return [f"B-{span.label}", *[f"I-{span.label}"] * (len(name.words) - 1)]


def _heads(example: Example, span: Span, name: Name, main: int) -> Iterator[int]:
    top = span.first + name.head + 1
    growth = len(name.words) - (span.last - span.first)

    def moved(head: int) -> int:
        if head <= span.first:
            return head
        return top if head <= span.last else head + growth

    yield from map(moved, example.heads[: span.first])
    for place in range(len(name.words)):
        yield moved(example.heads[main]) if place == name.head else top
    yield from map(moved, example.heads[span.last :])
