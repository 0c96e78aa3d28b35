"""Answers in all formats."""

import csv
import io
import json

import pytest
from pyoxigraph import RdfFormat, parse

from allegiance.graph.answers import FORMATS, FormatError, in_words, shorten, write_answer
from allegiance.graph.store import in_memory
from tests.graph.sample import hostile, sample

STORE = in_memory(sample())
SELECT = "SELECT ?name ?missing { <entity/islamic-state> rdfs:label ?name }"
ASK = "ASK { ?claim al:status al:denied }"
CONSTRUCT = "CONSTRUCT { ?b al:supports ?a } WHERE { ?a al:pledgedTo ?b }"


def written(sparql: str, format: str) -> str:
    stream = io.BytesIO()
    write_answer(STORE.query(sparql), stream, format, STORE.base)
    return stream.getvalue().decode()


def test_rows() -> None:
    assert list(csv.reader(io.StringIO(written(SELECT, "csv")))) == [
        ["name", "missing"],
        ["Islamic State", ""],
    ]
    assert written(SELECT, "tsv") == '?name\t?missing\n"Islamic State"\t\n'
    found = json.loads(written(SELECT, "json"))
    assert found["results"]["bindings"] == [{"name": {"type": "literal", "value": "Islamic State"}}]
    assert in_words(STORE.query(SELECT), STORE.base) == (
        ["name", "missing"],
        [["Islamic State", ""]],
    )


def test_yes_and_no() -> None:
    assert written(ASK, "csv") == "true\n"
    assert json.loads(written(ASK, "json"))["boolean"] is True
    assert in_words(STORE.query(ASK), STORE.base) == (["answer"], [["yes"]])
    assert in_words(STORE.query("ASK { ?s al:killed ?o }"), STORE.base)[1] == [["no"]]


def test_triples() -> None:
    turtle = written(CONSTRUCT, "turtle")

    assert "<entity/islamic-state> al:supports <entity/eagles-of-the-valley> .\n" in turtle
    assert len(list(parse(turtle, format=RdfFormat.TURTLE))) == 1
    assert in_words(STORE.query(CONSTRUCT), STORE.base)[1] == [
        ["entity/islamic-state", "al:supports", "entity/eagles-of-the-valley"]
    ]


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "turtle"])
def test_triples_fit_no_rows(format: str) -> None:
    with pytest.raises(FormatError, match="use the format turtle"):
        written(CONSTRUCT, format)


@pytest.mark.parametrize("sparql", [SELECT, ASK])
def test_rows_fit_no_turtle(sparql: str) -> None:
    with pytest.raises(FormatError, match="use another format"):
        written(sparql, "turtle")


@pytest.mark.parametrize("format", ["csv", "tsv", "json"])
def test_hostile_text_stays_in_its_cell(format: str) -> None:
    stream = io.BytesIO()
    store = in_memory(hostile())
    answer = store.query("SELECT ?name { <entity/%2E%2E> rdfs:label ?name }")
    write_answer(answer, stream, format, store.base)
    if format == "csv":
        assert len(list(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))) == 2
    else:
        assert stream.getvalue().count(b"\n") <= 2


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/allegiance/ns#Claim", "al:Claim"),
        ("https://w3id.org/allegiance/graph/entity/x", "entity/x"),
        ("https://elsewhere.example/x", "https://elsewhere.example/x"),
        ("words", "words"),
    ],
)
def test_shorten(iri: str, short: str) -> None:
    assert shorten(iri, STORE.base) == short
