"""How well mentions are found in unseen documents: models made to be measured and thrown away.

``python -m allegiance.corpus.training.yardsticks --data DIR --run DIR`` starts each model from
``web.pt``, which has seen no mention, and trains it on the training part alone of

- five folds, no document in two of them: each part measured by the model of the other four;
- the published split by sentence, whose parts share documents: kept for comparison only.

The figures go to ``yardsticks.json`` beside the checkpoints.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from ..reader.wordpiece import WordPiece
from .base import base_subwords
from .corpora import Folder, sentences_of
from .example import Example
from .judging import judge_network
from .mentions import SCHEME
from .scores import SpanScore, span_score
from .training import Recipe, Run, Source, load_network

FOLDS = range(5)
_STEPS = 750
_RECIPE = Recipe(steps=_STEPS, encoder_rate=4e-4, head_rate=2e-3)


def main() -> None:
    """Parse the command line, train and measure."""
    parser = argparse.ArgumentParser(description="Measure mentions in unseen documents.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--run", type=Path, required=True, help="folder of web.pt")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    folder, start = Folder(options.data), options.run / "web.pt"
    found = {}
    for name, measured in (("split", split_figures), ("folds", fold_figures)):
        found[name] = measured(folder, start)
        path = options.run / "yardsticks.json"
        path.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def fold_figures(folder: Folder, start: Path) -> dict[str, Any]:
    """Scores over all documents, each one unseen when it is measured."""
    documents, folds = folder.documents(), folder.folds()
    scores = []
    for fold in FOLDS:
        seen = sentences_of(d for d in documents if folds[d.id] != fold)
        unseen = sentences_of(d for d in documents if folds[d.id] == fold)
        scores.append(learn_and_score(start, seen, unseen))
        print(f"fold {fold}: {scores[-1].micro:.1f}", flush=True)
    return figures(sum(scores[1:], scores[0]))


def split_figures(folder: Folder, start: Path) -> dict[str, Any]:
    """Scores on the test part of the published split."""
    score = learn_and_score(start, folder.split("train"), folder.split("test"))
    print(f"split: micro {score.micro:.1f}, macro {score.macro:.1f}", flush=True)
    return figures(score)


def learn_and_score(start: Path, seen: Sequence[Example], unseen: Sequence[Example]) -> SpanScore:
    """The score on ``unseen`` of the network of ``start`` when it has learnt ``seen``."""
    subwords = base_subwords()
    network, labels = load_network(start, len(subwords))
    run = Run(network, labels, WordPiece(subwords), _RECIPE)
    run.train({"mentions": Source(seen, 1.0, budget=256)}, _STEPS, report=lambda entry: None)
    return span_score(judge_network(network, labels, unseen), SCHEME)


def figures(score: SpanScore) -> dict[str, Any]:
    """F1 over all mentions, the mean over labels, and each label with its count."""
    labels = {key: [round(f, 1), score.wanted[key]] for key, f in score.by_label.items()}
    return {"micro": round(score.micro, 1), "macro": round(score.macro, 1), "labels": labels}


if __name__ == "__main__":
    main()
