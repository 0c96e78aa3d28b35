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
import onnxruntime
from numpy.typing import NDArray

from ...ontology.vocabulary import load
from ..claim import Status
from .pairs import Floats, Pairs, Steps

_FOLDER = Path(__file__).parent
GRAPH, CONFIGURATION = "model.onnx", "model.json"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model says of the pairs of a sentence, a row a pair."""

    likely: NDArray[np.float64]
    """Pairs x relations, from 0 to 1."""
    status: Floats
    """Pairs x the model's ``status``: how likely each is, should a relation hold."""
    attention: Floats
    """Pairs x words: where it looked for the word that carries the relation."""


class RelationModel:
    """The model, loaded: one thread, no other state."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        """Load ``model.onnx`` and ``model.json``."""
        said: dict[str, Any] = json.loads((folder / CONFIGURATION).read_text("utf-8"))
        self.steps = Steps({name: number for number, name in enumerate(said["steps"])})
        self.status: tuple[Status, ...] = tuple(said["status"])
        self.add = _by_relation(said["add"])
        """The least likelihood of what the patterns did not find, a relation a column."""
        self.keep = _by_relation(said["keep"])
        """The least likelihood of what they found."""
        self._scale = np.array(said["scale"], np.float64)
        self._session = _session(folder / GRAPH)

    def judge(self, vectors: Floats, pairs: Pairs, said: Floats) -> Verdict:
        """The verdict on a sentence's pairs, given its words and what the patterns say."""
        given = {
            "words": vectors,
            "heads": pairs.heads,
            "paths": pairs.paths,
            "traits": pairs.traits,
            "said": said,
        }
        scores, status, attention = self._session.run(None, given)
        slope, shift = self._scale
        likely = 1 / (1 + np.exp(-(slope * scores.astype(np.float64) + shift)))
        return Verdict(likely, status, attention)


def _by_relation(values: dict[str, float]) -> NDArray[np.float64]:
    return np.array([values[relation] for relation in load().relations], np.float64)


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def load_model() -> RelationModel:
    """The model that ships; loaded once."""
    return RelationModel()
