"""What came of an evaluation, as rows of tables for the eye and as JSON for a machine."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from .scores import Evaluation, Miss, Scores, Share, Tally

Row = tuple[str, ...]

NOTHING = "-"
"""Stands where there was nothing to measure."""


def tally_rows(scores: Scores) -> Iterator[Row]:
    """What has precision and recall, the head first."""
    yield "", "gold", "found", "right", "precision", "recall", "F1"
    for name, tally in (
        ("edges", scores.edges),
        ("ends, whatever relation", scores.ends),
        ("speaker of right edges", scores.attribution),
        ("date", scores.date),
        ("date, written alike", scores.exact_date),
        ("count", scores.count),
        ("place", scores.place),
    ):
        yield name, f"{tally.gold:,}", f"{tally.found:,}", f"{tally.right:,}", *_shares(tally)


def _shares(tally: Tally) -> Row:
    precision = f"{tally.precision:.3f}" if tally.found else NOTHING
    recall = f"{tally.recall:.3f}" if tally.gold else NOTHING
    return precision, recall, f"{tally.f1:.3f}" if tally.found or tally.gold else NOTHING


def share_rows(scores: Scores) -> Iterator[Row]:
    """What is a share of something, the head first."""
    yield "", "of", "right", "share"
    for name, share in (
        ("status of right edges", scores.status),
        ("relation of right ends", scores.relation),
        ("direction", scores.direction),
        ("quotes verbatim", scores.quotes),
    ):
        value = NOTHING if share.value is None else f"{share.value:.3f}"
        yield name, f"{share.of:,}", f"{share.right:,}", value


def relation_rows(evaluation: Evaluation) -> Iterator[Row]:
    """The edges of every relation, the head first."""
    yield (
        *("relation", "gold", "found", "right", "precision", "recall", "F1"),
        *("ends met", "relation", "turned"),
    )
    for relation, scores in evaluation.by_relation.items():
        edges = scores.edges
        yield (
            *(relation, f"{edges.gold:,}", f"{edges.found:,}", f"{edges.right:,}"),
            *_shares(edges),
            f"{scores.ends.met}/{scores.ends.gold}",
            _fraction(scores.relation),
            str(scores.direction.of - scores.direction.right),
        )


def detail_rows(evaluation: Evaluation) -> Iterator[Row]:
    """The details of every relation, right ones of those annotated, the head first."""
    yield "relation", "status", "speaker", "date", "alike", "count", "place", "verbatim"
    for relation, scores in evaluation.by_relation.items():
        yield (
            relation,
            _fraction(scores.status),
            *map(_recalled, _details(scores)),
            _fraction(scores.quotes),
        )


def _details(scores: Scores) -> tuple[Tally, ...]:
    return scores.attribution, scores.date, scores.exact_date, scores.count, scores.place


def _recalled(tally: Tally) -> str:
    return _fraction(Share(tally.right, tally.gold))


def _fraction(share: Share) -> str:
    return f"{share.right}/{share.of}" if share.of else NOTHING


def miss_words(miss: Miss) -> str:
    """An edge in one line, without its quote."""
    remark = f" ({miss.remark})" if miss.remark else ""
    edge = f"{miss.subject} | {miss.relation} | {miss.object}"
    return f"{miss.document}: {edge} | {miss.status}{remark}"


def to_dict(evaluation: Evaluation, errors: int = 0) -> dict[str, Any]:
    """The evaluation as JSON-ready values, with the first ``errors`` missed and wrong edges."""
    return {
        "documents": evaluation.documents,
        "overall": scores_to_dict(evaluation.overall),
        "by_relation": {
            relation: scores_to_dict(scores) for relation, scores in evaluation.by_relation.items()
        },
        "missed": [asdict(miss) for miss in evaluation.missed[:errors]],
        "wrong": [asdict(miss) for miss in evaluation.wrong[:errors]],
    }


def scores_to_dict(scores: Scores) -> dict[str, Any]:
    """The scores as JSON-ready values: counts, and shares rounded to three decimals."""
    return {
        "edges": _tally(scores.edges),
        "ends": _tally(scores.ends),
        "relation": _share(scores.relation),
        "direction": _share(scores.direction),
        "status": _share(scores.status),
        "attribution": _tally(scores.attribution),
        "date": _tally(scores.date),
        "exact_date": _tally(scores.exact_date),
        "count": _tally(scores.count),
        "place": _tally(scores.place),
        "quotes": _share(scores.quotes),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "gold": tally.gold,
        "found": tally.found,
        "right": tally.right,
        "met": tally.met,
        "precision": round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
    }


def _share(share: Share) -> dict[str, Any]:
    value = None if share.value is None else round(share.value, 3)
    return {"right": share.right, "of": share.of, "share": value}
