import re
from pathlib import Path

import pytest

from allegiance.corpus.errors import GoldError, SourceError
from allegiance.corpus.evaluation.collection import parts_of, read_gold
from tests.corpus.evaluation.articles import MARKED, write_exam, write_marked


def test_both_forms_are_told_apart(tmp_path: Path) -> None:
    marked = write_marked(tmp_path / "marked" / "nowhere")
    exam = write_exam(tmp_path / "exam")

    for path in (tmp_path / "marked", marked):
        assert [gold.document.id for gold in read_gold(path)] == ["nowhere-001"]
    for path in (exam, exam / "gold", exam / "gold" / "x1.json"):
        assert [gold.document.id for gold in read_gold(path)] == ["x1"]


def test_nothing_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        read_gold(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("notes.md", "Text", "no annotated articles"),
        ("a.txt", "Text", "a.txt: line 1: no header"),
        ("a.json", "[]", "a.json: no JSON object"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_line(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    with pytest.raises(GoldError, match=rf"^[^\n]*{re.escape(message)}[^\n]*$"):
        read_gold(tmp_path)


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(MARKED, "utf-8")

    with pytest.raises(GoldError, match=r"end in \.txt"):
        read_gold(tmp_path / "notes.md")


def test_an_id_stands_once(tmp_path: Path) -> None:
    write_marked(tmp_path / "a")
    write_marked(tmp_path / "b")

    with pytest.raises(GoldError, match="two articles have the id nowhere-001"):
        read_gold(tmp_path)


def test_parts_stand_at_or_above_the_articles(tmp_path: Path) -> None:
    path = write_marked(tmp_path / "all" / "nowhere")
    golds = read_gold(path)
    assert parts_of(golds, path) == {}

    (tmp_path / "all" / "parts.yml").write_text("reporting: [Nowhere]", "utf-8")
    for where in (path, path.parent, path.parent.parent):
        assert parts_of(golds, where) == {"nowhere-001": "reporting"}

    (tmp_path / "all" / "parts.yml").write_text("looking: [Elsewhere]", "utf-8")
    assert parts_of(golds, path) == {"nowhere-001": "training"}


@pytest.mark.parametrize("text", ["", "[", "looking: 3", "- a", "looking: [[]]\n? [a]\n"])
def test_faulty_parts_are_told(tmp_path: Path, text: str) -> None:
    path = write_marked(tmp_path)
    (tmp_path / "parts.yml").write_text(text, "utf-8")

    with pytest.raises(GoldError, match=r"parts\.yml: not parts"):
        parts_of(read_gold(path), path)
