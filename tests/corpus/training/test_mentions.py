import json
from pathlib import Path

import pytest

from allegiance.corpus.reader.tags import spans
from allegiance.corpus.training.mentions import examples_of, read_documents, read_split

TEXT = "Omar Salim leads the Dawn Brigade of al-Bab. He joined it in 2013.\nIt fell silent."


def _entity(text: str, label: str, confidence: float = 1.0, start: int = 0) -> dict[str, object]:
    begin = TEXT.index(text, start)
    end = begin + len(text)
    return {"begin": begin, "end": end, "type": label, "confidence": confidence}


def _write(folder: Path, source: str = "A ministry") -> Path:
    entities = [
        _entity("Omar Salim", "Person"),
        _entity("al-Bab", "Location"),
        _entity("the Dawn Brigade of al-Bab", "Organisation"),
        _entity("He", "Person"),
        _entity("2013", "Temporal", confidence=0.4),
    ]
    row = {"id": "d1", "source": source, "text": TEXT, "entities": entities}
    path = folder / "documents.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_the_longest_mention_of_those_that_overlap_is_kept(tmp_path: Path) -> None:
    (document,) = read_documents(_write(tmp_path))
    found = [TEXT[mark.start : mark.end] for mark in document.marked]
    assert found == ["Omar Salim", "the Dawn Brigade of al-Bab", "He"]


def test_sentences_have_the_words_of_the_reader(tmp_path: Path) -> None:
    (document,) = read_documents(_write(tmp_path))
    first, second, third = examples_of(document)
    assert first.words[-3:] == ("of", "al-Bab", ".")
    marked = [(first.words[s.first : s.last], s.label) for s in spans(first.tags["re3d"])]
    assert marked == [
        (("Omar", "Salim"), "Person"),
        (("the", "Dawn", "Brigade", "of", "al-Bab"), "Organisation"),
    ]
    assert second.tags["re3d"][0] == "B-Person"
    assert set(third.tags["re3d"]) == {"O"}
    assert {e.document for e in (first, second, third)} == {"d1"}


@pytest.mark.parametrize(("source", "free"), [("BBC Online", False), ("A ministry", True)])
def test_some_sources_do_not_train_what_ships(tmp_path: Path, source: str, free: bool) -> None:
    (document,) = read_documents(_write(tmp_path, source))
    assert document.is_free is free


def test_the_published_split_comes_in_words(tmp_path: Path) -> None:
    rows = [
        {"split": "train", "doc": "a", "tokens": ["He", "left"], "labels": ["B-Person", "O"]},
        {"split": "test", "doc": "b", "tokens": ["Who", "?"], "labels": ["O", "O"]},
    ]
    path = tmp_path / "split.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (example,) = read_split(path, "train")
    assert example.words == ("He", "left")
    assert example.tags == {"re3d": ("B-Person", "O")}
