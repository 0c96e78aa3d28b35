"""N-Quads: one quad a line, for machines and for ``sort`` and ``diff``."""

from typing import BinaryIO

from ..addresses import DEFAULT_BASE
from ..knowledge import Knowledge
from ..rdf import to_quads


def write(knowledge: Knowledge, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write the quads of all graphs, sorted."""
    lines = sorted({f"{quad} .\n" for quad in to_quads(knowledge, base)})
    stream.writelines(line.encode() for line in lines)
