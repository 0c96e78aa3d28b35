"""Train what pronouns stand for: ``python -m allegiance.corpus.training.antecedents``.

The annotated articles of the training part are resolved with the right antecedent given for every
pronoun, and at each the candidates are kept; the model learns to prefer those that are the same
entity, or "nothing" where the pronoun is not annotated.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from ..coreference.discourse import Discourse
from ..coreference.pronouns import antecedent_of_pronoun
from ..coreference.ranking import WEIGHTS, Floats, look, score
from ..coreference.resolution import resolve_mentions
from ..evaluation.annotated import FOLDER, part_of, read_annotated
from ..evaluation.gold import GoldDocument
from ..layout.outline import outline
from ..mentions import find_mentions
from ..reader.reader import load_reader
from .annotations import entity_at
from .network import WIDTH

INNER, HIDDEN = 48, 64
EPOCHS, RATE, BATCH = 8, 2e-3, 16


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun with its candidates."""

    pronoun: Floats
    traits: Floats
    vectors: Floats
    right: Floats
    """1 for "nothing" (first) and each candidate that is right."""
    rules: int
    """What the rules choose, 0 for nothing."""


def choices(documents: Iterable[GoldDocument]) -> Iterator[Choice]:
    """Every pronoun of annotated articles that has a candidate."""
    for gold in documents:
        yield from _choices(gold)


def _choices(gold: GoldDocument) -> list[Choice]:
    text = gold.document.text
    sentences = load_reader().read(text, outline(gold.document).skip)
    mentions = find_mentions(sentences, text)
    entities = [entity_at(gold.mentions, sentences[m.sentence].tokens[m.head]) for m in mentions]
    kept: list[Choice] = []

    def choose(discourse: Discourse, index: int) -> int | None:
        seen = look(discourse, index)
        by_rule = antecedent_of_pronoun(discourse, index)
        if seen is None or not seen[0]:
            return by_rule
        found, pronoun, traits, vectors = seen
        entity = entities[index]
        same = [bool(entity) and entities[other] == entity for other in found]
        if not entity or any(same):
            right = np.array([not entity, *same], np.float32)
            rules = 1 + found.index(by_rule) if by_rule in found else 0
            kept.append(Choice(pronoun, traits, vectors, right, rules))
        if not entity:
            return None
        return next((o for o, is_same in zip(found, same, strict=True) if is_same), None)

    resolve_mentions(sentences, mentions, choose)
    return kept


class Ranking(nn.Module):
    """The model of ``ranking.py``, to be trained."""

    def __init__(self, pronoun: int, traits: int) -> None:
        """Make fresh weights for so many traits of pronouns and candidates."""
        super().__init__()
        self.weights = nn.ParameterDict(
            {
                "pronoun": _fresh(WIDTH, INNER),
                "candidate": _fresh(WIDTH, INNER),
                "hidden": _fresh(pronoun + traits + 2 * INNER, HIDDEN),
                "hidden_bias": nn.Parameter(torch.zeros(HIDDEN)),
                "alone": _fresh(pronoun + INNER, HIDDEN),
                "alone_bias": nn.Parameter(torch.zeros(HIDDEN)),
                "nothing": _fresh(HIDDEN, 1),
                "out": _fresh(HIDDEN, 1),
            }
        )
        self.dropout = nn.Dropout(0.3)

    def forward(self, choice: Choice) -> Tensor:
        """Scores: first of "nothing", then of every candidate."""
        weights = self.weights
        vectors = self.dropout(torch.from_numpy(choice.vectors))
        pronoun, traits = torch.from_numpy(choice.pronoun), torch.from_numpy(choice.traits)
        mine, theirs = vectors[:1] @ weights["pronoun"], vectors[1:] @ weights["candidate"]
        own = pronoun.expand(len(traits), -1)
        seen = torch.cat([own, traits, mine * theirs, mine.expand_as(theirs)], 1)
        hidden = self.dropout(torch.relu(seen @ weights["hidden"] + weights["hidden_bias"]))
        alone = torch.cat([pronoun[None], mine], 1)
        nothing = torch.relu(alone @ weights["alone"] + weights["alone_bias"])
        return torch.cat([nothing @ weights["nothing"], hidden @ weights["out"]])[:, 0]

    def arrays(self) -> dict[str, Floats]:
        """The weights as ``ranking.py`` reads them."""
        return {name: weight.detach().numpy() for name, weight in self.weights.items()}


def _fresh(rows: int, columns: int) -> nn.Parameter:
    return nn.Parameter(torch.randn(rows, columns) / rows**0.5)


def train(some: Sequence[Choice], seed: int) -> Ranking:
    """A model that prefers what is right: the likelihood of all right candidates together."""
    torch.manual_seed(seed)
    random = Random(seed)
    model = Ranking(len(some[0].pronoun), some[0].traits.shape[1])
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.02)
    steps = EPOCHS * (len(some) // BATCH + 1)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.0, 1 - step / steps))
    order = list(some)
    for _ in range(EPOCHS):
        random.shuffle(order)
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            loss = torch.stack([_loss(model(c), torch.from_numpy(c.right)) for c in batch]).mean()
            loss.backward()
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            rate.step()
    model.eval()
    return model


def _loss(scores: Tensor, right: Tensor) -> Tensor:
    return scores.logsumexp(0) - scores.masked_fill(right == 0, -1e4).logsumexp(0)


def accuracy(weights: dict[str, Floats], some: Sequence[Choice]) -> tuple[float, float]:
    """Share of pronouns that the model, and that the rules, get right."""
    model = sum(
        c.right[int(score(weights, c.pronoun, c.traits, c.vectors).argmax())] > 0 for c in some
    )
    rules = sum(c.right[c.rules] > 0 for c in some)
    return model / len(some), rules / len(some)


def main() -> None:
    """Parse the command line, train and write."""
    parser = argparse.ArgumentParser(description="Train what pronouns stand for.")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="the annotated articles")
    parser.add_argument("--into", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    torch.set_num_threads(1)
    documents = read_annotated([given.articles])
    training = list(choices(g for g in documents if part_of(g) == "training"))
    looking = list(choices(g for g in documents if part_of(g) == "looking"))
    weights = train(training, seed=1).arrays()
    model, rules = accuracy(weights, looking)
    print(
        f"{len(training)} pronouns to learn; of {len(looking)} held out right: "
        f"model {model:.3f}, rules {rules:.3f}"
    )
    partial = given.into.with_suffix(".partial.npz")
    with partial.open("wb") as file:
        np.savez(file, **weights)  # type: ignore[arg-type]
    partial.replace(given.into)


if __name__ == "__main__":
    main()
