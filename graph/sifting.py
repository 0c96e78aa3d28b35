"""Sifting the documents of a run: which are to be read, which are known, which come twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from ..corpus.document import Document
from ..corpus.reading import Reading
from ..corpus.sources import Skipped
from .readings import Row, reading_key

Tell = Callable[[Document | Skipped], None]
"""Is told of every document that was read and of every one that was skipped."""


@dataclass(slots=True)
class Sifting:
    """The documents of one run, as they come, and what becomes of them."""

    version: str
    """The reader's."""
    stored: list[Row]
    """What earlier builds have read."""
    tell: Tell
    unchanged: int = 0
    repeated: int = 0
    renamed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """Every document of the run under its id, with the key of its reading."""
    unread: set[str] = field(default_factory=set)
    """Those that the reader failed on."""
    _texts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def new(self, items: Iterable[Document | Skipped]) -> Iterator[Document]:
        """The documents that have no reading yet, under the ids that they keep."""
        known = {(row.document, row.key) for row in self.stored}
        for item in items:
            if isinstance(item, Skipped):
                self._skip(item)
            elif (document := self._named(item)) is not None:
                key = reading_key(document, self.version)
                self.keys[document.id] = key
                if (document.id, key) in known:
                    self.unchanged += 1
                else:
                    yield document

    def read(self, results: Iterable[Reading | Skipped]) -> Iterator[tuple[str, Reading]]:
        """The readings among the results, each with its key."""
        for result in results:
            if isinstance(result, Skipped):
                self.unread.add(result.name)
                self._skip(result)
            else:
                self.tell(result.document)
                yield self.keys[result.document.id], result

    def outdated(self) -> list[Row]:
        """Stored readings of documents that were read again since."""
        return [
            row
            for row in self.stored
            if row.document not in self.unread and row.key != self.keys.get(row.document, row.key)
        ]

    def absent(self) -> list[Row]:
        """Stored readings of documents that the sources of this run do not hold."""
        return [row for row in self.stored if row.document not in self.keys]

    def _skip(self, item: Skipped) -> None:
        self.skipped.append(item)
        self.tell(item)

    def _named(self, document: Document) -> Document | None:
        """The document under an id of its own; None where it came before."""
        text = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        if text in self._texts[document.id]:
            self.repeated += 1
            return None
        self._texts[document.id].add(text)
        if document.id not in self.keys:
            return document
        number = 2
        while (id := f"{document.id}~{number}") in self.keys:
            number += 1
        self.renamed.append((document.id, id))
        return replace(document, id=id)
