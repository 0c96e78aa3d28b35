"""TriG: Turtle with the names of the graphs."""

from typing import BinaryIO

from ..addresses import DEFAULT_BASE
from ..knowledge import Knowledge
from ..rdf import to_quads
from ..turtle import trig_lines


def write(knowledge: Knowledge, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write every graph under its name, sorted."""
    stream.writelines(line.encode() for line in trig_lines(to_quads(knowledge, base), base))
