"""The RDF terms that the graph is written with: namespaces, names and literals."""

import re
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode

from ..corpus.time import edtf
from ..ontology.vocabulary import NAMESPACE

PREFIXES = {
    "al": NAMESPACE,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""What every file declares, and what a query may use without declaring it."""


@cache
def named(short: str) -> NamedNode:
    """The term that a short name stands for, such as ``al:Claim``."""
    prefix, _, name = short.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


TYPE = named("rdf:type")
_INTEGER = named("xsd:integer")
_DECIMAL = named("xsd:decimal")
_BOOLEAN = named("xsd:boolean")
_DATE = named("xsd:date")
_ADDRESS = named("xsd:anyURI")
_PRECISION = {
    "day": _DATE,
    "month": named("xsd:gYearMonth"),
    "year": named("xsd:gYear"),
}
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def text(value: str) -> Literal:
    """A plain literal; half a surrogate pair, which no file can hold, becomes U+FFFD."""
    return Literal(_SURROGATE.sub("\ufffd", value))


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: float) -> Literal:
    """A number of at most two decimals, in the one form that the store keeps too."""
    return Literal(f"{value:.2f}".rstrip("0").rstrip("."), datatype=_DECIMAL)


def boolean(value: bool) -> Literal:
    """True or false."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def day(value: date) -> Literal:
    """A day of the calendar."""
    return Literal(value.isoformat(), datatype=_DATE)


def address(value: str) -> Literal:
    """A web address as a value: whatever it holds, nothing resolves it."""
    return Literal(_SURROGATE.sub("\ufffd", value), datatype=_ADDRESS)


def published(value: str) -> Literal:
    """A publication date at its own precision; plain text where it is no date."""
    found = edtf.from_text(value)
    if found is None or found.approximate:
        return text(value)
    return Literal(str(found), datatype=_PRECISION[found.unit])
