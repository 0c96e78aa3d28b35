"""What training lowers: one cross-entropy for each thing that a sentence is annotated with."""

import torch
from torch import Tensor
from torch.nn import functional

from .batches import UNKNOWN, Inputs, Targets
from .network import Network, Parser


def losses(network: Network, given: Inputs, wanted: Targets) -> dict[str, Tensor]:
    """Losses by head, of the heads that the batch has answers for."""
    return losses_of(network, network.words(*given.as_tuple()), wanted)


def losses_of(network: Network, words: Tensor, wanted: Targets) -> dict[str, Tensor]:
    """The same for words that are encoded already."""
    plain = network.drop(words)
    found = {}
    if _is_known(wanted.heads):
        found["upos"] = _cross_entropy(network.upos(plain), wanted.upos)
        found |= _tree_losses(network.parser, words, wanted)
    for scheme, tags in wanted.tags.items():
        if _is_known(tags):
            found[scheme] = _cross_entropy(network.names[scheme](plain), tags)
    return found


def _tree_losses(parser: Parser, words: Tensor, wanted: Targets) -> dict[str, Tensor]:
    states = parser(words)
    arcs = parser.arcs(states).float()
    columns = torch.arange(arcs.shape[2])
    beyond = columns[None, :] > wanted.lengths[:, None]
    arcs = arcs.masked_fill(beyond[:, None, :], -1e4)
    known = wanted.heads.clamp(min=0)
    labels = parser.labels(states.label_dependents, states.label_heads, known)
    return {
        "arcs": _cross_entropy(arcs, wanted.heads),
        "labels": _cross_entropy(labels, wanted.relations),
    }


def _cross_entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    flat = scores.flatten(0, 1).float()
    return functional.cross_entropy(flat, wanted.flatten(), ignore_index=UNKNOWN)


def _is_known(wanted: Tensor) -> bool:
    return bool((wanted != UNKNOWN).any())
