import io
import json
from pathlib import Path

import pytest

from allegiance.corpus.document import Document
from allegiance.corpus.errors import GoldError, SourceError
from allegiance.corpus.evaluation.marking import parse_marked
from allegiance.corpus.reading import Reading
from allegiance.corpus.sources import Skipped
from allegiance.graph import comparing
from allegiance.graph.build import Options, Reader, build
from allegiance.graph.comparing import read_again, read_source
from allegiance.graph.errors import DirectoryError
from tests.corpus.evaluation.articles import gold, marked
from tests.graph.made import read

ROW = {
    "subject": "Karim Haddad",
    "relation": "member-of",
    "object": "ISIS",
    "evidence": [{"document": "a"}],
}
ARTICLE = marked("[Karim Haddad|karim:Person] joined [ISIS|isis:ArmedGroup].")


def failing(document: Document) -> Reading:
    raise RuntimeError(f"no {document.id}")


def test_claims_come_from_a_graph_directory(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Karim Haddad joined ISIS.", "utf-8")
    build([str(source)], tmp_path / "g", Options(workers=1), reader=Reader(read, "v1"))

    (found,) = read_source(tmp_path / "g")

    assert (found.subject[0], found.relation, found.object[0]) == (
        "Karim Haddad",
        "member-of",
        "ISIS",
    )


def test_claims_come_from_lines(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(ROW) + "\n", "utf-8")

    assert read_source(path) == read_source(Path("-"), io.BytesIO(path.read_bytes()))
    assert read_source(path)[0].subject == ("Karim Haddad",)


def test_what_holds_no_claims_is_told(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="no graph directory"):
        read_source(tmp_path)
    with pytest.raises(SourceError, match="no such graph directory or file"):
        read_source(tmp_path / "nothing")
    (tmp_path / "a").write_text("{}", "utf-8")
    with pytest.raises(GoldError, match="a:1: a claim without subject"):
        read_source(tmp_path / "a")


@pytest.mark.parametrize("works", [True, False])
def test_articles_are_read_again_and_told(monkeypatch: pytest.MonkeyPatch, works: bool) -> None:
    monkeypatch.setattr(comparing, "shipped_reader", lambda: Reader(read if works else failing, ""))
    told: list[Document | Skipped] = []

    found = read_again([parse_marked(ARTICLE)], workers=1, tell=told.append)

    assert len(found) == works
    assert [type(one) for one in told] == [Document if works else Skipped]


def test_an_article_without_a_text_cannot_be_read_again() -> None:
    with pytest.raises(GoldError, match="x1: its text is not beside"):
        read_again([gold([], [], text="")])
