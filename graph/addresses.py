"""Addresses: the IRIs of entities, claims, documents and graphs under one base.

An id stands percent-encoded in its IRI, whatever it is made of, and two ids never meet in one.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from .errors import GraphError

DEFAULT_BASE = "https://w3id.org/allegiance/graph/"
"""Where entities, claims and documents live unless ``build --base`` says otherwise."""

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20/?#]+(?:/[^\s<>\"{}|\\^`\x00-\x20?#]*)?/")


class BaseError(GraphError, ValueError):
    """The base is no IRI that others can be made of; the message says what one looks like."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """IRIs under ``base``; all of them can be written relative to it."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Refuse a base under which relative IRIs would not come out as they went in."""
        if not _BASE.fullmatch(self.base) or not self.base.isprintable():
            shown = self.base.encode("unicode_escape").decode()
            raise BaseError(
                f"base {shown!r}: give an address like {DEFAULT_BASE}, with / at the end"
            )

    def entity(self, id: str) -> str:
        """The IRI of an entity."""
        return f"{self.base}entity/{encode(id)}"

    def claim(self, id: str) -> str:
        """The IRI of a claim."""
        return f"{self.base}claim/{encode(id)}"

    def document(self, id: str) -> str:
        """The IRI of a document, which is also the name of the graph of what it says."""
        return f"{self.base}document/{encode(id)}"

    @property
    def entities(self) -> str:
        """The graph of all entities."""
        return f"{self.base}entities"

    @property
    def asserted(self) -> str:
        """The graph of the edges that an article states in its own voice."""
        return f"{self.base}edges/asserted"

    @property
    def reported(self) -> str:
        """The graph of the edges that articles only report from somebody."""
        return f"{self.base}edges/reported"


def encode(id: str) -> str:
    """The id as one segment of a path; equal only for equal ids.

    >>> encode("news/story 1.txt"), encode("..")
    ('news%2Fstory%201.txt', '%2E%2E')
    """
    # A segment of dots alone would be resolved away.
    dots = not id.strip(".")
    return id.replace(".", "%2E") if dots else quote(id, safe="", errors="surrogatepass")
