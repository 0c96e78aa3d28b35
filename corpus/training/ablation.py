"""What patterns and model are worth, apart and together, on held-out articles.

``python -m allegiance.corpus.training.ablation`` reads the articles of a part of the annotated
corpus with the patterns alone, with the model alone, with whatever either finds, and as it ships,
and prints precision, recall and F1 of edges; then how often claims of each confidence are right.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from ..evaluation.annotated import FOLDER, part_of, read_annotated
from ..evaluation.candidate import Candidate, from_claim
from ..evaluation.comparison import compare_edges
from ..evaluation.gold import GoldDocument
from ..evaluation.scoring import evaluate
from ..read import read_document
from ..relations.finding import find_relations
from ..relations.model import RelationModel, Verdict
from ..relations.pairs import Floats, Pairs

_STEP = 2
"""Tenths of confidence that go together in a row."""
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
        "as it ships": RelationModel(),
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
    given = parser.parse_args()
    golds = [gold for gold in read_annotated([given.articles]) if part_of(gold) == given.part]
    print("| | precision | recall | F1 |\n| --- | --- | --- | --- |")
    for name, model in variants().items():
        claims = claims_with(model, golds)
        edges = evaluate(golds, claims).overall.edges
        print(f"| {name} | {edges.precision:.3f} | {edges.recall:.3f} | {edges.f1:.3f} |")
    print("\n| confidence | edges | on average | right |\n| --- | --- | --- | --- |")
    for row in reliability(golds, claims):
        print(row)


def reliability(golds: Sequence[GoldDocument], claims: Sequence[Candidate]) -> Iterator[str]:
    """Rows of a table: edges by their confidence, and how many of them are right."""
    by_document: defaultdict[str, list[Candidate]] = defaultdict(list)
    for claim in claims:
        by_document[claim.evidence[0].document].append(claim)
    found = [pair for gold in golds for pair in _judged(gold, by_document[gold.document.id])]
    for low in range(0, 10, _STEP):
        some = [(sure, right) for sure, right in found if low <= min(sure * 10, 9.9) < low + _STEP]
        if some:
            sure, right = (sum(column) / len(some) for column in zip(*some, strict=True))
            bounds = f"{low / 10} to {(low + _STEP) / 10}"
            yield f"| {bounds} | {len(some)} | {sure:.2f} | {right:.2f} |"


def _judged(gold: GoldDocument, claims: Sequence[Candidate]) -> Iterator[tuple[float, bool]]:
    """The confidence of each edge, and whether it is right."""
    compared = compare_edges(gold, claims)
    right = {number for number, _ in compared.right}
    for number, edge in enumerate(compared.found):
        yield max(claim.confidence or 0 for claim in edge.claims), number in right


if __name__ == "__main__":
    main()
