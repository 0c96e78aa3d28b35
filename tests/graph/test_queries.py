"""The shipped queries, each with a real answer, and how values are put in."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from allegiance.graph.addresses import Addresses
from allegiance.graph.answers import in_words
from allegiance.graph.queries import find_query, from_sparql, load_queries, near_names
from allegiance.graph.question import QueryError
from allegiance.graph.store import in_memory
from allegiance.ontology.vocabulary import load
from tests.graph.sample import APRIL, APRIL_CLAIMS, EAGLES, KARIM, claim, hostile, knowledge, sample

STORE = in_memory(sample())


def ask(query: str, /, **values: str) -> list[dict[str, str]]:
    head, rows = in_words(find_query(query).run(STORE, values), STORE.base)
    return [{column: cell for column, cell in zip(head, row, strict=True) if cell} for row in rows]


def test_members() -> None:
    expected = {
        "member": "Eagles of the Valley",
        "kind": "ArmedGroup",
        "relation": "al:pledgedTo",
        "group_name": "Islamic State",
    }
    assert ask("members") == [expected]
    assert ask("members", group="DAESH") == [expected]
    assert [row["member"] for row in ask("members", group="the front")] == ["Karim Haddad"]
    assert ask("members", group="nobody") == []


def test_pledges() -> None:
    (pledge,) = ask("pledges")
    assert pledge == {
        "who": "Eagles of the Valley",
        "to_whom": "Islamic State",
        "status": "al:reported",
        "date": "2015-03",
        "speaker": "residents",
        "document": "march.md",
        "quote": "The Eagles swore allegiance to the Islamic State in March, residents said.",
    }
    assert ask("pledges", to="ISIS") == [pledge]
    assert ask("pledges", to="Homeland Front") == []


def test_defections() -> None:
    (defection,) = ask("defections")
    assert defection["who"] == "some forty fighters"
    assert defection["left"] == "Eagles of the Valley"
    assert defection["count"] == "40"
    assert defection["date"] == "2015-03~"
    assert ask("defections", **{"from": "the Eagles"}) == [defection]
    assert ask("defections", **{"from": "ISIS"}) == []


def test_defection_counts() -> None:
    assert ask("defection-counts") == [
        {
            "left": "Eagles of the Valley",
            "claims": "1",
            "largest": "40",
            "sum": "40",
            "earliest": "2015-03-01",
            "latest": "2015-03-31",
        }
    ]


def test_a_defection_without_number_and_date_hides_no_others() -> None:
    sentence = "Karim Haddad, a cousin of Abu Salim, went over to the Homeland Front."
    mentions = ("Karim Haddad", "Abu Salim")
    another = claim(
        APRIL, sentence, KARIM, "defected-from", EAGLES, mentions=mentions, trigger="went"
    )
    store = in_memory(knowledge([APRIL], [*APRIL_CLAIMS, another]))

    head, rows = in_words(find_query("defection-counts").run(store, {}), store.base)

    assert dict(zip(head, rows[0], strict=True)) == {
        "left": "Eagles of the Valley",
        "claims": "2",
        "largest": "40",
        "sum": "40",
        "earliest": "2015-03-01",
        "latest": "2015-03-31",
    }


def test_kidnappings() -> None:
    (kidnapping,) = ask("kidnappings")
    assert kidnapping["kidnapper"] == "Eagles of the Valley"
    assert kidnapping["victim"] == "two aid workers"
    assert kidnapping["count"] == "2"
    assert kidnapping["place"] == "Wadi Rihan"
    assert kidnapping["release"] == "The Eagles freed both aid workers."
    assert ask("kidnappings", by="nusur al-wadi") == [kidnapping]
    assert ask("kidnappings", by="ISIS") == []


def test_about() -> None:
    rows = ask("about", name="Daesh")
    assert {row["relation"] for row in rows} == {"al:pledgedTo", "al:memberOf"}
    assert len(ask("about", name="the eagles")) == 11
    assert all(row["quote"] for row in rows)


def test_leaders() -> None:
    expected = {"leader": "Abu Salim", "led": "Eagles of the Valley", "claims": "1"}
    assert ask("leaders") == [expected]
    assert ask("leaders", of="the Eagles") == [expected]
    assert ask("leaders", of="ISIS") == []


def test_denied() -> None:
    first, second = ask("denied")
    assert first["speaker"] == "Abu Salim"
    assert (first["subject"], first["object"]) == ("Eagles of the Valley", "Islamic State")
    assert (second["document"], second["object"]) == ("undated/notes.txt", "Homeland Front")


def test_contradictions() -> None:
    (found,) = ask("contradictions")
    assert found == {
        "subject": "Eagles of the Valley",
        "relation": "al:memberOf",
        "object": "Homeland Front",
        "status": "al:reported",
        "says": "The Eagles are part of the Homeland Front, a statement said.",
        "said_in": "april.md",
        "denies": "The Eagles of the Valley never belonged to the Front.",
        "denied_in": "undated/notes.txt",
    }


def test_contradictions_compare_symmetric_relations_both_ways() -> None:
    symmetric = {r.property for r in load().relations.values() if r.symmetric}
    union = find_query("contradictions").sparql.partition("UNION")[2].partition("}")[0]
    assert set(re.findall(r"al:(\w+)", union)) == symmetric


def test_documents() -> None:
    assert [(row["document"], row["claims"], row["denied"]) for row in ask("documents")] == [
        ("april.md", "8", "0"),
        ("march.md", "5", "1"),
        ("undated/notes.txt", "1", "1"),
    ]


def test_splits_and_mergers() -> None:
    rows = [(row["subject"], row["relation"], row["status"]) for row in ask("splits-and-mergers")]
    assert rows == [
        ("Eagles of the Valley", "al:mergedInto", "al:planned"),
        ("Rock Battalion", "al:splitFrom", "al:asserted"),
    ]


def test_control() -> None:
    (found,) = ask("control")
    assert (found["actor"], found["place_name"]) == ("Eagles of the Valley", "Wadi Rihan")
    assert ask("control", place="wadi rihan") == [found]
    assert ask("control", place="elsewhere") == []


def test_every_query_has_a_test_here() -> None:
    tested = {name.removeprefix("test_").replace("_", "-") for name in globals()}
    assert set(load_queries()) <= tested


@pytest.mark.parametrize("name", load_queries())
def test_a_query_says_what_it_answers_and_runs_as_it_stands(name: str) -> None:
    query = find_query(name)

    assert query.title
    assert query.description.endswith(".")
    assert all(parameter.meaning for parameter in query.parameters)
    assert isinstance(STORE.store.query(query.sparql), QuerySolutions)


@pytest.mark.parametrize("name", load_queries())
def test_a_query_avoids_what_is_slow(name: str) -> None:
    # A FILTER NOT EXISTS over several patterns took minutes where MINUS took seconds.
    assert "NOT EXISTS" not in find_query(name).sparql.upper()


def test_a_name_stands_for_its_other_spellings() -> None:
    assert ask("about", name="an-nusur al wadi") == []
    for name in ("Eagles of the  Valley’s", "Nusur a-Wadi", "eagles-of-the-valley"):
        assert len(ask("about", name=name)) == 11
    assert len(ask("about", name=Addresses().entity("eagles-of-the-valley"))) == 11


def test_the_base_of_the_graph_is_the_querys() -> None:
    store = in_memory(sample(), "https://graph.example/")
    _, rows = in_words(find_query("about").run(store), store.base)
    assert len(rows) == 2


def test_an_unknown_query_or_parameter_is_named_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="no query is called enemies; there are about, "):
        find_query("enemies")
    with pytest.raises(QueryError, match="members: no parameter who; it takes group"):
        find_query("members").run(STORE, {"who": "x"})
    with pytest.raises(QueryError, match="it takes none"):
        find_query("denied").run(STORE, {"who": "x"})


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_no_value_becomes_a_part_of_the_query(value: str) -> None:
    assert ask("pledges", to=f"{value}> }} UNION {{ ?claim ?p ?o }} #") == []
    query = from_sparql("own", OWN)
    assert in_words(query.run(STORE, {"kind": f'{value}" }} #'}), STORE.base)[1] == []


@pytest.mark.parametrize(
    "value",
    ['" } INSERT', "\\", "}", "?to", "\n", "UNDEF", "<a:b>", "\\u0022", "\ud800", "$to \\1"],
)
def test_hostile_values_are_values(value: str) -> None:
    assert ask("pledges", to=value) == []
    assert in_words(from_sparql("own", OWN).run(STORE, {"kind": value}), STORE.base)[1] == []


def test_a_hostile_name_is_found() -> None:
    store = in_memory(hostile())
    name = hostile().entities[1].name
    _, rows = in_words(find_query("about").run(store, {"name": name}), store.base)
    assert len(rows) == 1


OWN = """# Labels of a kind of thing
# @param kind the id of a type
SELECT ?label { VALUES $kind { "Person" } ?thing al:kind $kind ; rdfs:label ?label }
ORDER BY ?label
"""


def test_a_query_of_ones_own_takes_text_where_its_default_is_text() -> None:
    query = from_sparql("own", OWN)

    assert query.parameters[0].meaning == "the id of a type"
    assert query.parameters[0].default == '"Person"'
    rows = in_words(query.run(STORE, {"kind": "Coalition"}), STORE.base)[1]
    assert rows == [["Homeland Front"]]
    assert len(in_words(query.run(STORE), STORE.base)[1]) == 3


def test_a_parameter_without_values_is_refused() -> None:
    with pytest.raises(QueryError, match=r"write VALUES \?x"):
        from_sparql("own", "# Title\n# @param x what\nSELECT * { ?s ?p ?x }")


@pytest.mark.parametrize(
    ("name", "near"), [("Islamic Stat", ["Islamic State"]), ("Eagle", ["the Eagles"]), ("zzz", [])]
)
def test_near_names(name: str, near: list[str]) -> None:
    assert near_names(name, STORE) == near
