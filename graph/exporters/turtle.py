"""Turtle: the union of all graphs, without their names."""

from pathlib import Path
from typing import BinaryIO

from ..addresses import DEFAULT_BASE
from ..knowledge import Knowledge
from ..rdf import to_quads
from ..turtle import turtle_lines
from ..wholefile import write_whole


def write(knowledge: Knowledge, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write the graph: sorted, with prefixes, the same bytes for the same knowledge."""
    stream.writelines(line.encode() for line in turtle_lines(to_quads(knowledge, base), base))


def write_turtle(knowledge: Knowledge, path: Path, base: str = DEFAULT_BASE) -> None:
    """Write the graph to a file, whole or not at all."""
    with write_whole(path) as stream:
        write(knowledge, stream, base)
