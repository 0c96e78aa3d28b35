"""``allegiance view``: the page of all or part of a graph."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..addresses import encode
from ..directory import load_knowledge
from ..finding import find
from ..knowledge import Knowledge
from ..page import render_page
from ..wholefile import write_whole
from .terminal import check_output, show


def view(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The graph directory.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to; else into DIR. - is stdout."
        ),
    ] = None,
    focus: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what is tied to this entity.")
    ] = None,
    hops: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="How far from it, in edges; 1 unless given."),
    ] = None,
) -> None:
    """Write the page of a graph, or of what lies around an entity.

    The page's path is printed.

    Example: allegiance view graph --focus "Islamic State" --hops 2 -o state.html
    """
    if hops is not None and focus is None:
        raise typer.BadParameter("--hops is counted from an entity: give --focus too")
    if output is not None and output != Path("-"):
        check_output(output)
    knowledge = load_knowledge(directory)
    centre = find(knowledge, focus)[0].id if focus is not None else None
    page = draw(knowledge, centre, 1 if hops is None else hops)
    if output == Path("-"):
        sys.stdout.buffer.write(page)
        return
    path = output or directory / page_name(centre)
    with write_whole(path) as stream:
        stream.write(page)
    show(str(path))


def draw(knowledge: Knowledge, centre: str | None, hops: int) -> bytes:
    """The page's bytes: all of the graph, or what lies around the entity with an id."""
    # Half a surrogate pair in an article cannot be written; one mark keeps the offsets.
    return render_page(knowledge, focus=centre, hops=hops).encode("utf-8", "replace")


def page_name(centre: str | None) -> str:
    """The page's file in the graph directory: a part never takes the place of the whole."""
    return "graph.html" if centre is None else f"graph-{encode(centre)[:120]}.html"
