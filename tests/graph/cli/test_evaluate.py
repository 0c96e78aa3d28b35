import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allegiance.graph import comparing
from allegiance.graph.build import Options, Reader, build
from allegiance.graph.cli import app
from tests.corpus.evaluation.articles import TEXT, marked, write_exam, write_marked
from tests.graph.made import read

runner = CliRunner()
BODY = """[Karim Haddad|karim:Person] joined [ISIS|isis:ArmedGroup].
+ karim member-of isis
+ karim pledged-to isis
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Annotated articles of two parts, and a reader that knows one phrase."""
    monkeypatch.setattr(comparing, "shipped_reader", lambda: Reader(read, "v1"))
    here = tmp_path / "annotated"
    write_marked(here / "here", marked(BODY), "here-001")
    closed = marked(BODY).replace("conflict: Nowhere", "conflict: Closed")
    write_marked(here / "closed", closed, "closed-001")
    (here / "parts.yml").write_text("looking: [Nowhere]\nreporting: [Closed]\n", "utf-8")
    return here


def claims(tmp_path: Path, document: str = "here-001") -> Path:
    row = {
        "subject": {"name": "Karim Haddad"},
        "relation": "member-of",
        "object": {"name": "ISIS"},
        "evidence": [{"document": f"articles/{document}.txt", "start": 0, "end": 4, "quote": "Ka"}],
    }
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(row), "utf-8")
    return path


def test_articles_are_read_and_scored(folder: Path) -> None:
    result = runner.invoke(app, ["evaluate", str(folder / "here")])

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[:3] == [
        "Articles: 1",
        "                           gold  found  right  precision  recall  F1",
        "  edges                       2      1      1  1.000      0.500   0.667",
    ]
    assert "status of right edges    1      1  1.000" in result.stdout
    assert "Missed" not in result.stdout


def test_relations_and_errors_are_shown_on_request(folder: Path) -> None:
    shown = runner.invoke(
        app, ["evaluate", str(folder), "--part", "looking", "--by-relation", "--errors", "1"]
    ).stdout

    assert "  member-of      1      1      1  1.000" in shown
    assert "Missed: 1\n  here-001: Karim Haddad | pledged-to | ISIS | asserted\n" in shown
    assert "“Karim Haddad joined ISIS.”" in shown
    assert shown.endswith("Wrong: 0\n")


def test_errors_of_the_reporting_part_are_not_shown(folder: Path) -> None:
    result = runner.invoke(app, ["evaluate", str(folder), "--errors", "9"])

    assert "Articles: 2" in result.stdout
    assert "here-001: Karim" in result.stdout
    assert "closed-001" not in result.stdout
    assert "1 articles of the reporting part: their errors are not for reading" in result.stderr


def test_a_graph_and_lines_of_claims_are_scored(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "here-001.txt"
    source.write_text("Karim Haddad joined ISIS.", "utf-8")
    build([str(source)], tmp_path / "g", Options(workers=1), reader=Reader(read, "v1"))

    for one in (tmp_path / "g", claims(tmp_path)):
        result = runner.invoke(
            app, ["evaluate", str(folder / "here"), str(one), "--format", "json"]
        )
        edges = json.loads(result.stdout)["overall"]["edges"]
        assert (edges["gold"], edges["found"], edges["right"]) == (2, 1, 1)


def test_standard_input_is_a_source(folder: Path, tmp_path: Path) -> None:
    given = claims(tmp_path).read_bytes()
    result = runner.invoke(app, ["evaluate", str(folder / "here"), "-"], input=given)

    assert "  edges                       2      1      1" in result.stdout


def test_articles_without_claims_are_told(folder: Path, tmp_path: Path) -> None:
    result = runner.invoke(app, ["evaluate", str(folder), str(claims(tmp_path))])

    assert result.exit_code == 0
    assert result.stderr == "1 of 2 annotated articles have no claim\n"


@pytest.mark.parametrize(("least", "code"), [("0.6", 0), ("0.7", 1)])
def test_a_floor_decides_the_exit_code(folder: Path, least: str, code: int) -> None:
    result = runner.invoke(app, ["evaluate", str(folder / "here"), "--min-f1", least])

    assert result.exit_code == code
    assert "0.667" in result.stdout
    assert result.stderr == ("the F1 of edges, 0.667, is below 0.7\n" if code else "")


def test_the_exams_form_is_read(tmp_path: Path) -> None:
    folder = write_exam(tmp_path / "exam")
    row = {
        "subject": "Reed Brigade",
        "relation": "controls",
        "object": "Port Amon",
        "evidence": [{"document": "x1", "start": 0, "end": len(TEXT), "quote": TEXT}],
    }
    (tmp_path / "claims.jsonl").write_text(json.dumps(row), "utf-8")
    result = runner.invoke(app, ["evaluate", str(folder), str(tmp_path / "claims.jsonl")])

    assert (
        "  edges                       2      1      1  1.000      0.500   0.667" in result.stdout
    )


def test_hostile_words_do_not_drive_the_terminal(tmp_path: Path) -> None:
    write_marked(tmp_path / "a", marked(BODY))
    row = json.loads(claims(tmp_path, "nowhere-001").read_bytes())
    row["subject"]["name"] = "Kar\x1b[31mim\u202e\ud800\n\n"
    row["relation"] = "likes\x07"
    row["evidence"][0]["quote"] = "\x1b]0;x\x07" * 3
    (tmp_path / "claims.jsonl").write_text(json.dumps(row), "utf-8")
    arguments = ["evaluate", str(tmp_path / "a"), str(tmp_path / "claims.jsonl"), "--errors", "9"]

    table = runner.invoke(app, [*arguments, "--by-relation"])
    whole = runner.invoke(app, [*arguments, "--format", "json"])

    assert table.exit_code == whole.exit_code == 0
    assert not set(table.stdout) & set("\x1b\x07\u202e")
    assert json.loads(whole.stdout)["wrong"][0]["subject"] == row["subject"]["name"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nothing"], 1, "allegiance: nothing: no such file or folder; name annotated articles"),
        ([".", "--format", "xml"], 2, "no format xml; one of: table, json"),
        ([".", "--part", "dev"], 2, "no part dev; one of: training, looking, reporting"),
        ([".", "--errors", "-1"], 2, "--errors"),
        ([".", "--min-f1", "2"], 2, "--min-f1"),
        ([".", "nothing"], 1, "allegiance: nothing: no such graph directory or file of claims"),
        (["here", "other.jsonl"], 1, "none of its claims is of one of the annotated articles"),
        ([".", "--part", "training"], 1, "none of its articles is of the part training"),
        (["exam", "--part", "looking"], 1, "no parts.yml at or above it"),
        (["exam/gold"], 1, "x1: its text is not beside its annotation"),
        (["broken"], 1, "line 1: no header between two lines of ---"),
    ],
)
def test_what_goes_wrong_is_told_in_a_line(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    claims(folder, "elsewhere-001").rename(folder / "other.jsonl")
    if arguments[0].startswith("exam"):
        folder = tmp_path
        write_exam(tmp_path / "exam")
        if arguments[0] == "exam/gold":
            (tmp_path / "exam" / "texts" / "x1.txt").unlink()
    if arguments[0] == "broken":
        (folder / "broken").mkdir()
        (folder / "broken" / "a.txt").write_text("Text", "utf-8")
    monkeypatch.chdir(folder)
    result = runner.invoke(app, ["evaluate", *arguments])

    assert result.exit_code == code, result.output
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert result.stdout == ""


def test_articles_that_cannot_be_read_give_no_score(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(comparing, "shipped_reader", lambda: Reader(fail, "v1"))  # type: ignore[arg-type]
    result = runner.invoke(app, ["evaluate", str(folder / "here")])

    assert result.exit_code == 1
    assert "skipped here-001: the reader failed" in result.stderr
    assert "none of the annotated articles could be read" in result.stderr
