"""Quotations in a text: what stands between marks of quotation, also over several sentences.

Marks are read paragraph by paragraph. A quotation that its paragraph does not close runs to the
paragraph's end, and goes on where the next paragraph opens with a mark again.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..sentence import Sentence

_OPENING = {"“": "”", "„": "”“", "«": "»", "‘": "’"}
_MARK = re.compile("[“”„«»‘’\"']")
_SHORTEST = 4
"""Words; fewer are a wording that the writer keeps at arm's length, not somebody's speech."""

_LONGEST = 3000
"""Characters between single marks: beyond that the first was an apostrophe."""

_LONGEST_OPEN = 1500
"""Characters of a paragraph that a straight mark which nothing closes may open."""

_NEVER = sys.maxsize


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` is what stands between the marks."""

    start: int
    end: int
    closed: bool = True
    goes_on: bool = False
    """Whether it continues the quotation before it, of the paragraph before."""


def find_quotations(text: str, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations of a document that are long enough to be speech, in text order."""
    found: list[Quotation] = []
    left_open = False
    for start, end in _paragraphs(sentences):
        inside = list(_in_paragraph(text, start, end))
        first = inside[0] if inside else None
        if left_open and first and not text[start : first.start - 1].strip():
            inside[0] = replace(first, goes_on=True)
        left_open = bool(inside) and not inside[-1].closed
        found += inside
    return tuple(q for q in found if q.goes_on or len(text[q.start : q.end].split()) >= _SHORTEST)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs stand, a gap between sentences counted to the one before it."""
    start = end = -1
    for number, sentence in enumerate(sentences):
        if start < 0:
            start = sentence.start
        end = sentence.end
        last = number + 1 == len(sentences)
        if last or sentences[number + 1].paragraph != sentence.paragraph:
            # The last mark may have been cut off from its sentence.
            yield start, end + 2 if last else min(end + 2, sentences[number + 1].start)
            start = -1


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    end = min(end, len(text))
    ends = _ends(text, start, end)
    at = start
    while opening := _MARK.search(text, at, end):
        at = opening.start()
        closing = _closing(text, at)
        if not closing:
            at += 1
            continue
        stop = min((_first_after(ends.get(mark, []), at) for mark in closing), default=_NEVER)
        if _is_stray(text, at, min(stop, end), closed=stop < _NEVER):
            at += 1
            continue
        closed = stop < _NEVER
        yield Quotation(at + 1, stop if closed else end, closed=closed)
        at = stop + 1 if closed else end


def _is_stray(text: str, at: int, stop: int, *, closed: bool) -> bool:
    """Whether a mark opens nothing: an apostrophe, or one whose fellow the text has lost."""
    if text[at] in "‘'":
        return not closed or stop > at + _LONGEST
    if text[at] != '"':
        return False
    again = (i.start() for i in _MARK.finditer(text, at + 1, stop) if i[0] == '"')
    return any(_opens(text, i) for i in again) or (not closed and stop > at + _LONGEST_OPEN)


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark can only open: a space before it, none after it."""
    return _spaced(text, at - 1) and not _spaced(text, at + 1)


def _spaced(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()


def _ends(text: str, start: int, end: int) -> dict[str, list[int]]:
    """Where every mark can close a quotation."""
    found: dict[str, list[int]] = {}
    for mark in _MARK.finditer(text, start, end):
        if _closes(text, mark.start()):
            found.setdefault(mark[0], []).append(mark.start())
    return found


def _first_after(places: list[int], at: int) -> int:
    found = bisect_right(places, at)
    return places[found] if found < len(places) else _NEVER


def _closing(text: str, at: int) -> str:
    """The marks that close the quotation which opens at ``at``; empty where none opens."""
    if text[at] == '"':
        # After a word and before a space it can only close.
        return "" if _spaced(text, at + 1) and not _spaced(text, at - 1) else '"”'
    if text[at] == "'" and _free(text, at - 1) and not _free(text, at + 1):
        return "'"
    return _OPENING.get(text[at], "")


def _closes(text: str, at: int) -> bool:
    # An apostrophe stands inside a word or after a plural; a single mark closes after punctuation.
    if text[at] == '"':
        return not _opens(text, at)
    return text[at] not in "’'" or (_free(text, at + 1) and text[at - 1] in ".,!?…")


def _free(text: str, at: int) -> bool:
    return not (0 <= at < len(text) and (text[at].isalnum()))
