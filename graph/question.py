"""SPARQL texts before they are asked: what is refused, and how a fault is told.

``GraphError`` -> ``QueryError`` (the text is no query that this store answers)
"""

import re
from collections.abc import Iterator

from .errors import GraphError

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_ALTERNATIVE = re.compile(r"\[[^\]]*\]|[^,\[]+?(?=,|$)")
_PROLOGUE = frozenset({"PREFIX", "BASE"})
_UPDATES = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"})
# What a keyword cannot stand in: comments, strings, IRIs, variables, prefixed names.
_TOKEN = re.compile(
    r"""
    (?P<skip>
        <[^<>"{}|^`\\\x00-\x20]*>
      | \#[^\r\n]*
      | \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"
      | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\r\n]|\\.)*"
      | '(?:[^'\\\r\n]|\\.)*'
      | [?$@]\w+
      | [\w.-]*:(?:[\w.:%-]|\\.)*
    )
    | (?P<word>\w+)
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


class QueryError(GraphError):
    """The text is no query that can be answered; the message says where and why."""

    @classmethod
    def from_syntax(cls, error: SyntaxError) -> "QueryError":
        """The engine's complaint in one line, with line and column."""
        found = _PLACE.search(str(error))
        if not found:
            return cls(f"not a SPARQL query: {_one_line(str(error))}")
        line, column, what = found.groups()
        return cls(f"line {line}, column {column}: {_complaint(_one_line(what))}")


def _complaint(what: str) -> str:
    """The engine's complaint without its classes of letters, which tell a reader nothing."""
    if "Prefix not found" in what:
        return "a prefix that is not declared; put PREFIX name: <address> before the query"
    wanted = what.removeprefix("expected ").removeprefix("one of ")
    words = [word.strip() for word in _ALTERNATIVE.findall(wanted) if not word.startswith("[")]
    if not words:
        return "not understood from here on"
    return f"not understood here; it could go on with {' or '.join(words)}"


def refuse_network(sparql: str) -> None:
    """Raise QueryError where a query asks another server or would change the graph."""
    words = list(_words(sparql))
    first, start = next((found for found in words if found[0] not in _PROLOGUE), ("", 0))
    if first in _UPDATES:
        raise QueryError(
            f"{_place(sparql, start)}: {first} changes, and a graph is only read here: ask SELECT,"
            " ASK, CONSTRUCT or DESCRIBE"
        )
    for word, start in words:
        if word == "SERVICE":
            raise QueryError(
                f"{_place(sparql, start)}: SERVICE asks another server, and this graph is"
                " never taken to the network: ask the two apart"
            )


def _place(sparql: str, start: int) -> str:
    line = sparql.count("\n", 0, start) + 1
    return f"line {line}, column {start - sparql.rfind(chr(10), 0, start)}"


def chooses_graphs(sparql: str) -> bool:
    """Whether a query says itself which graphs it asks (FROM, FROM NAMED)."""
    return any(word == "FROM" for word, _ in _words(sparql))


def _words(sparql: str) -> Iterator[tuple[str, int]]:
    """Keywords and other bare words, in capitals, each with its place."""
    for token in _TOKEN.finditer(sparql):
        if token["word"]:
            yield token["word"].upper(), token.start()


def _one_line(text: str) -> str:
    return " ".join(text.split())
