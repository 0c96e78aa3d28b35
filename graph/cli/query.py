"""``allegiance query``: SPARQL questions to a graph."""

import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ..answers import FORMATS, FormatError, in_words, write_answer
from ..directory import open_directory
from ..queries import (
    NamedQuery,
    entities_called,
    find_query,
    from_sparql,
    load_queries,
    near_names,
)
from ..question import QueryError
from ..store import GraphStore, open_store
from .table import table, terminal_width
from .terminal import fold_lines, say
from .terminal import show as show_line


def _list(wanted: bool) -> None:
    if wanted:
        for line in listing(load_queries().values()):
            show_line(line)
        raise typer.Exit


def query(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The graph directory.")],
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="A SELECT, ASK, CONSTRUCT or DESCRIBE.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="Read it from here; - too.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Ask a query that is shipped.")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="A parameter of the query; one --param each."),
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="One of: table, csv, tsv, json, turtle.")
    ] = "table",
    strict: Annotated[
        bool, typer.Option("--strict", help="Leave out edges that are only reported.")
    ] = False,
    _listed: Annotated[
        bool,
        typer.Option("--list", callback=_list, is_eager=True, help="List the shipped queries."),
    ] = False,
) -> None:
    """Ask a graph in SPARQL, or with a query that is shipped.

    The usual prefixes (al:, rdf:, rdfs:, skos:, prov:, oa:) are known.

    Example: allegiance query graph --name pledges --param "to=Islamic State"
    """
    if format not in (*FORMATS, "table"):
        raise typer.BadParameter(f"no format {format}; one of: table, {', '.join(FORMATS)}")
    question = _question(sparql, file, name)
    if not question.sparql.strip():
        raise QueryError(f"{file or 'SPARQL'}: empty; query --list names queries to begin with")
    values = _values(param or ())
    open_directory(directory)
    store = open_store(directory)
    with _interruptible():
        _answer(question, values, store.strict() if strict else store, format)


def _question(sparql: str | None, file: Path | None, name: str | None) -> NamedQuery:
    if sum(given is not None for given in (sparql, file, name)) != 1:
        raise typer.BadParameter("give one of: a SPARQL text, --file, --name")
    if name is not None:
        return find_query(name)
    if sparql is not None:
        return from_sparql("query", sparql)
    assert file is not None
    return from_sparql(str(file), _read(file))


def _read(file: Path) -> str:
    data = sys.stdin.buffer.read() if file == Path("-") else file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: not UTF-8; save it as UTF-8") from error


def _values(given: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"--param {one}: write it as NAME=VALUE")
        if name in values:
            raise typer.BadParameter(f"--param {name}: given twice; a parameter takes one value")
        values[name] = value
    return values


@contextmanager
def _interruptible() -> Iterator[None]:
    """Lets Ctrl-C end a query that is at work in the engine: nothing is being written."""
    before = signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    except ValueError:  # not in the main thread, which alone gets Ctrl-C
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _answer(
    question: NamedQuery, values: Mapping[str, str], store: GraphStore, format: str
) -> None:
    answer = question.run(store, values)
    if format != "table":
        try:
            write_answer(answer, sys.stdout.buffer, format, store.base)
        except FormatError as error:
            raise typer.BadParameter(str(error)) from error
        return
    head, rows = in_words(answer, store.base)
    for line in table(head, rows, terminal_width()):
        show_line(line)
    say(f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}")
    if not rows:
        _suggest(values.values(), store)


def _suggest(names: Iterable[str], store: GraphStore) -> None:
    for name in names:
        if not entities_called(name, store):
            near = ", ".join(near_names(name, store)) or "nobody"
            say(f"nobody here is called {name}; near: {near}")


def listing(queries: Iterable[NamedQuery]) -> Iterator[str]:
    """The shipped queries: name, title, and their parameters with what they are."""
    for one in queries:
        yield f"{one.name}: {one.title}"
        yield fold_lines(one.description, "    ")
        for parameter in one.parameters:
            default = f" [{parameter.default}]" if parameter.default else ""
            yield fold_lines(f"--param {parameter.name}=...{default}  {parameter.meaning}", "    ")
