"""Words into the subwords that the encoder knows: BERT's uncased WordPiece.

1. A word is cleaned of control characters, decomposed, lower-cased and stripped of accents.
2. Punctuation and Chinese characters become pieces of their own.
3. Each piece is cut, from its left, into the longest subwords of the vocabulary.
"""

import unicodedata
from collections.abc import Iterator, Mapping

_LONGEST = 100
_CACHED = 200_000
_CHINESE = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


class WordPiece:
    """Cuts words; remembers the words that it has cut."""

    def __init__(self, subwords: list[str]) -> None:
        """Take the vocabulary in the order of its ids."""
        self._ids: Mapping[str, int] = {subword: i for i, subword in enumerate(subwords)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown = self._ids["[UNK]"]
        self.first = self._ids["[CLS]"]
        self.last = self._ids["[SEP]"]

    def cut(self, word: str) -> tuple[int, ...]:
        """Ids of the subwords of ``word``; empty where nothing of it is visible."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            pieces = _pieces(_normalised(word))
            found = tuple(i for piece in pieces for i in self._subwords(piece))
            self._known[word] = found
        return found

    def _subwords(self, piece: str) -> list[int]:
        if len(piece) > _LONGEST:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(piece):
            end = self._longest(piece, start)
            if end == start:
                return [self.unknown]
            found.append(self._ids[_inside(piece, start, end)])
            start = end
        return found

    def _longest(self, piece: str, start: int) -> int:
        ends = range(len(piece), start, -1)
        return next((end for end in ends if _inside(piece, start, end) in self._ids), start)


def _inside(piece: str, start: int, end: int) -> str:
    return ("##" if start else "") + piece[start:end]


def _normalised(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    visible = (" " if c.isspace() else c for c in word if c.isspace() or _is_visible(c))
    decomposed = unicodedata.normalize("NFD", "".join(visible)).lower()
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def _is_visible(character: str) -> bool:
    return character != "\ufffd" and unicodedata.category(character)[0] != "C"


def _pieces(text: str) -> Iterator[str]:
    current = ""
    for character in text:
        alone = _stands_alone(character)
        if alone or character == " ":
            if current:
                yield current
            current = ""
            if alone:
                yield character
        else:
            current += character
    if current:
        yield current


def _stands_alone(character: str) -> bool:
    code = ord(character)
    if code < 128:
        return code >= 33 and not character.isalnum() and code != 127
    chinese = any(low <= code <= high for low, high in _CHINESE)
    return chinese or unicodedata.category(character)[0] == "P"
