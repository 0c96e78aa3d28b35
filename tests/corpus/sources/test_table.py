import io
from pathlib import Path

from allegiance.corpus.document import Document
from allegiance.corpus.sources import read_sources
from tests.corpus.sources.files import PARAGRAPHS, read_all

BODY = " ".join(PARAGRAPHS)


def test_a_row_keeps_its_id_and_its_other_columns(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        f'{{"id": "003", "text": "{BODY}", "title": "T", "date": "12 June 2015", "desk": 7}}\n\n'
    )

    documents, skipped = read_all(tmp_path)

    assert not skipped
    assert documents[0].id == "003"
    assert documents[0].date == "2015-06-12"
    assert documents[0].title == "T"
    assert ("desk", "7") in documents[0].extra


def test_broken_rows_are_named_by_line_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        f'not json\n[1]\n{{"id": "x"}}\n{{"id": "y", "text": "{BODY}"}}\n'
    )

    documents, skipped = read_all(tmp_path)

    assert [document.id for document in documents] == ["y"]
    assert [skip.name for skip in skipped] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]


def test_csv_with_quotes_and_semicolons(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'id;text;publisher\n007;"{BODY}\nsecond line";Post\n')

    documents, skipped = read_all(tmp_path)

    assert not skipped
    assert documents[0].id == "007"
    assert documents[0].text == f"{BODY}\nsecond line"
    assert documents[0].publisher == "Post"


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'id,text\n1,"{BODY}\n2,"{BODY}"\n3,"{BODY}"\n')

    documents, skipped = read_all(tmp_path)

    assert "3" in {document.id for document in documents}
    assert skipped[0].name == "a.csv:2"


def test_a_table_without_texts_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,title\n1,T\n")

    _, skipped = read_all(tmp_path)

    assert skipped[0].reason.startswith('no column "text"')


def test_a_header_with_stray_line_ends_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\r\x00")

    _, skipped = read_all(tmp_path)

    assert skipped[0].name == "a.csv"


def test_standard_input_is_json_lines() -> None:
    stream = io.BytesIO(f'{{"id": "1", "text": "{BODY}"}}\n'.encode())

    documents = list(read_sources(["-"], stdin=stream))

    assert isinstance(documents[0], Document)
    assert documents[0].id == "1"
