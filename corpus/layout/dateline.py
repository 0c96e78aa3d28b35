"""Datelines: the place and agency that open a report, "BEIRUT (Reuters) - " and their kin.

A dateline stands at the start of a line, or of a sentence in a text that runs on. It is taken for
one where its punctuation says so, or its words: a place in capitals before a sentence counts when
the place is known or is named in the text again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..naming.lexicon import load_lexicon
from .boilerplate import load_boilerplate
from .publication import iso_date


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: ``text[start:end]``, up to the first word of its report."""

    start: int
    end: int
    place: str | None = None
    agency: str | None = None
    date: str | None = None
    """The day that it states, where it states the year too."""
    said: str | None = None
    """The words for its day."""


_CAPS = r"(?:[A-Z][A-Z’'.-]+|D\.?C\.?|U\.?[NSK]\.?|AL|EL)"
_TITLE = r"(?:[A-Z][\w’'.-]+|[ae]l-[A-Z]\w+)"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?P<date>{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?)"
_DASH = r"(?:--|[-–—:_])"
_STARTS = r"(?:^|(?<=[.!?”\"’)\]]\s)|(?<=[.!?”\"’)\]]\s\s)|(?<=\d{4}\s))[ \t\u00a0\u200e\u200f]*"
# What may stand before an undecided place: the sentence that follows begins with a capital.
_THEN = r"(?=[“\"‘']?[A-Z0-9])"
_CERTAIN = 4
"""How many of the forms need no place that is known."""
_LONG = 80
_DIRECT = 7
"""The form without any punctuation."""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The shapes of datelines, surest first."""
    agency = rf"(?P<agency>{load_boilerplate().agency})"
    town = rf"(?P<place>{_CAPS}(?:[ ]{_CAPS}){{0,3}})"
    region = rf"(?:,?[ ](?:{_TITLE}|{_CAPS})(?:[ ]{_TITLE}){{0,2}})?"
    mixed = rf"(?P<place>{_TITLE}(?:[ ]{_TITLE}){{0,2}})"
    either = rf"(?:{town}|{mixed.replace('place', 'place2')})"
    dated = rf"(?:,?[ ]{_DATE})"
    bracketed = rf"[ ]*\((?:(?P<agency>{load_boilerplate().agency})|[\w ./’'-]{{2,60}})\)"
    rows = (
        # BEIRUT (Reuters) - ; GAZIANTEP, Turkey (AP) — ; MOSCOW October 18 (RIA Novosti) -
        rf"{_STARTS}{town}{region}{dated}?{bracketed}\s*{_DASH}*\s+{_THEN}",
        # Damascus, Dec. 15 (SANA) -
        rf"{_STARTS}{mixed}{region}{dated}?{bracketed}\s*{_DASH}+\s*{_THEN}",
        # Damascus, SANA - ; Aleppo SANA-
        rf"{_STARTS}{either},?[ ]+{agency}\s*{_DASH}+\s*{_THEN}",
        # REUTERS - ; SANA:
        rf"^[ \t]*{agency}\s*(?:--|[-–—:]+)\s+{_THEN}",
        # AMMAN, Dec. 15 - ; AMMAN: ; QUETTA, Pakistan -- ; KONDUGA —
        rf"{_STARTS}{town}{region}{dated}?\s*(?:--|[–—:]|(?<=[ ])-)\s+{_THEN}",
        rf"{_STARTS}{town}{region}{dated}\s+{_THEN}",
        # QUETTA, Pakistan  Gunmen ... (a page that lost its dash)
        rf"(?<!\S){town},[ ]{_TITLE}[ \u00a0]{{2,}}(?=[A-Z][a-z])",
        # HOMS Dozens of ...
        rf"^[ \t\u00a0\u200e]*{town}(?:,[ ]{_TITLE})?[ \u00a0]+(?=[“\"]?(?:[A-Z][a-z]|A[ ]|\d))",
    )
    return tuple(re.compile(row, re.MULTILINE) for row in rows)


def find_datelines(text: str) -> tuple[Dateline, ...]:
    """The datelines of ``text``, in order; none overlaps another."""
    kept: list[Dateline] = []
    for line in sorted(_candidates(text), key=lambda line: (line.start, -line.end)):
        if not kept or line.start >= kept[-1].end:
            kept.append(line)
    return tuple(kept)


def _candidates(text: str) -> Iterator[Dateline]:
    for number, form in enumerate(_forms()):
        for found in form.finditer(text):
            if number < _CERTAIN or _is_place(found, number):
                yield _dateline(found)


def _dateline(found: re.Match[str]) -> Dateline:
    parts = found.groupdict()
    place = parts.get("place") or parts.get("place2")
    date = iso_date(parts["date"]) if parts.get("date") else None
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    if place and place.upper() in load_boilerplate().labels:
        place = None
    return Dateline(start, found.end(), place, parts.get("agency"), date, parts.get("date"))


def _is_place(found: re.Match[str], form: int) -> bool:
    """Whether capitals before a sentence are a place, or a label such as "BREAKING"."""
    name, text = found["place"], found.string
    if name.upper() in load_boilerplate().labels:
        return form != _DIRECT
    if fold(name) in _places():
        return True
    if name in load_boilerplate().agencies or gazetteer.load().lookup(fold(name)):
        return False
    if re.search(rf"\b{re.escape(name.title())}\b", text):
        return True
    line_end = text.find("\n", found.end())
    rest = (len(text) if line_end < 0 else line_end) - found.end()
    return form != _DIRECT and len(name) > len("UNHCR") and rest > _LONG


@cache
def _places() -> frozenset[str]:
    """The folded names of the places that the lexicon knows; a country by its name alone."""
    lexicon = load_lexicon()
    named = {name for name, kind in lexicon.places.items() if kind != "Country"}
    return frozenset(named | set(map(fold, lexicon.countries.values())))
