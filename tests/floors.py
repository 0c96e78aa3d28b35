"""Figures on annotated articles, and the floors that they must not fall below.

``python -m tests.floors`` prints every figure, on our own articles by part and on those beside the
checkout where they are; it exits with 1 where a figure is below its floor, or where annotations
have changed and ``floors.yml`` was not renewed. ``--renew`` renews it.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import floor
from pathlib import Path
from typing import Any

import yaml

from allegiance.corpus.evaluation.annotated import FOLDER, files_of
from allegiance.corpus.evaluation.collection import PARTS, parts_of, read_gold
from allegiance.corpus.evaluation.gold import GoldDocument
from allegiance.corpus.evaluation.scores import Evaluation, Scores
from allegiance.corpus.evaluation.scoring import evaluate
from allegiance.corpus.sources import Skipped
from allegiance.graph.cli.evaluate import report
from allegiance.graph.cli.terminal import columns
from allegiance.graph.comparing import read_again

PINS = Path(__file__).with_name("floors.yml")
EXAM = Path(__file__).with_name("exam.yml")
RENEWING = "make eval RENEW=1"
MARGIN = 0.01


@dataclass(frozen=True, slots=True)
class Pin:
    """What is fixed of a part."""

    gold: str
    """SHA-256 of its files."""
    floors: Mapping[str, float]


def read_pins(path: Path = PINS) -> dict[str, Pin]:
    """The pins of every part."""
    found = yaml.safe_load(path.read_text("utf-8"))
    return {part: Pin(str(pin["gold"]), dict(pin["floors"])) for part, pin in found.items()}


def write_pins(pins: Mapping[str, Pin], path: Path = PINS) -> None:
    """Put pins in place of those in a file, below its head comment."""
    lines = path.read_text("utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    rows = {part: {"gold": pin.gold, "floors": dict(pin.floors)} for part, pin in pins.items()}
    path.write_text("\n".join([*head, yaml.safe_dump(rows, sort_keys=False)]), "utf-8")


def read_part(part: str, folder: Path = FOLDER) -> tuple[tuple[GoldDocument, ...], str]:
    """The articles of a part, and the SHA-256 of their files."""
    golds = read_gold(folder)
    parts = parts_of(golds, folder)
    digest = sha256()
    chosen = []
    for gold, file in zip(golds, files_of([folder]), strict=True):
        if parts[gold.document.id] == part:
            chosen.append(gold)
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(file.read_bytes() + b"\0")
    return tuple(chosen), digest.hexdigest()


def measure(golds: Sequence[GoldDocument], workers: int = 0) -> Evaluation:
    """The scores of what the reader says of articles now; fails where it cannot read one."""
    skipped: list[Skipped] = []
    candidates = read_again(
        golds, workers, lambda item: skipped.append(item) if isinstance(item, Skipped) else None
    )
    assert not skipped, f"the reader failed: {skipped[0]}"
    return evaluate(golds, candidates)


def figures(scores: Scores) -> dict[str, float]:
    """The figures that have floors."""
    return {
        "f1": scores.edges.f1,
        "precision": scores.edges.precision,
        "status": scores.status.value or 0.0,
        "date": scores.date.recall,
    }


def faults(part: str, pin: Pin, gold: str, scores: Scores) -> Iterator[str]:
    """What is wrong with a part, a line each."""
    if gold != pin.gold:
        yield f"{part}: its annotations are not those that floors.yml pins; renew: {RENEWING}"
    now = figures(scores)
    for name, least in pin.floors.items():
        if now[name] < least:
            yield f"{part}: {name} is {now[name]:.3f}, below its floor {least:g}"


def renewed(pin: Pin, gold: str, scores: Scores, *, lower: bool) -> Pin:
    """The pin for articles and figures as they are; floors fall only on request."""
    allowed = {name: floor((now - MARGIN) * 100) / 100 for name, now in figures(scores).items()}
    return Pin(
        gold,
        {
            name: least if lower else max(least, pin.floors.get(name, least))
            for name, least in allowed.items()
        },
    )


def exam_sets(folder: Path) -> Iterator[tuple[str, tuple[GoldDocument, ...]]]:
    """The sets of articles beside the checkout; none where they are not at hand."""
    sets: dict[str, Any] = yaml.safe_load(EXAM.read_text("utf-8"))
    for name, chosen in sets.items():
        if (folder / chosen["folder"]).is_dir():
            golds = read_gold(folder / chosen["folder"])
            wanted = chosen.get("articles")
            yield name, tuple(g for g in golds if not wanted or g.document.id in wanted)


def summary_rows(measured: Mapping[str, Scores]) -> Iterator[tuple[str, ...]]:
    """A row for every set, the head first."""
    yield (
        *("", "gold", "found", "right", "precision", "recall", "F1", "ends F1"),
        *("status", "date", "speaker", "count", "place", "verbatim"),
    )
    for name, scores in measured.items():
        edges = scores.edges
        shares = [edges.precision, edges.recall, edges.f1, scores.ends.f1, scores.status.value]
        shares += [t.recall for t in (scores.date, scores.attribution, scores.count, scores.place)]
        yield (
            *(name, f"{edges.gold:,}", f"{edges.found:,}", f"{edges.right:,}"),
            *(f"{share or 0.0:.3f}" for share in [*shares, scores.quotes.value]),
        )


def run(exam: Path, only: Sequence[str], *, renew: bool, lower: bool) -> int:
    """Print the figures of all sets or some; the exit code."""
    pins, wrong = read_pins(), list[str]()
    measured: dict[str, Scores] = {}
    for part in (part for part in PARTS if part in (only or PARTS)):
        golds, gold = read_part(part)
        measured[part] = _shown(part, golds)
        if renew:
            pins[part] = renewed(pins[part], gold, measured[part], lower=lower)
        wrong += faults(part, pins[part], gold, measured[part])
    for name, golds in exam_sets(exam):
        if name in (only or [name]):
            measured[name] = _shown(name, golds)
    if not exam.is_dir():
        print(f"skipped: the articles of {exam}, which is not there\n")
    print("\n".join(columns(list(summary_rows(measured)), "")))
    if renew:
        write_pins(pins)
    print("\n".join(["", *wrong]) if wrong else "\nno figure is below its floor")
    return 1 if wrong else 0


def _shown(name: str, golds: Sequence[GoldDocument]) -> Scores:
    print(f"== {name}", flush=True)
    evaluation = measure(golds)
    print("\n".join(report(evaluation)), end="\n\n", flush=True)
    return evaluation.overall


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--exam", type=Path, default=Path("../shared/exam"))
    parser.add_argument("--only", action="append", default=[], metavar="SET", help="not all sets")
    parser.add_argument("--renew", action="store_true", help="pin articles and figures as they are")
    parser.add_argument("--lower", action="store_true", help="with --renew: floors may fall")
    options = parser.parse_args()
    code = run(options.exam, options.only, renew=options.renew, lower=options.lower)
    sys.exit(code)


if __name__ == "__main__":
    main()
