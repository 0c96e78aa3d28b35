"""The graph directory: its paths, how it is made, and how it is opened.

Two sources of truth, ``readings/`` (the machine's) and ``decisions.jsonl`` (people's); everything
else follows from them. ``settings.json`` marks the directory and keeps what a build was told.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from .addresses import DEFAULT_BASE, Addresses
from .errors import DirectoryError
from .knowledge import Knowledge
from .ledger import read_ledger
from .readings import read_readings
from .resolve import resolve
from .wholefile import write_whole


@dataclass(frozen=True, slots=True)
class GraphDirectory:
    """Where everything of a graph lies."""

    path: Path

    @property
    def readings(self) -> Path:
        """The folder of the machine's layer."""
        return self.path / "readings"

    @property
    def decisions(self) -> Path:
        """The ledger, which no build writes."""
        return self.path / "decisions.jsonl"

    @property
    def store(self) -> Path:
        """The folder of the database."""
        return self.path / "store"

    @property
    def page(self) -> Path:
        """The page."""
        return self.path / "graph.html"

    @property
    def turtle(self) -> Path:
        """The graph in Turtle."""
        return self.path / "graph.ttl"

    @property
    def settings(self) -> Path:
        """What marks the directory, and keeps the base."""
        return self.path / "settings.json"

    @property
    def imprint(self) -> Path:
        """What the outputs were made from."""
        return self.path / ".imprint.json"

    @property
    def lock(self) -> Path:
        """What a build holds while it is at work."""
        return self.path / ".lock"


def open_directory(path: Path) -> GraphDirectory:
    """The graph directory at a path; raises DirectoryError where there is none."""
    directory = GraphDirectory(path)
    if not directory.settings.is_file():
        if path.exists() and not path.is_dir():
            raise DirectoryError(f"{path}: a file, no graph directory; name the directory")
        known = "no graph directory" if path.is_dir() else "no such directory"
        raise DirectoryError(f"{path}: {known}; make one with: allegiance build SOURCE -o {path}")
    return directory


def make_directory(path: Path) -> GraphDirectory:
    """The graph directory at a path, made where there is none.

    Raises DirectoryError where something else stands there: nobody's folder is littered.
    """
    directory = GraphDirectory(path)
    ours = directory.settings.is_file() or directory.readings.is_dir()
    if not ours and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise DirectoryError(f"{path}: not empty and no graph directory; name a new one")
    directory.readings.mkdir(parents=True, exist_ok=True)
    return directory


def keep_base(directory: GraphDirectory, base: str | None) -> str:
    """Notes the base for all later commands and gives it; None keeps the one noted before.

    Raises BaseError for a base that is none.
    """
    if base is None and directory.settings.is_file():
        return read_base(directory)
    base = Addresses(base or DEFAULT_BASE).base
    with write_whole(directory.settings) as stream:
        stream.write(f"{json.dumps({'base': base}, indent=2)}\n".encode())
    return base


def read_base(directory: GraphDirectory) -> str:
    """The base IRI that the directory was built with; raises DirectoryError on broken settings."""
    try:
        base = json.loads(directory.settings.read_bytes())["base"]
        return Addresses(base).base
    except (ValueError, KeyError, TypeError) as error:
        raise DirectoryError(f"{directory.settings}: broken; delete it and build again") from error


def load_knowledge(path: Path) -> Knowledge:
    """What a graph directory knows: its readings, resolved, with the ledger's judgements.

    Raises DirectoryError where the path is no graph directory.
    """
    directory = open_directory(path)
    ledger = read_ledger(directory.decisions)
    return resolve(read_readings(directory.readings), ledger.decisions)
