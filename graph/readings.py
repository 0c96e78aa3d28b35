"""The machine's layer: what each document says, in Parquet files written whole or not at all.

A file holds a chunk of readings, one row a document: the document's text and metadata, and its
mentions, chains and claims as JSON. A row's ``key`` is the hash of all that a reading follows from,
the document and the reader's version; a file's name is the hash of its rows' keys. So a file never
changes, the same readings make the same file, and a build that is killed leaves whole files only.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from ..corpus.claim import from_dict, to_dict
from ..corpus.document import Document
from ..corpus.mention import Chain, Link, Mention
from ..corpus.reading import Reading
from .errors import ReadingError

_METADATA = ("id", "sha256", "title", "date", "publisher", "url", "text")
_JSON = ("extra", "mentions", "chains", "claims")
_COLUMNS = ("key", *_METADATA, *_JSON)
# One thread, so that the same rows give the same bytes; and nothing is fetched from anywhere.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
}


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """Where a document's reading is stored."""

    document: str
    key: str
    file: Path


def reading_key(document: Document, version: str) -> str:
    """What identifies a reading: the document, text and metadata, and the reader's version."""
    parts = json.dumps([version, asdict(document)], sort_keys=True)
    return sha256(parts.encode()).hexdigest()[:32]


def write_chunk(folder: Path, rows: Sequence[tuple[str, Reading]]) -> Path:
    """Writes readings under their keys as one file, and gives its path."""
    return _write(folder, [_to_row(key, reading) for key, reading in rows])


def stored_rows(folder: Path) -> list[Row]:
    """Every stored reading, sorted; raises ReadingError where a file is broken."""
    with _connect() as database:
        return sorted(
            Row(document, key, file)
            for file in _files(folder)
            for document, key in _select(database, file, ("id", "key"))
        )


def read_readings(folder: Path) -> Iterator[Reading]:
    """Every stored reading, one a document, file by file."""
    chosen: dict[str, Row] = {}
    for row in stored_rows(folder):
        # A build that was killed may leave an older reading beside the new: any fixed choice does,
        # since the next build drops what is out of date.
        chosen.setdefault(row.document, row)
    with _connect() as database:
        for file in sorted({row.file for row in chosen.values()}):
            for values in _select(database, file, _COLUMNS):
                row = Row(values[1], values[0], file)
                if chosen.get(row.document) == row:
                    yield _from_row(values, file)


def drop_rows(folder: Path, unwanted: Iterable[Row]) -> None:
    """Forgets readings: files that hold them are written anew without them, then removed."""
    keys: dict[Path, set[str]] = {}
    for row in unwanted:
        keys.setdefault(row.file, set()).add(row.key)
    if not keys:
        return
    with _connect() as database:
        for file in sorted(keys):
            rows = _select(database, file, _COLUMNS)
            kept = [values for values in rows if values[0] not in keys[file]]
            if not kept or _write(folder, kept) != file:
                file.unlink()


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.parquet"))


def _connect() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config=_SETTINGS)


def _select(
    database: duckdb.DuckDBPyConnection, file: Path, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    try:
        query = f"SELECT {', '.join(columns)} FROM read_parquet(?)"
        return database.execute(query, [_literal(file)]).fetchall()
    except duckdb.Error as error:
        raise ReadingError(
            f"{file}: broken; delete it, and build reads its documents again"
        ) from error


def _literal(file: Path) -> str:
    """The path as read_parquet takes it: it would expand these marks in a folder's name."""
    return "".join(f"[{mark}]" if mark in "*?[" else mark for mark in str(file))


def _write(folder: Path, rows: Sequence[tuple[Any, ...]]) -> Path:
    name = sha256("\n".join(row[0] for row in rows).encode()).hexdigest()[:16]
    path = folder / f"{name}.parquet"
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _copy(rows, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def _copy(rows: Sequence[tuple[Any, ...]], path: Path) -> None:
    with _connect() as database:
        columns = ", ".join(f"{column} VARCHAR" for column in _COLUMNS)
        database.execute(f"CREATE TABLE readings ({columns})")
        marks = ", ".join("?" for _ in _COLUMNS)
        database.executemany(f"INSERT INTO readings VALUES ({marks})", rows)
        target = str(path).replace("'", "''")
        database.execute(f"COPY readings TO '{target}' (FORMAT parquet, COMPRESSION zstd)")


def _to_row(key: str, reading: Reading) -> tuple[str | None, ...]:
    document = reading.document
    nested = (
        dict(document.extra),
        [asdict(mention) for mention in reading.mentions],
        [asdict(chain) for chain in reading.chains],
        [to_dict(claim) for claim in reading.claims],
    )
    return (
        key,
        *(getattr(document, column) for column in _METADATA),
        *(json.dumps(value, separators=(",", ":")) for value in nested),
    )


def _from_row(values: Sequence[Any], file: Path) -> Reading:
    row = dict(zip(_COLUMNS, values, strict=True))
    try:
        extra, mentions, chains, claims = (json.loads(row[column]) for column in _JSON)
        return Reading(
            Document(
                **{column: row[column] for column in _METADATA},
                extra=tuple(sorted(extra.items())),
            ),
            tuple(Mention(**mention) for mention in mentions),
            tuple(_chain(chain) for chain in chains),
            tuple(from_dict(claim) for claim in claims),
        )
    except (TypeError, KeyError, ValueError) as error:
        raise ReadingError(
            f"{file}: written by another version of allegiance; delete it, and build reads its "
            "documents again"
        ) from error


def _chain(row: dict[str, Any]) -> Chain:
    links = tuple(Link(**link) for link in row["links"])
    values = {"mentions": tuple(row["mentions"]), "links": links, "aliases": tuple(row["aliases"])}
    return Chain(**{**row, **values})
