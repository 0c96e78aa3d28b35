"""``allegiance check``: whether a graph keeps the shapes of the ontology."""

from pathlib import Path
from typing import Annotated

import typer

from ..answers import shorten
from ..directory import open_directory
from ..store import open_store
from ..validation import Violation, find_violations
from .terminal import plain, say
from .terminal import show as show_line


def check(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The graph directory.")],
) -> None:
    """Hold a graph against the shapes of the ontology (SHACL).

    The exit code is 1 where a shape is violated.

    Example: allegiance check graph
    """
    open_directory(directory)
    store = open_store(directory)
    say(f"checking {len(store.store):,} triples")
    found = find_violations(store)
    for violation in found:
        show_line(line(violation, store.base))
    say(f"{len(found):,} violations" if found else "every shape is kept")
    if found:
        raise typer.Exit(1)


def line(violation: Violation, base: str) -> str:
    """A violation in one line: the node, its property, what is wrong, the value."""
    where = shorten(violation.node, base)
    path = f" {shorten(violation.path, base)}" if violation.path else ""
    value = f": {shorten(violation.value, base)}" if violation.value else ""
    return plain(f"{where}{path}: {violation.message}{value}")
