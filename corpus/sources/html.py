"""Web pages: main text, title, date, author and site, found by trafilatura.

The text is the article's paragraphs with blank lines between them; menus, comments and adverts are
left out by the library. Offsets count in that text, which is what is shown as the document.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..document import Document
from .draft import Draft, finish
from .encoding import decode, marked_encoding
from .file import SourceFile, read_bytes
from .skipped import Unreadable

SUFFIXES = (".html", ".htm", ".xhtml")
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?\s*([\w-]{2,40})""", re.I)
HEAD = 4096
"""Bytes in which a page states its encoding."""
SHORTEST = 40
"""Characters of an article; less is what is left of a menu."""
DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
"""Only dates that the page declares; nothing depends on the day of the run."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was fetched."""

    id: str
    data: bytes
    url: str | None = None
    charset: str | None = None
    """What the server stated."""


def read(file: SourceFile) -> Iterator[Document]:
    """Give the document of a saved page."""
    yield from_html(Page(file.name, read_bytes(file)))


def from_html(page: Page) -> Document:
    """Give the article of a page; raises ``Unreadable`` where it has none."""
    found = _extract(page)
    text = _paragraphs(found.text) if found else ""
    if len(text) < SHORTEST:
        raise Unreadable("no article in the page")
    known = {
        "title": found.title,
        "date": found.date,
        "publisher": found.sitename,
        "author": found.author,
        "url": page.url or found.url,
    }
    return finish(Draft(page.id, text, page.data, {k: v for k, v in known.items() if v}))


def _extract(page: Page) -> Any:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return bare_extraction(
        html_text(page),
        url=page.url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )


def _paragraphs(text: str | None) -> str:
    lines = (line.strip() for line in (text or "").splitlines())
    return "\n\n".join(line for line in lines if line)


def html_text(page: Page) -> str:
    """Give the page as text: a byte order mark decides, then the server, then the page itself."""
    stated = CHARSET.search(page.data[:HEAD])
    for name in (page.charset, stated[1].decode("ascii", "replace") if stated else None):
        if name and not marked_encoding(page.data):
            try:
                return page.data.decode(name)
            except (LookupError, UnicodeDecodeError):
                continue  # it is not what it says it is
    return decode(page.data)
