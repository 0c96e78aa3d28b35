from pathlib import Path

import pytest

from tests.corpus.sources.files import PARAGRAPHS, page, read_all


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_a_page_gives_its_article_and_what_it_states(tmp_path: Path, charset: str) -> None:
    (tmp_path / "eagles.html").write_bytes(page(charset))

    documents, skipped = read_all(tmp_path)

    assert not skipped
    assert documents[0].id == "eagles.html"
    assert documents[0].title == "Eagles leave the front"
    assert documents[0].date == "2015-06-12"
    assert documents[0].publisher == "Valley Post"
    assert ("author", "Rana Saleh") in documents[0].extra
    assert documents[0].text.endswith("\n\n".join(PARAGRAPHS))
    assert "Cookies" not in documents[0].text


@pytest.mark.parametrize("data", [b"<html></html>", b"<", b"<html><body><nav>Home</nav></body>"])
def test_a_page_without_an_article_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "empty.html").write_bytes(data)

    documents, skipped = read_all(tmp_path)

    assert not documents
    assert str(skipped[0]) == "empty.html: no article in the page"


def test_a_false_charset_does_not_lose_the_page(tmp_path: Path) -> None:
    stated = page("utf-8").replace(b'charset="utf-8"', b'charset="klingon"')
    (tmp_path / "odd.html").write_bytes(stated)

    documents, _ = read_all(tmp_path)

    assert documents[0].text.endswith(PARAGRAPHS[-1])
