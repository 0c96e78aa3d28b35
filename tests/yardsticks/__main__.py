"""Figures on corpora of others: ``python -m tests.yardsticks [--data DIR]``.

* what the reader's model card says of trees, names and mentions (it needs the extra `train`);
* who, whom and when of kidnappings and attacks in news reports (``muc4``);
* expressions of time in narratives of wars (``wikiwars``).

Nothing of these corpora is in the repository; where they are not at hand, that is said.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from allegiance.corpus.evaluation.candidate import Candidate, from_claim
from allegiance.corpus.evaluation.report import NOTHING
from allegiance.corpus.evaluation.scores import Share, Tally
from allegiance.corpus.read import read_document
from allegiance.graph.cli.terminal import columns

from . import muc4, wikiwars
from .incidents import Report, read_reports
from .timex import read_marked

Row = tuple[str, ...]
UNREAD = slice(1, None, 2)
"""Of the narratives, those whose errors nobody read: the second, the fourth and so on."""


def main() -> None:
    """Parse the command line and print the figures."""
    parser = argparse.ArgumentParser(description="Figures on corpora of others.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, default=Path("training-runs/reader"))
    given = parser.parse_args()
    for name, lines in PARTS.items():
        path = given.data / name
        shown = lines(path, given.run) if path.exists() else [f"skipped: {path} is not there"]
        print(*shown, sep="\n", end="\n\n", flush=True)


_CORPORA = ("UD_English-EWT", "UD_English-GUM", "UNER_English-EWT")
"""What the reader is measured on."""


def reader_lines(path: Path, run: Path) -> Iterator[str]:
    """The tables of the reader's model card; mentions as measured in ``run``, if they were."""
    try:
        from allegiance.corpus.training.corpora import Folder
        from allegiance.corpus.training.export import reader_folder
        from allegiance.corpus.training.measure import figures
    except ImportError as error:
        yield f"skipped: trees, names and mentions; they need the extra `train` ({error})"
        return
    missing = [name for name in _CORPORA if not (path.parent / name).is_dir()]
    if missing:
        yield f"skipped: trees and names; {missing[0]} is not there"
        return
    measured = run if (run / "yardsticks.json").is_file() else None
    yield from figures(Folder(path.parent), reader_folder(), measured)
    if not measured:
        yield f"skipped: mentions; {run}/yardsticks.json is not there (training/yardsticks.py)"


def incident_lines(path: Path, run: Path) -> Iterator[str]:
    """A table of incidents in news reports."""
    return iter(columns(list(incident_rows(path)), ""))


def narrative_lines(path: Path, run: Path) -> Iterator[str]:
    """A table of expressions of time in narratives."""
    return iter(columns(list(narrative_rows(path)), ""))


PARTS: Mapping[str, Callable[[Path, Path], Iterator[str]]] = {
    "UD_English-EWT": reader_lines,
    "muc4_mixed_case.jsonl": incident_lines,
    "wikiwars": narrative_lines,
}
"""What is measured, by the file or folder that it needs."""


def incident_rows(path: Path) -> Iterator[Row]:
    """Who, whom and when of the incidents of news reports, the head first."""
    reports = tuple(read_reports(path))
    claims = {report.document.id: claims_of(report) for report in reports}
    yield f"MUC-4, {len(reports)} reports", "gold", "found", "right", "precision", "recall", "F1"
    for question in muc4.QUESTIONS:
        answers = muc4.score(reports, claims, question)
        yield tally_row(f"{question}: reports", answers.reports)
        yield tally_row("  who", answers.who)
        yield tally_row("  whom", answers.whom)
        yield tally_row("  date", answers.date)


def claims_of(report: Report) -> Sequence[Candidate]:
    """What the reader says of a report."""
    return tuple(map(from_claim, read_document(report.document).claims))


def narrative_rows(folder: Path) -> Iterator[Row]:
    """Expressions of time in narratives, the head first: all, and the unread ones."""
    texts = [read_marked(path) for path in sorted(folder.rglob("*.tml"))]
    yield f"WikiWars, {len(texts)} texts", "gold", "found", "right", "precision", "recall", "F1"
    for part, chosen in {"all": texts, "unread": texts[UNREAD]}.items():
        timing = wikiwars.score(chosen)
        yield tally_row(f"{part}: mentions that overlap", timing.overlap)
        yield tally_row("  of the very extent", timing.exact)
        yield share_row("  day right, of days met", timing.days)
        yield share_row("  date right, of dates met", timing.dates)


def tally_row(name: str, tally: Tally) -> Row:
    """A row of what has precision and recall."""
    shares = (
        (tally.precision, tally.found),
        (tally.recall, tally.gold),
        (tally.f1, tally.found or tally.gold),
    )
    return (
        *(name, f"{tally.gold:,}", f"{tally.found:,}", f"{tally.right:,}"),
        *(f"{share:.3f}" if of else NOTHING for share, of in shares),
    )


def share_row(name: str, share: Share) -> Row:
    """A row of what is a share of something."""
    value = NOTHING if share.value is None else f"{share.value:.3f}"
    return name, f"{share.of:,}", "", f"{share.right:,}", value, "", ""


if __name__ == "__main__":
    main()
