"""JSON Lines: one claim a line, as ``corpus/claim.schema.json`` states it."""

import json
from typing import BinaryIO

from ...corpus.claim import Claim, to_dict
from ..addresses import DEFAULT_BASE
from ..knowledge import Knowledge

_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x7f\x85\u2028\u2029"}


def write(knowledge: Knowledge, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write the claims in their order: by document, then position. Ids need no base."""
    stream.writelines(_line(claim) for claim in knowledge.claims)


def _line(claim: Claim) -> bytes:
    row = to_dict(claim)
    # Some readers end a line at these marks, so they are escaped inside strings.
    line = json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS)
    try:
        return f"{line}\n".encode()
    except UnicodeEncodeError:  # half a surrogate pair: only an escape can say it
        return f"{json.dumps(row)}\n".encode()
