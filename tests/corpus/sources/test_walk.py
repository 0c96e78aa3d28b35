from pathlib import Path

import pytest

from allegiance.corpus.errors import SourceError
from tests.corpus.sources.files import PARAGRAPHS, read_all

BODY = "\n\n".join(PARAGRAPHS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/c.md", "a/b.txt", ".hidden/x.txt", "a/.secret.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BODY)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_a_folder_is_walked_in_order_and_names_are_relative(folder: Path) -> None:
    documents, skipped = read_all(folder)

    assert [document.id for document in documents] == ["a/b.txt", "a/c.md", "b.txt"]
    assert [skip.name for skip in skipped] == ["picture.png"]


def test_a_glob_names_files_relative_to_its_fixed_part(folder: Path) -> None:
    documents, _ = read_all(f"{folder}/**/*.txt")

    assert {document.id for document in documents} == {"a/b.txt", "b.txt"}


def test_a_file_is_named_by_its_name(folder: Path) -> None:
    documents, _ = read_all(folder / "a" / "c.md")

    assert [document.id for document in documents] == ["c.md"]


def test_a_source_that_is_not_there_stops_at_once(folder: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        read_all(folder, folder / "nowhere.txt")


def test_a_folder_that_links_back_to_itself_is_walked_once(folder: Path) -> None:
    (folder / "a" / "loop").symlink_to(folder)

    documents, _ = read_all(folder)

    assert len(documents) == 3


def test_a_link_to_nowhere_is_named(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")

    _, skipped = read_all(folder)

    assert "gone.txt" in {skip.name for skip in skipped}
