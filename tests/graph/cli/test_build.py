import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph import build as building
from allegiance.graph.build import Reader
from allegiance.graph.cli import app
from tests.graph.made import read

runner = CliRunner()


@pytest.fixture(autouse=True)
def _made_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "shipped_reader", lambda: Reader(read, "v1"))


def articles(folder: Path, *texts: str) -> str:
    path = folder / "articles.jsonl"
    rows = [{"id": f"d{n}", "text": text} for n, text in enumerate(texts)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_the_summary_counts_and_says_where_the_page_is(tmp_path: Path) -> None:
    source = articles(tmp_path, "Karim joined ISIS.", "These explode.")
    graph = tmp_path / "g"
    result = runner.invoke(app, ["build", source, "-o", str(graph)])

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Documents: 1 read, 0 unchanged, 1 skipped; 1 in the graph",
        "Entities: 2, of them 0 unnamed",
        "Claims: 1",
        "  member-of  1",
        f"Page: {graph}/graph.html",
    ]
    assert result.stderr == "skipped d1: the reader failed: ValueError: cannot read this\n"


def test_one_id_with_two_texts_is_told(tmp_path: Path) -> None:
    sources = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        sources.append(articles(tmp_path / name, f"{name} joined ISIS."))
    result = runner.invoke(app, ["build", *sources, "-o", str(tmp_path / "g")])

    assert "  d0: came with another text, kept as d0~2" in result.stdout.splitlines()


def test_a_remark_on_the_ledger_is_told(tmp_path: Path) -> None:
    source = articles(tmp_path, "Karim joined ISIS.")
    graph = tmp_path / "g"
    runner.invoke(app, ["build", source, "-o", str(graph)])
    (graph / "decisions.jsonl").write_text("?\n", encoding="utf-8")
    result = runner.invoke(app, ["build", source, "-o", str(graph)])

    assert result.exit_code == 0
    assert "Ledger: decisions.jsonl:1: passed over: no JSON" in result.stdout.splitlines()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "none.txt", "-o", "g"], 1, "none.txt: no such file or folder"),
        (["build", "articles.jsonl", "-o", "."], 1, "not empty and no graph directory"),
        (["build", "articles.jsonl", "-o", "articles.jsonl"], 1, "no graph directory"),
        (["build", "articles.jsonl", "-o", "g", "--base", "x"], 1, "base 'x': give an address"),
        (["build", "empty.jsonl", "-o", "g"], 1, "no article could be read"),
        (["build", "-o", "g"], 2, "SOURCE"),
        (["build", "articles.jsonl"], 2, "-o"),
        (["build", "articles.jsonl", "-o", "g", "--workers", "-1"], 2, "--workers"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    articles(tmp_path, "Karim joined ISIS.")
    (tmp_path / "empty.jsonl").touch()
    monkeypatch.chdir(tmp_path)
    result = runner.invoke(app, arguments)

    assert result.exit_code == code
    assert words in result.stderr.splitlines()[-1]
    if code == 1:
        assert result.stderr.splitlines()[-1].startswith("allegiance: ")


def test_a_build_that_is_stopped_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "shipped_reader", lambda: Reader(stopped, "v1"))  # type: ignore[arg-type]
    source = articles(tmp_path, "Karim joined ISIS.")
    result = runner.invoke(app, ["build", source, "-o", str(tmp_path / "g")])

    assert result.exit_code == 130
    assert result.stderr == "allegiance: stopped; the same command goes on from here\n"


def test_hostile_names_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    row = {"id": "a\x1b]0;owned\x07\u202e\nb", "text": "They explode."}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    result = runner.invoke(app, ["build", str(path), "-o", str(tmp_path / "g")])

    assert result.stderr.startswith("skipped a]0;owned b: the reader failed")
    assert not set(result.output) & {"\x1b", "\x07", "\u202e"}
