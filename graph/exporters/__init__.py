"""Every format that a graph goes out in, one file a format.

Each module has ``write(knowledge, stream, base)``, which writes bytes to an open stream.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO

from ..knowledge import Knowledge
from . import graphml, jsonl, nquads, trig, turtle

Writer = Callable[[Knowledge, BinaryIO, str], None]

FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "turtle": turtle.write,
        "trig": trig.write,
        "nquads": nquads.write,
        "jsonl": jsonl.write,
        "graphml": graphml.write,
    }
)
"""Each format's name, as ``allegiance export --format`` takes it, and its writer."""
