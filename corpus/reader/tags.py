"""From scores of B, I and O tags to spans."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ..sentence import Span

_NEVER = -1e4


class TagScheme:
    """The tags of one corpus: ``O``, then ``B-`` and ``I-`` of each label."""

    def __init__(self, tags: Sequence[str]) -> None:
        """Take the tags in the order of their scores."""
        self.tags = tuple(tags)
        pairs = [[_follows(before, after) for after in tags] for before in tags]
        self._allowed = np.array(pairs, dtype=bool)
        self._opens = np.array([_follows("O", tag) for tag in tags], dtype=bool)
        self._order = np.arange(len(tags))
        self._moves = np.where(self._allowed, 0.0, _NEVER)
        self._starts = np.where(self._opens, 0.0, _NEVER)

    def decode(self, scores: NDArray[np.float32]) -> tuple[Span, ...]:
        """Spans of the best valid sequence of tags; ``scores`` has a row a word."""
        best = scores.argmax(axis=1)
        if not best.any():
            return ()
        if not (self._opens[best[0]] and self._allowed[best[:-1], best[1:]].all()):
            best = self._viterbi(scores)
        return tuple(spans([self.tags[i] for i in best]))

    def _viterbi(self, scores: NDArray[np.float32]) -> NDArray[np.int64]:
        value = scores[0] + self._starts
        back: list[NDArray[np.int64]] = []
        for row in scores[1:]:
            moves = value[:, None] + self._moves
            back.append(moves.argmax(axis=0))
            value = moves[back[-1], self._order] + row
        path = [int(value.argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return np.array(path[::-1], dtype=np.int64)


def _follows(before: str, after: str) -> bool:
    return after[0] != "I" or (before != "O" and before[2:] == after[2:])


def spans(tags: Sequence[str]) -> Iterator[Span]:
    """Spans that B, I and O tags mark; an I without its B opens one too."""
    first = -1
    for i, tag in enumerate([*tags, "O"]):
        if first >= 0 and not (tag[0] == "I" and tag[2:] == tags[first][2:]):
            yield Span(first, i, tags[first][2:])
            first = -1
        if first < 0 and tag != "O":
            first = i


def tags_of(marked: Sequence[Span], words: int) -> list[str]:
    """B, I and O tags of ``words`` words under spans that do not overlap."""
    tags = ["O"] * words
    for span in marked:
        tags[span.first : span.last] = [f"I-{span.label}"] * (span.last - span.first)
        tags[span.first] = f"B-{span.label}"
    return tags
