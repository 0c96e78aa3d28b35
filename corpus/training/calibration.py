"""Ship the relation model: ``python -m allegiance.corpus.training.calibration --start FILE``.

1. The reader that ships reads the held-out articles of the looking part.
2. Scores of the model that ``relate.py`` has taught become likelihoods that are true there.
3. Precision, recall and F1 over pairs of mentions are printed for patterns, model and both.

What is added to the patterns must be likelier than where F1 is best: who reads a graph forgives
what is missing sooner than what is wrong.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...ontology.vocabulary import load
from ..evaluation.annotated import FOLDER, part_of, read_annotated
from ..reader.reader import load_reader
from ..relations.pairs import Steps
from .annotations import Annotated, annotated_sentences
from .network import WIDTH
from .relating import Relating, best_of_groups, collate
from .relation_graph import write_relation_model

BATCH = 24
ADD, KEEP = 0.6, 0.02
"""The least likelihood of what no pattern found, and of what one did."""
_UNLIKELY = -6.0
"""Scores below this are left out of the calibration: there are so many of them."""


def vectors_of(batch: Sequence[Annotated]) -> Tensor:
    """The vectors of the words of some sentences, the shorter ones filled up."""
    longest = max(len(item.kinds) for item in batch)
    table = torch.zeros(len(batch), longest, WIDTH)
    for row, item in enumerate(batch):
        table[row, : len(item.kinds)] = torch.from_numpy(item.vectors.astype(np.float32))
    return table


@dataclass(frozen=True, slots=True)
class Judged:
    """Groups of pairs (two chains in a sentence) x relations."""

    scores: NDArray[np.float64]
    said: NDArray[np.float32]
    stated: NDArray[np.float32]
    status: float
    """Share of the stated ones whose status is right."""


def judged(model: Relating, sentences: Sequence[Annotated]) -> Judged:
    """What model and patterns say of sentences, and what these state."""
    found: list[tuple[NDArray[np.float32], ...]] = []
    right = known = 0
    paired = [item for item in sentences if item.related is not None]
    with torch.no_grad():
        for first in range(0, len(paired), BATCH):
            batch = paired[first : first + BATCH]
            collated = collate(batch)
            if collated is None:
                continue
            mask, look, answers = collated
            scores, shares, _ = model(vectors_of(batch), mask, look)
            best, stated = best_of_groups(scores, answers)
            index = answers.groups[:, None].expand_as(look.said)
            said = torch.zeros_like(best).scatter_reduce(0, index, look.said, "amax")
            found.append((best.numpy(), said.numpy(), stated.numpy()))
            status = shares.argmax(-1)
            is_known = (answers.wanted > 0) & (answers.status >= 0)
            right += int((status[:, None] == answers.status)[is_known].sum())
            known += int(is_known.sum())
    scores_all, said_all, stated_all = (np.concatenate(c) for c in zip(*found, strict=True))
    return Judged(scores_all.astype(np.float64), said_all, stated_all, right / max(1, known))


def weights() -> NDArray[np.float64]:
    """Symmetric relations are met in both orders: each counts a half."""
    return np.array([0.5 if r.symmetric else 1.0 for r in load().relations.values()])


def score(found: NDArray[np.bool_], stated: NDArray[np.float32]) -> tuple[float, float, float]:
    """Precision, recall and F1 over groups."""
    each = weights()
    right = float(((stated > 0) & found).astype(float).dot(each).sum())
    precision = right / max(1e-9, float(found.astype(float).dot(each).sum()))
    recall = right / max(1e-9, float((stated > 0).astype(float).dot(each).sum()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def steps_of_reader() -> Steps:
    """The steps along a way that the shipped reader tells apart."""
    return Steps.numbered(load_reader().relations)


def main() -> None:
    """Parse the command line, report and write."""
    parser = argparse.ArgumentParser(description="Ship the relation model.")
    parser.add_argument("--start", type=Path, required=True, help="checkpoint of relate.py")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="the annotated articles")
    parser.add_argument("--into", type=Path, default=Path(__file__).parents[1] / "relations")
    given = parser.parse_args()
    torch.set_num_threads(1)
    steps = steps_of_reader()
    model = Relating(steps)
    model.load_state_dict(torch.load(given.start, weights_only=True)["relating"])
    model.eval()
    golds = [gold for gold in read_annotated([given.articles]) if part_of(gold) == "looking"]
    looking = judged(model, list(annotated_sentences(golds, load_reader().pieces, steps)))
    scale = calibrate(looking)
    report(looking, scale)
    write_relation_model(model, steps, ADD, KEEP, scale, given.into)


def calibrate(found: Judged) -> tuple[float, float]:
    """Slope and shift of the scores that make likelihoods true (Platt's scaling, by Newton)."""
    seen = found.scores > _UNLIKELY
    x, y = found.scores[seen], (found.stated[seen] > 0).astype(np.float64)
    weight = np.array([1.0, 0.0])
    design = np.stack([x, np.ones_like(x)], 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-(design @ weight)))
        gradient = design.T @ (p - y)
        curvature = (design * (p * (1 - p))[:, None]).T @ design + 1e-6 * np.eye(2)
        weight = weight - np.linalg.solve(curvature, gradient)
    return float(weight[0]), float(weight[1])


def report(found: Judged, scale: tuple[float, float]) -> None:
    """Print how patterns, model and both do on pairs, at several likelihoods."""
    likely = 1 / (1 + np.exp(-(scale[0] * found.scores + scale[1])))
    lines = {"patterns": found.said > 0}
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        lines[f"model {threshold}"] = likely >= threshold
    lines["as it ships"] = np.where(found.said > 0, likely >= KEEP, likely >= ADD)
    for name, chosen in lines.items():
        figures = [round(value, 3) for value in score(chosen, found.stated)]
        print(f"{name:12}", json.dumps(figures), flush=True)
    print("status", round(found.status, 3))


if __name__ == "__main__":
    main()
