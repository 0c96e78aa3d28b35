"""The human layer: ``decisions.jsonl``, judgements that every build replays and none writes.

One JSON object a line, read from top to bottom; ``docs/ledger.md`` states the format. A line that
cannot be understood is reported with its number and passed over, and so is one that does not apply:
a judgement is never a reason to refuse a graph, and none is lost without a word.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from ..corpus.claim import Status
from ..corpus.time import edtf
from ..ontology.vocabulary import load

LEDGER = "decisions.jsonl"
ON_PAIRS = ("same", "different", "unsure")
ON_CLAIMS = ("confirmed", "rejected", "corrected")
ON_ENTITIES = ("retype", "rename")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the ledger that could be read."""

    line: int
    judgement: str
    entities: tuple[str, ...] = ()
    """Ids of entities that are judged: two or more of a pair, one to retype or rename."""
    claim: str = ""
    """Id of the claim that is judged."""
    value: str = ""
    """The new type or name."""
    changes: tuple[tuple[str, str | int | None], ...] = ()
    """What of a claim is corrected, by field."""

    def about(self, words: str) -> str:
        """A remark on this line, as all remarks are made."""
        return remark(self.line, words)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The judgements in their order, and a remark for each line that is none."""

    decisions: tuple[Decision, ...]
    remarks: tuple[str, ...]


class _Unfit(ValueError):
    """Says what a line lacks."""


def remark(line: int, words: str) -> str:
    """One line of report, naming the ledger's line."""
    return f"{LEDGER}:{line}: {words}"


def read_ledger(path: Path) -> Ledger:
    """The ledger at a path; empty where there is none."""
    text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    decisions, remarks = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            decisions.append(_decision(number, line))
        except _Unfit as unfit:
            remarks.append(remark(number, f"passed over: {unfit}"))
    return Ledger(tuple(decisions), tuple(remarks))


def _decision(number: int, line: str) -> Decision:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _Unfit("no JSON") from error
    if not isinstance(row, dict):
        raise _Unfit("no JSON object")
    judgement = row.get("judgement")
    if judgement in ON_PAIRS:
        return Decision(number, judgement, entities=_entities(row))
    if judgement in ON_ENTITIES:
        return _about_entity(number, judgement, row)
    if judgement in ON_CLAIMS:
        changes = _changes(row) if judgement == "corrected" else ()
        return Decision(number, judgement, claim=_word(row, "claim"), changes=changes)
    known = ", ".join((*ON_PAIRS, *ON_ENTITIES, *ON_CLAIMS))
    raise _Unfit(f'"judgement" is none of {known}')


def _entities(row: Mapping[str, Any]) -> tuple[str, ...]:
    ids = row.get("entities")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise _Unfit('"entities" is no list of ids')
    if len(set(ids)) < 2:
        raise _Unfit('"entities" needs two different ids')
    return tuple(dict.fromkeys(ids))


def _about_entity(number: int, judgement: str, row: Mapping[str, Any]) -> Decision:
    value = _word(row, "type" if judgement == "retype" else "name")
    if judgement == "retype" and value not in load().types:
        raise _Unfit(f'"type" is none of {", ".join(load().types)}')
    return Decision(number, judgement, entities=(_word(row, "entity"),), value=value)


def _word(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _Unfit(f'"{key}" is missing')
    return value


def _changes(row: Mapping[str, Any]) -> tuple[tuple[str, str | int | None], ...]:
    changes = row.get("changes")
    if not isinstance(changes, dict) or not changes:
        raise _Unfit('"changes" is no object of fields and values')
    for field, value in changes.items():
        if field not in _FITS or not _FITS[field](value):
            raise _Unfit(f'"changes": {field!r} cannot be {value!r}')
    return tuple(sorted(changes.items()))


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_date(value: object) -> bool:
    return value is None or (isinstance(value, str) and edtf.is_edtf(value))


_FITS: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        "relation": lambda value: isinstance(value, str) and value in load().relations,
        "status": lambda value: value in get_args(Status),
        "date": _is_date,
        "attributed_to": _is_text,
        "place": _is_text,
        "count": lambda value: value is None or type(value) is int,
    }
)
