"""Train the reader: ``python -m allegiance.corpus.training.train --data DIR --run DIR``.

1. Web text alone, with its trees and names, for most of the steps (``web.pt``).
2. The rest of the steps with mentions mixed in (``last.pt``). The models that are only measured
   start from ``web.pt``: see ``yardsticks.py``.
3. Two last rounds from there, apart in their seeds, mostly of small batches of mentions, which are
   few and slow to learn. What ships (``shipped.pt``) is the mean of the weights before and after
   them, which is better than any of the three.

Stopped and started again, a run goes on from its last checkpoint.
"""

import argparse
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from ..reader.wordpiece import WordPiece
from .base import base_subwords, fill
from .corpora import Folder, sentences_of
from .example import Example
from .invention import vary
from .judging import judge_network
from .labels import Labels, collect_labels
from .network import Network
from .scores import span_score, tree_score
from .training import Recipe, Report, Run, Source, load_network

STEPS_OF_AN_EPOCH = 285
"""Steps for the 258 thousand subwords of web text, padding counted."""

LAST_ROUND = Recipe(steps=1400, encoder_rate=2e-4, head_rate=1e-3)
LAST_SEEDS = (1, 2)
LAST_SHARE = 0.75
"""Weight of what the last rounds have made, in the mean that ships."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    data: Path
    run: Path
    epochs: int
    web_epochs: int
    mentions: float
    threads: int
    seed: int


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description="Train the reader.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--run", type=Path, required=True, help="folder of checkpoints and log")
    parser.add_argument("--epochs", type=int, default=11)
    parser.add_argument("--web-epochs", type=int, default=7, help="of them on web text alone")
    parser.add_argument("--mentions", type=float, default=0.2, help="share of batches after that")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    train(Options(**vars(parser.parse_args())))


def train(options: Options) -> None:
    """Train, or go on training, to the last step."""
    torch.set_num_threads(options.threads)
    folder = Folder(options.data)
    run = _start(folder, options)
    dev = folder.web("dev")
    report = _reporter(options.run)
    web = Source(folder.web("train"), 1.0, vary)
    for epoch in range(run.step // STEPS_OF_AN_EPOCH, options.epochs):
        sources = {"web": web}
        if epoch >= options.web_epochs:
            sources = {
                "web": replace(web, share=1 - options.mentions),
                "mentions": Source(folder.shipped_mentions(), options.mentions),
            }
        run.train(sources, (epoch + 1) * STEPS_OF_AN_EPOCH, report)
        run.save(options.run / "last.pt")
        if epoch + 1 == options.web_epochs:
            run.save(options.run / "web.pt")
        report({"epoch": epoch + 1, **dev_scores(run.network, run.labels, dev)})
    run = _last_rounds(folder, options, report)
    report({"epoch": "last rounds", **dev_scores(run.network, run.labels, dev)})


def _last_rounds(folder: Folder, options: Options, report: Report) -> Run:
    sources = {
        "web": Source(folder.web("train"), 0.35, vary),
        "mentions": Source(folder.shipped_mentions(), 0.65, budget=256),
    }
    subwords = base_subwords()
    start, _ = load_network(options.run / "last.pt", len(subwords))
    mean = {name: (1 - LAST_SHARE) * weight for name, weight in start.state_dict().items()}
    for seed in LAST_SEEDS:
        network, labels = load_network(options.run / "last.pt", len(subwords))
        run = Run(network, labels, WordPiece(subwords), replace(LAST_ROUND, seed=seed))
        run.train(sources, LAST_ROUND.steps, report)
        for name, weight in network.state_dict().items():
            mean[name] += LAST_SHARE / len(LAST_SEEDS) * weight
    run.network.load_state_dict(mean)
    run.save(options.run / "shipped.pt")
    return run


def dev_scores(network: Network, labels: Labels, dev: list[Example]) -> dict[str, float]:
    """Scores on sentences with trees and names, of the network as it would ship."""
    judged = judge_network(network, labels, dev)
    trees, names = tree_score(judged), span_score(judged, "uner")
    scores = {"upos": trees.upos, "uas": trees.uas, "las": trees.las, "names": names.micro}
    return {key: round(value, 2) for key, value in scores.items()}


def _start(folder: Folder, options: Options) -> Run:
    subwords = base_subwords()
    labels = collect_labels([*folder.web("train"), *sentences_of(folder.documents())])
    recipe = Recipe(steps=options.epochs * STEPS_OF_AN_EPOCH, seed=options.seed)
    torch.manual_seed(options.seed)
    run = Run(Network(labels, len(subwords)), labels, WordPiece(subwords), recipe)
    last = options.run / "last.pt"
    if last.exists():
        run.resume(last)
    else:
        fill(run.network.encoder)
    return run


def _reporter(folder: Path) -> Report:
    folder.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()

    def report(entry: dict[str, Any]) -> None:
        line = json.dumps({"seconds": round(time.monotonic() - start), **entry})
        with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")
        print(line, flush=True)

    return report


if __name__ == "__main__":
    main()
