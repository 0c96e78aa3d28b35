"""Train what pronouns and descriptions stand for: ``python -m ...corpus.training.antecedents``.

The annotated articles of the training part are resolved with the right antecedent given for every
pronoun and description, and at each the candidates are kept; a model learns to prefer those that
are the same entity, or "nothing" where there is none.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from ..coreference.antecedents import Choose
from ..coreference.discourse import Discourse
from ..coreference.pronouns import antecedent_of_pronoun
from ..coreference.ranking import (
    DESCRIPTIONS,
    LEAST,
    PRONOUNS,
    Floats,
    Look,
    View,
    choose,
    look_at_description,
    look_at_pronoun,
)
from ..coreference.resolution import resolve_mentions
from ..evaluation.annotated import FOLDER, part_of, read_annotated
from ..evaluation.gold import GoldDocument
from ..layout.outline import outline
from ..mentions import find_mentions
from ..reader.reader import load_reader
from .annotations import entities_of
from .network import WIDTH

INNER, HIDDEN = 48, 64
EPOCHS, RATE, BATCH = 8, 2e-3, 16


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun or a description with its candidates."""

    seen: View
    right: Floats
    """1 for "nothing" (first) and each candidate that is right."""
    rules: int
    """What the rules choose, 0 for nothing; of descriptions they choose none by themselves."""


@dataclass(frozen=True, slots=True)
class Choices:
    """All that annotated articles have."""

    pronouns: list[Choice] = field(default_factory=list)
    descriptions: list[Choice] = field(default_factory=list)


def choices(documents: Iterable[GoldDocument]) -> Choices:
    """Every pronoun and every description of annotated articles that has a candidate."""
    kept = Choices()
    for gold in documents:
        text = gold.document.text
        sentences = load_reader().read(text, outline(gold.document).skip)
        mentions = find_mentions(sentences, text)
        entities = entities_of(gold, sentences, mentions)
        resolve_mentions(
            sentences,
            mentions,
            _chooser(entities, look_at_pronoun, antecedent_of_pronoun, kept.pronouns),
            _chooser(entities, look_at_description, lambda *_: None, kept.descriptions),
        )
    return kept


def _chooser(entities: Sequence[str], look: Look, by_rule: Choose, kept: list[Choice]) -> Choose:
    """Chooses as annotated, and keeps what there was to choose."""

    def as_annotated(text: Discourse, index: int) -> int | None:
        seen = look(text, index)
        if seen is None or not seen.candidates:
            return by_rule(text, index)
        entity, found = entities[index], seen.candidates
        same = [bool(entity) and _is_of(text, other, entity, entities) for other in found]
        ruled = by_rule(text, index)
        rules = 1 + found.index(ruled) if ruled in found else 0
        kept.append(Choice(seen, np.array([not any(same), *same], np.float32), rules))
        return next((o for o, is_same in zip(found, same, strict=True) if is_same), None)

    return as_annotated


def _is_of(text: Discourse, other: int, entity: str, entities: Sequence[str]) -> bool:
    """Whether most of what a cluster's annotated mentions stand for is the entity."""
    known = [entities[m] for m in text.clusters.of(other).mentions if entities[m]]
    return 2 * known.count(entity) > len(known)


class Ranking(nn.Module):
    """The model of ``ranking.py``, to be trained."""

    def __init__(self, mention: int, traits: int) -> None:
        """Make fresh weights for so many traits of the mention and of its candidates."""
        super().__init__()
        self.weights = nn.ParameterDict(
            {
                "mention": _fresh(WIDTH, INNER),
                "candidate": _fresh(WIDTH, INNER),
                "hidden": _fresh(mention + traits + 2 * INNER, HIDDEN),
                "hidden_bias": nn.Parameter(torch.zeros(HIDDEN)),
                "alone": _fresh(mention + INNER, HIDDEN),
                "alone_bias": nn.Parameter(torch.zeros(HIDDEN)),
                "nothing": _fresh(HIDDEN, 1),
                "out": _fresh(HIDDEN, 1),
            }
        )
        self.dropout = nn.Dropout(0.3)

    def forward(self, seen: View) -> Tensor:
        """Scores: first of "nothing", then of every candidate."""
        weights = self.weights
        vectors = self.dropout(torch.from_numpy(seen.vectors))
        own, traits = torch.from_numpy(seen.mention), torch.from_numpy(seen.traits)
        mine, theirs = vectors[:1] @ weights["mention"], vectors[1:] @ weights["candidate"]
        both = [own.expand(len(traits), -1), traits, mine * theirs, mine.expand_as(theirs)]
        hidden = torch.cat(both, 1) @ weights["hidden"] + weights["hidden_bias"]
        alone = torch.cat([own[None], mine], 1)
        nothing = torch.relu(alone @ weights["alone"] + weights["alone_bias"])
        scores = [nothing @ weights["nothing"], self.dropout(torch.relu(hidden)) @ weights["out"]]
        return torch.cat(scores)[:, 0]

    def arrays(self) -> dict[str, Floats]:
        """The weights as ``ranking.py`` reads them."""
        return {name: weight.detach().numpy() for name, weight in self.weights.items()}


def _fresh(rows: int, columns: int) -> nn.Parameter:
    return nn.Parameter(torch.randn(rows, columns) / rows**0.5)


def train(some: Sequence[Choice], seed: int) -> Ranking:
    """A model that prefers what is right: the likelihood of all right candidates together."""
    torch.manual_seed(seed)
    random = Random(seed)
    model = Ranking(len(some[0].seen.mention), some[0].seen.traits.shape[1])
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.02)
    steps = EPOCHS * (len(some) // BATCH + 1)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.0, 1 - step / steps))
    order = list(some)
    for _ in range(EPOCHS):
        random.shuffle(order)
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            loss = torch.stack(
                [_loss(model(c.seen), torch.from_numpy(c.right)) for c in batch]
            ).mean()
            loss.backward()
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            rate.step()
    model.eval()
    return model


def _loss(scores: Tensor, right: Tensor) -> Tensor:
    return scores.logsumexp(0) - scores.masked_fill(right == 0, -1e4).logsumexp(0)


def accuracy(
    weights: dict[str, Floats], some: Sequence[Choice], least: float
) -> tuple[float, float]:
    """Share of the choices that the model, as it ships, and that the rules get right."""
    model = sum(c.right[choose(weights, c.seen, least)] > 0 for c in some)
    rules = sum(c.right[c.rules] > 0 for c in some)
    return model / len(some), rules / len(some)


def main() -> None:
    """Parse the command line, train and write."""
    parser = argparse.ArgumentParser(description="Train what is meant by pronouns and others.")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="the annotated articles")
    given = parser.parse_args()
    torch.set_num_threads(1)
    documents = read_annotated([given.articles])
    training = choices(g for g in documents if part_of(g) == "training")
    looking = choices(g for g in documents if part_of(g) == "looking")
    pronouns = taught(training.pronouns, PRONOUNS)
    model, rules = accuracy(pronouns, looking.pronouns, 0.0)
    print(f"{len(looking.pronouns)} pronouns, right: model {model:.3f}, rules {rules:.3f}")
    descriptions = taught(training.descriptions, DESCRIPTIONS)
    model, nothing = accuracy(descriptions, looking.descriptions, LEAST)
    print(
        f"{len(looking.descriptions)} descriptions, right: model {model:.3f}, nothing {nothing:.3f}"
    )


def taught(training: Sequence[Choice], into: Path) -> dict[str, Floats]:
    """The weights of a trained model, written into a file."""
    weights = train(training, seed=1).arrays()
    partial = into.with_suffix(".partial.npz")
    with partial.open("wb") as file:
        np.savez(file, **weights)  # type: ignore[arg-type]
    partial.replace(into)
    return weights


if __name__ == "__main__":
    main()
