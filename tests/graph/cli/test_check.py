from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph.cli import app
from allegiance.graph.directory import keep_base, make_directory
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.store import write_store
from tests.graph.sample import HOSTILE, sample

runner = CliRunner()


def directory(path: Path, knowledge: Knowledge) -> Path:
    keep_base(make_directory(path), None)
    write_store(knowledge, path)
    return path


def test_a_sound_graph_passes(tmp_path: Path) -> None:
    result = runner.invoke(app, ["check", str(directory(tmp_path / "g", sample()))])

    assert result.exit_code == 0
    assert result.stdout == ""
    assert "every shape is kept" in result.stderr


def test_each_violation_is_a_line(tmp_path: Path) -> None:
    first, *others = sample().claims
    claims = (replace(first, count=-1, date=HOSTILE, date_rule="r"), *others)
    graph = directory(tmp_path / "g", replace(sample(), claims=claims))
    result = runner.invoke(app, ["check", str(graph)])

    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert f"claim/{first.id} al:count: a claim has at most one count, never below 0: -1" in lines
    assert "2 violations" in result.stderr


@pytest.mark.parametrize("made", [False, True])
def test_what_cannot_be_checked_is_named(tmp_path: Path, made: bool) -> None:
    if made:
        keep_base(make_directory(tmp_path / "g"), None)
    result = runner.invoke(app, ["check", str(tmp_path / "g")])

    assert result.exit_code == 1
    assert str(tmp_path / "g") in result.stderr
