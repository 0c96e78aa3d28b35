from pathlib import Path

import pytest

from allegiance.graph.directory import keep_base, load_knowledge, make_directory, read_base
from allegiance.graph.errors import DirectoryError


def test_what_is_no_graph_directory_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="no graph directory; make one with: allegiance build"):
        load_knowledge(tmp_path)
    with pytest.raises(DirectoryError, match="no such directory"):
        load_knowledge(tmp_path / "none")


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()

    with pytest.raises(DirectoryError):
        make_directory(path)
    with pytest.raises(DirectoryError):
        load_knowledge(path)


def test_a_directory_that_was_begun_is_taken_up(tmp_path: Path) -> None:
    make_directory(tmp_path)
    (tmp_path / ".lock").touch()
    directory = make_directory(tmp_path)
    base = keep_base(directory, None)

    assert read_base(directory) == base
    assert load_knowledge(tmp_path).documents == ()


@pytest.mark.parametrize("settings", ["", "{}", "[]", '{"base": 1}', '{"base": "x"}', "\xff"])
def test_broken_settings_are_named(tmp_path: Path, settings: str) -> None:
    directory = make_directory(tmp_path)
    directory.settings.write_text(settings, encoding="latin-1")

    with pytest.raises(DirectoryError, match=r"settings\.json: broken"):
        read_base(directory)
