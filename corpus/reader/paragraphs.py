"""Which lines of a document belong together.

Some sources put a paragraph on a line, some wrap it over many. Lines with an empty one between them
never belong together. Of lines without, the second goes on with the first where it starts small,
where the first stops at a comma, or where the document is wrapped at some width and the next word
had not fitted into the first line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .words import UNSEEN

Cut = tuple[int, int]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_EDGE = re.compile(rf"[\s{UNSEEN}]*")
_ITEM = re.compile(r"[•▪●◦■►*–—-]\s*\S|\(?\d{1,3}[.)]\s|[a-z][.)]\s")
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WIDEST = 120
"""Lines longer than this are not wrapped by hand or by a mail program."""
_WRAPPED = 3
"""This many lines near the width make it one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Stretches of text to read, in order: more than one where something is left out between."""

    stretches: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    open: bool
    """Nothing but one line break stands before it."""


def cut_paragraphs(text: str, skip: Sequence[Cut] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of what ``skip`` leaves of ``text``, none of them empty."""
    lines = list(_lines(text))
    width = _width(lines)
    found: list[list[Cut]] = []
    last: _Line | None = None
    for line, stretches in _kept(text, lines, skip):
        begun = last is not None and line.open and stretches[0][0] == line.start
        if begun and last and _goes_on(text, last, line, width):
            found[-1] = _glued(found[-1], stretches)
        else:
            found.append(stretches)
        last = line if stretches[-1][1] == line.end else None
    return tuple(Paragraph(tuple(stretches)) for stretches in found)


def trim(text: str, start: int, end: int) -> Cut:
    """The stretch without white space and unseen marks at its edges, perhaps empty."""
    found = _EDGE.match(text, start, end)
    start = found.end() if found else start
    while end > start and _EDGE.fullmatch(text, end - 1, end):
        end -= 1
    return start, end


def _lines(text: str) -> Iterator[_Line]:
    """Lines that are not empty, trimmed."""
    end = -1
    for match in _LINE.finditer(text):
        start, stop = trim(text, *match.span())
        if start < stop:
            breaks = len(_BREAK.findall(text, end, start)) if end >= 0 else 0
            yield _Line(start, stop, breaks == 1)
            end = stop


def _kept(
    text: str, lines: Sequence[_Line], skip: Sequence[Cut]
) -> Iterator[tuple[_Line, list[Cut]]]:
    """Each line with its stretches that are to be read; lines without are left out."""
    following = 0
    for line in lines:
        while following < len(skip) and skip[following][1] <= line.start:
            following += 1
        stretches = list(_around(text, line, skip, following))
        if stretches:
            yield line, stretches


def _around(text: str, line: _Line, skip: Sequence[Cut], following: int) -> Iterator[Cut]:
    start = line.start
    while following < len(skip) and skip[following][0] < line.end:
        first, last = trim(text, start, max(start, skip[following][0]))
        if first < last:
            yield first, last
        start = max(start, skip[following][1])
        following += 1
    if start < line.end:
        first, last = trim(text, start, line.end)
        if first < last:
            yield first, last


def _width(lines: Sequence[_Line]) -> int:
    """The width at which the document's lines are wrapped, 0 where they are not."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < _WRAPPED or lengths[-1] > 2 * _WIDEST:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    near = sum(0.8 * width <= length <= 1.1 * width for length in lengths)
    return width if 40 <= width <= _WIDEST and near >= _WRAPPED else 0


def _goes_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the line that follows belongs to the same paragraph."""
    if _ITEM.match(text, following.start, following.end):
        return False
    body = text[line.start : line.end]
    if width:
        word = text[following.start : following.end].split(maxsplit=1)[0]
        if len(body) + 1 + len(word) >= 0.92 * width:
            return True
    if _FINAL.search(body):
        return False
    return text[following.start].islower() or body.endswith((",", "-", "–"))


def _glued(before: list[Cut], after: list[Cut]) -> list[Cut]:
    return [*before[:-1], (before[-1][0], after[0][1]), *after[1:]]
