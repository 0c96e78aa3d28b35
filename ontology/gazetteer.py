"""The gazetteer: well-known groups with their names, from ``groups.yml``.

A dictionary states its own trust: a strong name is the group's wherever it stands, a weak one
(most acronyms and short forms) only where nothing else in the document speaks against it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .folding import fold

_FILE = Path(__file__).with_name("groups.yml")


@dataclass(frozen=True, slots=True)
class Entry:
    """One well-known group."""

    id: str
    name: str
    type: str
    """An entity type of the ontology."""
    aliases: tuple[str, ...]
    """Strong names besides ``name``."""
    weak: tuple[str, ...]
    """Names that others bear too."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All entries, and the folded names that lead to them."""

    entries: tuple[Entry, ...]
    strong: Mapping[str, Entry]
    weak: Mapping[str, Entry]
    """Without the weak names that several entries share: those name nobody by themselves."""

    def lookup(self, folded: str) -> Entry | None:
        """The entry that bears a name, strong or weak; ``folded`` comes from ``fold``."""
        return self.strong.get(folded) or self.weak.get(folded)

    def is_strong(self, folded: str) -> bool:
        """Whether the name is some entry's wherever it stands."""
        return folded in self.strong


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The shipped gazetteer."""
    rows: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return compile_entries([_entry(row) for row in rows])


def compile_entries(entries: Sequence[Entry]) -> Gazetteer:
    """The gazetteer of these entries; raises ValueError where two claim one strong name or id."""
    strong: dict[str, Entry] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases):
            if strong.setdefault(fold(name), entry).id != entry.id:
                other = strong[fold(name)].id
                raise ValueError(f"groups.yml: {name!r} is a strong name of {entry.id} and {other}")
    if len({entry.id for entry in entries}) != len(entries):
        raise ValueError("groups.yml: two entries have the same id")
    return Gazetteer(tuple(entries), strong, _weak_names(entries))


def _weak_names(entries: Sequence[Entry]) -> dict[str, Entry]:
    bearers: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        for name in entry.weak:
            bearers.setdefault(fold(name), {})[entry.id] = entry
    return {key: next(iter(found.values())) for key, found in bearers.items() if len(found) == 1}


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        aliases=tuple(row["aliases"]),
        weak=tuple(row["weak"]),
    )
