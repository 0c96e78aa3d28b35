import csv
import io
import json
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from typer.testing import CliRunner

from allegiance.graph.cli import app
from allegiance.graph.cli import query as query_module
from allegiance.graph.directory import keep_base, make_directory
from allegiance.graph.queries import load_queries
from allegiance.graph.store import write_store
from tests.graph.sample import HOSTILE, hostile, sample

runner = CliRunner()
LABEL = "SELECT ?name { <entity/islamic-state> rdfs:label ?name }"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "g"
    keep_base(make_directory(path), None)
    write_store(sample(), path)
    return path


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("COLUMNS", "200")
    yield


def test_a_query_is_answered_as_a_table(graph: Path) -> None:
    result = runner.invoke(app, ["query", str(graph), LABEL])

    assert result.exit_code == 0
    assert result.stdout == "name\n-------------\nIslamic State\n"
    assert result.stderr == "1 row\n"


def test_a_table_fits_the_terminal(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    result = runner.invoke(app, ["query", str(graph), "--name", "pledges"])

    assert max(map(len, result.stdout.splitlines())) <= 90
    assert "swore" in result.stdout


def test_the_formats_for_other_programs(graph: Path) -> None:
    shown = {
        name: runner.invoke(app, ["query", str(graph), LABEL, "--format", name]).stdout
        for name in ("csv", "tsv", "json")
    }

    assert list(csv.reader(io.StringIO(shown["csv"]))) == [["name"], ["Islamic State"]]
    assert shown["tsv"] == '?name\n"Islamic State"\n'
    assert json.loads(shown["json"])["head"]["vars"] == ["name"]


def test_triples_come_as_turtle(graph: Path) -> None:
    sparql = "CONSTRUCT { ?a al:supports ?b } WHERE { ?a al:pledgedTo ?b }"
    result = runner.invoke(app, ["query", str(graph), sparql, "--format", "turtle"])

    assert len(list(parse(result.stdout, format=RdfFormat.TURTLE))) == 1
    assert runner.invoke(app, ["query", str(graph), sparql, "--format", "csv"]).exit_code == 2


def test_a_file_is_asked(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(f"\ufeff{LABEL}", encoding="utf-8")
    shown = runner.invoke(app, ["query", str(graph), "-f", str(file)]).stdout
    piped = runner.invoke(app, ["query", str(graph), "-f", "-"], input=LABEL).stdout

    assert shown == piped == "name\n-------------\nIslamic State\n"


def test_a_named_query_takes_parameters(graph: Path, wide: None) -> None:
    result = runner.invoke(
        app, ["query", str(graph), "--name", "members", "--param", "group=daesh"]
    )
    assert result.stdout.splitlines()[2].split("  ")[0] == "Eagles of the Valley"


def test_a_name_that_nobody_bears_is_told_with_those_near_it(graph: Path) -> None:
    result = runner.invoke(
        app, ["query", str(graph), "--name", "members", "--param", "group=Islamic Stat"]
    )
    assert result.exit_code == 0
    assert "nobody here is called Islamic Stat; near: Islamic State" in result.stderr


def test_strict_leaves_reported_edges_out(graph: Path) -> None:
    sparql = "SELECT ?a { ?a al:pledgedTo ?b }"
    assert "eagles" in runner.invoke(app, ["query", str(graph), sparql]).stdout
    assert "eagles" not in runner.invoke(app, ["query", str(graph), sparql, "--strict"]).stdout


@pytest.mark.parametrize("arguments", [["--list"], ["anywhere", "--list"]])
def test_the_shipped_queries_are_listed(arguments: list[str]) -> None:
    result = runner.invoke(app, ["query", *arguments])

    assert result.exit_code == 0
    for name, query in load_queries().items():
        assert f"{name}: {query.title}\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["SELECT * { ?s ?p }"], 1, "line 1, column "),
        (["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], 1, "SERVICE"),
        ([" "], 1, "SPARQL: empty"),
        (["DROP ALL"], 1, "line 1, column "),
        (["--name", "enemies"], 1, "no query is called enemies"),
        (["--name", "pledges", "--param", "who=x"], 1, "no parameter who"),
        (["-f", "nowhere.rq"], 1, "nowhere.rq: No such file"),
        ([], 2, "give one of"),
        (["ASK {}", "--name", "pledges"], 2, "give one of"),
        (["--name", "pledges", "--param", "to"], 2, "NAME=VALUE"),
        (["--name", "pledges", "--param", "=x"], 2, "--param =x: write"),
        (["--name", "pledges", "--param", "to=x", "--param", "to=y"], 2, "given twice"),
        (["ASK {}", "--format", "xml"], 2, "no format xml"),
        (["ASK {}", "--format", "turtle"], 2, "another format"),
    ],
)
def test_faults_are_told(graph: Path, arguments: list[str], code: int, message: str) -> None:
    result = runner.invoke(app, ["query", str(graph), *arguments])

    assert result.exit_code == code
    assert result.stdout == ""
    assert message in " ".join(result.stderr.split())
    if code == 1:
        assert result.stderr.count("\n") == 1


def test_a_file_in_another_encoding_is_named(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_bytes(b"SELECT \xff")
    result = runner.invoke(app, ["query", str(graph), "-f", str(file)])

    assert result.exit_code == 1
    assert "not UTF-8" in result.stderr


def test_what_is_no_graph_directory_is_named(tmp_path: Path) -> None:
    result = runner.invoke(app, ["query", str(tmp_path / "nowhere"), LABEL])
    assert result.exit_code == 1
    assert "no such directory" in result.stderr

    (tmp_path / "file").touch()
    result = runner.invoke(app, ["query", str(tmp_path / "file"), LABEL])
    assert result.exit_code == 1
    assert "a file, no graph directory" in result.stderr

    keep_base(make_directory(tmp_path / "bare"), None)
    result = runner.invoke(app, ["query", str(tmp_path / "bare"), LABEL])
    assert result.exit_code == 1
    assert "build again" in result.stderr


def test_hostile_text_drives_no_terminal(tmp_path: Path) -> None:
    keep_base(make_directory(tmp_path / "g"), None)
    write_store(hostile(), tmp_path / "g")
    arguments = ["query", str(tmp_path / "g"), "--name", "about", "--param", f"name={HOSTILE}"]
    result = runner.invoke(app, arguments)

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3
    assert not {"\x07", "\x00", "\r", "\u202e", "\u2028"} & set(result.stdout)


def test_ctrl_c_is_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with query_module._interruptible():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) is before


def test_a_query_runs_outside_the_main_thread(graph: Path) -> None:
    found: list[str] = []
    asked = ["query", str(graph), LABEL]
    thread = threading.Thread(target=lambda: found.append(runner.invoke(app, asked).stdout))
    thread.start()
    thread.join()
    assert "Islamic State" in found[0]
