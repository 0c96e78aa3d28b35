from pathlib import Path

import pytest

from tests.corpus.sources.files import PARAGRAPHS, page, read_all, warc

HTML = "text/html; charset=utf-8"
RECORDS = [
    ("https://example.org/eagles", "200 OK", HTML, page()),
    ("https://example.org/gone", "404 Not Found", HTML, page()),
    ("https://example.org/logo.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://example.org/menu", "200 OK", HTML, b"<html><nav>Home</nav></html>"),
    ("https://example.org/plain", "200 OK", "text/plain", " ".join(PARAGRAPHS).encode()),
]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.2015.warc.gz"])
def test_an_archive_gives_the_pages_that_were_found(tmp_path: Path, name: str) -> None:
    warc(tmp_path / name, RECORDS, gzip=name.endswith(".gz"))

    documents, skipped = read_all(tmp_path)

    assert [d.id for d in documents] == ["https://example.org/eagles", "https://example.org/plain"]
    assert documents[0].url == documents[0].id
    assert documents[0].title == "Eagles leave the front"
    assert list(map(str, skipped)) == ["https://example.org/menu: no article in the page"]


def test_what_stands_before_the_damage_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "cut.warc.gz"
    warc(path, [RECORDS[0], RECORDS[4]], gzip=True)
    path.write_bytes(path.read_bytes()[:-200])

    documents, skipped = read_all(path)

    assert [document.id for document in documents] == ["https://example.org/eagles"]
    assert str(skipped[0]) == "https://example.org/plain: cut off: the archive ends inside it"


def test_what_is_no_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "no.warc").write_bytes(b"this is not an archive\r\n\r\n")

    documents, skipped = read_all(tmp_path)

    assert not documents
    assert skipped[0].name.startswith("no.warc")
