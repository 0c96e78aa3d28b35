"""``allegiance evaluate``: claims held against annotated articles."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from ...corpus.evaluation.candidate import Candidate, by_document
from ...corpus.evaluation.collection import PARTS, parts_of, read_gold
from ...corpus.evaluation.gold import GoldDocument
from ...corpus.evaluation.report import (
    detail_rows,
    miss_words,
    relation_rows,
    share_rows,
    tally_rows,
    to_dict,
)
from ...corpus.evaluation.scores import Evaluation, Miss
from ...corpus.evaluation.scoring import evaluate as score
from ..comparing import read_again, read_source
from ..errors import GraphError
from .build import Progress
from .terminal import columns, fold_lines, plain, say, show

FORMATS = ("table", "json")


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="Annotated articles: a folder of marked .txt files, or one with gold/*.json "
            "beside its texts; or a single file of either.",
        ),
    ],
    source: Annotated[
        Path | None,
        typer.Argument(
            metavar="[SOURCE]",
            help="What to hold against them: a graph directory, or claims as JSON Lines (- reads "
            "them from standard input). Without it the articles are read anew.",
        ),
    ] = None,
    by_relation: Annotated[
        bool, typer.Option("--by-relation", help="Show a row for every relation, too.")
    ] = False,
    errors: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="List as many missed edges, and as many wrong ones."),
    ] = 0,
    part: Annotated[
        str | None,
        typer.Option(metavar="PART", help=f"Only the articles of a part: {', '.join(PARTS)}."),
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")
    ] = "table",
    min_f1: Annotated[
        float | None,
        typer.Option(
            min=0.0, max=1.0, metavar="X", help="Exit with 1 where the F1 of edges is below this."
        ),
    ] = None,
) -> None:
    """Score claims against articles that were annotated by hand.

    An edge is right when its relation, both ends and their direction agree. Status, speaker, date,
    count and place are scored on right edges.

    Example: allegiance evaluate corpus/annotated --part looking --by-relation --errors 20
    """
    if format not in FORMATS:
        raise typer.BadParameter(f"no format {format}; one of: {', '.join(FORMATS)}")
    if part is not None and part not in PARTS:
        raise typer.BadParameter(f"no part {part}; one of: {', '.join(PARTS)}")
    golds, closed = _articles(gold, part)
    candidates = _read(golds) if source is None else _known(read_source(source), golds, source)
    evaluation = _without(score(golds, candidates), closed)
    if errors and closed:
        say(f"{len(closed):,} articles of the reporting part: their errors are not for reading")
    if format == "json":
        show(json.dumps(to_dict(evaluation, errors), indent=2))
    else:
        for line in report(evaluation, by_relation=by_relation, errors=errors):
            show(line)
    if min_f1 is not None and evaluation.overall.edges.f1 < min_f1:
        say(f"the F1 of edges, {evaluation.overall.edges.f1:.3f}, is below {min_f1:g}")
        raise typer.Exit(1)


def _articles(path: Path, part: str | None) -> tuple[tuple[GoldDocument, ...], frozenset[str]]:
    """The articles of a part or all, and the ids of those whose errors nobody reads."""
    golds = read_gold(path)
    parts = parts_of(golds, path)
    if part is not None:
        if not parts:
            raise GraphError(f"{path}: no parts.yml at or above it says what --part {part} holds")
        golds = tuple(gold for gold in golds if parts[gold.document.id] == part)
        if not golds:
            raise GraphError(f"{path}: none of its articles is of the part {part}")
    return golds, frozenset(id for id, its in parts.items() if its == "reporting")


def _read(golds: Sequence[GoldDocument]) -> tuple[Candidate, ...]:
    progress = Progress()
    try:
        candidates = read_again(golds, tell=progress.tell)
    finally:
        progress.end()
    if not progress.read:
        raise GraphError("none of the annotated articles could be read, so there is no score")
    return candidates


def _known(
    candidates: Sequence[Candidate], golds: Sequence[GoldDocument], source: Path
) -> Sequence[Candidate]:
    """The candidates; it is told when some, and an error when all, are of other documents."""
    ids = frozenset(gold.document.id for gold in golds)
    known = {id for id, found in by_document(candidates, ids).items() if found}
    if candidates and not known:
        raise GraphError(f"{source}: none of its claims is of one of the annotated articles")
    if len(known) < len(ids):
        say(f"{len(ids) - len(known):,} of {len(ids):,} annotated articles have no claim")
    return candidates


def _without(evaluation: Evaluation, closed: frozenset[str]) -> Evaluation:
    """The evaluation with no errors of some documents."""
    if not closed:
        return evaluation
    kept = [
        tuple(miss for miss in misses if miss.document not in closed)
        for misses in (evaluation.missed, evaluation.wrong)
    ]
    return Evaluation(evaluation.documents, evaluation.overall, evaluation.by_relation, *kept)


def report(evaluation: Evaluation, *, by_relation: bool = False, errors: int = 0) -> Iterator[str]:
    """The evaluation, line by line."""
    yield f"Articles: {evaluation.documents:,}"
    yield from columns(list(tally_rows(evaluation.overall)))
    yield ""
    yield from columns(list(share_rows(evaluation.overall)))
    if by_relation:
        yield ""
        yield from columns(list(relation_rows(evaluation)))
        yield ""
        yield from columns(list(detail_rows(evaluation)))
    for title, misses in (("Missed", evaluation.missed), ("Wrong", evaluation.wrong)):
        if errors:
            yield ""
            yield f"{title}: {len(misses):,}"
        yield from (line for miss in islice(misses, errors) for line in _lines(miss))


def _lines(miss: Miss) -> Iterator[str]:
    yield f"  {plain(miss_words(miss))}"
    if miss.quote:
        yield fold_lines(f"“{miss.quote}”", "    ")
