"""Articles annotated fact by fact, in JSON beside their texts.

A folder holds ``gold/*.json``, one file an article (``id``, ``entities`` with every name,
``facts``), and the texts as ``texts/ID.txt`` or as the rows of ``articles.jsonl``. A folder of gold
files by itself will do where claims are compared and nothing is read.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, cast, get_args

from ...ontology.vocabulary import load
from ..claim import Status
from ..document import Document
from ..errors import GoldError
from .gold import GoldClaim, GoldDocument, GoldEntity
from .likeness import agree, names, relation_id


def gold_files(path: Path) -> list[Path]:
    """The gold files of a folder in this form, or the one file; empty where it is another form."""
    if path.is_file():
        return [path] if path.suffix == ".json" else []
    folder = path / "gold" if (path / "gold").is_dir() else path
    return sorted(folder.glob("*.json"))


def read_exam(path: Path) -> tuple[GoldDocument, ...]:
    """The articles in order of their files; raises GoldError that names the first faulty one."""
    files = gold_files(path)
    texts = {folder: _rows(folder) for folder in {file.parent.parent for file in files}}
    return tuple(_read(file, texts[file.parent.parent]) for file in files)


def _rows(folder: Path) -> Mapping[str, str]:
    """The texts of ``articles.jsonl`` by id; none where there is no such file."""
    path = folder / "articles.jsonl"
    if not path.is_file():
        return {}
    found = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        row = _json(line, f"{path}:{number}") if line.strip() else {}
        if isinstance(row, dict) and isinstance(row.get("text"), str):
            found[str(row.get("id"))] = row["text"]
    return found


def _json(data: bytes, place: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{place}: not JSON that can be read") from error


def _read(file: Path, rows: Mapping[str, str]) -> GoldDocument:
    row = _json(file.read_bytes(), str(file))
    try:
        if not isinstance(row, dict):
            raise ValueError("no JSON object")
        id = _text(row, "id") or file.stem
        text = rows.get(id)
        if text is None:
            text = _text_beside(file, id)
        return from_dict(row, text)
    except ValueError as error:
        raise GoldError(f"{file}: {error}") from error


def _text_beside(file: Path, id: str) -> str:
    path = file.parent.parent / "texts" / f"{Path(id).name}.txt"
    try:
        # As it stands: offsets count every mark, so line ends are not to be changed.
        return path.read_bytes().decode("utf-8") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise ValueError(f"its text {path} is not UTF-8") from error


def from_dict(row: Mapping[str, Any], text: str) -> GoldDocument:
    """The article of a gold row and its text; raises ValueError with what is wrong."""
    id = _text(row, "id")
    if not id:
        raise ValueError("no id")
    entities = {entity.key: entity for entity in map(_entity, _objects(row, "entities"))}
    document = Document(
        id=id,
        text=text,
        sha256=sha256(text.encode(errors="surrogatepass")).hexdigest(),
        date=_text(row, "date"),
        publisher=_text(row, "publisher"),
    )
    claims = tuple(_claim(fact, entities, text) for fact in _objects(row, "facts"))
    return GoldDocument(document, (), entities, claims)


def _objects(row: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    values = row.get(key)
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise ValueError(f"{key} is no list of objects")
    return iter(values)


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key} is no text")
    return value


def _entity(row: Mapping[str, Any]) -> GoldEntity:
    key, called = _text(row, "id"), row.get("names")
    if not key:
        raise ValueError("an entity without id")
    if not isinstance(called, list) or not all(isinstance(name, str) for name in called):
        raise ValueError(f"the names of entity {key} are no list of texts")
    note = _text(row, "note") or ""
    type_ = _text(row, "type") or "Entity"
    return GoldEntity(key, type_, tuple(filter(None, called)), "unnamed" in note.lower())


def _claim(fact: Mapping[str, Any], entities: Mapping[str, GoldEntity], text: str) -> GoldClaim:
    ends = [_text(fact, name) for name in ("subject", "object", "place")]
    for name, end in zip(("subject", "object"), ends, strict=False):
        if end not in entities:
            raise ValueError(f"{name} {end!r} of a fact is no entity of the article")
    relation = relation_id(_text(fact, "relation") or "")
    if relation not in load().relations:
        raise ValueError(f"{relation!r} is no relation")
    status = _text(fact, "status") or "asserted"
    if status not in get_args(Status):
        raise ValueError(f"{status!r} is no status")
    count = fact.get("count")
    quote = _text(fact, "quote") or ""
    return GoldClaim(
        subject=ends[0] or "",
        relation=relation,
        object=ends[1] or "",
        status=cast(Status, status),
        speaker=_speaker(_text(fact, "source"), entities),
        date=_text(fact, "date") or None,
        place=ends[2] if ends[2] in entities else None,
        count=count if isinstance(count, int) and not isinstance(count, bool) else None,
        quote=quote,
        start=text.find(quote) if quote else -1,
    )


def _speaker(source: str | None, entities: Mapping[str, GoldEntity]) -> tuple[str, ...]:
    """All names of the speaker, where the article's entities have him."""
    if not source:
        return ()
    own = names(source)
    known = [e for e in entities.values() if e.names and agree(own, names(*e.names))]
    return (source, *known[0].names) if len(known) == 1 else (source,)
