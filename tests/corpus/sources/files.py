"""Files to read, made by the tests: pages, PDFs, Word files, web archives."""

import io
from pathlib import Path

from docx import Document as new_docx
from pypdf import PdfReader, PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from allegiance.corpus.document import Document
from allegiance.corpus.sources import Skipped, read_sources

PARAGRAPHS = (
    "The Eagles of the Valley left the Homeland Front on Friday after weeks of quarrels over pay, "
    "three commanders of the front said in the border town of Qamra.",
    "The group had joined the front in March with some two hundred fighters. Its leader could not "
    "be reached, and a spokesman for the front would not say who now guards the crossing.",
    "Residents said that the men took their lorries with them and that the checkpoint at the "
    "bridge stood empty in the morning. Nobody had been hurt, they added.",
)

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Eagles leave the front | Valley Post</title>
<meta property="og:title" content="Eagles leave the front">
<meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2015-06-12T08:00:00Z">
<meta name="author" content="Rana Saleh"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Eagles leave the front</h1>{paragraphs}</article>
<footer><p>Cookies, privacy, contact</p></footer></body></html>"""


def page(charset: str = "utf-8") -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return PAGE.format(charset=charset, paragraphs=paragraphs).encode(charset)


def pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page with these lines, written by hand."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode("latin-1")
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(data))
    )


def encrypted_pdf(lines: tuple[str, ...], password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines))))
    writer.encrypt(password, algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def docx(paragraphs: tuple[str, ...], title: str = "") -> bytes:
    made = new_docx()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.core_properties.title = title
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def warc(path: Path, records: list[tuple[str, str, str, bytes]], gzip: bool) -> None:
    """An archive of (url, status, content type, body)."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        for url, status, kind, body in records:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=headers
            )
            writer.write_record(record)
            record.raw_stream.close()


def read_all(*sources: Path | str) -> tuple[list[Document], list[Skipped]]:
    """The documents of some sources, and what was skipped."""
    found = list(read_sources([str(source) for source in sources]))
    return (
        [item for item in found if isinstance(item, Document)],
        [item for item in found if isinstance(item, Skipped)],
    )
