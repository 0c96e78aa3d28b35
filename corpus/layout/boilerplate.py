"""Boilerplate of news pages: the stretches of a text that are not part of its story.

1. Lines that are boilerplate as a whole, or made of stamps, bylines and agencies alone.
2. Stretches inside lines: photo credits (never the caption's sentence), "Get short URL".
3. What follows the story: from "(Source: ..." to the end of its line, and all that comes after
   "Leave a comment" in the second half of a text.

The wordings are data, ``boilerplate.yml``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .publication import goes_on, iso_date

Stretch = tuple[int, int]
_INSERT = re.compile(r"\{([a-z_]+)\}")
# White space as pages have it: direction marks and zero-width spaces are as empty as blanks.
_BLANK = r"[\s\u200b-\u200f\ufeff]"
_BLANK_OR_KEPT = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])| (\?)?")
_BETWEEN = re.compile(r"[\s\u200b-\u200f\ufeff|,;•·–—-]*")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_AROUND = " \t\r\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff.•·|*–—-"
_LONGEST_LINE = 600
_SHORT = 100
_TAIL = 1500


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What ``boilerplate.yml`` says, compiled."""

    part: re.Pattern[str]
    line: re.Pattern[str]
    inside: re.Pattern[str]
    tail: re.Pattern[str]
    head: re.Pattern[str]
    end: re.Pattern[str]
    agency: str
    """The agencies as one alternative of a pattern."""
    agencies: frozenset[str]
    labels: frozenset[str]


@cache
def load_boilerplate() -> Boilerplate:
    """The wordings of ``boilerplate.yml``."""
    data = yaml.safe_load(Path(__file__).with_name("boilerplate.yml").read_text("utf-8"))
    agencies = frozenset(name for row in data["agencies"] for name in row)
    agency = "|".join(
        re.escape(name).replace("\\ ", " ") for name in sorted(agencies, key=_longest)
    )
    pieces = {**data["pieces"], "agency": agency}
    return Boilerplate(
        part=_compile(data["parts"], pieces),
        line=_compile(data["lines"], pieces),
        inside=_compile(data["inside"], pieces),
        tail=_compile(data["tail"], pieces),
        head=_compile(data["heads"], pieces),
        end=_compile(data["ends"], pieces),
        agency=agency,
        agencies=agencies,
        labels=frozenset(data["labels"]),
    )


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _compile(texts: list[str], pieces: Mapping[str, Any]) -> re.Pattern[str]:
    whole = "|".join(f"(?:{_spaced(_filled(text, pieces))})" for text in texts)
    return re.compile(whole, re.IGNORECASE | re.MULTILINE)


def _filled(text: str, pieces: Mapping[str, Any]) -> str:
    while _INSERT.search(text):
        text = _INSERT.sub(lambda found: str(pieces[found[1]]), text)
    return text


def _spaced(text: str) -> str:
    """The pattern with its blanks matching any white space; escapes and sets stay as they are."""
    return _BLANK_OR_KEPT.sub(lambda m: m[1] or (_BLANK + ("*" if m[2] else "+")), text)


def find_boilerplate(text: str) -> tuple[Stretch, ...]:
    """The stretches of ``text`` that are boilerplate, sorted and disjoint."""
    found = [*_lines(text), *_insides(text), *_tails(text), *_head(text)]
    return merged(text, found)


def named_agency(stretch: str) -> str | None:
    """The agency that a stretch of boilerplate names as the source, None where it names none."""
    bare = stretch.strip(_AROUND)
    named = re.sub(r"(?i)^\(?(?:news )?sources? ?:?\s+", "", bare).strip(_AROUND + ")")
    found = re.match(rf"(?:{load_boilerplate().agency})(?!\w)", named)
    if not found or (named[found.end() :].strip() and not iso_date(named[found.end() :])):
        return None
    return found[0]


def agency_before(text: str, end: int) -> int:
    """Where the agency begins that stands right before a place, else the place itself."""
    known = max(map(len, load_boilerplate().agencies))
    before = text[max(0, end - known - 2) : end].rstrip()
    named = re.search(rf"(?<!\w)(?:{load_boilerplate().agency})$", before)
    return end - len(text[max(0, end - known - 2) : end]) + named.start() if named else end


def merged(text: str, found: list[Stretch]) -> tuple[Stretch, ...]:
    """The stretches in order, those that overlap or touch as one, white space around them off."""
    kept: list[Stretch] = []
    for start, end in sorted(found):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(cut for cut in (_trimmed(text, *stretch) for stretch in kept) if cut[0] < cut[1])


def _trimmed(text: str, start: int, end: int) -> Stretch:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _lines(text: str) -> Iterator[Stretch]:
    known = load_boilerplate()
    for found in _LINE.finditer(text):
        start, end = found.span()
        bare = found[0].strip(_AROUND)
        if not found[0].strip():
            continue
        if start * 2 > len(text) and len(bare) < _SHORT and known.end.fullmatch(bare):
            yield start, len(text)
            return
        if not bare or (len(bare) <= _LONGEST_LINE and _is_boilerplate(bare)):
            yield start, end


def _is_boilerplate(line: str) -> bool:
    known = load_boilerplate()
    if known.line.fullmatch(line):
        return True
    return len(line) <= _SHORT * 2 and _made_of(known.part, line) == len(line)


def _made_of(part: re.Pattern[str], line: str) -> int:
    """Up to where the line is a row of parts; one pass, so that no text can slow it down."""
    place = 0
    while place < len(line):
        found = part.match(line, place)
        if not found or found.end() == place:
            return place
        if line[found.end() : found.end() + 1].isalnum():
            return place
        place = _BETWEEN.match(line, found.end()).end()  # type: ignore[union-attr]
    return place


def _insides(text: str) -> Iterator[Stretch]:
    return (found.span() for found in load_boilerplate().inside.finditer(text))


def _tails(text: str) -> Iterator[Stretch]:
    """What follows the story in its last lines, each up to the end of its line."""
    start = max(len(text) // 3, len(text) - _TAIL)
    for found in load_boilerplate().tail.finditer(text, start):
        line_end = text.find("\n", found.end())
        yield found.start(), len(text) if line_end < 0 else line_end


def _head(text: str) -> Iterator[Stretch]:
    """Stamp and byline at the start of a text that runs on in the same line."""
    start = len(text) - len(text.lstrip())
    end = _made_of(load_boilerplate().head, text[start : start + _SHORT * 3])
    if text[start : start + 2].lower() == "by":
        # A byline is told from "By Sunday Damascus had fallen" only by what stands before it.
        return
    if end and not goes_on(text, start + len(text[start : start + end].rstrip())):
        yield start, start + end
