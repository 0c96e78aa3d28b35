import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from allegiance.corpus.claim import Evidence
from allegiance.corpus.evaluation.candidate import Candidate
from allegiance.corpus.evaluation.scores import Tally

from . import muc4
from .incidents import Report, dates, quoted, read_reports

KIDNAPPING = {
    "MESSAGE: TEMPLATE": ["1"],
    "INCIDENT: DATE": ["(03 MAR 87) / (02 MAR 87 - 03 MAR 87)"],
    "INCIDENT: TYPE": ["KIDNAPPING"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
    "PERP: INDIVIDUAL ID": ['"SIX REBELS" / "REBELS"'],
    "PERP: ORGANIZATION ID": ['"EASTERN COLUMN"'],
    "HUM TGT: NAME": ['"INES VALLADO"', '"PIO \\"TITO\\" RAMA"'],
    "HUM TGT: DESCRIPTION": ['"JUDGE" / "A JUDGE": "INES VALLADO"', '"TWO DRIVERS"'],
}


def _reports(folder: Path, templates: Sequence[Mapping[str, Any]]) -> tuple[Report, ...]:
    row = {"id": "A", "dateline": "5 MAR 87", "text": "A text.", "templates": templates}
    path = folder / "reports.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return tuple(read_reports(path))


def _claim(who: str, whom: str, date: str | None = None, relation: str = "kidnapped") -> Candidate:
    evidence = (Evidence("A", 0, 7, "A text."),)
    return Candidate((who,), relation, (whom,), "asserted", None, date, None, None, evidence)


def test_a_report_with_its_incident(tmp_path: Path) -> None:
    (report,) = _reports(tmp_path, [KIDNAPPING])
    (incident,) = report.incidents

    assert report.document.date == "1987-03-05"
    assert incident.kinds == {"KIDNAPPING"}
    assert incident.who == ("SIX REBELS", "REBELS", "EASTERN COLUMN")
    assert incident.whom == (
        ("INES VALLADO", "JUDGE", "A JUDGE"),
        ('PIO "TITO" RAMA',),
        ("TWO DRIVERS",),
    )
    assert incident.dates == ("1987-03-03", "1987-03-02/1987-03-03")
    assert not incident.optional


def test_what_was_only_planned_is_no_incident(tmp_path: Path) -> None:
    stage = {"INCIDENT: STAGE OF EXECUTION": ["THREATENED"]}
    (report,) = _reports(tmp_path, [KIDNAPPING | stage])

    assert report.incidents == ()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("03 MAR 87", ("1987-03-03",)),
        ("01 MAR 87 - 31 MAR 87", ("1987-03-01/1987-03-31",)),
        ("- 03 MAR 87", ()),
        ("(03 MAR 87) / (- 05 MAR 87)", ()),
        ("", ()),
    ],
)
def test_dates_of_a_slot(text: str, expected: tuple[str, ...]) -> None:
    assert dates(text) == expected


def test_names_of_a_slot() -> None:
    assert quoted("-") == ()
    assert quoted('1: "ONE" / "OTHER"') == ("ONE", "OTHER")


def test_what_is_found_of_a_kidnapping(tmp_path: Path) -> None:
    claims = [
        _claim("Eastern Column", "Judge Vallado", "1987-03-02"),
        _claim("Eastern Column", "a mayor", "1987-02"),
        _claim("soldiers", "a mayor", relation="detained"),
    ]

    answers = muc4.score(_reports(tmp_path, [KIDNAPPING]), {"A": claims}, "kidnappings")

    assert answers.reports == Tally(gold=1, found=1, right=1, met=1)
    assert answers.who == Tally(gold=1, found=1, right=1, met=1)
    assert answers.whom == Tally(gold=3, found=2, right=1, met=1)
    assert answers.date == Tally(gold=1, found=2, right=1, met=1)


def test_an_optional_incident_costs_nothing(tmp_path: Path) -> None:
    reports = _reports(tmp_path, [KIDNAPPING | {"MESSAGE: TEMPLATE": ["1 (OPTIONAL)"]}])

    found = muc4.score(reports, {"A": [_claim("rebels", "two drivers")]}, "kidnappings")
    nothing = muc4.score(reports, {}, "kidnappings")

    assert found.whom == Tally(gold=0, found=1, right=1, met=0)
    assert nothing.whom == Tally(0, 0, 0, 0)


def test_no_report_has_no_score() -> None:
    assert muc4.score([], {}, "kidnappings").who == Tally(0, 0, 0, 0)


def test_attacks_may_hit_things(tmp_path: Path) -> None:
    attack = {
        "INCIDENT: TYPE": ["ATTACK / BOMBING"],
        "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
        "PHYS TGT: ID": ['"TOWN HALL" / "BUILDING"'],
    }
    claims = [_claim("rebels", "the town hall of Sarabia", relation="attacked")]

    answers = muc4.score(_reports(tmp_path, [attack]), {"A": claims}, "attacks and bombings")

    assert answers.whom == Tally(gold=1, found=1, right=1, met=1)
    assert answers.who == Tally(gold=0, found=1, right=0, met=0)


@pytest.mark.parametrize(
    "ours, theirs, expected",
    [
        ("peasants", "32 PEASANTS", True),
        ("fighters of the Eastern Column", "EASTERN COLUMN FIGHTERS", True),
        ("Ines Vallado", "VALLADO", True),
        ("Ines Vallado", "INES RAMA", False),
        ("", "RAMA", False),
    ],
)
def test_names_agree(ours: str, theirs: str, expected: bool) -> None:
    assert muc4.is_named((ours,), (theirs,)) == expected
