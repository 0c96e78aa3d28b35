"""``allegiance export``: a graph in a format for other tools."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..directory import load_knowledge, open_directory, read_base
from ..exporters import FORMATS
from ..wholefile import write_whole
from .terminal import check_output, say


def export(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The graph directory.")],
    format: Annotated[str, typer.Option(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; else stdout.")
    ] = None,
) -> None:
    """Export all of a graph.

    Example: allegiance export graph --format graphml -o graph.graphml
    """
    write = FORMATS.get(format)
    if write is None:
        raise typer.BadParameter(f"no format {format}; one of: {', '.join(FORMATS)}")
    to_stdout = output is None or output == Path("-")
    if output is not None and not to_stdout:
        check_output(output)
    base, knowledge = read_base(open_directory(directory)), load_knowledge(directory)
    if output is None or to_stdout:
        write(knowledge, sys.stdout.buffer, base)
        return
    with write_whole(output) as stream:
        write(knowledge, stream, base)
    say(f"{len(knowledge.claims):,} claims written to {output}")
