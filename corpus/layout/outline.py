"""The layout of an article: what of its text is its story, and what its head states.

1. Boilerplate goes (:mod:`.boilerplate`), and datelines, which give place and agency
   (:mod:`.dateline`).
2. The publication date is the document's own; else the best date that the page prints
   (:mod:`.publication`), so that a misprint yields to a good one beside it; else a dateline's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Document
from .boilerplate import agency_before, find_boilerplate, merged, named_agency
from .dateline import Dateline, find_datelines
from .publication import best_stamp, iso_date, stamps

_HEAD = 1500
_RUNNING_HEAD = 300
_FOOT = 400
_OPENING = 2
"""The rank of a stamp that opens a line: after the story only those count."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is not read of a text, and what its head states."""

    skip: tuple[tuple[int, int], ...]
    """Spans of the document that are no part of its story, sorted and disjoint."""
    date: str | None
    """When it was published: an ISO 8601 day, month or year."""
    dateline: str | None
    """The place that its dateline names, as it stands there."""
    agency: str | None
    """The agency that its dateline or head names."""


def outline(document: Document) -> Outline:
    """The outline of a document."""
    text = document.text
    lines = find_datelines(text)
    boilerplate = (*find_boilerplate(text), *_stamps(text))
    return Outline(
        skip=merged(text, [*boilerplate, *((line.start, line.end) for line in lines)]),
        date=_date(document, lines),
        dateline=next((line.place for line in lines if line.place), None),
        agency=next((line.agency for line in lines if line.agency), None)
        or next(filter(None, (named_agency(text[start:end]) for start, end in boilerplate)), None),
    )


def _stamps(text: str) -> Iterator[tuple[int, int]]:
    """Stamps in the head of a text that runs on, with the agency before them."""
    for stamp in stamps(text, 0, min(_RUNNING_HEAD, len(text))):
        if stamp.rank:
            yield agency_before(text, stamp.start), stamp.end


def _date(document: Document, lines: tuple[Dateline, ...]) -> str | None:
    given = iso_date(document.date) if document.date else None
    printed = _printed(document.text) or next((line.date for line in lines if line.date), None)
    if given is None:
        return printed
    # A year or month that is given may be printed to the day, the year left to be understood.
    days = (iso_date(f"{line.said} {given[:4]}") for line in lines if line.said)
    return next((day for day in (printed, *days) if day and day.startswith(given)), given)


def _printed(text: str) -> str | None:
    found = list(stamps(text, 0, min(_HEAD, len(text))))
    foot = max(_HEAD, len(text) - _FOOT)
    found += (stamp for stamp in stamps(text, foot) if stamp.rank >= _OPENING)
    stamp = best_stamp(found)
    return stamp.date if stamp else None
