from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.document import Document
from allegiance.corpus.reading import Reading
from allegiance.graph.errors import ReadingError
from allegiance.graph.readings import (
    drop_rows,
    read_readings,
    reading_key,
    stored_rows,
    write_chunk,
)
from tests.graph.made import document, reading

ONE = reading(
    "a/1.txt",
    ("Person", ["Karim Haddad", "he"]),
    ("ArmedGroup", ["أسود الإسلام", "the battalion"]),
    claims=[(0, "member-of", 1)],
    title="A 'title'",
    date="2014-12-15",
)
TWO = reading("b", ("Person", ["Ziad Hadi"]), ("Town", ["Qasr"]))


def keyed(*readings: Reading) -> list[tuple[str, Reading]]:
    return [(reading_key(one.document, "v1"), one) for one in readings]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write_chunk(tmp_path, keyed(ONE, TWO))

    assert list(read_readings(tmp_path)) == [ONE, TWO]


def test_the_same_readings_make_the_same_file(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "it's [odd] *name?")]
    for folder in folders:
        folder.mkdir()
    first, second = (write_chunk(folder, keyed(ONE, TWO)) for folder in folders)

    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()
    assert list(read_readings(folders[1])) == [ONE, TWO]
    assert [path.name for path in folders[1].iterdir()] == [second.name]


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    unfit = Reading(document("x", "text", title="half a pair \ud800"), (), (), ())
    with pytest.raises(duckdb.Error):
        write_chunk(tmp_path, keyed(ONE, unfit))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "other",
    [
        document("a", "text", title="T"),
        document("a", "other"),
        document("b", "text"),
        document("a", "text", date="2014"),
        Document("a", "text", "0", extra=(("k", "v"),)),
    ],
)
def test_text_and_metadata_identify_a_reading(other: Document) -> None:
    assert reading_key(other, "v1") != reading_key(document("a", "text"), "v1")


def test_the_readers_version_identifies_a_reading() -> None:
    assert reading_key(ONE.document, "v1") != reading_key(ONE.document, "v2")


def test_dropped_rows_leave_the_others(tmp_path: Path) -> None:
    write_chunk(tmp_path, keyed(ONE, TWO))
    first, second = stored_rows(tmp_path)
    drop_rows(tmp_path, [first])

    assert list(read_readings(tmp_path)) == [TWO]
    drop_rows(tmp_path, [row for row in stored_rows(tmp_path) if row.document == second.document])
    assert list(tmp_path.iterdir()) == []


def test_of_two_readings_of_a_document_one_counts(tmp_path: Path) -> None:
    older = reading("b", ("Person", ["Ziad Hadi"]))
    write_chunk(tmp_path, keyed(older))
    write_chunk(tmp_path, keyed(ONE, TWO))

    assert len(list(read_readings(tmp_path))) == 2


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = write_chunk(tmp_path, keyed(ONE))
    path.write_bytes(path.read_bytes()[:100])

    with pytest.raises(ReadingError, match=r"\.parquet: broken; delete it"):
        list(read_readings(tmp_path))


def test_a_file_of_another_shape_is_named(tmp_path: Path) -> None:
    path = write_chunk(tmp_path, keyed(ONE))
    query = f"COPY (SELECT * REPLACE ('[{{}}]' AS claims) FROM '{path}') TO '{path}.new' "
    duckdb.connect().execute(query + "(FORMAT parquet)")
    Path(f"{path}.new").replace(path)

    with pytest.raises(ReadingError, match="written by another version"):
        list(read_readings(tmp_path))


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.text())
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, text: str, extra: str) -> None:
    folder = tmp_path_factory.mktemp("readings")
    odd = Reading(Document("x", text, "0", extra=(("k", extra),)), (), (), ())
    write_chunk(folder, keyed(odd))

    assert list(read_readings(folder)) == [odd]
