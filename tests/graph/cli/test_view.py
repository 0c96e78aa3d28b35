import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph.build import Options, Reader, build
from allegiance.graph.cli import app
from tests.graph.made import read

runner = CliRunner()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("view")
    texts = ["Karim Haddad joined ISIS.", "Ziad Hadi joined Rock Battalion."]
    rows = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    build([str(source)], folder / "g", Options(workers=1), reader=Reader(read, "v1"))
    return folder / "g"


def test_the_whole_page_is_the_builds(graph: Path) -> None:
    before = (graph / "graph.html").read_bytes()
    result = runner.invoke(app, ["view", str(graph)])

    assert result.stdout == f"{graph}/graph.html\n"
    assert (graph / "graph.html").read_bytes() == before


def test_a_part_takes_a_page_of_its_own(graph: Path) -> None:
    result = runner.invoke(app, ["view", str(graph), "--focus", "daesh"])
    page = (graph / "graph-islamic-state.html").read_text(encoding="utf-8")

    assert result.stdout == f"{graph}/graph-islamic-state.html\n"
    assert "Karim Haddad" in page
    assert "Ziad Hadi" not in page


def test_the_page_goes_where_it_is_told(graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    runner.invoke(app, ["view", str(graph), "-o", str(path)])
    shown = runner.invoke(app, ["view", str(graph), "-o", "-"])

    assert path.read_bytes() == shown.stdout_bytes == (graph / "graph.html").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--focus", "Karim Hadad"], 1, "did you mean Karim Haddad?"),
        (["-o", "none/page.html"], 1, "none/page.html: there is no folder none; make it first"),
        (["-o", "."], 1, ".: a folder; name a file in it"),
        (["--hops", "2"], 2, "give --focus too"),
        (["--hops", "-1"], 2, "--hops"),
    ],
)
def test_what_goes_wrong_is_told(
    graph: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = runner.invoke(app, ["view", str(graph), *arguments])

    assert result.exit_code == code
    assert words in result.stderr.splitlines()[-1]


def test_a_folder_that_may_not_be_written_to_is_named(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    result = runner.invoke(app, ["view", str(graph), "-o", str(tmp_path / "page.html")])

    assert result.exit_code == 1
    assert f"{tmp_path} may not be written to" in result.stderr
