"""Sentences of like length together, and as the tensors that the network takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol, TypeVar

import torch
from torch import Tensor

from ..reader.encoding import Encoded
from .example import Prepared
from .labels import SCHEMES, Labels

UNKNOWN = -100
"""The target where nothing was annotated: no loss comes from it."""


class Readable(Protocol):
    """Something with words as the network reads them."""

    @property
    def encoded(self) -> Encoded:
        """Its words."""


Item = TypeVar("Item", bound=Readable)


def cut_batches(
    prepared: Sequence[Item], budget: int, random: Random | None = None
) -> list[list[Item]]:
    """Batches of at most ``budget`` subwords, padding included; shuffled under a ``random``."""
    items = list(prepared)
    if random:
        random.shuffle(items)
    items.sort(key=lambda item: len(item.encoded.ids) + (random.random() * 3 if random else 0))
    found: list[list[Item]] = []
    longest = 0
    for item in items:
        longest = max(longest, len(item.encoded.ids))
        if not found or longest * (len(found[-1]) + 1) > budget:
            found.append([])
            longest = len(item.encoded.ids)
        found[-1].append(item)
    if random:
        random.shuffle(found)
    return found


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network reads, a row a sentence."""

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor

    def as_tuple(self) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """In the order of the network's arguments."""
        return self.ids, self.mask, self.shapes, self.first, self.last


@dataclass(frozen=True, slots=True)
class Targets:
    """What it should answer, a row a sentence, ``UNKNOWN`` where nobody knows."""

    upos: Tensor
    heads: Tensor
    relations: Tensor
    tags: dict[str, Tensor]
    lengths: Tensor


def inputs(batch: Sequence[Readable]) -> Inputs:
    """The sentences as the network reads them."""
    rows = [item.encoded for item in batch]
    return Inputs(
        ids=pad([row.ids for row in rows], 0),
        mask=pad([[1] * len(row.ids) for row in rows], 0),
        shapes=pad([row.shapes for row in rows], 0),
        first=pad([row.first for row in rows], 0),
        last=pad([row.last for row in rows], 0),
    )


def targets(batch: Sequence[Prepared], labels: Labels) -> Targets:
    """The answers that the sentences are annotated with."""
    examples = [item.example for item in batch]
    longest = max(len(example.words) for example in examples)
    return Targets(
        upos=pad([_places(item.upos, labels.upos) for item in examples], UNKNOWN, longest),
        heads=pad([item.heads for item in examples], UNKNOWN, longest),
        relations=pad(
            [_places(item.relations, labels.relations) for item in examples], UNKNOWN, longest
        ),
        tags={
            scheme: pad(
                [_places(item.tags.get(scheme, ()), labels.tags(scheme)) for item in examples],
                UNKNOWN,
                longest,
            )
            for scheme in SCHEMES
        },
        lengths=torch.tensor([len(example.words) for example in examples]),
    )


def _places(values: Sequence[str], known: Sequence[str]) -> list[int]:
    place = {value: i for i, value in enumerate(known)}
    return [place.get(value, UNKNOWN) for value in values]


def pad(rows: Sequence[Sequence[int]], value: int, longest: int = 0) -> Tensor:
    """The rows in one table, the shorter ones filled up with ``value``."""
    width = max(longest, *(len(row) for row in rows))
    return torch.tensor([[*row, *[value] * (width - len(row))] for row in rows])
