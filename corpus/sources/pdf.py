"""PDF files: the text of their pages, by pypdf. Scans carry no text and are named."""

import io
import logging
import re
from collections.abc import Iterator

from ..document import Document
from .draft import Draft, finish
from .file import LARGEST, TOO_BIG, SourceFile, read_bytes
from .skipped import Unreadable

SUFFIXES = (".pdf",)
HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
"""A word that was cut at the end of a line."""


def read(file: SourceFile) -> Iterator[Document]:
    """Give the document of a PDF; its creation date is kept apart: it is no publication date."""
    data = read_bytes(file)
    text, known = from_pdf(data)
    yield finish(Draft(file.name, text, data, known))


def from_pdf(data: bytes) -> tuple[str, dict[str, str]]:
    """Give the text of a PDF and what it states of itself; raises ``Unreadable``."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted: save it without a password")
        text = _pages(page.extract_text() for page in reader.pages)
        known = _known(reader.metadata or {})
    except (DependencyError, NotImplementedError) as error:
        raise Unreadable("encrypted: save it without a password") from error
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        # A broken file surfaces as any of these from deep inside the library.
        raise Unreadable("damaged: not a PDF that can be read") from error
    except RecursionError as error:
        raise Unreadable("damaged: nested without end") from error
    if not text:
        raise Unreadable("no text in it: a scan has to go through text recognition first")
    return text, known


def _pages(pages: Iterator[str]) -> str:
    found, size = [], 0
    for page in pages:
        size += len(page)
        if size > LARGEST:
            raise Unreadable(TOO_BIG)
        found.append(page.strip())
    return HYPHENATED.sub("", "\n\n".join(page for page in found if page))


def _known(metadata: object) -> dict[str, str]:
    if not isinstance(metadata, dict):
        return {}
    names = {"/Title": "title", "/Author": "author", "/CreationDate": "created"}
    return {name: str(metadata[key]) for key, name in names.items() if metadata.get(key)}
