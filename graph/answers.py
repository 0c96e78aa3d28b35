"""Answers in the formats that they are asked for in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
)

from .store import Answer
from .terms import PREFIXES
from .turtle import turtle_lines

FORMATS: Mapping[str, QueryResultsFormat | None] = MappingProxyType(
    {
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
        "json": QueryResultsFormat.JSON,
        "turtle": None,
    }
)
"""The formats for other programs; ``turtle`` alone holds triples."""

Table = tuple[list[str], list[list[str]]]


class FormatError(ValueError):
    """The kind of answer does not go into the format; the message says what does."""


def write_answer(answer: Answer, stream: BinaryIO, format: str, base: str) -> None:
    """Write an answer in one of ``FORMATS``; raises FormatError where the two do not fit."""
    kind = FORMATS[format]
    if isinstance(answer, QueryTriples):
        if kind is not None:
            raise FormatError("CONSTRUCT and DESCRIBE give triples: use the format turtle or table")
        stream.writelines(line.encode() for line in turtle_lines(answer, base))
        return
    if kind is None:
        raise FormatError("only CONSTRUCT and DESCRIBE give triples: use another format")
    stream.write(answer.serialize(format=kind) or b"")
    if isinstance(answer, QueryBoolean) or kind == QueryResultsFormat.JSON:
        stream.write(b"\n")


def in_words(answer: Answer, base: str) -> Table:
    """An answer as a head and rows of text, IRIs shortened by the usual prefixes and the base."""
    if isinstance(answer, QueryBoolean):
        return ["answer"], [["yes" if answer else "no"]]
    if isinstance(answer, QuerySolutions):
        head = [variable.value for variable in answer.variables]
        return head, [[_in_words(value, base) for value in row] for row in answer]
    triples = ((t.subject, t.predicate, t.object) for t in answer)
    rows = [[_in_words(value, base) for value in triple] for triple in triples]
    return ["subject", "predicate", "object"], sorted(rows)


def _in_words(value: object, base: str) -> str:
    if isinstance(value, Literal):
        return value.value
    return shorten(value.value, base) if isinstance(value, NamedNode) else str(value or "")


def shorten(iri: str, base: str) -> str:
    """An IRI by its prefix or relative to the base; other text as it is."""
    if iri.startswith(base):
        return iri.removeprefix(base)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
