"""Reports with templates of their incidents, in the form of the fourth message understanding
conference: ``"NAME" / "OTHER NAME"`` in a slot, dates as ``23 AUG 88``.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from allegiance.corpus.document import Document

Names = tuple[str, ...]
"""All that a template calls one and the same."""

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DAY = re.compile(r"\d{1,2} [A-Z]{3} \d\d")
_PERPETRATORS = ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")
_NAMED, _DESCRIBED, _THING = "HUM TGT: NAME", "HUM TGT: DESCRIPTION", "PHYS TGT: ID"
_WHEN, _KIND, _NUMBER = "INCIDENT: DATE", "INCIDENT: TYPE", "MESSAGE: TEMPLATE"
_STAGE = "INCIDENT: STAGE OF EXECUTION"


@dataclass(frozen=True, slots=True)
class Incident:
    """What a template says of an incident that took place."""

    kinds: frozenset[str]
    """``KIDNAPPING``, ``ATTACK`` and the like; more than one where either will do."""
    who: Names
    """The perpetrators, be they named as persons or as an organisation; empty where unknown."""
    whom: tuple[Names, ...]
    """The names and descriptions of each victim."""
    things: tuple[Names, ...]
    """Buildings, vehicles and the like that were hit."""
    dates: tuple[str, ...]
    """EDTF; any of them will do. Empty where only known to be before the report."""
    optional: bool
    """Nobody must find it, but who does is right."""


@dataclass(frozen=True, slots=True)
class Report:
    """A news report and its incidents."""

    document: Document
    incidents: tuple[Incident, ...]


def read_reports(path: Path) -> Iterator[Report]:
    """The reports of a file of JSON Lines, in its order."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = str(row["text"])
        digest = sha256(text.encode()).hexdigest()
        document = Document(id=row["id"], text=text, sha256=digest, date=_day(row["dateline"]))
        yield Report(document, tuple(_incidents(row["templates"])))


def _incidents(templates: Iterable[Mapping[str, list[str]]]) -> Iterator[Incident]:
    for slots in templates:
        if "ACCOMPLISHED" in " ".join(slots.get(_STAGE, ())):
            yield _incident(slots)


def _incident(slots: Mapping[str, list[str]]) -> Incident:
    perpetrators = [name for slot in _PERPETRATORS for name in slots.get(slot, ())]
    return Incident(
        kinds=frozenset(kind for text in slots.get(_KIND, ()) for kind in text.split(" / ")),
        who=tuple(dict.fromkeys(name for text in perpetrators for name in quoted(text))),
        whom=tuple(_victims(slots.get(_NAMED, ()), slots.get(_DESCRIBED, ()))),
        things=tuple(filter(None, map(quoted, slots.get(_THING, ())))),
        dates=dates(" ".join(slots.get(_WHEN, ()))),
        optional="OPTIONAL" in " ".join(slots.get(_NUMBER, ())),
    )


def quoted(text: str) -> Names:
    """The alternatives of a slot's text.

    >>> quoted('"FRONT" / "THE \\\\"RED\\\\" FRONT"')
    ('FRONT', 'THE "RED" FRONT')
    """
    return tuple(name.replace('\\"', '"') for name in _QUOTED.findall(text))


def _victims(named: Iterable[str], described: Iterable[str]) -> Iterator[Names]:
    """Names with the descriptions that point to them (``"MAYOR": "NAME"``), then the rest."""
    victims = {names: list(names) for names in map(quoted, named) if names}
    alone = []
    for text in described:
        *descriptions, last = text.split('": "')
        own = quoted(f'{descriptions[0]}"') if descriptions else quoted(text)
        of = [names for names in victims if descriptions and set(names) & set(quoted(f'"{last}'))]
        for names in of:
            victims[names] += own
        alone += [] if of else [own]
    yield from map(tuple, victims.values())
    yield from filter(None, alone)


def dates(text: str) -> tuple[str, ...]:
    """The dates of a slot, in EDTF; none where an alternative says no more than "before".

    >>> dates("(22 SEP 88) / (22 SEP 88 - 23 SEP 88)")
    ('1988-09-22', '1988-09-22/1988-09-23')
    """
    found = []
    for choice in text.split(" / "):
        days = list(filter(None, map(_day, _DAY.findall(choice))))
        if choice.strip(" ()").startswith("-"):
            return ()
        found += ["/".join(days)] if days else []
    return tuple(found)


def _day(text: str) -> str | None:
    """The day of ``23 AUG 88``, in EDTF."""
    try:
        return datetime.strptime(text, "%d %b %y").date().isoformat()
    except ValueError:
        return None
