"""The relation model: how likely each relation is between two mentions of a sentence.

1. Subject, object and the word where their branches of the tree meet, each by its vector.
2. The words along the way, each with the step that it is, by their mean and their maximum.
3. Attention over the whole sentence finds the word that carries the relation: the trigger.
4. With the types of both ends and what the patterns say, one hidden layer gives a score for each
   relation, and for each status.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from ...ontology.vocabulary import load
from ..relations.pairs import BOUNDS, Steps, traits
from .annotations import STATUS, Annotated, Related
from .network import WIDTH

INNER, HIDDEN, TRAIT, DISTANCE = 128, 256, 24, 16
NEVER = -30.0
"""The score of what the ontology does not allow."""
_NARROW = 0.1
_RARE = -4.0
"""Score of every relation before anything is learnt."""
_TRUST = 4.0
"""What a pattern adds to its relation's score before anything is learnt."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the model looks at: pairs of several sentences, a row a pair."""

    sentences: Tensor
    """Which row of the batch each pair's sentence is."""
    heads: Tensor
    paths: Tensor
    traits: Tensor
    said: Tensor


@dataclass(frozen=True, slots=True)
class Answers:
    """What it should answer."""

    wanted: Tensor
    status: Tensor
    allowed: Tensor
    groups: Tensor
    """Which two chains of which sentence a pair relates, as one number."""
    count: int
    """How many such groups there are."""


class Relating(nn.Module):
    """Scores of relations and of status, and where the trigger is, for pairs of mentions."""

    def __init__(self, steps: Steps, dropout: float = 0.3) -> None:
        """Make fresh weights."""
        super().__init__()
        relations = len(load().relations)
        self.ends = nn.ModuleList(nn.Linear(WIDTH, INNER) for _ in range(3))
        self.word, self.step = nn.Linear(WIDTH, INNER), nn.Embedding(steps.size, INNER)
        self.query, self.key = nn.Linear(3 * INNER, INNER), nn.Linear(WIDTH, INNER)
        self.bias, self.value = nn.Embedding(steps.size, 1), nn.Linear(WIDTH, INNER)
        self.traits = nn.ModuleList(nn.Embedding(traits(), TRAIT) for _ in range(2))
        self.distance = nn.Embedding(2 * len(BOUNDS) + 2, DISTANCE)
        seen = 7 * INNER + 2 * TRAIT + DISTANCE
        self.hidden = nn.Linear(seen + relations, HIDDEN)
        self.relation, self.status = nn.Linear(HIDDEN, relations), nn.Linear(HIDDEN, len(STATUS))
        self.trust = nn.Parameter(torch.full((relations,), _TRUST))
        self.dropout = dropout
        for table in (self.step, *self.traits, self.distance):
            nn.init.normal_(table.weight, std=_NARROW)
        nn.init.zeros_(self.bias.weight)
        nn.init.constant_(self.relation.bias, _RARE)

    def forward(self, words: Tensor, mask: Tensor, look: Look) -> tuple[Tensor, Tensor, Tensor]:
        """Pairs x relations, pairs x status, pairs x words (the trigger's share of attention)."""
        words = functional.dropout(words, self.dropout / 2, self.training)
        ends = [end(words)[look.sentences, look.heads[:, i]] for i, end in enumerate(self.ends)]
        along = self._along(words, look)
        attention = self._attend(words, mask, ends, look)
        context = (attention[..., None] * self.value(words)[look.sentences]).sum(1)
        traits = [table(look.traits[:, i]) for i, table in enumerate(self.traits)]
        seen = [*ends, *along, context, ends[0] * ends[1], *traits]
        seen.append(self.distance(look.traits[:, 2]))
        plain = functional.dropout(
            functional.gelu(torch.cat(seen, -1)), self.dropout, self.training
        )
        said = self._heard(look.said)
        hidden = functional.gelu(self.hidden(torch.cat([plain, said.to(plain.dtype)], -1)))
        hidden = functional.dropout(hidden, self.dropout, self.training)
        return self.relation(hidden) + said * self.trust, self.status(hidden), attention

    def _along(self, words: Tensor, look: Look) -> list[Tensor]:
        on = (look.paths > 0)[..., None]
        way = functional.gelu(self.word(words)[look.sentences] + self.step(look.paths)) * on
        mean = way.sum(1) / on.sum(1).clamp(min=1)
        return [mean, way.masked_fill(~on, -1e4).amax(1)]

    def _attend(self, words: Tensor, mask: Tensor, ends: list[Tensor], look: Look) -> Tensor:
        query = self.query(torch.cat(ends, -1))
        scores = (self.key(words)[look.sentences] * query[:, None]).sum(-1)
        scores = scores * (1 / math.sqrt(INNER)) + self.bias(look.paths)[..., 0]
        return scores.masked_fill(~mask[look.sentences], -1e4).softmax(-1)

    def _heard(self, said: Tensor) -> Tensor:
        """What the patterns say, some of it forgotten in training, so that words count too."""
        return functional.dropout(said, 0.2, self.training) * (0.8 if self.training else 1.0)


def collate(batch: Sequence[Annotated]) -> tuple[Tensor, Look, Answers] | None:
    """Mask, pairs and answers of some sentences; None where they have no pair."""
    longest = max(len(item.kinds) for item in batch)
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    rows: list[tuple[int, Related]] = []
    for row, item in enumerate(batch):
        mask[row, : len(item.kinds)] = True
        if item.related is not None:
            rows.append((row, item.related))
    if not rows:
        return None
    groups, count = _groups([related for _, related in rows])
    some = [related for _, related in rows]
    look = Look(
        sentences=torch.tensor([row for row, r in rows for _ in r.wanted]),
        heads=_stacked([r.pairs.heads for r in some]),
        paths=_stacked([_wide(r.pairs.paths, longest) for r in some]),
        traits=_stacked([r.pairs.traits for r in some]),
        said=_stacked([r.said for r in some]),
    )
    answers = Answers(
        wanted=_stacked([r.wanted for r in some]),
        status=_stacked([r.status for r in some]),
        allowed=_stacked([r.allowed for r in some]),
        groups=groups,
        count=count,
    )
    return mask, look, answers


def _stacked(parts: Sequence[NDArray[np.generic]]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts))


def _wide(paths: NDArray[np.int64], words: int) -> NDArray[np.int64]:
    return np.pad(paths, ((0, 0), (0, words - paths.shape[1])))


def _groups(some: Sequence[Related]) -> tuple[Tensor, int]:
    found: list[NDArray[np.int64]] = []
    count = 0
    for related in some:
        _, places = np.unique(related.pairs.chains, axis=0, return_inverse=True)
        found.append(places.reshape(-1) + count)
        count += int(places.max()) + 1
    return torch.from_numpy(np.concatenate(found)), count


def best_of_groups(scores: Tensor, answers: Answers) -> tuple[Tensor, Tensor]:
    """Groups x relations: the best score of a group's pairs, and whether the article states it."""
    index = answers.groups[:, None].expand_as(scores)
    shape = (answers.count, scores.shape[1])
    allowed = scores.float().masked_fill(~answers.allowed, NEVER)
    best = torch.full(shape, NEVER).scatter_reduce(0, index, allowed, "amax")
    stated = answers.wanted * answers.allowed
    return best, torch.zeros(shape).scatter_reduce(0, index, stated, "amax")


def relation_losses(
    scores: Tensor, status: Tensor, answers: Answers, sentences: int
) -> dict[str, Tensor]:
    """What training lowers: binary cross-entropy by group, summed over a sentence; status."""
    best, stated = best_of_groups(scores, answers)
    found = {
        "relation": functional.binary_cross_entropy_with_logits(best, stated, reduction="sum")
        / sentences
    }
    rows, columns = ((answers.wanted > 0) & (answers.status >= 0)).nonzero(as_tuple=True)
    if len(rows):
        known = answers.status[rows, columns]
        found["status"] = functional.cross_entropy(status[rows].float(), known)
    return found
