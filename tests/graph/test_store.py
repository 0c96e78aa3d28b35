"""The store: written whole, opened to be read, asked without any way out."""

from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import QueryBoolean, QuerySolutions, Store

from allegiance.graph import store as store_module
from allegiance.graph.addresses import BaseError
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.question import QueryError
from allegiance.graph.rdf import to_quads
from allegiance.graph.store import GraphStore, StoreError, in_memory, open_store, write_store
from tests.graph.sample import hostile, sample, tiny
from tests.graph.test_question import REMOTE

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
DIRECT = "SELECT ?s ?o { ?s al:pledgedTo ?o }"


def rows(store: GraphStore, sparql: str) -> list[list[str]]:
    answer = store.query(sparql)
    assert isinstance(answer, QuerySolutions)
    return [[str(value) for value in row] for row in answer]


def count(store: GraphStore) -> int:
    return int(rows(store, COUNT)[0][0].split('"')[1])


@pytest.mark.parametrize("knowledge", [tiny(), sample(), hostile()], ids=["t", "s", "hostile"])
def test_it_holds_the_quads_and_nothing_else(tmp_path: Path, knowledge: Knowledge) -> None:
    write_store(knowledge, tmp_path)
    assert set(open_store(tmp_path).store) == set(to_quads(knowledge))


def test_the_union_of_all_graphs_is_what_is_asked(tmp_path: Path) -> None:
    write_store(sample(), tmp_path)
    store = open_store(tmp_path)

    assert count(store) == len({quad.triple for quad in to_quads(sample())})
    assert len(rows(store, DIRECT)) == 1


def test_a_graph_can_be_asked_by_name() -> None:
    found = rows(
        in_memory(sample()),
        "SELECT ?title { GRAPH <document/march.md> { ?d dcterms:title ?title } }",
    )
    assert found == [['"Two aid workers taken"']]


def test_strict_leaves_edges_out_that_are_only_reported() -> None:
    store = in_memory(sample())
    strict = store.strict()

    assert rows(strict, DIRECT) == []
    assert count(strict) == count(store) - 1
    assert len(rows(strict, "SELECT ?c { ?c al:status al:reported }")) == 2


def test_the_base_is_remembered(tmp_path: Path) -> None:
    write_store(tiny(), tmp_path, "https://graph.example/")
    store = open_store(tmp_path)

    assert store.base == "https://graph.example/"
    assert rows(store, "SELECT ?l { <entity/islamic-state> rdfs:label ?l }") == [
        ['"Islamic State"']
    ]


@pytest.mark.parametrize("sparql", REMOTE)
def test_no_query_reaches_the_network(sparql: str) -> None:
    with pytest.raises(QueryError):
        in_memory(tiny()).query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <a:s> <a:p> <a:o> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://x.example/>",
        "CLEAR ALL",
        "DROP ALL",
        "SELECT * { ?s ?p ?o } ; INSERT DATA { <a:s> <a:p> <a:o> }",
        "",
        "what is this",
    ],
)
def test_only_questions_are_answered(tmp_path: Path, sparql: str) -> None:
    write_store(tiny(), tmp_path)
    store = open_store(tmp_path)

    with pytest.raises(QueryError, match=r"line 1, column \d+"):
        store.query(sparql)
    assert set(store.store) == set(to_quads(tiny()))


def test_a_fault_names_line_and_column() -> None:
    with pytest.raises(QueryError, match=r"^line 3, column \d+: "):
        in_memory(tiny()).query("SELECT * {\n ?s ?p ?o .\n FILTER(nothing(?s)) }")


def test_from_chooses_graphs() -> None:
    store = in_memory(sample())
    assert rows(store, "SELECT ?s ?o FROM <edges/reported> { ?s al:pledgedTo ?o }")
    assert not rows(store, "SELECT ?s ?o FROM <edges/asserted> { ?s al:pledgedTo ?o }")
    assert rows(store, "SELECT ?g FROM NAMED <entities> { GRAPH ?g { ?s a al:Person } }")


def test_from_fetches_nothing() -> None:
    answer = in_memory(tiny()).query("ASK FROM <http://127.0.0.1:9/> { ?s ?p ?o }")
    assert isinstance(answer, QueryBoolean)
    assert not answer


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_is_answered_or_refused(text: str) -> None:
    try:
        in_memory(Knowledge((), (), ())).query(text)
    except QueryError as error:
        assert "\n" not in str(error)


def test_a_store_that_is_open_stays_readable_when_it_is_written_anew(tmp_path: Path) -> None:
    write_store(tiny(), tmp_path)
    before = open_store(tmp_path)
    write_store(sample(), tmp_path)

    assert count(before) == len(list(to_quads(tiny())))
    assert count(open_store(tmp_path)) == len(list(to_quads(sample())))


def test_old_versions_are_removed(tmp_path: Path) -> None:
    for _ in range(4):
        write_store(tiny(), tmp_path)
    assert len(list((tmp_path / "store").glob("version-*"))) == 2


def test_a_write_that_fails_leaves_the_old_store(tmp_path: Path) -> None:
    write_store(tiny(), tmp_path)
    with (
        mock.patch.object(store_module, "to_quads", side_effect=RuntimeError("killed")),
        pytest.raises(RuntimeError),
    ):
        write_store(sample(), tmp_path)
    assert count(open_store(tmp_path)) == len(list(to_quads(tiny())))

    write_store(sample(), tmp_path)
    assert len(list((tmp_path / "store").glob("version-*"))) == 2


def test_a_bad_base_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BaseError):
        write_store(tiny(), tmp_path, "nowhere")


@pytest.mark.parametrize(
    "pointer", [None, b"", b"version-1\n", b"../..\n", b"version-/../x\n", b"\xff"]
)
def test_what_is_no_store_is_named(tmp_path: Path, pointer: bytes | None) -> None:
    if pointer is not None:
        (tmp_path / "store").mkdir()
        (tmp_path / "store" / "current").write_bytes(pointer)
    with pytest.raises(StoreError, match="build again"):
        open_store(tmp_path)


def test_a_broken_store_is_named(tmp_path: Path) -> None:
    write_store(tiny(), tmp_path)
    for version in (tmp_path / "store").glob("version-*"):
        for file in version.iterdir():
            file.write_bytes(b"broken")
    with pytest.raises(StoreError, match="cannot be read"):
        open_store(tmp_path)


def test_opening_changes_nothing(tmp_path: Path) -> None:
    write_store(tiny(), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    count(open_store(tmp_path))

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_nothing_can_be_written_to_an_open_store(tmp_path: Path) -> None:
    write_store(tiny(), tmp_path)
    store: Store = open_store(tmp_path).store
    with pytest.raises((OSError, RuntimeError), match="read-"):
        store.add(next(iter(to_quads(sample()))))
