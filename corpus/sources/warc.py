"""Web archives: each page that was fetched with success is a document, its id the URL.

Records are read one at a time, so an archive may be of any size. Pictures, scripts and redirects
are no articles and are passed over; a page without an article is named.
"""

from collections.abc import Iterator
from typing import Any

from ..document import Document
from .draft import Draft, finish
from .encoding import decode
from .file import LARGEST, TOO_BIG, SourceFile
from .html import Page, from_html
from .skipped import Skipped, Unreadable

SUFFIXES = (".warc", ".warc.gz")
WITH_CONTENT = frozenset({"response", "resource", "conversion"})
HTML = frozenset({"text/html", "application/xhtml+xml"})
PLAIN = "text/plain"
STARTS = (b"WARC/", b"\x1f\x8b")
"""Of an archive, plain or compressed."""


def read(file: SourceFile) -> Iterator[Document | Skipped]:
    """Give the documents of an archive; a damaged record ends it, and is named."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    with file.path.open("rb") as stream:
        if not stream.read(5).startswith(STARTS):
            raise Unreadable("not a web archive")
        stream.seek(0)
        try:
            for number, record in enumerate(ArchiveIterator(stream), 1):
                yield from _read_record(record, f"{file.name}#{number}")
        except (ArchiveLoadFailed, EOFError, ValueError, OSError) as error:
            yield Skipped(f"{file.name}#{number + 1}", f"damaged from here on: {_line(error)}")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def _read_record(record: Any, place: str) -> Iterator[Document | Skipped]:
    kind, charset = _content_type(record)
    wanted = record.rec_type in WITH_CONTENT and (kind in HTML or kind == PLAIN)
    if not wanted or not _succeeded(record):
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    data = record.content_stream().read(LARGEST + 1)
    name = (url or place).strip("<> ")
    try:
        if len(data) > LARGEST:
            raise Unreadable(TOO_BIG)
        if getattr(record.raw_stream, "limit", 0) > 0:
            raise Unreadable("cut off: the archive ends inside it")
        if kind in HTML:
            yield from_html(Page(name, data, name if url else None, charset))
        else:
            yield finish(Draft(name, decode(data), data, {"url": name} if url else {}))
    except Unreadable as error:
        yield Skipped(name, str(error))


def _content_type(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    kind, *rest = (headers.get_header("Content-Type") or "").lower().split(";")
    charsets = [part.split("=", 1)[1].strip(" \"'") for part in rest if "charset=" in part]
    return kind.strip(), charsets[0] if charsets else None


def _succeeded(record: Any) -> bool:
    if record.http_headers is None:
        return True
    return str(record.http_headers.get_statuscode()) == "200"
