"""Expressions of time in narratives of past wars: where they stand, and which date they mean.

The reader counts from the day when an article was published; a narrative tells one year after the
other. So the last date that was named stands for publication, what has no year is the one nearest
to it, and "the next day" counts from it. Wordings and rules are the reader's own, but written as
the annotators do:

* without preposition, article before a year, or possessive: "in March 1941" is "March 1941";
* "1941 to 1943" is two expressions;
* "late 1941" has the value of 1941, for the marks' values do not say what part of it is meant.

1. A mention is met by one that overlaps it, or has its very extent; each meets one at most.
2. A date is right when it is the marked one to its precision, bounds for bounds; of "since 1941"
   the bound that is given counts. Asked for are marks of the common era that come to a date.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from allegiance.corpus.evaluation.scores import Share, Tally
from allegiance.corpus.time.date_rules import resolve
from allegiance.corpus.time.dates import Expression, find_dates
from allegiance.corpus.time.edtf import Partial, checked, ends
from allegiance.corpus.time.moment import Direction, Moment

from .timex import Mark, Marked

_PARAGRAPH = re.compile(r"[^\n]+")
_PREPOSITION = (
    r"since|until|till|by|before|prior to|after|from|as of|starting|on|in|at|during|over|of|for"
    r"|through|throughout|dated|within|between|back in|only"
)
_ARTICLE = r"(?:the|an?|its|their|his|her)(?=\s+\d{4}$)"
_OUTSIDE = re.compile(rf"(?:(?:{_PREPOSITION}|{_ARTICLE})\s+)+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|/|\b(?:to|until|through|and|or)\b)\s*")
_SECOND = ("year2", "month2", "day2", "weekday2")
_WHOLE_YEAR = re.compile(r"early|mid|late|the (?:beginning|start|middle|end) of")


@dataclass(frozen=True, slots=True)
class Timed:
    """An expression that the reader finds, without its preposition, and its date."""

    start: int
    end: int
    date: str | None


@dataclass(frozen=True, slots=True)
class Timing:
    """What came of some texts."""

    overlap: Tally
    exact: Tally
    days: Share
    """Of marked days that are met, those whose date is right."""
    dates: Share
    """The same of days, months, seasons, years and decades."""


def time(text: str, published: str) -> Iterator[Timed]:
    """The expressions of a narrative, in text order."""
    told = published
    for paragraph in _PARAGRAPH.finditer(text):
        for expression in find_dates(paragraph[0], paragraph.start()):
            date = _date(expression, told)
            yield from _as_marked(expression, date)
            told = date or told


def _date(expression: Expression, told: str) -> str | None:
    """What an expression comes to: of the dates on both sides of the last one, the nearer."""
    # "A day after the raid" counts from the clause around it, which is not looked for here.
    counted = None if expression.rule == "beside-event" else told
    known = [bound for bound in ends(told) if bound]
    last = known[-1]
    # Of a year alone nothing but itself is near: what has no year lies in it.
    around = last if last.month else checked(last.year, 12, 31) or last
    either = [
        resolve(expression, Moment(_as_day(around), counted, direction)).date
        for direction in _DIRECTIONS[: 2 if last.month else 1]
    ]
    return min(filter(None, either), key=lambda date: _distance(date, around), default=None)


_DIRECTIONS: tuple[Direction, ...] = ("past", "future")


def _as_day(date: Partial) -> Partial:
    return Partial(date.year, date.month or 1, date.day or 15)


def _distance(date: str, around: Partial) -> int:
    return min(abs((bound.first - _as_day(around).first).days) for bound in ends(date) if bound)


def _as_marked(expression: Expression, date: str | None) -> Iterator[Timed]:
    """An expression, or the two that it consists of, as an annotator marks them."""
    text = expression.text.removesuffix("'s").removesuffix("’s")
    lead = _OUTSIDE.match(text)
    start, end = expression.start + (lead.end() if lead else 0), expression.start + len(text)
    bounds = (date or "").split("/")
    middle = list(_BETWEEN.finditer(text, start - expression.start))
    if middle and any(expression.get(name) for name in _SECOND):
        yield Timed(start, expression.start + middle[-1].start(), bounds[0] or None)
        yield Timed(expression.start + middle[-1].end(), end, bounds[-1] or None)
        return
    rough = expression.rule == "part-of-year" and _WHOLE_YEAR.match(expression.get("part") or "")
    yield Timed(start, end, bounds[-1][:4] if rough else date)


def score(texts: Sequence[Marked]) -> Timing:
    """How well the expressions of some texts are found and dated."""
    overlap, exact, days, dates = [], [], list[bool](), list[bool]()
    for text in texts:
        found = tuple(time(text.text, text.published))
        pairs = tuple(_paired(found, text.marks))
        same = sum((ours.start, ours.end) == (mark.start, mark.end) for ours, mark in pairs)
        overlap.append((len(text.marks), len(found), len(pairs)))
        exact.append((len(text.marks), len(found), same))
        resolved = [(mark, is_right(ours.date, mark.date)) for ours, mark in pairs if mark.date]
        dates += [right for _, right in resolved]
        days += [right for mark, right in resolved if len(mark.date or "") == len("1941-06-22")]
    return Timing(_tally(overlap), _tally(exact), _share(days), _share(dates))


def _paired(found: Iterable[Timed], marks: Iterable[Mark]) -> Iterator[tuple[Timed, Mark]]:
    """Each of ours with the mark that it shares most letters with, no mark twice."""
    free = list(marks)
    for ours in found:
        shared = [min(ours.end, mark.end) - max(ours.start, mark.start) for mark in free]
        best = max(range(len(free)), key=shared.__getitem__, default=-1)
        if best >= 0 and shared[best] > 0:
            yield ours, free.pop(best)


def is_right(ours: str | None, marked: str | None) -> bool:
    """Whether our date is the marked one; a bound that is left open does not count.

    >>> is_right("1941-06~/..", "1941-06"), is_right("1941", "1941-06")
    (True, False)
    """
    bounds = [
        bound for bound in (ours or "").replace("~", "").split("/") if bound not in {"", ".."}
    ]
    return bounds in ((marked or "").split("/"), [marked, marked])


def _tally(rows: Iterable[tuple[int, int, int]]) -> Tally:
    gold, found, right = (sum(column) for column in zip((0, 0, 0), *rows, strict=True))
    return Tally(gold, found, right, right)


def _share(right: Sequence[bool]) -> Share:
    return Share(sum(right), len(right))
