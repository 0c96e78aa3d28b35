"""The corpora by their files: which sentences train, which ones measure."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .example import Example
from .mentions import AnnotatedDocument, examples_of, read_documents, read_split
from .treebank import read_treebank

_TREES = "UD_English-EWT/en_ewt-ud-{part}.conllu"
_NAMES = "UNER_English-EWT/en_ewt-ud-{part}.iob2"
_OTHER_TREES = "UD_English-GUM/en_gum-ud-{part}.conllu"


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the corpora lie; they are no part of the package."""

    path: Path

    def web(self, part: str) -> list[Example]:
        """Web text with trees and names: part ``train``, ``dev`` or ``test``."""
        return read_treebank(self.web_trees(part), self.path / _NAMES.format(part=part))

    def web_trees(self, part: str) -> Path:
        """The file with the trees of that text."""
        return self.path / _TREES.format(part=part)

    def varied(self, part: str) -> list[Example]:
        """GUM, which measures and never trains: its licence forbids commercial use."""
        return read_treebank(self.path / _OTHER_TREES.format(part=part))

    def documents(self) -> list[AnnotatedDocument]:
        """All documents with mentions."""
        return read_documents(self.path / "re3d.jsonl")

    def shipped_mentions(self) -> list[Example]:
        """Sentences with mentions that a model which ships may be trained on."""
        return sentences_of(document for document in self.documents() if document.is_free)

    def folds(self) -> dict[str, int]:
        """The fold of each document with mentions: no document is in two."""
        folds: dict[str, int] = json.loads((self.path / "re3d_docfolds.json").read_text("utf-8"))
        return folds

    def split(self, part: str) -> list[Example]:
        """The published split by sentence: part ``train``, ``dev`` or ``test``."""
        return read_split(self.path / "re3d_official_split.jsonl", part)


def sentences_of(documents: Iterable[AnnotatedDocument]) -> list[Example]:
    """Sentences of all the documents."""
    return [example for document in documents for example in examples_of(document)]
