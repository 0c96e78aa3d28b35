"""The network: a small BERT encoder under heads for tags, trees and names.

1. Subwords go through the encoder; a vector for how the word is written is added to its input,
   because the vocabulary knows small letters only.
2. A word is the mean of its first and its last subword.
3. One linear layer a tag set; arcs and relations are scored by biaffine products.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..reader.shapes import SHAPES
from .labels import SCHEMES, Labels

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC_WIDTH, LABEL_WIDTH = 256, 96
_HEAD_WIDTH = WIDTH // ATTENTION_HEADS
_WORD_DROPOUT, _PARSER_DROPOUT = 0.1, 0.25
_NARROW = 0.02  # deviation of a fresh weight


class Attention(nn.Module):
    """Self-attention with its residual."""

    def __init__(self, dropout: float) -> None:
        """Make fresh weights."""
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.output = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = dropout
        self.explicit = False
        """Written out in plain products, as an export needs it."""

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States of the same shape, each mixed with those that ``bias`` lets it see."""
        batch, length, _ = states.shape
        query, key, value = (
            layer(states).view(batch, length, ATTENTION_HEADS, _HEAD_WIDTH).transpose(1, 2)
            for layer in (self.query, self.key, self.value)
        )
        mixed = self._mix(query, key, value, bias)
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        return self.norm(states + functional.dropout(mixed, self.dropout, self.training))

    def _mix(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
        if self.explicit:
            scores = query @ key.transpose(-1, -2) * (1 / math.sqrt(_HEAD_WIDTH)) + bias
            return scores.softmax(-1) @ value
        dropout = self.dropout if self.training else 0.0
        return functional.scaled_dot_product_attention(
            query, key, value, attn_mask=bias.to(query.dtype), dropout_p=dropout
        )


class Layer(nn.Module):
    """Attention and the two dense layers after it."""

    def __init__(self, dropout: float) -> None:
        """Make fresh weights."""
        super().__init__()
        self.attention = Attention(dropout)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = dropout

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States of the same shape."""
        states = self.attention(states, bias)
        change = self.outer(functional.gelu(self.inner(states)))
        return self.norm(states + functional.dropout(change, self.dropout, self.training))


class Encoder(nn.Module):
    """Subwords in context."""

    def __init__(self, subwords: int, dropout: float = 0.1) -> None:
        """Make fresh weights for a vocabulary of ``subwords``; ``base.py`` fills them."""
        super().__init__()
        self.subwords = nn.Embedding(subwords, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)  # the encoder starts as it was
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        """Vectors of the subwords; ``mask`` is 0 where a row is padded."""
        states = self.subwords(ids) + self.positions.weight[: ids.shape[1]]
        states = states + self.segments.weight[0] + self.shapes(shapes)
        states = functional.dropout(self.norm(states), self.dropout, self.training)
        bias = ((1.0 - mask.to(states.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states


@dataclass(frozen=True, slots=True)
class ParserStates:
    """Words, the root before them, as dependents and as heads."""

    arc_dependents: Tensor
    arc_heads: Tensor
    label_dependents: Tensor
    label_heads: Tensor


class Parser(nn.Module):
    """Who hangs on whom, and how."""

    def __init__(self, relations: int) -> None:
        """Make fresh weights."""
        super().__init__()
        self.relations = relations
        self.root = nn.Parameter(torch.randn(WIDTH) * _NARROW)
        self.projection = nn.Linear(WIDTH, 2 * ARC_WIDTH + 2 * LABEL_WIDTH)
        self.arc_weight = nn.Parameter(torch.randn(ARC_WIDTH + 1, ARC_WIDTH) * _NARROW)
        inner = relations * (LABEL_WIDTH + 1)
        self.label_weight = nn.Parameter(torch.randn(LABEL_WIDTH + 1, inner) * _NARROW)

    def forward(self, words: Tensor) -> ParserStates:
        """The words in their parts in an arc."""
        root = self.root.to(words.dtype).expand(words.shape[0], 1, WIDTH)
        nodes = torch.cat([root, words], 1)
        nodes = functional.dropout(nodes, _PARSER_DROPOUT, self.training)
        nodes = functional.leaky_relu(self.projection(nodes), 0.1)
        nodes = functional.dropout(nodes, _PARSER_DROPOUT, self.training)
        return ParserStates(*nodes.split([ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH], -1))

    def arcs(self, states: ParserStates) -> Tensor:
        """Scores of each head for each word: batch x n x (n + 1), column 0 the root."""
        dependents = _with_one(states.arc_dependents[:, 1:])
        scores = dependents @ self.arc_weight.to(dependents.dtype)
        return scores @ states.arc_heads.transpose(1, 2) * (4 / math.sqrt(ARC_WIDTH))

    def labels(self, dependents: Tensor, heads: Tensor, places: Tensor) -> Tensor:
        """Scores of the relations between each word and the head at its place."""
        index = places.unsqueeze(-1).expand(-1, -1, LABEL_WIDTH)
        above = _with_one(torch.gather(heads, 1, index))
        below = _with_one(dependents[:, 1:])
        batch, words = places.shape
        products = (below @ self.label_weight.to(below.dtype)).view(
            batch, words, self.relations, LABEL_WIDTH + 1
        )
        return (products @ above.unsqueeze(-1)).squeeze(-1)


class Network(nn.Module):
    """The encoder and all its heads."""

    def __init__(self, labels: Labels, subwords: int) -> None:
        """Make fresh weights for these labels."""
        super().__init__()
        self.encoder = Encoder(subwords)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.parser = Parser(len(labels.relations))
        self.names = nn.ModuleDict(
            {
                scheme: nn.Linear(WIDTH, len(labels.tags(scheme)))
                for scheme in SCHEMES
                if labels.tags(scheme)
            }
        )
        self.kinds = nn.Linear(WIDTH, 1 + len(labels.kinds)) if labels.kinds else None

    def words(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor, last: Tensor
    ) -> Tensor:
        """A vector for each word, from its first and its last subword."""
        states = self.encoder(ids, mask, shapes)
        return (_at(states, first) + _at(states, last)) * 0.5

    def drop(self, words: Tensor) -> Tensor:
        """The words as the linear heads are trained on them."""
        return functional.dropout(words, _WORD_DROPOUT, self.training)

    def spell_out(self) -> None:
        """Write attention in plain products from now on."""
        for layer in self.encoder.layers:
            layer.attention.explicit = True


def _at(states: Tensor, places: Tensor) -> Tensor:
    return torch.gather(states, 1, places.unsqueeze(-1).expand(-1, -1, WIDTH))


def _with_one(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, torch.ones_like(vectors[..., :1])], -1)
