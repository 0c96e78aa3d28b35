"""An annotated article: what a careful analyst says that it says."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..claim import Status
from ..document import Document
from ..mention import Kind


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A marked span: ``document.text[start:end]``."""

    start: int
    end: int
    entity: str
    """Key of its entity."""
    kind: Kind


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Somebody or some place, under a key of its own in its article."""

    key: str
    type: str
    names: tuple[str, ...]
    """Every name and description that the article has for it, names first, no pronouns."""
    unnamed: bool


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One statement of the article, once for every sentence that makes it."""

    subject: str
    relation: str
    object: str
    """Keys of entities around a relation's id."""
    status: Status = "asserted"
    speaker: tuple[str, ...] = ()
    """Every name of whoever is cited; empty where nobody is."""
    date: str | None = None
    """EDTF."""
    place: str | None = None
    """Key of an entity."""
    count: int | None = None
    quote: str = ""
    """The sentence or clause, as the article has it."""
    start: int = -1
    """Where the quote begins; -1 where the annotation does not say."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An article with all that is annotated in it."""

    document: Document
    mentions: tuple[GoldMention, ...]
    """In text order, the outer one first; empty where only claims are annotated."""
    entities: Mapping[str, GoldEntity]
    claims: tuple[GoldClaim, ...]
    conflict: str = ""
    """What the articles are divided by into parts to train on and parts to test on."""
