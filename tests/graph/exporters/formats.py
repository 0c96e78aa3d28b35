"""What all formats are tried on."""

import io

from allegiance.graph.addresses import DEFAULT_BASE
from allegiance.graph.exporters import FORMATS
from allegiance.graph.knowledge import Knowledge


def written(format: str, knowledge: Knowledge, base: str = DEFAULT_BASE) -> bytes:
    """The bytes of an export."""
    stream = io.BytesIO()
    FORMATS[format](knowledge, stream, base)
    return stream.getvalue()
