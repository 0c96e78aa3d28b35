"""The store: an Oxigraph database in the graph directory, derived from readings and decisions.

``DIR/store/`` holds a directory a version and the file ``current``, which names the one to read.

1. A new version is written beside the old ones, where nobody reads.
2. ``current`` is replaced in one step. Who is killed before leaves the old version standing.
3. Versions before the last one are removed: a reader may still have the last one open.

The store is opened to be read only, and answers questions only: nothing that a query says can
change it or reach the network.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
)

from .addresses import DEFAULT_BASE, Addresses
from .errors import GraphError
from .knowledge import Knowledge
from .question import QueryError, chooses_graphs, refuse_network
from .rdf import to_quads
from .terms import PREFIXES
from .wholefile import write_whole

Answer = QuerySolutions | QueryBoolean | QueryTriples
_POINTER = "current"
_VERSION = "version-"


class StoreError(GraphError):
    """There is no store to read; the message names the directory and what to do."""


@dataclass(frozen=True, slots=True)
class GraphStore:
    """A store that answers SPARQL queries."""

    store: Store
    base: str = DEFAULT_BASE

    def query(self, sparql: str) -> Answer:
        """The answer, over the union of all graphs or over those that the query names.

        Raises QueryError where the text is no SPARQL query, or is one that asks the network.
        The prefixes of the graph and its base need no declaration.
        """
        refuse_network(sparql)
        try:
            return self.store.query(
                sparql,
                base_iri=self.base,
                prefixes=PREFIXES,
                use_default_graph_as_union=not chooses_graphs(sparql),
            )
        except SyntaxError as error:
            raise QueryError.from_syntax(error) from error

    def strict(self) -> "GraphStore":
        """The same without the edges that are only reported; the claims all stay.

        A copy in memory: a union that leaves one of thousands of graphs out is far slower.
        """
        reported = NamedNode(Addresses(self.base).reported)
        copy = Store()
        copy.bulk_extend(quad for quad in self.store if quad.graph_name != reported)
        return GraphStore(copy, self.base)


def in_memory(knowledge: Knowledge, base: str = DEFAULT_BASE) -> GraphStore:
    """A store of the knowledge that leaves nothing on disk."""
    store = Store()
    store.bulk_extend(to_quads(knowledge, base))
    return GraphStore(store, base)


def write_store(knowledge: Knowledge, directory: Path, base: str = DEFAULT_BASE) -> None:
    """Write the store of a graph directory anew; until the end, readers see the old one."""
    home = directory / "store"
    home.mkdir(parents=True, exist_ok=True)
    before = _current(home)
    version = Path(mkdtemp(prefix=_VERSION, dir=home))
    _fill(version, knowledge, base)
    with write_whole(home / _POINTER) as stream:
        stream.write(f"{version.name}\n{base}\n".encode())
    for old in home.glob(f"{_VERSION}*"):
        if old.name not in {version.name, before}:
            shutil.rmtree(old, ignore_errors=True)


def _fill(version: Path, knowledge: Knowledge, base: str) -> None:
    store = Store(str(version))
    store.bulk_extend(to_quads(knowledge, base))
    store.flush()
    del store  # closes it


def open_store(directory: Path) -> GraphStore:
    """The store of a graph directory, to be read only; raises StoreError where there is none."""
    home = directory / "store"
    name = _current(home)
    if name is None or not (home / name).is_dir():
        raise StoreError(
            f"{directory}: no database; build again with: allegiance build SOURCE -o {directory}"
        )
    try:
        return GraphStore(Store.read_only(str(home / name)), _base(home))
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(
            f"{home}: the database cannot be read ({error}); delete it and build again"
        ) from error


def has_store(directory: Path) -> bool:
    """Whether a graph directory has a store that can be opened."""
    name = _current(directory / "store")
    return name is not None and (directory / "store" / name).is_dir()


def _pointer(home: Path) -> list[str]:
    try:
        return (home / _POINTER).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _current(home: Path) -> str | None:
    """The version that is read; never a path that leads out of the store."""
    name = next(iter(_pointer(home)), "")
    return name if name.startswith(_VERSION) and Path(name).name == name else None


def _base(home: Path) -> str:
    return next(iter(_pointer(home)[1:]), DEFAULT_BASE)
