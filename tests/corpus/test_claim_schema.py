"""The published JSON Schema of a claim line, held against lines and against the ontology."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from allegiance import corpus
from allegiance.graph.exporters import jsonl
from allegiance.ontology.vocabulary import load
from tests.graph.sample import sample, tiny

SCHEMA = json.loads(Path(corpus.__file__).with_name("claim.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def lines() -> list[dict[str, Any]]:
    stream = io.BytesIO()
    jsonl.write(sample(), stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_its_lists_are_those_of_the_ontology() -> None:
    assert SCHEMA["properties"]["relation"]["enum"] == list(load().relations)
    assert SCHEMA["$defs"]["end"]["properties"]["type"]["enum"] == list(load().types)


@pytest.mark.parametrize("line", lines(), ids=lambda line: line["id"])
def test_it_validates_every_line(line: dict[str, Any]) -> None:
    VALIDATOR.validate(line)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["id"], "short"),
        (["relation"], "admires"),
        (["status"], "rumoured"),
        (["date"], "13 March 2015"),
        (["date"], "2015-03-13T10:00"),
        (["confidence"], 1.5),
        (["count"], -1),
        (["evidence"], []),
        (["trigger"], [1]),
        (["trigger"], [1, 2, 3]),
        (["subject", "id"], ""),
        (["subject", "type"], "Weapon"),
        (["object", "start"], -1),
        (["object", "aliases"], None),
        (["surprise"], "more"),
        (["evidence", 0, "quote"], ""),
    ],
)
def test_it_refuses(path: list[str | int], value: object) -> None:
    line = lines()[0]
    place: Any = line
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    assert not VALIDATOR.is_valid(line)


@pytest.mark.parametrize("key", sorted(SCHEMA["required"]))
def test_nothing_may_be_missing(key: str) -> None:
    line = lines()[0]
    del line[key]

    assert not VALIDATOR.is_valid(line)


def test_every_field_is_required() -> None:
    assert SCHEMA["required"] == list(SCHEMA["properties"])
    assert list(lines()[0]) == SCHEMA["required"]
    end = SCHEMA["$defs"]["end"]
    assert end["required"] == list(end["properties"])


def test_dates_of_all_precisions_pass() -> None:
    assert {c.date for c in (*sample().claims, *tiny().claims)} >= {
        None,
        "2015-03-13",
        "2015-03",
        "2015-03~",
        "2015-03-13/2015-03-15",
    }
    for claim in tiny().claims:
        VALIDATOR.validate({**lines()[0], "date": claim.date})
