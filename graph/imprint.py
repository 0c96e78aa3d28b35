"""The imprint of a graph directory: what its outputs were made from, and what came out.

A build that finds it unchanged has nothing to make. It is removed before the first output is made
and written after the last one, so a build that is killed in between leaves none.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .counts import Counts
from .directory import GraphDirectory
from .entity import Entity
from .store import has_store
from .wholefile import write_whole

_ROOMS = [Path(__file__).parents[1] / room for room in ("corpus", "graph", "ontology")]
_SUFFIXES = {".py", ".yml", ".ttl", ".rq", ".js", ".css", ".html"}
# What else the outputs' bytes come from.
_LIBRARIES = ("networkx", "numpy", "pyoxigraph", "pyvis")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a build made, and of what."""

    of: str
    """Hash of readings, ledger, base and code."""
    counts: Counts
    remarks: tuple[str, ...]
    """On lines of the ledger."""


def digest(directory: GraphDirectory, base: str) -> str:
    """What an imprint is ``of`` that is made now."""
    # A file of readings is named by what is in it.
    readings = sorted(path.name for path in directory.readings.glob("*.parquet"))
    ledger = directory.decisions.read_bytes() if directory.decisions.is_file() else b""
    parts = [base, code_version(), sha256(ledger).hexdigest(), *readings]
    return sha256(json.dumps(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def code_version() -> str:
    """A hash of all that makes outputs from readings: code, data, libraries."""
    found = sha256()
    for room in _ROOMS:
        for path in sorted(room.rglob("*")):
            if path.suffix in _SUFFIXES:
                found.update(path.relative_to(room).as_posix().encode())
                found.update(path.read_bytes())
    for library in _LIBRARIES:
        found.update(version(library).encode())
    return found.hexdigest()


def read_imprint(directory: GraphDirectory, of: str) -> Imprint | None:
    """The imprint that is ``of`` this, where every output stands; else None."""
    outputs = directory.page, directory.turtle
    if not all(path.is_file() for path in outputs) or not has_store(directory.path):
        return None
    try:
        row = json.loads(directory.imprint.read_bytes())
        return (
            Imprint(of, _counts(row["counts"]), tuple(row["remarks"])) if row["of"] == of else None
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_imprint(directory: GraphDirectory, imprint: Imprint) -> None:
    """Notes what was made, after all of it was."""
    with write_whole(directory.imprint) as stream:
        stream.write(f"{json.dumps(asdict(imprint))}\n".encode())


def _counts(row: dict[str, Any]) -> Counts:
    values: dict[str, Any] = {
        name: _table(value) if isinstance(value, list) else value for name, value in row.items()
    }
    values["connected"] = tuple((_entity(entity), number) for entity, number in row["connected"])
    return Counts(**values)


def _table(rows: list[list[Any]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(row) for row in rows)


def _entity(row: dict[str, Any]) -> Entity:
    return Entity(**{**row, "aliases": tuple(row["aliases"])})
