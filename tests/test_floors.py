"""The reader reaches its floors on the held-out articles, and the articles are those pinned."""

from dataclasses import replace
from pathlib import Path

import pytest

from allegiance.corpus.evaluation.scores import Scores, Share, Tally
from tests.floors import (
    PINS,
    Pin,
    faults,
    figures,
    measure,
    read_part,
    read_pins,
    renewed,
    write_pins,
)

NONE = Tally(0, 0, 0, 0)
SCORES = Scores(
    edges=Tally(gold=100, found=80, right=60, met=60),
    ends=Tally(100, 80, 70, 70),
    relation=Share(60, 70),
    direction=Share(60, 60),
    status=Share(54, 60),
    attribution=NONE,
    date=Tally(10, 9, 8, 8),
    exact_date=NONE,
    count=NONE,
    place=NONE,
    quotes=Share(80, 80),
)


@pytest.mark.parametrize("part", ["looking", "reporting"])
def test_the_reader_reaches_its_floors(part: str) -> None:
    golds, gold = read_part(part)
    scores = measure(golds, workers=1).overall

    assert list(faults(part, read_pins()[part], gold, scores)) == []
    assert scores.quotes.value == 1.0


def test_every_part_has_floors_for_all_figures() -> None:
    assert list(read_pins()) == ["training", "looking", "reporting"]
    for pin in read_pins().values():
        assert pin.floors.keys() == figures(SCORES).keys()


def test_a_fall_and_other_articles_are_faults() -> None:
    pin = Pin("old", {"f1": 0.7, "precision": 0.75, "status": 0.9, "date": 0.8})

    assert list(faults("looking", pin, "new", SCORES)) == [
        "looking: its annotations are not those that floors.yml pins; renew: make eval RENEW=1",
        "looking: f1 is 0.667, below its floor 0.7",
    ]


def test_floors_rise_by_themselves_and_fall_on_request() -> None:
    pin = Pin("old", {"f1": 0.7, "precision": 0.5})

    risen = renewed(pin, "new", SCORES, lower=False)
    fallen = renewed(pin, "new", SCORES, lower=True)

    assert risen == Pin("new", {"f1": 0.7, "precision": 0.74, "status": 0.89, "date": 0.79})
    assert fallen == replace(risen, floors={**risen.floors, "f1": 0.65})


def test_writing_pins_keeps_the_head(tmp_path: Path) -> None:
    path = tmp_path / "floors.yml"
    path.write_text(PINS.read_text("utf-8"), "utf-8")

    write_pins(read_pins(), path)

    assert path.read_text("utf-8") == PINS.read_text("utf-8")
