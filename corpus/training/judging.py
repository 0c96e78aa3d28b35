"""Sentences whose words are given, read by the graphs that ship: the reader's own decoding."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from ..reader.network import Network as Exported
from ..reader.wordpiece import WordPiece
from .base import base_subwords
from .example import Example, prepare
from .export import export
from .labels import Labels
from .network import Network
from .scores import Judged


def judge(folder: Path, examples: Iterable[Example]) -> Judged:
    """What the model of a folder says of the examples."""
    pieces = WordPiece((folder / "vocabulary.txt").read_text("utf-8").rstrip("\n").split("\n"))
    prepared = prepare(examples, pieces)
    parses = Exported(folder, names="uner").parse([item.encoded for item in prepared])
    return [(item.example, parse) for item, parse in zip(prepared, parses, strict=True)]


def judge_network(network: Network, labels: Labels, examples: Iterable[Example]) -> Judged:
    """What a network under training would say, were it to ship now."""
    with TemporaryDirectory() as name:
        export(network, labels, base_subwords(), Path(name))
        return judge(Path(name), examples)
