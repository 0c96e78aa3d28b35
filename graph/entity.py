"""An entity: what mentions of all documents were resolved to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group or place of the graph; claims name it by ``id``."""

    id: str
    """Stable and unique: the gazetteer's id, else a slug of the most frequent name."""
    name: str
    """The preferred name; for unnamed actors their description."""
    type: str
    """An entity type of the ontology (``ArmedGroup``), or ``Entity`` while undecided."""
    aliases: tuple[str, ...] = ()
    """Other names over all documents, sorted, without ``name``."""
    unnamed: bool = False
    """True for "leader of Feilaq al-Homs": known by a description in one document only."""
    description: str | None = None
    """What an unnamed actor is called in its document; None for named entities."""
    count: int | None = None
    """How many an unnamed group of people is ("at least 30 militants": 30)."""
