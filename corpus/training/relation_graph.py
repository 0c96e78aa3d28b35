"""The relation model as a graph that runs without torch, and the numbers beside it."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn

from ...ontology.vocabulary import load
from ..relations.model import CONFIGURATION, GRAPH
from ..relations.pairs import Steps
from .annotations import STATUS
from .network import WIDTH
from .relating import Look, Relating

_OPSET = 17
INPUTS = ("words", "heads", "paths", "traits", "said")
OUTPUTS = ("scores", "status", "attention")
_AXES = {
    "words": {0: "n"},
    "heads": {0: "p"},
    "paths": {0: "p", 1: "n"},
    "traits": {0: "p"},
    "said": {0: "p"},
    "scores": {0: "p"},
    "status": {0: "p"},
    "attention": {0: "p", 1: "n"},
}


class Judging(nn.Module):
    """A relation model that reads a single sentence."""

    def __init__(self, model: Relating) -> None:
        """Take a model in evaluation mode."""
        super().__init__()
        self.model = model

    def forward(
        self, words: Tensor, heads: Tensor, paths: Tensor, traits: Tensor, said: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of relations, shares of status, attention."""
        rows = torch.zeros_like(heads[:, 0])
        mask = torch.ones_like(words[None, :, 0], dtype=torch.bool)
        look = Look(rows, heads, paths, traits, said)
        scores, status, attention = self.model(words[None], mask, look)
        return scores, status.softmax(-1), attention


def write_relation_model(
    model: Relating,
    steps: Steps,
    add: float,
    keep: float,
    scale: tuple[float, float],
    folder: Path,
) -> None:
    """Write graph and configuration into ``folder``, each whole or not at all."""
    relations = len(load().relations)
    pairs, words = 3, 7
    given = (
        torch.zeros(words, WIDTH),
        torch.zeros(pairs, 3, dtype=torch.long),
        torch.zeros(pairs, words, dtype=torch.long),
        torch.zeros(pairs, 3, dtype=torch.long),
        torch.zeros(pairs, relations),
    )
    configuration = {
        "steps": sorted(steps.dependencies, key=steps.dependencies.__getitem__),
        "status": STATUS,
        "scale": [round(value, 4) for value in scale],
        "add": add,
        "keep": keep,
    }
    with TemporaryDirectory(dir=folder, prefix=".export-") as name:
        made = Path(name)
        with torch.no_grad():
            torch.onnx.export(
                Judging(model).eval(),
                given,
                str(made / GRAPH),
                input_names=list(INPUTS),
                output_names=list(OUTPUTS),
                dynamic_axes=_AXES,
                opset_version=_OPSET,
                dynamo=False,
            )
        (made / CONFIGURATION).write_text(json.dumps(configuration, indent=1) + "\n", "utf-8")
        for file in (GRAPH, CONFIGURATION):
            (made / file).replace(folder / file)
