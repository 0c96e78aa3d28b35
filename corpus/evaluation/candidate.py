"""A claim as far as it is compared with annotated ones: ours, or a row of anybody's JSON Lines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from ..claim import Claim, Evidence
from ..errors import GoldError
from .likeness import relation_id


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a claim says, in words."""

    subject: tuple[str, ...]
    """All that the document calls it; the first is its name."""
    relation: str
    object: tuple[str, ...]
    status: str
    speaker: str | None
    date: str | None
    place: str | None
    count: int | None
    evidence: tuple[Evidence, ...]
    order: tuple[int, ...] = ()
    """Offsets of trigger and ends, where they are known: they order the claims of a sentence."""
    confidence: float | None = None
    """How sure its reader was, from 0 to 1."""


def from_claim(claim: Claim) -> Candidate:
    """The candidate that a claim is."""
    return Candidate(
        subject=(claim.subject.name, *claim.subject.aliases),
        relation=claim.relation,
        object=(claim.object.name, *claim.object.aliases),
        status=claim.status,
        speaker=claim.attributed_to,
        date=claim.date,
        place=claim.place,
        count=claim.count,
        evidence=claim.evidence,
        order=(claim.trigger[0], claim.subject.start, claim.object.start),
        confidence=claim.confidence,
    )


def read_candidates(lines: Iterable[bytes], name: str) -> Iterator[Candidate]:
    """The candidates of JSON Lines; raises GoldError that names the first faulty line.

    A row needs ``subject``, ``relation``, ``object`` and ``evidence`` with its ``document``.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_row(json.loads(line.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            raise GoldError(f"{name}:{number}: not UTF-8; give claims as JSON Lines") from error
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{name}:{number}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError | RecursionError):
        return "not JSON that can be read; give claims as JSON Lines, one a line"
    return " ".join(str(error).split())[:200]


def from_row(row: object) -> Candidate:
    """The candidate of a JSON row; raises ValueError with what it lacks."""
    if not isinstance(row, dict):
        raise ValueError("no JSON object")
    trigger = row.get("trigger")
    order = [trigger[0] if isinstance(trigger, list) and trigger else None]
    order += [_offset(row.get(end)) for end in ("subject", "object")]
    return Candidate(
        subject=_names(row, "subject"),
        relation=relation_id(_text(row, "relation") or ""),
        object=_names(row, "object"),
        status=_text(row, "status") or "asserted",
        speaker=_text(row, "attributed_to"),
        date=_text(row, "date"),
        place=_text(row, "place"),
        count=_number(row, "count"),
        evidence=_evidence(row),
        order=tuple(offset for offset in order if isinstance(offset, int)),
        confidence=_share(row.get("confidence")),
    )


def _share(value: object) -> float | None:
    """A confidence; None for what is none."""
    return float(value) if isinstance(value, int | float) else None


def _offset(end: object) -> object:
    return end.get("start") if isinstance(end, dict) else None


def _names(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    end = row.get(key)
    if isinstance(end, str):
        end = {"name": end}
    if not isinstance(end, dict):
        raise ValueError(f"a claim without {key}")
    lists = [end.get(name) or [] for name in ("aliases", "names")]
    if not all(isinstance(one, list) for one in lists):
        raise ValueError(f"the aliases of {key} are no list")
    found = [name for name in (end.get("name"), *lists[0], *lists[1]) if name]
    if not found or not all(isinstance(name, str) for name in found):
        raise ValueError(f"{key} has no name, or one that is no text")
    return tuple(found)


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key} is no text")
    return value or None


def _number(row: Mapping[str, Any], key: str) -> int | None:
    value = row.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise ValueError(f"{key} is no whole number")
    return value


def _evidence(row: Mapping[str, Any]) -> tuple[Evidence, ...]:
    pieces = row.get("evidence")
    if not isinstance(pieces, list) or not pieces:
        raise ValueError("a claim without evidence")
    return tuple(map(_piece, pieces))


def _piece(piece: object) -> Evidence:
    if not isinstance(piece, dict) or not isinstance(piece.get("document"), str):
        raise ValueError("evidence without a document")
    start, end = _number(piece, "start"), _number(piece, "end")
    return Evidence(
        piece["document"],
        -1 if start is None else start,
        -1 if end is None else end,
        _text(piece, "quote") or "",
    )


def by_document(candidates: Iterable[Candidate], ids: frozenset[str]) -> dict[str, list[Candidate]]:
    """The candidates of each document among ``ids``, with their evidence in it.

    Where no document is called so, a file's name is tried without folder and ending: claims of
    ``articles/012.txt`` are of ``012``.
    """
    found: dict[str, list[Candidate]] = {id: [] for id in sorted(ids)}
    for candidate in candidates:
        pieces: dict[str, list[Evidence]] = {}
        for piece in candidate.evidence:
            pieces.setdefault(_called(piece.document, ids), []).append(piece)
        for id in sorted(pieces.keys() & ids):
            found[id].append(replace(candidate, evidence=tuple(pieces[id])))
    return found


def _called(name: str, ids: frozenset[str]) -> str:
    return name if name in ids else PurePath(name).stem
