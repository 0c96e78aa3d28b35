"""Building a graph directory from articles.

1. The sources give documents, one by one; what has a reading already is passed over.
2. Workers read the rest, and every chunk of readings is written as soon as it is complete: a build
   that is killed loses the chunk at hand, and the next one goes on from there.
3. Readings that are out of date are dropped, and with ``prune`` those of documents that the sources
   no longer hold.
4. All that is derived is renewed where anything changed: entities, database, Turtle, page.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from ..corpus.document import Document
from ..corpus.sources import Skipped, read_sources
from .counts import Counts, count
from .directory import GraphDirectory, keep_base, load_knowledge, make_directory
from .exporters.turtle import write_turtle
from .imprint import Imprint, digest, read_imprint, write_imprint
from .knowledge import Knowledge
from .ledger import read_ledger
from .lock import hold
from .page import render_page
from .readings import drop_rows, read_readings, stored_rows, write_chunk
from .replay import replay
from .resolve import resolve_names
from .sifting import Sifting, Tell
from .store import write_store
from .wholefile import write_whole
from .workers import Read, read_all

CHUNK = 50
"""Documents a file of readings."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads a document, and the version that its readings are known by."""

    read: Read
    version: str


@dataclass(frozen=True, slots=True)
class Options:
    """How to build."""

    workers: int = 0
    """Processes that read; 0 is one a processor."""
    prune: bool = False
    """Whether documents that the sources no longer hold are forgotten."""
    base: str | None = None
    """Base IRI; None keeps the directory's."""
    stdin: BinaryIO | None = None
    """What ``-`` reads; None is standard input."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, and what the graph holds now."""

    directory: GraphDirectory
    read: int
    """Documents that were read now."""
    unchanged: int
    """Documents of the sources that had a reading."""
    repeated: int
    """Documents that came again with the same id and text."""
    renamed: tuple[tuple[str, str], ...]
    """Id given and id kept, where one id came with two texts."""
    forgotten: int
    skipped: tuple[Skipped, ...]
    remarks: tuple[str, ...]
    """On lines of the ledger."""
    counts: Counts
    made: Knowledge | None
    """None where nothing had changed, so nothing was made."""

    @property
    def knowledge(self) -> Knowledge:
        """What the graph holds now; loaded where nothing was made."""
        return load_knowledge(self.directory.path) if self.made is None else self.made


def build(
    sources: Sequence[str],
    path: Path,
    options: Options | None = None,
    *,
    reader: Reader | None = None,
    tell: Tell = lambda _: None,
) -> Summary:
    """Builds or renews the graph directory at ``path`` from articles.

    Raises SourceError where a source is not there, DirectoryError where ``path`` is something else,
    LockedError where another build is at work, CountError where claims were lost.
    """
    options = options or Options()
    reader = reader or shipped_reader()
    items = read_sources(sources, stdin=options.stdin)
    directory = make_directory(path)
    with hold(directory.lock):
        base = keep_base(directory, options.base)
        _sweep(directory)
        sifting = Sifting(reader.version, stored_rows(directory.readings), tell)
        read = _read(sifting, items, directory.readings, reader, options.workers)
        forgotten = _settle(sifting, directory.readings, options.prune)
        made, imprint = _renew(directory, base)
    return Summary(
        directory=directory,
        read=read,
        unchanged=sifting.unchanged,
        repeated=sifting.repeated,
        renamed=tuple(sifting.renamed),
        forgotten=forgotten,
        skipped=tuple(sifting.skipped),
        remarks=imprint.remarks,
        counts=imprint.counts,
        made=made,
    )


def shipped_reader() -> Reader:
    """The reader of the corpus room."""
    # The model loads only where something is read: `show` and `query` need none of it.
    from ..corpus.read import read_document, reading_version

    return Reader(read_document, reading_version())


def _sweep(directory: GraphDirectory) -> None:
    """Removes what builds that were killed have left half written."""
    for folder in (directory.path, directory.readings):
        for draft in folder.glob(".*.part"):
            draft.unlink()


def _read(
    sifting: Sifting,
    items: Iterable[Document | Skipped],
    folder: Path,
    reader: Reader,
    workers: int,
) -> int:
    """Reads what is new and writes it chunk by chunk; gives how many documents were read."""
    results = read_all(sifting.new(items), reader.read, workers or os.cpu_count() or 1)
    readings = sifting.read(results)
    read = 0
    while chunk := list(islice(readings, CHUNK)):
        write_chunk(folder, chunk)
        read += len(chunk)
    return read


def _settle(sifting: Sifting, folder: Path, prune: bool) -> int:
    """Drops what is out of date; gives how many documents were forgotten."""
    absent = sifting.absent() if prune else []
    drop_rows(folder, [*sifting.outdated(), *absent])
    return len({row.document for row in absent})


def _renew(directory: GraphDirectory, base: str) -> tuple[Knowledge | None, Imprint]:
    """Makes all that follows from readings and ledger, unless it stands already."""
    of = digest(directory, base)
    if (standing := read_imprint(directory, of)) is not None:
        return None, standing
    directory.imprint.unlink(missing_ok=True)
    ledger = read_ledger(directory.decisions)
    judged = replay(resolve_names(read_readings(directory.readings)), ledger.decisions)
    write_store(judged.knowledge, directory.path, base)
    write_turtle(judged.knowledge, directory.turtle, base)
    with write_whole(directory.page) as stream:
        stream.write(render_page(judged.knowledge).encode("utf-8", "replace"))
    imprint = Imprint(of, count(judged.knowledge), (*ledger.remarks, *judged.remarks))
    write_imprint(directory, imprint)
    return judged.knowledge, imprint
