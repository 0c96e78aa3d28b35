import io
import zipfile
from pathlib import Path

import pytest

from allegiance.corpus.sources import docx as docx_module
from tests.corpus.sources.files import PARAGRAPHS, docx, read_all


def test_a_word_file_gives_its_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(PARAGRAPHS, title="Eagles leave"))

    documents, skipped = read_all(tmp_path)

    assert not skipped
    assert documents[0].text == "\n\n".join(PARAGRAPHS)
    assert documents[0].title == "Eagles leave"


def no_word_file() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged: not a Word file that can be read"),
        (b"PK\x03\x04 cut off", "damaged: not a Word file that can be read"),
        (no_word_file(), "damaged: not a Word file that can be read"),
        (
            b"\xd0\xcf\x11\xe0" + bytes(600),
            "encrypted or in the old .doc format: save it as .docx, no password",
        ),
    ],
)
def test_what_is_no_word_file_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "bad.docx").write_bytes(data)

    documents, skipped = read_all(tmp_path)

    assert not documents
    assert str(skipped[0]) == f"bad.docx: {reason}"


def test_an_archive_that_inflates_beyond_bounds_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx_module, "INFLATED", 1000)
    (tmp_path / "bomb.docx").write_bytes(docx(PARAGRAPHS))

    _, skipped = read_all(tmp_path)

    assert "too big" in skipped[0].reason
