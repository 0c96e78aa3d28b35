import json
from hashlib import sha256
from pathlib import Path

import allegiance.corpus.reader as room
from allegiance.corpus.reader.tags import TagScheme
from allegiance.corpus.reader.wordpiece import WordPiece
from allegiance.corpus.training.example import Example
from allegiance.corpus.training.labels import SCHEMES, Labels, collect_labels

FOLDER = Path(str(room.__file__)).parent


def test_labels_are_sorted_and_come_back_from_a_dictionary() -> None:
    example = Example(
        words=("They", "left", "Leeds"),
        upos=("PRON", "VERB", "PROPN"),
        heads=(2, 0, 2),
        relations=("nsubj", "root", "obj"),
        tags={"uner": ("O", "O", "B-LOC"), "re3d": ("B-Person", "O", "B-Location")},
    )
    labels = collect_labels([example])
    assert labels.upos == ("PRON", "PROPN", "VERB")
    assert labels.re3d == ("O", "B-Location", "I-Location", "B-Person", "I-Person")
    assert Labels.from_dict({"version": "1", **labels.to_dict()}) == labels


def test_the_model_that_ships_names_what_the_reader_uses() -> None:
    configuration = json.loads((FOLDER / "model.json").read_text("utf-8"))
    labels = Labels.from_dict(configuration)
    assert configuration["version"]
    assert "root" in labels.relations
    assert {"NOUN", "PROPN", "VERB"} <= set(labels.upos)
    for scheme in SCHEMES:
        tags = TagScheme(labels.tags(scheme)).tags
        assert tags[0] == "O"
        assert {tag[0] for tag in tags[1:]} == {"B", "I"}


def test_the_vocabulary_is_the_one_that_the_model_was_trained_on() -> None:
    configuration = json.loads((FOLDER / "model.json").read_text("utf-8"))
    content = (FOLDER / "vocabulary.txt").read_bytes()
    assert configuration["vocabulary"] == sha256(content).hexdigest()
    pieces = WordPiece(content.decode("utf-8").rstrip("\n").split("\n"))
    assert pieces.cut("fighters")
