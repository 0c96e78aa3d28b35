"""The embedded reader: text to sentences with trees, offline, on one core.

1. Rules cut paragraphs and sentences (``sentences``), strip brackets (``brackets``) and cut words
   (``words``).
2. The network (``network``) reads the words (``encoding``) and gives tags, a tree and spans.
3. Lemmas are looked up (``lemmas``), and all of it counts in the document's text again.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np

from ..sentence import Aside, Sentence, Span, Token
from .apostrophes import hidden_genitives, part_genitives
from .brackets import Plain, strip_brackets
from .encoding import encode
from .lemmas import lemma
from .network import Network, Parse
from .sentences import Stretch, cut_sentences
from .wordpiece import WordPiece
from .words import Cut, cut_words

_FOLDER = Path(__file__).parent
_SHIPPED = ("*.py", "*.yml", "*.json", "*.txt", "*.onnx")
_AT_ONCE = 256
"""So many sentences are held before the network reads them."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence that is cut and not yet parsed."""

    stretch: Stretch
    plain: Plain
    words: list[Cut]

    @property
    def forms(self) -> list[str]:
        return [self.plain.text[start:end] for start, end in self.words]


class Reader:
    """Reads texts; holds nothing of them."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        """Load the model that lies in a folder."""
        self.pieces = WordPiece((folder / "vocabulary.txt").read_text("utf-8").splitlines())
        self._network = Network(folder)
        self.relations = self._network.relations
        """The dependencies that it tells apart."""
        self.version = _version(folder)
        """Changes with the model, the rules and their data."""

    def read(self, text: str, skip: Sequence[tuple[int, int]] = ()) -> tuple[Sentence, ...]:
        """The sentences of ``text``, in order; none touches the spans of ``skip``.

        ``skip`` is sorted and its spans do not overlap; an empty one only parts two sentences.
        """
        drafts = _drafts(text, skip)
        found: list[Sentence] = []
        while some := list(islice(drafts, _AT_ONCE)):
            found += self._parsed(text, some)
        return _numbered(found)

    def _parsed(self, text: str, drafts: Sequence[_Draft]) -> Iterator[Sentence]:
        encoded = [encode(draft.forms, self.pieces) for draft in drafts]
        parses = iter(self._network.parse([window for windows in encoded for window in windows]))
        for draft, windows in zip(drafts, encoded, strict=True):
            yield _sentence(text, draft, _joined(list(islice(parses, len(windows)))))


@cache
def load_reader() -> Reader:
    """The reader that ships; loaded once."""
    return Reader()


def _version(folder: Path) -> str:
    digest = sha256()
    for pattern in _SHIPPED:
        for path in sorted([*_FOLDER.glob(pattern), *folder.glob(pattern)]):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _drafts(text: str, skip: Sequence[tuple[int, int]]) -> Iterator[_Draft]:
    """The sentences with a word in them."""
    hidden = hidden_genitives(text)
    for stretch in cut_sentences(text, skip):
        plain = strip_brackets(text, stretch.start, stretch.end)
        if any(map(str.isalnum, plain.text)):
            words = cut_words(plain.text, 0, len(plain.text))
            yield _Draft(stretch, plain, part_genitives(plain.text, words, hidden))


def _numbered(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, their paragraphs counted without gaps."""
    numbers = sorted({sentence.paragraph for sentence in sentences})
    place = {number: index for index, number in enumerate(numbers)}
    return tuple(replace(s, paragraph=place[s.paragraph]) for s in sentences)


def _joined(parses: Sequence[Parse]) -> Parse:
    """The windows of a long sentence in one tree: later roots hang on the first."""
    if len(parses) == 1:
        return parses[0]
    top = parses[0].heads.index(-1)
    upos: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    names: list[Span] = []
    spans: list[Span] = []
    for parse in parses:
        shift = len(heads)
        for head, relation in zip(parse.heads, parse.relations, strict=True):
            late = head < 0 and shift > 0
            heads.append(top if late else head + shift if head >= 0 else head)
            relations.append("parataxis" if late else relation)
        upos += parse.upos
        names += _shifted(parse.names, shift)
        spans += _shifted(parse.spans, shift)
    return Parse(
        tuple(upos),
        tuple(heads),
        tuple(relations),
        tuple(names),
        tuple(spans),
        np.concatenate([parse.vectors for parse in parses]),
        np.concatenate([parse.kinds for parse in parses]),
    )


def _shifted(spans: Sequence[Span], by: int) -> list[Span]:
    return [Span(span.first + by, span.last + by, span.label) for span in spans]


def _sentence(text: str, draft: _Draft, parse: Parse) -> Sentence:
    stretch = draft.stretch
    tokens = tuple(
        Token(*draft.plain.span(*cut), form, lemma(form, upos), upos, head, relation)
        for cut, form, upos, head, relation in zip(
            draft.words, draft.forms, parse.upos, parse.heads, parse.relations, strict=True
        )
    )
    return Sentence(
        stretch.start,
        stretch.end,
        stretch.paragraph,
        tokens,
        parse.names,
        parse.spans,
        tuple(_asides(text, draft)),
        parse.vectors,
        parse.kinds,
    )


def _asides(text: str, draft: _Draft) -> Iterator[Aside]:
    starts = [start for start, _ in draft.words]
    for start, end, place in draft.plain.asides:
        yield Aside(start, end, text[start:end], bisect(starts, place) - 1)
