"""The sessions in the README are what the commands print."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ANY = "…"
"""A line of the README that stands for any number of lines."""


def sessions() -> Iterator[tuple[str, str]]:
    """Every command of the program in the README, with the output shown under it."""
    for block in re.findall(r"```console\n(.*?)```", README, re.S):
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = step.partition("\n")
            if command.startswith("allegiance "):
                yield command.partition("  #")[0], output


def pattern(output: str) -> str:
    lines = (re.escape(line.rstrip()) for line in output.rstrip().splitlines())
    return "\n".join(lines).replace(f"\n{re.escape(ANY)}", r"(?:\n.*)*").strip()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    (folder / "corpus").symlink_to(ROOT / "corpus")
    done = CliRunner().invoke(
        app, ["build", str(ROOT / "corpus/dispatches"), "-o", str(folder / "demo-graph")]
    )
    assert done.exit_code == 0, done.output
    return folder


def test_the_readme_has_sessions() -> None:
    assert len(list(sessions())) >= 3


@pytest.mark.parametrize(("command", "output"), list(sessions()), ids=lambda value: value[:60])
def test_a_session_prints_what_the_readme_shows(
    graph: Path, monkeypatch: pytest.MonkeyPatch, command: str, output: str
) -> None:
    monkeypatch.chdir(graph)
    monkeypatch.setenv("COLUMNS", "100")

    done = CliRunner().invoke(app, shlex.split(command)[1:])

    assert done.exit_code == 0, done.output
    printed = "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip()
    assert re.fullmatch(pattern(output), printed), printed
