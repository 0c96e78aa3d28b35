"""Rows of articles: ``.jsonl`` and ``.csv`` with columns id, text, title, date, publisher, url.

Rows are read one at a time, so a table may be of any size. Other columns are kept. A broken row
is named by its line and left out; the rest goes on.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from ..document import Document
from .draft import Draft, finish
from .file import TOO_BIG, SourceFile
from .lines import Line, read_lines
from .records import BrokenRecord, read_records
from .skipped import Skipped, Unreadable

SUFFIXES = (".jsonl", ".csv")


def read(file: SourceFile) -> Iterator[Document | Skipped]:
    """Give the documents of a table's rows, and what is wrong with the others."""
    with file.path.open("rb") as stream:
        if file.path.suffix.lower() == ".csv":
            yield from _read_csv(stream, file.name)
        else:
            yield from read_jsonl(stream, file.name)


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Give the documents of JSON Lines; blank lines are passed over."""
    for line in read_lines(stream):
        if line.text is None or line.text.strip():
            yield _read_json_line(line, f"{name}:{line.number}")


def _read_json_line(line: Line, place: str) -> Document | Skipped:
    if line.text is None:
        return Skipped(place, TOO_BIG)
    try:
        row = json.loads(line.text)
    except (ValueError, RecursionError):
        return Skipped(place, "not JSON: one object a line is expected")
    if not isinstance(row, dict):
        return Skipped(place, "not a JSON object")
    return _read_row({key: _as_text(value) for key, value in row.items()}, place)


def _as_text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _read_row(row: Mapping[str, str | None], place: str) -> Document | Skipped:
    """Give the document of a row; a row without an id is named by its line."""
    text = row.get("text")
    if text is None:
        return Skipped(place, "no text: the row has no column of that name, or nothing in it")
    known = {key: value for key, value in row.items() if key not in ("id", "text") and value}
    data = text.encode("utf-8", "replace")
    return finish(Draft(row.get("id") or place, text, data, known))


def _read_csv(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    lines = read_lines(stream)
    head = next(lines, Line(1, ""))
    columns, delimiter = _read_header(head)
    for record in read_records(lines, delimiter, len(columns)):
        place = f"{name}:{record.line}"
        if isinstance(record, BrokenRecord):
            yield Skipped(place, record.reason)
        else:
            yield _read_row(dict(zip(columns, record.fields, strict=True)), place)


def _read_header(head: Line) -> tuple[list[str], str]:
    for delimiter in ",;\t":
        try:
            names = next(csv.reader([head.text or ""], delimiter=delimiter), [])
        except csv.Error:
            continue  # a carriage return inside a field
        columns = [column.strip().lower() for column in names]
        if "text" in columns:
            return columns, delimiter
    raise Unreadable('no column "text": the first line of a .csv names the columns')
