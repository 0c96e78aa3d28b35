"""Annotated sentences with the trees that a teacher gives them.

Whoever learns relations on sentences without trees forgets, there, how to parse.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..reader.encoding import Encoded
from ..reader.network import Network as Exported
from .annotations import Annotated
from .base import base_subwords
from .example import Example, Prepared
from .export import export
from .training import load_network


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated sentence, and what the teacher says of its words."""

    annotated: Annotated
    trees: Prepared

    @property
    def encoded(self) -> Encoded:
        """Its words."""
        return self.annotated.encoded


def lessons_of(sentences: Sequence[Annotated], teacher: Path) -> list[Lesson]:
    """The sentences with the trees of a checkpoint, as it would ship."""
    subwords = base_subwords()
    network, labels = load_network(teacher, len(subwords))
    with TemporaryDirectory() as name:
        export(network, labels, subwords, Path(name))
        parses = Exported(Path(name), names="uner").parse([s.encoded for s in sentences])
    return [
        Lesson(
            sentence,
            Prepared(
                Example(
                    words=("",) * len(parse.upos),
                    upos=parse.upos,
                    heads=tuple(head + 1 for head in parse.heads),
                    relations=parse.relations,
                ),
                sentence.encoded,
            ),
        )
        for sentence, parse in zip(sentences, parses, strict=True)
    ]
