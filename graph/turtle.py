"""Turtle and TriG that are sorted, stable and quick to write.

Subjects are sorted by IRI, predicates and objects by how they are written, ``a`` first; so the
same triples give the same bytes, and a line that differs is a change. IRIs under the base are
written relative to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from .terms import PREFIXES, TYPE, named

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_NAMESPACED = re.compile(r"(.*[#/])([^#/]*)", re.DOTALL)
# No dot begins a segment, and no slash the whole: both mean something else in a relative IRI.
_RELATIVE = re.compile(r"[A-Za-z0-9_~%](?:/(?![./])|[A-Za-z0-9_~%#.-])*")
_STRING = named("xsd:string")
_BARE = {
    named("xsd:integer"): re.compile(r"[+-]?[0-9]+"),
    named("xsd:decimal"): re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    named("xsd:boolean"): re.compile(r"true|false"),
}


class _Row(NamedTuple):
    place: str
    """The subject without its bracket, so that ``<claim/1>`` stands before ``<claim/1#a>``."""
    subject: str
    predicate: str
    object: str


class _Writer:
    """Terms as Turtle writes them, each worked out once."""

    def __init__(self, base: str, prefixes: Mapping[str, str]) -> None:
        self.base = base
        self.names = {iri: prefix for prefix, iri in prefixes.items()}
        self.known: dict[str, str] = {}

    def iri(self, iri: str) -> str:
        """``al:Claim``, ``<claim/1>`` or the whole IRI in brackets."""
        found = self.known.get(iri)
        if found is None:
            found = self.known[iri] = self._short(iri)
        return found

    def _short(self, iri: str) -> str:
        if iri.startswith(self.base) and _RELATIVE.fullmatch(iri, len(self.base)):
            return f"<{iri[len(self.base) :]}>"
        parts = _NAMESPACED.fullmatch(iri)
        if parts and parts[1] in self.names and _LOCAL.fullmatch(parts[2]):
            return f"{self.names[parts[1]]}:{parts[2]}"
        return str(NamedNode(iri))

    def literal(self, literal: Literal) -> str:
        """Numbers and truth values bare, all else in quotes on one line."""
        if literal.language is not None:
            return str(literal)
        datatype, value = literal.datatype, literal.value
        if datatype == _STRING:
            return str(literal)
        if datatype in _BARE and _BARE[datatype].fullmatch(value):
            return value
        return f"{Literal(value)}^^{self.iri(datatype.value)}"

    def row(self, triple: Quad | Triple) -> _Row:
        """The triple as it is written and sorted."""
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        verb = "a" if predicate == TYPE else self.iri(predicate.value)
        if isinstance(value, NamedNode):
            written = self.iri(value.value)
        elif isinstance(value, Literal):
            written = self.literal(value)
        else:
            written = str(value)
        about = self.iri(subject.value) if isinstance(subject, NamedNode) else str(subject)
        return _Row(about.rstrip(">"), about, verb, written)


def turtle_lines(
    triples: Iterable[Quad | Triple], base: str, prefixes: Mapping[str, str] = PREFIXES
) -> Iterator[str]:
    """The triples as Turtle, in pieces of a few lines; graph names are left out."""
    writer = _Writer(base, prefixes)
    rows = sorted({writer.row(triple) for triple in triples})
    yield from _head(base, prefixes)
    for block in _blocks(rows):
        yield f"\n{block}"


def trig_lines(
    quads: Iterable[Quad], base: str, prefixes: Mapping[str, str] = PREFIXES
) -> Iterator[str]:
    """The quads of named graphs as TriG, in pieces of a few lines, graphs sorted by name."""
    writer = _Writer(base, prefixes)
    graphs: dict[str, set[_Row]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            name = writer.iri(quad.graph_name.value)
            graphs.setdefault(name, set()).add(writer.row(quad))
    yield from _head(base, prefixes)
    for name in sorted(graphs):
        yield f"\nGRAPH {name} {{\n"
        yield from _blocks(sorted(graphs[name]))
        yield "}\n"


def _head(base: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    yield f"@base <{base}> .\n"
    for prefix in sorted(prefixes):
        yield f"@prefix {prefix}: <{prefixes[prefix]}> .\n"


def _blocks(rows: Iterable[_Row]) -> Iterator[str]:
    for subject, about in groupby(rows, key=lambda row: row.subject):
        verbs = groupby(about, key=lambda row: row.predicate)
        lines = (f"{verb} {', '.join(row.object for row in same)}" for verb, same in verbs)
        yield f"{subject} " + " ;\n    ".join(lines) + " .\n"
