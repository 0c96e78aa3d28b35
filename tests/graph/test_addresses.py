"""IRIs of the graph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from allegiance.graph.addresses import DEFAULT_BASE, Addresses, BaseError, encode

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("islamic-state", "islamic-state"),
        ("003", "003"),
        ("news/a b.txt", "news%2Fa%20b.txt"),
        ("https://news.example/?q=1#x", "https%3A%2F%2Fnews.example%2F%3Fq%3D1%23x"),
        (".", "%2E"),
        ("..", "%2E%2E"),
        ("a/../b", "a%2F..%2Fb"),
        ("50%", "50%25"),
        ("فيلق", "%D9%81%D9%8A%D9%84%D9%82"),
        ("\ud800", "%ED%A0%80"),
        ("", ""),
    ],
)
def test_an_id_is_one_segment(id: str, expected: str) -> None:
    assert encode(id) == expected
    assert Addresses().entity(id) == f"{DEFAULT_BASE}entity/{expected}"


@given(ANY_TEXT, ANY_TEXT)
def test_two_ids_never_meet(one: str, other: str) -> None:
    assert (encode(one) == encode(other)) == (one == other)


@given(ANY_TEXT)
def test_whatever_the_id_the_iri_is_one(id: str) -> None:
    iri = Addresses().document(id)
    assert NamedNode(iri).value == iri
    assert not set("/?#:") & set(encode(id))


@pytest.mark.parametrize(
    "base", ["https://example.org/", "http://localhost:8000/graph/", "https://x.example/~me/g/"]
)
def test_a_base_is_an_address_with_a_slash_at_its_end(base: str) -> None:
    assert Addresses(base).claim("1") == f"{base}claim/1"


@pytest.mark.parametrize(
    "base",
    [
        "",
        "graph/",
        "https://example.org",
        "https:///",
        "https://example.org/g#",
        "https://example.org/g?x=/",
        "https://example.org/a b/",
        "https://example.org/>/",
        "https://example.org/\n/",
        "file:///tmp/",
        "javascript:alert(1)/",
        "https://example.org/\u202e/",
    ],
)
def test_other_bases_are_refused_in_one_line(base: str) -> None:
    with pytest.raises(BaseError, match="with / at the end") as caught:
        Addresses(base)
    assert str(caught.value).isprintable()
