"""The training loop: steps over batches of several corpora, under one schedule.

A run can be stopped and taken up again: a checkpoint holds all that the next step depends on.
"""

import json
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import torch

from ..reader.wordpiece import WordPiece
from .batches import cut_batches, inputs, targets
from .example import Example, Prepared, prepare
from .labels import Labels
from .network import Network
from .objective import losses

Report = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of a run."""

    steps: int
    """Steps until the learning rate is zero."""
    warm_up: float = 0.05
    encoder_rate: float = 3e-4
    head_rate: float = 1.5e-3
    decay: float = 0.01
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """Sentences of one corpus, and how often a batch comes from it."""

    examples: Sequence[Example]
    share: float
    vary: Callable[[Example, Random], Example] | None = None
    budget: int = 1024
    """Subwords of a batch; few where there are few sentences, for more steps over them."""


@dataclass(slots=True)
class Run:
    """A network under training."""

    network: Network
    labels: Labels
    pieces: WordPiece
    recipe: Recipe
    step: int = 0
    optimiser: torch.optim.Optimizer = field(init=False)
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        """Seed what is random and make the optimiser."""
        torch.manual_seed(self.recipe.seed)
        self.random = Random(self.recipe.seed)
        self.optimiser = optimiser_of([self.network], self.recipe)

    def train(self, sources: Mapping[str, Source], until: int, report: Report) -> None:
        """Go on to step ``until``; ``report`` takes mean losses every 200 steps."""
        batches = {name: self._batches(source) for name, source in sorted(sources.items())}
        shares = [sources[name].share for name in batches]
        sums: defaultdict[str, list[float]] = defaultdict(list)
        self.network.train()
        start, first = time.monotonic(), self.step
        while self.step < until:
            (name,) = self.random.choices(list(batches), shares)
            for head, value in self._advance(next(batches[name])).items():
                sums[f"{name}.{head}"].append(value)
            if self.step % 200 == 0:
                pace = (self.step - first) / (time.monotonic() - start)
                means = {key: round(sum(v) / len(v), 4) for key, v in sorted(sums.items())}
                report({"step": self.step, "steps_per_second": round(pace, 2), **means})
                sums.clear()

    def _batches(self, source: Source) -> Iterator[list[Prepared]]:
        while True:
            vary = source.vary
            examples = [vary(e, self.random) for e in source.examples] if vary else source.examples
            prepared = prepare(examples, self.pieces)
            yield from cut_batches(prepared, source.budget, self.random)

    def _advance(self, batch: Sequence[Prepared]) -> dict[str, float]:
        factor = rate_factor(self.step, self.recipe)
        for group in self.optimiser.param_groups:
            group["lr"] = group["full_rate"] * factor
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(self.network, inputs(batch), targets(batch, self.labels))
        self.step += 1
        if not found:
            return {}
        sum(found.values(), torch.zeros(())).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return {head: loss.item() for head, loss in found.items()}

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "labels": json.dumps(self.labels.to_dict()),
            "step": self.step,
            "torch_random": torch.get_rng_state(),
            "random": self.random.getstate(),
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(path)

    def resume(self, path: Path) -> None:
        """Take up where a checkpoint left off."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = state["step"]
        torch.set_rng_state(state["torch_random"])
        version, numbers, gauss = state["random"]
        self.random.setstate((version, tuple(numbers), gauss))


def load_network(path: Path, subwords: int) -> tuple[Network, Labels]:
    """The network of a checkpoint, in evaluation mode."""
    state = torch.load(path, weights_only=True)
    labels = Labels.from_dict(json.loads(state["labels"]))
    network = Network(labels, subwords)
    network.load_state_dict(state["network"])
    network.eval()
    return network, labels


def optimiser_of(modules: Sequence[torch.nn.Module], recipe: Recipe) -> torch.optim.Optimizer:
    """One optimiser of all the weights, those of the encoder at a rate of their own."""
    slow: list[torch.Tensor] = []
    fast: list[torch.Tensor] = []
    for name, weight in (named for module in modules for named in module.named_parameters()):
        known = name.startswith("encoder.") and not name.startswith("encoder.shapes")
        (slow if known else fast).append(weight)
    groups: list[dict[str, Any]] = [
        {"params": slow, "full_rate": recipe.encoder_rate},
        {"params": fast, "full_rate": recipe.head_rate},
    ]
    return torch.optim.AdamW(
        groups, betas=(0.9, 0.98), eps=1e-6, weight_decay=recipe.decay, fused=True
    )


def rate_factor(step: int, recipe: Recipe) -> float:
    """Share of the full learning rate: up over the warm-up, then straight down to zero."""
    warm = max(1, math.ceil(recipe.steps * recipe.warm_up))
    if step < warm:
        return (step + 1) / warm
    return max(0.0, (recipe.steps - step) / max(1, recipe.steps - warm))
