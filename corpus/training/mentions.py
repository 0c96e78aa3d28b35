"""Documents annotated with mentions (re3d) into examples."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..reader.tags import tags_of
from ..reader.words import Cut, cut_words
from ..sentence import Span
from .example import Example

SCHEME = "re3d"
_SURE = 0.5
_BREAK = re.compile(r"\n+|(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Gov|U\.S|U\.N|St|No|Maj|Capt|Amb|Brig)\.$"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a document's text under a label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with its mentions, none inside another."""

    id: str
    source: str
    text: str
    marked: tuple[Marked, ...]

    @property
    def is_free(self) -> bool:
        """Whether its licence lets a model that ships be trained on it."""
        return not self.source.startswith("BBC")


def read_documents(path: Path) -> list[AnnotatedDocument]:
    """Documents of a file with one in each line."""
    lines = path.read_text("utf-8").splitlines()
    return [_document(json.loads(line)) for line in lines if line.strip()]


def read_split(path: Path, part: str) -> list[Example]:
    """Sentences of one part of the published split, already cut into words."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [
        Example(tuple(row["tokens"]), tags={SCHEME: tuple(row["labels"])}, document=row["doc"])
        for row in rows
        if row["split"] == part
    ]


def examples_of(document: AnnotatedDocument) -> Iterator[Example]:
    """Its sentences; a mention that crosses their border is cut to the first."""
    for start, end in _sentences(document):
        cuts = cut_words(document.text, start, end)
        if cuts:
            inside = [mark for mark in document.marked if start <= mark.start < end]
            yield Example(
                words=tuple(document.text[a:b] for a, b in cuts),
                tags={SCHEME: tuple(tags_of(list(_spans(inside, cuts)), len(cuts)))},
                document=document.id,
            )


def _document(data: dict[str, Any]) -> AnnotatedDocument:
    marked = [
        Marked(item["begin"], item["end"], item["type"])
        for item in data["entities"]
        if item["confidence"] >= _SURE
    ]
    return AnnotatedDocument(data["id"], data["source"], data["text"], tuple(_outermost(marked)))


def _outermost(marked: Sequence[Marked]) -> list[Marked]:
    """Those that no longer one overlaps, in text order."""
    chosen: list[Marked] = []
    for mark in sorted(marked, key=lambda mark: (mark.start - mark.end, mark.start, mark.label)):
        if all(mark.end <= other.start or other.end <= mark.start for other in chosen):
            chosen.append(mark)
    return sorted(chosen, key=lambda mark: mark.start)


def _sentences(document: AnnotatedDocument) -> Iterator[tuple[int, int]]:
    text, start = document.text, 0
    for match in _BREAK.finditer(text):
        if "\n" not in match.group() and _is_inside(document, match):
            continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _is_inside(document: AnnotatedDocument, match: re.Match[str]) -> bool:
    """Whether a break stands after an abbreviation or within a mention."""
    if _ABBREVIATED.search(document.text, max(0, match.start() - 8), match.start()):
        return True
    return any(mark.start < match.start() and match.end() < mark.end for mark in document.marked)


def _spans(marked: Sequence[Marked], cuts: Sequence[Cut]) -> Iterator[Span]:
    """Words of each mention; a word belongs to the first that reaches into it."""
    starts, ends = [a for a, _ in cuts], [b for _, b in cuts]
    free = 0
    for mark in marked:
        first = max(free, bisect_left(ends, mark.start + 1))
        last = bisect_left(starts, mark.end)
        if first < last:
            yield Span(first, last, mark.label)
            free = last
