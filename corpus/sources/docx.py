"""Word files: their paragraphs and tables in order, by python-docx."""

import io
import zipfile
from collections.abc import Iterator

from ..document import Document
from .draft import Draft, finish
from .file import LARGEST, TOO_BIG, SourceFile, read_bytes
from .skipped import Unreadable

SUFFIXES = (".docx",)
OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
INFLATED = 4 * LARGEST
"""Bytes that the archive may unpack to: a bomb inflates to far more."""


def read(file: SourceFile) -> Iterator[Document]:
    """Give the document of a Word file."""
    data = read_bytes(file)
    text, known = from_docx(data)
    yield finish(Draft(file.name, text, data, known))


def from_docx(data: bytes) -> tuple[str, dict[str, str]]:
    """Give the text of a Word file, its title and author; raises ``Unreadable``."""
    from docx import Document as open_docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _check_archive(data)
    try:
        opened = open_docx(io.BytesIO(data))
        blocks = [_block(item) for item in opened.iter_inner_content()]
        stated = opened.core_properties
        known = {"title": stated.title or "", "author": stated.author or ""}
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise Unreadable("damaged: not a Word file that can be read") from error
    return "\n\n".join(block for block in blocks if block), known


def _check_archive(data: bytes) -> None:
    if data.startswith(OLD_OR_ENCRYPTED):
        raise Unreadable("encrypted or in the old .doc format: save it as .docx, no password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Unreadable("damaged: not a Word file that can be read") from error
    if size > INFLATED:
        raise Unreadable(TOO_BIG)


def _block(item: object) -> str:
    rows = getattr(item, "rows", None)
    if rows is None:
        return str(getattr(item, "text", "")).strip()
    return "\n".join("\t".join(cell.text.strip() for cell in row.cells) for row in rows)
