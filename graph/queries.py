"""Named queries: the files of ``ontology/queries``, and how a value is put in for a parameter.

A file begins with comments: its title, what it answers, and a line ``# @param NAME what it is``
for each parameter. The parameter is the variable of that name, whose ``VALUES ?NAME { ... }`` holds
the default, ``UNDEF`` for any; so the file runs as it stands in any tool that speaks SPARQL.

A parameter whose default is text takes text. Any other takes an entity, by its id, IRI or name in
any spelling, and stands for all that bear the name. Names are looked up first, and the query is
asked for IRIs: it is a hundred times faster than comparing names inside of it.

A value takes the default's place as RDF terms that the RDF library writes out: no value, whatever
it holds, can become a part of the query's own words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, QuerySolutions

from .. import ontology
from ..ontology.folding import fold
from .addresses import DEFAULT_BASE
from .question import QueryError
from .store import Answer, GraphStore
from .terms import text

_FOLDER = Path(ontology.__file__).with_name("queries")
_PARAMETER = re.compile(r"@param\s+(\w+)\s*(.*)")
_TERM = r"""UNDEF|"(?:[^"\\\r\n]|\\.)*"|<[^<>"{}|^`\\\s]*>"""
_NAMES = """SELECT ?entity ?name {
  { ?entity a al:Entity ; rdfs:label|skos:altLabel|dcterms:identifier ?name }
  UNION { ?entity a al:Entity BIND(?entity AS ?name) }
}"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query can be given."""

    name: str
    meaning: str
    default: str | None
    """As the file writes it, such as ``<entity/islamic-state>``; None where there is none."""

    @property
    def takes_text(self) -> bool:
        """Whether a value is text, and no entity."""
        return (self.default or "").startswith('"')


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name, a title and what it answers in plain words."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def run(self, store: GraphStore, values: Mapping[str, str] | None = None) -> Answer:
        """The answer for some values of its parameters; the others keep their defaults.

        Raises QueryError for a parameter that the query does not take.
        """
        sparql = self.sparql.replace(f"BASE <{DEFAULT_BASE}>", f"BASE <{store.base}>", 1)
        for name, value in (values or {}).items():
            parameter = self._parameter(name)
            terms = [text(value)] if parameter.takes_text else entities_called(value, store)
            before, _, after = _around(name, sparql)
            sparql = f"{before}VALUES ?{name} {{ {' '.join(map(str, terms))} }}{after}"
        return store.query(sparql)

    def _parameter(self, name: str) -> Parameter:
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(one.name for one in self.parameters)
        takes = f"it takes {known}" if known else "it takes none"
        raise QueryError(f"{self.name}: no parameter {name}; {takes}")


@cache
def load_queries() -> Mapping[str, NamedQuery]:
    """The queries that the package ships, by name, sorted."""
    files = sorted(_FOLDER.glob("*.rq"), key=lambda file: file.stem)
    return MappingProxyType(
        {file.stem: from_sparql(file.stem, file.read_text(encoding="utf-8")) for file in files}
    )


def find_query(name: str) -> NamedQuery:
    """A shipped query; raises QueryError where there is none of that name."""
    found = load_queries().get(name)
    if found is None:
        raise QueryError(f"no query is called {name}; there are {', '.join(load_queries())}")
    return found


def from_sparql(name: str, sparql: str) -> NamedQuery:
    """A query from a file's text, with what its first comments say."""
    comments = list(_head(sparql))
    parameters = [found.groups() for line in comments if (found := _PARAMETER.match(line))]
    words = [line for line in comments if line and not line.startswith("@")]
    return NamedQuery(
        name=name,
        title=words[0] if words else name,
        description=" ".join(words[1:]),
        parameters=tuple(Parameter(n, meaning, _default(n, sparql)) for n, meaning in parameters),
        sparql=sparql,
    )


def _head(sparql: str) -> Iterable[str]:
    for line in sparql.splitlines():
        if not line.startswith("#"):
            return
        yield line.lstrip("#").strip()


def _around(parameter: str, sparql: str) -> tuple[str, str, str]:
    """A query before, inside and after the braces that hold a parameter's default."""
    found = re.search(rf"VALUES\s+[?$]{parameter}\s*\{{\s*({_TERM})\s*\}}", sparql)
    if found is None:
        raise QueryError(f"parameter {parameter}: write VALUES ?{parameter} {{ UNDEF }} for it")
    return sparql[: found.start()], found[1], sparql[found.end() :]


def _default(parameter: str, sparql: str) -> str | None:
    _, default, _ = _around(parameter, sparql)
    return None if default == "UNDEF" else default


def entities_called(name: str, store: GraphStore) -> list[NamedNode]:
    """The entities that have a name, in any spelling, or an id or IRI; sorted."""
    keys = _keys(name)
    found = {node for node, own in _names(store) if not keys.isdisjoint(_keys(own))}
    return sorted(found, key=lambda node: node.value)


def _keys(name: str) -> set[str]:
    """What is equal for spellings of one name: capitals matter to folding, as "al-Homs" shows."""
    return {name.casefold(), fold(name) or name.casefold()}


def near_names(name: str, store: GraphStore) -> list[str]:
    """A few names in the graph that are spelt much like another, each in one spelling."""
    spellings = {fold(own): own for own in sorted({own for _, own in _names(store)}, reverse=True)}
    return get_close_matches(name, sorted(spellings.values()), n=3)


def _names(store: GraphStore) -> Iterator[tuple[NamedNode, str]]:
    """Every entity with its names, its id and its IRI."""
    answer = store.query(_NAMES)
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        node, name = row["entity"], row["name"]
        if isinstance(node, NamedNode) and isinstance(name, Literal | NamedNode):
            yield node, name.value
