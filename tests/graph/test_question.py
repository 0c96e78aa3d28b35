"""What is refused before it is asked, and how a fault is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.graph.question import QueryError, refuse_network

REMOTE = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "select * { service silent ?endpoint { ?s ?p ?o } }",
    "ASK{SERVICE<http://x.example/>{}}",
    "ASK { ?s ?p ?o .SERVICE <http://x.example/> {} }",
    "# SERVICE\nASK { ?s ?p 'SERVICE' . SeRvIcE <http://x.example/> {} }",
    'ASK { ?s ?p """a "quoted" SERVICE""" . SERVICE <http://x.example/> {} }',
    "ASK { ?s ?p 'it\\'s' . SERVICE <http://x.example/> {} # '\n}",
    "ASK { FILTER(1 < 2) SERVICE <http://x.example/> {} FILTER(2 > 1) }",
    "PREFIX a: <http://a.example/> ASK { a:b a:c 1.SERVICE a:d {} }",
]
LOCAL = [
    "SELECT ?service { ?service ?p ?o }",
    "SELECT $SERVICE { $SERVICE ?p ?o }",
    "PREFIX service: <http://x.example/> ASK { service:SERVICE service:service ?o }",
    "PREFIX : <http://x.example/> ASK { :SERVICE ?p ?o }",
    "ASK { ?s ?p <http://x.example/SERVICE> }",
    "ASK { ?s ?p 'SERVICE' , \"SERVICE\" , '''a\nSERVICE''' , \"\"\"SERVICE\"\"\" }",
    "ASK { ?s ?p 'a'@service }",
    "ASK { ?s ?p ?o } # SERVICE",
    "SELECT ?services { ?services ?p ?o }",
    "",
]


@pytest.mark.parametrize("sparql", REMOTE)
def test_another_server_is_never_asked(sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        refuse_network(sparql)


@pytest.mark.parametrize("sparql", LOCAL)
def test_the_word_alone_asks_nobody(sparql: str) -> None:
    refuse_network(sparql)


def test_a_graph_is_only_read() -> None:
    with pytest.raises(QueryError, match="line 1, column 19: DELETE changes"):
        refuse_network("PREFIX a: <b:c>   DELETE WHERE { ?s ?p ?o }")


def test_the_refusal_names_the_place() -> None:
    with pytest.raises(QueryError, match="line 2, column 3:"):
        refuse_network("ASK {\n  SERVICE <http://x.example/> {} }")


@pytest.mark.parametrize(
    ("complaint", "message"),
    [
        (
            "error at 1:25: expected one of [_],\n SERVICE",
            "line 1, column 25: not understood here; it could go on with SERVICE",
        ),
        (
            "error at 2:3: expected one of Prefix not found, ['%'], ['A' ..= 'Z', '_']",
            "line 2, column 3: a prefix that is not declared; put PREFIX",
        ),
        ("error at 1:9: expected [_]", "line 1, column 9: not understood from here on"),
        ("something else", "not a SPARQL query: something else"),
    ],
)
def test_a_complaint_is_one_line_with_its_place(complaint: str, message: str) -> None:
    assert str(QueryError.from_syntax(SyntaxError(complaint))).startswith(message)


@given(st.text(alphabet="SERVICE service\"'\\<>#\n{}?:.", max_size=60))
def test_any_text_is_looked_through(text: str) -> None:
    try:
        refuse_network(text)
    except QueryError as error:
        assert "SERVICE" in str(error)
