from pathlib import Path

import pytest

from tests.corpus.sources.files import PARAGRAPHS, read_all

BODY = "\n\n".join(PARAGRAPHS)


def test_front_matter_tells_what_is_known_and_is_no_text(tmp_path: Path) -> None:
    front = 'title: "Eagles: gone"\ndate: 2015-06-12\npublisher: Valley Post\nid: 003\n'
    (tmp_path / "a.md").write_text(f"---\n{front}---\n{BODY}")

    documents, skipped = read_all(tmp_path)

    assert not skipped
    assert documents[0].text == BODY
    assert documents[0].title == "Eagles: gone"
    assert documents[0].date == "2015-06-12"
    assert documents[0].publisher == "Valley Post"
    assert ("id", "003") in documents[0].extra


def test_a_rule_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\n{BODY}\n---\nmore")

    documents, _ = read_all(tmp_path)

    assert documents[0].text.startswith("---\n")


def test_broken_front_matter_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: [unclosed\n---\n{BODY}")

    _, skipped = read_all(tmp_path)

    assert "front matter is not YAML" in skipped[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_guessed(tmp_path: Path, encoding: str) -> None:
    text = BODY.replace("Valley", "Vallée")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))

    documents, _ = read_all(tmp_path)

    assert documents[0].text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 40, "binary: not a text"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "binary: not a text"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY)

    documents, skipped = read_all(tmp_path)

    assert [document.id for document in documents] == ["good.txt"]
    assert str(skipped[0]) == f"bad.txt: {reason}"


def test_a_file_of_200_megabytes_is_named(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(200_000_000)

    _, skipped = read_all(tmp_path)

    assert skipped[0].reason == "too big: over 50 MB, more than an article can be"


def test_an_article_in_another_language_is_named(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(
        "Les combattants ont quitté la ville pendant la nuit, selon des habitants. " * 4
    )

    documents, skipped = read_all(tmp_path)

    assert not documents
    assert str(skipped[0]) == "fr.txt: not in English but in 'fr'"
