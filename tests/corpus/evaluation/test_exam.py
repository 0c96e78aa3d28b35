import json
from pathlib import Path
from typing import Any

import pytest

from allegiance.corpus.errors import GoldError
from allegiance.corpus.evaluation.exam import from_dict, gold_files, read_exam
from allegiance.corpus.evaluation.gold import GoldClaim, GoldEntity
from tests.corpus.evaluation.articles import TEXT, exam_row, write_exam


@pytest.mark.parametrize("rows", [False, True])
def test_an_article_is_read_with_its_text(tmp_path: Path, rows: bool) -> None:
    (found,) = read_exam(write_exam(tmp_path / "exam", rows=rows))

    assert (found.document.id, found.document.text) == ("x1", TEXT)
    assert (found.document.date, found.document.publisher) == ("2014-05-06", None)
    assert found.mentions == ()


def test_entities_and_claims() -> None:
    found = from_dict(exam_row(), TEXT)

    assert found.entities["e1"] == GoldEntity(
        "e1", "ArmedGroup", ("the Reed Brigade", "the brigade"), unnamed=False
    )
    assert found.entities["e4"].unnamed
    assert found.claims == (
        GoldClaim(
            "e1",
            "split-from",
            "e2",
            status="reported",
            speaker=("the fisherman", "a fisherman"),
            date="2014-05-04",
            place="e3",
            count=30,
            quote="The Reed Brigade broke away from the Delta Council on Sunday.",
            start=0,
        ),
        GoldClaim("e1", "controls", "e3", quote="It holds", start=TEXT.index("It")),
    )


def test_a_quote_that_is_not_in_the_text_has_no_place() -> None:
    facts = [{"subject": "e1", "relation": "controls", "object": "e3", "quote": "It held"}]

    assert from_dict(exam_row(facts=facts), TEXT).claims[0].start == -1


def test_gold_by_itself_has_no_text(tmp_path: Path) -> None:
    folder = write_exam(tmp_path / "exam") / "gold"
    lone = tmp_path / "lone"
    folder.rename(lone)

    assert gold_files(lone) == gold_files(lone / "x1.json") == [lone / "x1.json"]
    assert read_exam(lone)[0].document.text == ""


FACT = {"subject": "e1", "relation": "controls", "object": "e3"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([], "no JSON object"),
        (exam_row(id=None), "no id"),
        (exam_row(id=7), "id is no text"),
        (exam_row(entities=None), "entities is no list of objects"),
        (exam_row(facts=["x"]), "facts is no list of objects"),
        (exam_row(entities=[{"names": []}]), "an entity without id"),
        (exam_row(entities=[{"id": "e1", "names": "x"}]), "names of entity e1 are no list"),
        (exam_row(facts=[FACT | {"object": "e9"}]), "object 'e9' of a fact is no entity"),
        (exam_row(facts=[FACT | {"relation": "likes"}]), "'likes' is no relation"),
        (exam_row(facts=[FACT | {"status": "sure"}]), "'sure' is no status"),
        (exam_row(date=2014), "date is no text"),
    ],
)
def test_a_faulty_file_is_named_in_one_line(tmp_path: Path, row: Any, message: str) -> None:
    folder = write_exam(tmp_path / "exam", row)

    with pytest.raises(GoldError, match=rf"^.*x1\.json: .*{message}[^\n]*$"):
        read_exam(folder)


@pytest.mark.parametrize("data", [b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_named(tmp_path: Path, data: bytes) -> None:
    folder = write_exam(tmp_path / "exam")
    (folder / "gold" / "x1.json").write_bytes(data)

    with pytest.raises(GoldError, match=r"x1\.json: not JSON"):
        read_exam(folder)


def test_faulty_texts_are_named(tmp_path: Path) -> None:
    folder = write_exam(tmp_path / "exam")
    (folder / "texts" / "x1.txt").write_bytes(b"\xff")
    with pytest.raises(GoldError, match=r"x1\.txt is not UTF-8"):
        read_exam(folder)

    (folder / "articles.jsonl").write_text(json.dumps({"id": "x1", "text": TEXT}) + "\n{\n")
    with pytest.raises(GoldError, match=r"articles\.jsonl:2: not JSON"):
        read_exam(folder)


def test_an_id_leads_out_of_no_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = write_exam(tmp_path / "exam", exam_row(id="../../secret"))

    assert read_exam(folder)[0].document.text == ""
