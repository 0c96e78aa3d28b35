"""What patterns and model are worth, apart and together, on held-out articles.

``python -m allegiance.corpus.training.ablation`` reads the articles of a part of the annotated
corpus with the patterns alone, with the model alone, with whatever either finds, and as it ships,
and prints precision, recall and F1 of edges; then how often edges of each confidence are right.
With ``--plot FILE``, that is drawn as SVG.
"""

import argparse
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from ..evaluation.annotated import FOLDER, part_of, read_annotated
from ..evaluation.candidate import Candidate, from_claim
from ..evaluation.gold import GoldDocument
from ..evaluation.scoring import evaluate
from ..read import read_document
from ..relations.finding import find_relations
from ..relations.model import RelationModel, Verdict
from ..relations.pairs import Floats, Pairs
from .reliability import bins, error, judged, plot, rows

ROWS, POINTS = 5, 10
"""Bins of confidence in the table and in the plot."""
SHIPS = "as it ships"
_NEVER = 2.0
"""No likelihood reaches it."""


class Deaf(RelationModel):
    """The model, unaware of what the patterns say."""

    def judge(self, vectors: Floats, pairs: Pairs, said: Floats) -> Verdict:
        """The verdict on the words alone."""
        return super().judge(vectors, pairs, np.zeros_like(said))


def variants() -> Mapping[str, RelationModel]:
    """The ways to put patterns and model together."""
    patterns, model, either = RelationModel(), Deaf(), RelationModel()
    patterns.add, patterns.keep = _NEVER, 0.0
    model.keep = model.add
    either.keep = 0.0
    return {
        "patterns alone": patterns,
        "model alone": model,
        "either": either,
        SHIPS: RelationModel(),
    }


def claims_with(model: RelationModel, golds: Sequence[GoldDocument]) -> list[Candidate]:
    """What is read of the articles with a variant of the model."""
    find = partial(find_relations, model=model)
    readings = (read_document(gold.document, find) for gold in golds)
    return [from_claim(claim) for reading in readings for claim in reading.claims]


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description="What patterns and model are worth.")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="the annotated articles")
    parser.add_argument("--part", default="looking", choices=["looking", "reporting"])
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw reliability here (SVG)")
    given = parser.parse_args()
    golds = [gold for gold in read_annotated([given.articles]) if part_of(gold) == given.part]
    print("| | precision | recall | F1 |\n| --- | --- | --- | --- |")
    claims = {name: claims_with(model, golds) for name, model in variants().items()}
    for name, found_with in claims.items():
        edges = evaluate(golds, found_with).overall.edges
        print(f"| {name} | {edges.precision:.3f} | {edges.recall:.3f} | {edges.f1:.3f} |")
    found = judged(golds, claims[SHIPS])
    print("", *rows(bins(found, ROWS)), sep="\n")
    points = bins(found, POINTS)
    print(f"\nexpected calibration error, {POINTS} bins: {error(points):.3f}")
    if given.plot:
        title = f"{len(found)} edges of the {given.part} part, by confidence"
        given.plot.write_text(plot(points, title), "utf-8")


if __name__ == "__main__":
    main()
