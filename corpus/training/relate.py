"""Teach a trained reader relations: ``python -m allegiance.corpus.training.relate --data DIR ...``.

From a checkpoint of ``train.py`` the whole network goes on learning: trees and names from web
text, mentions from documents, and from the annotated articles of the training part what kind of
thing a word heads, names, and which relations hold between two mentions. Nobody annotated the
articles' trees: there it goes on giving those of its teacher, the checkpoint of ``train.py``. The
relation model that is taught with it is what ships (``calibration.py``), on top of the vectors that
the exported reader gives.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..evaluation.annotated import FOLDER, part_of, read_annotated
from ..reader.wordpiece import WordPiece
from ..relations.pairs import Places, Steps, types
from .annotations import TAGS, UNKNOWN, annotated_sentences
from .base import base_subwords
from .batches import cut_batches, inputs, pad, targets
from .corpora import Folder
from .example import Example, Prepared, prepare
from .invention import vary
from .labels import Labels
from .lessons import Lesson, lessons_of
from .network import WIDTH, Network
from .objective import losses, losses_of
from .relating import Relating, collate, relation_losses
from .renaming import renamed_copies
from .training import Recipe, load_network, optimiser_of, rate_factor
from .wear import WORN, with_worn

SHARES = {"articles": 0.75, "web": 0.2, "mentions": 0.05}
"""How often a batch comes from which corpus."""
BUDGETS = {"articles": 768, "web": 1024, "mentions": 384}
"""Subwords of a batch."""
COPIES = 1
"""How often every article is read again under other names."""
SILVER = 0.5
"""Weight of the trees that the teacher gives to the articles."""
WEIGHTS = {"relation": 1.0, "status": 0.3, "kinds": 1.0, "names": 1.0}


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description="Teach a trained reader relations.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="the annotated articles")
    parser.add_argument("--start", type=Path, required=True, help="checkpoint of train.py")
    parser.add_argument(
        "--teacher", type=Path, required=True, help="checkpoint whose trees to keep"
    )
    parser.add_argument("--into", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--encoder-rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    recipe = Recipe(
        steps=given.steps,
        warm_up=0.06,
        encoder_rate=given.encoder_rate,
        head_rate=given.head_rate,
        seed=given.seed,
    )
    relate(Folder(given.data), given.articles, given.start, given.teacher, given.into, recipe)


Batch = Sequence[Lesson] | Sequence[Prepared]


@dataclass(slots=True)
class Course:
    """A network that learns relations beside all else."""

    network: Network
    labels: Labels
    relating: Relating

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Losses of a batch, of articles or of other sentences."""
        articles = [item for item in batch if isinstance(item, Lesson)]
        plain = [item for item in batch if isinstance(item, Prepared)]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            if articles:
                return self._of_articles(articles)
            return losses(self.network, inputs(plain), targets(plain, self.labels))

    def _of_articles(self, batch: Sequence[Lesson]) -> dict[str, Tensor]:
        words = self.network.words(*inputs(batch).as_tuple())
        plain = self.network.drop(words)
        trees = targets([lesson.trees for lesson in batch], self.labels)
        found = losses_of(self.network, words, trees)
        articles = [lesson.annotated for lesson in batch]
        names = self.network.names["articles"](plain)
        found["names"] = _cross_entropy(names, [item.names for item in articles])
        if self.network.kinds is not None:
            found["kinds"] = _cross_entropy(self.network.kinds(plain), [i.kinds for i in articles])
        paired = collate(articles)
        if paired is not None:
            mask, look, answers = paired
            scores, status, _ = self.relating(words, mask, look)
            found |= relation_losses(scores, status, answers, len(batch))
        return {head: WEIGHTS.get(head, SILVER) * loss for head, loss in found.items()}

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        partial = path.with_suffix(".partial")
        state = {
            "network": self.network.state_dict(),
            "relating": self.relating.state_dict(),
            "labels": json.dumps(self.labels.to_dict()),
        }
        torch.save(state, partial)
        partial.replace(path)


def _cross_entropy(scores: Tensor, wanted: Sequence[Places]) -> Tensor:
    flat = pad([row.tolist() for row in wanted], UNKNOWN).flatten()
    return functional.cross_entropy(scores.flatten(0, 1).float(), flat, ignore_index=UNKNOWN)


def relate(
    folder: Folder, articles: Path, start: Path, teacher: Path, into: Path, recipe: Recipe
) -> None:
    """Train to the last step, and write the checkpoint."""
    subwords = base_subwords()
    course = _course(start, subwords, recipe)
    random = Random(recipe.seed)
    streams = _streams(
        folder, articles, teacher, WordPiece(subwords), steps_of(course.labels), random
    )
    optimiser = optimiser_of([course.network, course.relating], recipe)
    sums: defaultdict[str, list[float]] = defaultdict(list)
    began = time.monotonic()
    course.network.train()
    course.relating.train()
    for step in range(recipe.steps):
        (name,) = random.choices(list(SHARES), list(SHARES.values()))
        for group in optimiser.param_groups:
            group["lr"] = group["full_rate"] * rate_factor(step, recipe)
        for head, value in _advance(course, optimiser, next(streams[name])).items():
            sums[f"{name}.{head}"].append(value)
        if step % 200 == 199:
            means = {key: round(sum(v) / len(v), 4) for key, v in sorted(sums.items())}
            seconds = round(time.monotonic() - began)
            print(json.dumps({"step": step + 1, "seconds": seconds, **means}), flush=True)
            sums.clear()
    course.save(into)


def _course(start: Path, subwords: list[str], recipe: Recipe) -> Course:
    torch.manual_seed(recipe.seed)
    network, labels = load_network(start, len(subwords))
    if not labels.kinds:
        labels = replace(labels, kinds=types(), articles=TAGS)
        network.names["articles"] = nn.Linear(WIDTH, len(labels.articles))
        network.kinds = nn.Linear(WIDTH, 1 + len(labels.kinds))
    relating = Relating(steps_of(labels))
    learnt = torch.load(start, weights_only=True).get("relating")
    if learnt:
        relating.load_state_dict(learnt)
    return Course(network, labels, relating)


def steps_of(labels: Labels) -> Steps:
    """The steps along a way, by the dependencies that the reader tells apart."""
    return Steps.numbered(labels.relations)


def _advance(course: Course, optimiser: torch.optim.Optimizer, batch: Batch) -> dict[str, float]:
    found = course.losses(batch)
    if not found:
        return {}
    sum(found.values(), torch.zeros(())).backward()
    for module in (course.network, course.relating):
        nn.utils.clip_grad_norm_(module.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return {head: loss.item() for head, loss in found.items()}


def _streams(
    folder: Folder, source: Path, teacher: Path, pieces: WordPiece, steps: Steps, random: Random
) -> dict[str, Iterator[Batch]]:
    training = [gold for gold in read_annotated([source]) if part_of(gold) == "training"]
    documents = [
        *with_worn(training, WORN, seed=1),
        *renamed_copies(training, COPIES, seed=2),
    ]
    articles = lessons_of(list(annotated_sentences(documents, pieces, steps)), teacher)
    web, mentions = folder.web("train"), prepare(folder.shipped_mentions(), pieces)
    return {
        "articles": _forever(lambda: cut_batches(articles, BUDGETS["articles"], random)),
        "web": _forever(lambda: _varied(web, pieces, random)),
        "mentions": _forever(lambda: cut_batches(mentions, BUDGETS["mentions"], random)),
    }


def _varied(web: Sequence[Example], pieces: WordPiece, random: Random) -> Sequence[Batch]:
    return cut_batches(prepare([vary(e, random) for e in web], pieces), BUDGETS["web"], random)


def _forever(batches: Callable[[], Sequence[Batch]]) -> Iterator[Batch]:
    while True:
        yield from batches()


if __name__ == "__main__":
    main()
