import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph.build import Options, Reader, build
from allegiance.graph.cli import app
from allegiance.graph.directory import load_knowledge
from allegiance.graph.exporters import FORMATS
from tests.graph.exporters.formats import written
from tests.graph.made import read

runner = CliRunner()
BASE = "https://graph.example/"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    texts = ["Karim Haddad joined ISIS.", "Ziad Hadi joined Rock Battalion."]
    rows = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    options = Options(workers=1, base=BASE)
    build([str(source)], folder / "g", options, reader=Reader(read, "v1"))
    return folder / "g"


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_goes_to_stdout_and_to_a_file(
    graph: Path, tmp_path: Path, format: str
) -> None:
    expected = written(format, load_knowledge(graph), BASE)
    path = tmp_path / "out"
    shown = runner.invoke(app, ["export", str(graph), "--format", format])
    kept = runner.invoke(app, ["export", str(graph), "--format", format, "-o", str(path)])

    assert shown.stdout_bytes == path.read_bytes() == expected
    assert kept.stdout == ""
    assert kept.stderr == f"2 claims written to {path}\n"


def test_turtle_is_the_file_of_the_directory(graph: Path) -> None:
    shown = runner.invoke(app, ["export", str(graph), "--format", "turtle"])
    assert shown.stdout_bytes == (graph / "graph.ttl").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--format", "pdf"], 2, "one of: turtle, trig, nquads, jsonl, graphml"),
        ([], 2, "--format"),
        (
            ["--format", "turtle", "-o", "no/folder/x.ttl"],
            1,
            "there is no folder no/folder; make it",
        ),
        (["--format", "turtle", "-o", "."], 1, ".: a folder; name a file in it"),
    ],
)
def test_faults_are_told(graph: Path, arguments: list[str], code: int, message: str) -> None:
    result = runner.invoke(app, ["export", str(graph), *arguments])

    assert result.exit_code == code
    assert message in " ".join(result.stderr.replace("│", " ").split())


def test_what_is_no_graph_directory_is_named(tmp_path: Path) -> None:
    result = runner.invoke(app, ["export", str(tmp_path), "--format", "turtle"])
    assert result.exit_code == 1
    assert "no graph directory" in result.stderr
