"""Expressions of time in a text: where they stand, and by which rule they become a date.

The wordings are data (``times.yml``). What an expression comes to is :mod:`.date_rules`; which
event it belongs to is :mod:`.event_dates`.

1. Every wording is searched in the text.
2. Of overlapping finds the leftmost stays, then the longest, then the one that is listed first.
3. Finds that are no dates ("Friday prayers") have done their work and go.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Expression:
    """A wording of time: ``text[start:end]`` of what was searched, moved by its offset."""

    start: int
    end: int
    text: str
    rule: str
    """The rule of ``date_rules`` that resolves it."""
    values: tuple[tuple[str, str], ...]
    """What the wording says, by name: ``weekday``, ``month``, ``number``; in lower case."""

    def get(self, name: str) -> str | None:
        """What it says of ``name``, None where it says nothing."""
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry of ``times.yml``, compiled."""

    rule: str
    form: re.Pattern[str]
    given: tuple[tuple[str, str], ...]
    needs: frozenset[str]
    """What a text must have for it to be found there: words, and ``{month}`` for any month."""


@dataclass(frozen=True, slots=True)
class Times:
    """What ``times.yml`` says."""

    words: Mapping[str, Mapping[str, Any]]
    clauses: Mapping[str, frozenset[str]]
    """Words that decide which event a date belongs to, by heading."""
    wordings: tuple[Wording, ...]


_INSERT = re.compile(r"\{([a-z_]+)\}")
_HINT = re.compile(
    r"\d|day\b|days\b|week|month|year|hour|night|morning|afternoon|evening|decade|recent|today|"
    r"tomorrow|eighties|fifties|nineties|seventies|sixties|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"spring|summer|autumn|winter|centur|christmas",
    re.IGNORECASE,
)


_KINDS = {
    "month": re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec", re.IGNORECASE),
    "year": re.compile(r"\d\d\d\d"),
    "day": re.compile(r"\d"),
    "weekday": re.compile(r"day", re.IGNORECASE),
    "unit": re.compile(r"day|week|month|year", re.IGNORECASE),
    "ordinal": re.compile(r"first|second|third|th\b", re.IGNORECASE),
    "season": re.compile(r"spring|summer|autumn|winter"),
    "told_year": re.compile(r"(?:that|same|following)\s+year", re.IGNORECASE),
}
_SAME_KIND = {
    "month_word": "month",
    "other_month": "month",
    "other_day": "day",
    "other_weekday": "weekday",
}
_GROUP = re.compile(r"\([^()]*\)")
_OUTSIDE = re.compile(r"\{([a-z_]+)\}(?!\?)|(?<![a-z])([a-z]{3,})(?![a-z?])", re.IGNORECASE)


def _needs(text: str) -> frozenset[str]:
    """What stands in a wording outside of all its groups, so that no match goes without it."""
    outside = re.sub(r"\\.|\[[^\]]*\]", " ", text)
    while _GROUP.search(outside):
        outside = _GROUP.sub(" ", outside)
    found = set()
    for insert, word in () if "|" in outside else _OUTSIDE.findall(outside):
        kind = _SAME_KIND.get(insert, insert)
        if word or kind in _KINDS:
            found.add(word.lower() or f"{{{kind}}}")
    return frozenset(found)


def _compile(text: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    whole = _INSERT.sub(lambda m: pieces[m[1]], text)
    spaced = whole.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{spaced})(?!\w)", re.IGNORECASE)


@cache
def load_times() -> Times:
    """The words and wordings of ``times.yml``."""
    raw = yaml.safe_load(files(__package__).joinpath("times.yml").read_text(encoding="utf-8"))
    wordings = tuple(
        Wording(
            row["rule"],
            _compile(row["text"], raw["pieces"]),
            tuple((k, str(v)) for k, v in sorted(row.get("give", {}).items())),
            _needs(row["text"]),
        )
        for row in raw["wordings"]
    )
    clauses = {name: frozenset(_flat(words)) for name, words in raw["clauses"].items()}
    return Times(raw["words"], clauses, wordings)


def _flat(words: list[Any]) -> Iterator[str]:
    for word in words:
        yield from _flat(word) if isinstance(word, list) else (str(word),)


def _found(text: str) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    small = text.lower()
    has = {f"{{{kind}}}" for kind, form in _KINDS.items() if form.search(text)}
    for order, wording in enumerate(load_times().wordings):
        if not all(need in has or need in small for need in wording.needs):
            continue
        for match in wording.form.finditer(text):
            yield match.start(), -match.end(), order, match


def _values(match: re.Match[str], wording: Wording) -> tuple[tuple[str, str], ...]:
    spoken = {k: " ".join(v.lower().split()) for k, v in match.groupdict().items() if v}
    return tuple(sorted({**spoken, **dict(wording.given)}.items()))


def find_dates(text: str, offset: int = 0) -> tuple[Expression, ...]:
    """The expressions of time in ``text``, in text order; ``offset`` is added to their places."""
    if not _HINT.search(text) and "overnight" not in text.lower():
        return ()
    kept: list[Expression] = []
    end = 0
    for start, minus_end, order, match in sorted(_found(text), key=lambda found: found[:3]):
        wording = load_times().wordings[order]
        if start < end:
            continue
        end = -minus_end
        values = _values(match, wording)
        kept.append(Expression(start + offset, end + offset, match[0], wording.rule, values))
    return tuple(e for e in kept if e.rule != "not-a-date")
