"""A sentence as the tree reads it: without brackets, and without most of what stands in them.

* A parenthesis such as ``(ISIS)`` or ``(pictured)`` is left out and kept as an aside. One that says
  much, in words without capitals, stays; so does the sentence that is all parenthesis.
* Square brackets are an editor's: ``after [its leader] Rafid`` is read with their words, ``[sic]``
  and ``[...]`` are left out.
* Brackets without a partner, marks that nobody sees and line breaks after a hyphen are left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .words import UNSEEN

Cut = tuple[int, int]

_ODD = re.compile(rf"[()\[\]{UNSEEN}]|-\s*\n")
_EDITORS = re.compile(r"\[(?:sic|\s*(?:…|\.{2,4})\s*|\d{1,3})\]")
_UNSEEN = re.compile(rf"[{UNSEEN}]+")
_TORN = re.compile(r"(?<=\w[-‑])\s*\n\s*(?=\w)")
_ROUND = re.compile(r"[()]")
_SQUARE = re.compile(r"[\[\]]")
_CLAUSE = 8
"""A parenthesis of so many words may be a clause of its own ..."""
_PLAIN = 4
"""... where so many of them have no capital and more than three letters."""
_LETTERS = 4
"""Between square brackets inside of a word stand fewer than so many letters."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its brackets, and where its characters stand in the document."""

    text: str
    places: Sequence[int]
    asides: tuple[tuple[int, int, int], ...] = ()
    """Document offsets of what stands between the brackets, and the place in ``text`` of the
    space that it left."""

    def span(self, start: int, end: int) -> Cut:
        """Document offsets of ``text[start:end]``, which is not empty."""
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    by: str = ""
    aside: bool = False


def strip_brackets(text: str, start: int, end: int) -> Plain:
    """The text of a sentence without brackets."""
    if not _ODD.search(text, start, end):
        return Plain(text[start:end], range(start, end))
    edits = sorted(_edits(text, start, end), key=lambda edit: (edit.start, -edit.end))
    pieces: list[str] = []
    places: list[int] = []
    asides: list[tuple[int, int, int]] = []
    for edit in edits:
        if edit.start < start:
            continue  # inside of one that is left out as a whole
        pieces.append(text[start : edit.start] + edit.by)
        places += range(start, edit.start)
        if edit.aside:
            asides.append((edit.start + 1, edit.end - 1, len(places)))
        places += [edit.start] * len(edit.by)
        start = edit.end
    pieces.append(text[start:end])
    places += range(start, end)
    return Plain("".join(pieces), places, tuple(asides))


def _edits(text: str, start: int, end: int) -> Iterator[_Edit]:
    yield from _round(text, start, end)
    yield from _square(text, start, end)
    for pattern in (_UNSEEN, _TORN):
        for match in pattern.finditer(text, start, end):
            yield _Edit(*match.span())


def _round(text: str, start: int, end: int) -> Iterator[_Edit]:
    pairs, alone = _pairs(text, start, end)
    yield from (_Edit(place, place + 1, " ") for place in alone)
    alone_in_it = not _says_more(text, start, end, pairs)
    for first, last in pairs:
        if alone_in_it or _is_read(text[first + 1 : last]):
            yield _Edit(first, first + 1, " ")
            yield _Edit(last, last + 1, " ")
        else:
            yield _Edit(first, last + 1, " ", aside=True)


def _says_more(text: str, start: int, end: int, pairs: Sequence[Cut]) -> bool:
    """Whether there are words outside of the parentheses."""
    starts = [start, *(last + 1 for _, last in pairs)]
    ends = [*(first for first, _ in pairs), end]
    return any(any(map(str.isalnum, text[a:b])) for a, b in zip(starts, ends, strict=True))


def _pairs(text: str, start: int, end: int) -> tuple[list[Cut], list[int]]:
    """Places of outermost pairs of parentheses, and of those without a partner."""
    pairs: list[Cut] = []
    opened: list[int] = []
    alone: list[int] = []
    for match in _ROUND.finditer(text, start, end):
        if match.group() == "(":
            opened.append(match.start())
        elif opened:
            first = opened.pop()
            del pairs[bisect_left(pairs, (first, 0)) :]
            pairs.append((first, match.start()))
        else:
            alone.append(match.start())
    return pairs, alone + opened


def _is_read(inside: str) -> bool:
    """Whether a parenthesis says so much that it belongs to the tree."""
    words = inside.split()
    return (
        len(words) >= _CLAUSE and sum(word.islower() and len(word) > 3 for word in words) >= _PLAIN
    )


def _square(text: str, start: int, end: int) -> Iterator[_Edit]:
    for match in _EDITORS.finditer(text, start, end):
        yield _Edit(*match.span(), " ")
    for match in _SQUARE.finditer(text, start, end):
        yield _Edit(*match.span(), "" if _is_inside(text, match.start(), start, end) else " ")


def _is_inside(text: str, place: int, start: int, end: int) -> bool:
    """Whether nothing is glued by mistake without this square bracket.

    That is so beside a space or a mark, and inside of a word, as in ``[t]he`` and ``fighter[s]``.
    """
    near = text[max(start, place - 1) : place], text[place + 1 : min(end, place + 2)]
    if not all(map(str.isalnum, near)):
        return True
    before, after = text[max(start, place - _LETTERS) : place], text[place + 1 : place + _LETTERS]
    return "[" in before or "]" in after
