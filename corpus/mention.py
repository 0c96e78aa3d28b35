"""Mentions, and the chains of mentions that name one entity inside a document."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["name", "nominal", "pronoun"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document that names or points at an entity."""

    sentence: int
    """Index of its sentence in the document."""
    first: int
    last: int
    """Its tokens in that sentence, half-open."""
    head: int
    """Its head token."""
    start: int
    end: int
    """Document offsets: ``document.text[start:end] == text``."""
    text: str
    kind: Kind
    type: str
    """An entity type of the ontology (``ArmedGroup``), or ``Entity`` while undecided."""
    count: int | None = None
    """How many, where the text gives a number ("at least 30 jihadis": 30)."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention belongs to its chain: the recorded coreference."""

    mention: int
    antecedent: int
    rule: str
    """Name of the rule: ``same-name``, ``acronym``, ``pronoun``, ``definite-nominal`` ..."""


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one entity in one document."""

    mentions: tuple[int, ...]
    """Indexes into the document's mentions, in text order."""
    links: tuple[Link, ...]
    """One for every mention but the first one made: together they form a tree over the chain."""
    type: str
    name: str
    """The best name, else the best description."""
    aliases: tuple[str, ...]
    """Other names and nominals of this document, no pronouns, in order of first use."""
    unnamed: bool
    count: int | None = None
