from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph.cli import app, show
from allegiance.graph.portrait import portray
from tests.graph.sample import HOSTILE, hostile, sample

runner = CliRunner()
SHOWN = """\
Karim Haddad
  person, karim-haddad

Allegiances
  undated  Karim Haddad  defected to  Homeland Front  asserted

Claims: 2

  Karim Haddad defected to Homeland Front
    asserted; undated
    “Karim Haddad, a cousin of Abu Salim, went over to the Homeland Front.”
    Fighters leave (april.md)

  Karim Haddad kin of Abu Salim
    asserted; undated
    “Karim Haddad, a cousin of Abu Salim, went over to the Homeland Front.”
    Fighters leave (april.md)
"""


def lines(name: str) -> list[str]:
    return show.lines(portray(sample(), name), sample())


def test_a_portrait_in_lines() -> None:
    assert "\n".join(lines("Karim Haddad")) + "\n" == SHOWN


def test_speaker_status_and_date_stand_with_the_quote() -> None:
    shown = lines("Islamic State")

    assert "  also: Daesh / ISIS" in shown
    assert "    reported by residents; March 2015" in shown
    assert "    denied by Abu Salim; undated" in shown


def test_an_unnamed_actor_is_told_as_such() -> None:
    assert "  known by this description in one article only" in lines("two aid workers")


@pytest.mark.parametrize("id", [HOSTILE, ".."])
def test_hostile_text_stays_text(id: str) -> None:
    shown = show.lines(portray(hostile(), id), hostile())
    text = "\n".join(shown)

    assert not set(text) & set("\x07\x00\u202e\u202c\ud800\u2028\r")


def test_what_is_no_graph_directory(tmp_path: Path) -> None:
    result = runner.invoke(app, ["show", str(tmp_path), "X"])

    assert result.exit_code == 1
    assert result.stderr == (
        f"allegiance: {tmp_path}: no graph directory; make one with: "
        f"allegiance build SOURCE -o {tmp_path}\n"
    )
