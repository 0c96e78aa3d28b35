from pathlib import Path

import pytest

from tests.corpus.sources.files import encrypted_pdf, pdf, read_all

LINES = ("The Eagles of the Valley left the Home-", "land front on Friday.")


def test_a_pdf_gives_its_text_with_cut_words_joined(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(("The brigade evacu-", "ated the town on Friday.")))

    documents, skipped = read_all(tmp_path)

    assert not skipped
    assert documents[0].text == "The brigade evacuated the town on Friday."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted_pdf(LINES, "secret"), "encrypted: save it without a password"),
        (pdf(()), "no text in it: a scan has to go through text recognition first"),
        (b"%PDF-1.7 and then nothing", "damaged: not a PDF that can be read"),
        (b"", "damaged: not a PDF that can be read"),
    ],
)
def test_a_pdf_without_readable_text_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "bad.pdf").write_bytes(data)

    documents, skipped = read_all(tmp_path)

    assert not documents
    assert str(skipped[0]) == f"bad.pdf: {reason}"


def test_a_pdf_without_a_password_is_read_though_it_is_encrypted(tmp_path: Path) -> None:
    (tmp_path / "open.pdf").write_bytes(encrypted_pdf(LINES, ""))

    documents, _ = read_all(tmp_path)

    assert "left the Home" in documents[0].text
