"""Words as the network reads them: subwords, how they are written, and where the words are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .english import ENGLISH
from .lemmas import is_known
from .shapes import NO_WORD, shape
from .wordpiece import WordPiece

LONGEST = 500
"""The network reads at most so many subwords at once: it has 512 positions."""
_PIECES = 24
"""Of a longer word (an address, a row of digits) it reads the first and the last subwords."""
_CAPITALS = 4
"""So many words of capitals alone, and no others, are text in capitals."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence, or a window of a long one."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]
    """Place of each word's first subword, 0 where it has none."""
    last: tuple[int, ...]


def encode(words: Sequence[str], pieces: WordPiece) -> list[Encoded]:
    """The words of a sentence, in as many windows as its length needs."""
    capitals = _is_capitals(words)
    heard = words if capitals else [ENGLISH.stand_ins.get(word, word) for word in words]
    cuts = [_shortened(pieces.cut(word)) for word in heard]
    shapes = [shape(_unshouted(word)) if capitals else shape(word) for word in heard]
    return [_window(cuts[a:b], shapes[a:b], pieces) for a, b in windows(words, cuts)]


def windows(words: Sequence[str], cuts: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Stretches of words that the network can read at once, cut after a mark where possible."""
    start, size, mark = 0, 2, 0
    for index, cut in enumerate(cuts):
        if size + len(cut) > LONGEST or index - start >= LONGEST:
            end = mark if mark > start else index
            yield start, end
            start, size, mark = end, 2 + sum(map(len, cuts[end:index])), 0
        size += len(cut)
        if words[index] in {",", ";", ".", ":", "–", "—"}:
            mark = index + 1
    yield start, len(cuts)


def _is_capitals(words: Sequence[str]) -> bool:
    return sum(map(str.isupper, words)) >= _CAPITALS and not any(
        word.isalpha() and not word.isupper() for word in words
    )


@lru_cache(maxsize=4096)
def _unshouted(word: str) -> str:
    """The word as text that is not all capitals would write it: a name where it is none we know."""
    small = word.lower()
    plain = not word.isalpha() or is_known(small) or word.capitalize() in ENGLISH.starters
    return small if plain else word.capitalize()


def _shortened(cut: tuple[int, ...]) -> tuple[int, ...]:
    return cut if len(cut) <= _PIECES else (*cut[: _PIECES - 1], cut[-1])


def _window(cuts: Sequence[tuple[int, ...]], shapes: Sequence[int], pieces: WordPiece) -> Encoded:
    ids, written = [pieces.first], [NO_WORD]
    first: list[int] = []
    last: list[int] = []
    for cut, form in zip(cuts, shapes, strict=True):
        first.append(len(ids) if cut else 0)
        ids += cut
        written += [form] * len(cut)
        last.append(len(ids) - 1 if cut else 0)
    ids.append(pieces.last)
    written.append(NO_WORD)
    return Encoded(tuple(ids), tuple(written), tuple(first), tuple(last))
