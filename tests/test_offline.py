"""The whole main job with sockets disabled: nothing that the program does needs a network."""

from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket
from typer.testing import CliRunner

from allegiance.graph.cli import app
from tests.corpus.evaluation.articles import write_marked

runner = CliRunner()
ARTICLES = {
    "split.txt": "BEIRUT: The Stone Battalion broke away from the Homeland Front on Monday, "
    "activists said.\n\nThe battalion later pledged allegiance to the Islamic State (ISIS).",
    "denial.md": "---\ntitle: Battalion denies pledge\ndate: 2015-03-17\n---\n"
    "The Stone Battalion denied that it had pledged allegiance to ISIS.\n\n"
    "Forty fighters have deserted the Stone Battalion, said its spokesman, Karim Haddad.",
    "raid.html": "<html><head><title>Aid workers taken</title></head><body><article><p>Gunmen of "
    "the Homeland Front kidnapped two aid workers near Homs on Friday, a resident of the town "
    "said. The gunmen stopped their car at a checkpoint, the resident added.</p></article></body>"
    "</html>",
}


def job(graph: str, folder: Path) -> list[list[str]]:
    return [
        ["build", str(folder), "-o", graph],
        ["build", str(folder), "-o", graph, "--prune"],
        ["query", graph, "SELECT ?name { ?one skos:prefLabel ?name } ORDER BY ?name"],
        ["query", graph, "--list"],
        *(
            ["export", graph, "--format", format]
            for format in ("turtle", "trig", "nquads", "jsonl", "graphml")
        ),
        ["view", graph, "--focus", "Stone Battalion"],
        ["show", graph, "Stone Battalion"],
        ["stats", graph],
        ["check", graph],
        ["evaluate", str(folder.parent / "annotated"), "--by-relation"],
    ]


@pytest.fixture
def _no_network() -> object:
    disable_socket(allow_unix_socket=False)
    try:
        yield
    finally:
        enable_socket()


@pytest.mark.usefixtures("_no_network")
def test_the_main_job_opens_no_socket(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    write_marked(tmp_path / "annotated")

    for arguments in job(str(tmp_path / "graph"), folder):
        result = runner.invoke(app, arguments)
        assert result.exit_code == 0, (arguments, result.output, result.exception)
        assert result.stdout_bytes or result.stderr, arguments
