"""The relation model that ships: which relations hold between two mentions, and how surely.

``corpus/training/relating.py`` says how it is built, ``relate.py`` beside it how it is taught;
``model.onnx`` beside this file reads one sentence at a time, so that nothing depends on a batch.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..reader.network import open_session
from .pairs import Floats, Pairs, Steps

_FOLDER = Path(__file__).parent
GRAPH, CONFIGURATION = "model.onnx", "model.json"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model says of the pairs of a sentence, a row a pair."""

    likely: NDArray[np.float64]
    """Pairs x relations, from 0 to 1."""
    attention: Floats
    """Pairs x words: where it looked for the word that carries the relation."""


class RelationModel:
    """The model, loaded: one thread, no other state."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        """Load ``model.onnx`` and ``model.json``."""
        said: dict[str, Any] = json.loads((folder / CONFIGURATION).read_text("utf-8"))
        self.steps = Steps.numbered(said["steps"])
        self.add: float = said["add"]
        """The least likelihood of what the patterns did not find."""
        self.keep: float = said["keep"]
        """The least likelihood of what they found."""
        self._scale = np.array(said["scale"], np.float64)
        self._session = open_session(folder / GRAPH)

    def judge(self, vectors: Floats, pairs: Pairs, said: Floats) -> Verdict:
        """The verdict on a sentence's pairs, given its words and what the patterns say."""
        given = {
            "words": vectors,
            "heads": pairs.heads,
            "paths": pairs.paths,
            "traits": pairs.traits,
            "said": said,
        }
        scores, attention = self._session.run(["scores", "attention"], given)
        slope, shift = self._scale
        likely = 1 / (1 + np.exp(-(slope * scores.astype(np.float64) + shift)))
        return Verdict(likely, attention)


@cache
def load_model() -> RelationModel:
    """The model that ships; loaded once."""
    return RelationModel()
