"""From what a format's reader finds to a document: one place that cleans and completes it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..document import Document
from ..layout.publication import iso_date
from .encoding import clean


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format gives it: nothing is cleaned yet."""

    id: str
    text: str
    data: bytes
    """What the text was read from; its hash is the document's."""
    known: Mapping[str, str] = field(default_factory=dict)
    """Title, date, publisher, url and whatever else is stated, by name."""


FIELDS = ("title", "publisher", "url")


def finish(draft: Draft) -> Document:
    """Give the document of a draft; a date that is none is kept among ``extra``."""
    known = {clean(key): clean(value).strip() for key, value in draft.known.items()}
    known = {key: value for key, value in known.items() if value}
    date = iso_date(known.get("date", ""))
    taken = {*FIELDS, "date"} if date else set(FIELDS)
    return Document(
        id=clean(draft.id),
        text=clean(draft.text),
        sha256=hashlib.sha256(draft.data).hexdigest(),
        title=known.get("title"),
        date=date,
        publisher=known.get("publisher"),
        url=known.get("url"),
        extra=tuple(sorted((key, value) for key, value in known.items() if key not in taken)),
    )
