import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph.cli import app

runner = CliRunner()
COMMANDS = ["build", "query", "export", "view", "show", "stats", "check", "evaluate"]


def test_the_version_is_the_packages() -> None:
    assert runner.invoke(app, ["--version"]).stdout == f"{version('allegiance')}\n"


def test_every_command_is_a_file() -> None:
    for name in COMMANDS:
        assert runner.invoke(app, [name, "--help"]).exit_code == 0


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_has_an_example(arguments: list[str]) -> None:
    shown = " ".join(runner.invoke(app, arguments).stdout.split())

    assert "Example: allegiance " in shown


def test_the_list_of_commands_cuts_nothing_off() -> None:
    assert "..." not in runner.invoke(app, ["--help"]).stdout.partition("Commands:")[2]


@pytest.mark.parametrize("arguments", [["fly"], ["show"], ["stats", "--fast"]])
def test_wrong_usage_has_a_code_of_its_own(arguments: list[str]) -> None:
    result = runner.invoke(app, arguments)

    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the pipe")
def test_a_closed_pipe_is_survived() -> None:
    program = f"{sys.executable} -c 'from allegiance.graph.cli import main; main()'"
    done = subprocess.run(
        ["sh", "-c", f"{program} query --list | true"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )

    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
