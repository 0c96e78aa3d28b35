"""One article, as it was given."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text and what is known of it.

    Offsets everywhere in the project count Unicode code points of ``text``, half-open.
    """

    id: str
    """The row's id verbatim, the file's path relative to its source, or the record's URL."""
    text: str
    sha256: str
    """Of the bytes that the text was read from (a row: of its text in UTF-8)."""
    title: str | None = None
    date: str | None = None
    """Publication date: an ISO 8601 day, month or year; None where unknown."""
    publisher: str | None = None
    url: str | None = None
    extra: tuple[tuple[str, str], ...] = field(default=())
    """Other columns of a row, sorted by name, kept as they were."""
