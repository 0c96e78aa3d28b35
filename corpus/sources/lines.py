"""The lines of a long file, one at a time, each within bounds."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .encoding import guess_encoding, marked_encoding
from .file import LARGEST


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number, from 1; ``text`` is None where it is too long to be held."""

    number: int
    text: str | None


def read_lines(stream: BinaryIO) -> Iterator[Line]:
    """Give the lines of a stream, line ends kept; never holds more than one."""
    first = stream.readline(LARGEST + 1)
    encoding = marked_encoding(first)
    if encoding and encoding.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(first, stream, encoding)
        return
    legacy: list[str] = []
    number, data = 1, first.removeprefix(codecs.BOM_UTF8)
    while data:
        yield Line(number, None if _overlong(data, stream) else _decode_line(data, legacy))
        number, data = number + 1, stream.readline(LARGEST + 1)


def _overlong(data: bytes, stream: BinaryIO) -> bool:
    if len(data) <= LARGEST:
        return False
    while data and not data.endswith(b"\n"):
        data = stream.readline(LARGEST)
    return True


def _decode_line(data: bytes, legacy: list[str]) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # One guess a file: lines are too short to be guessed one by one.
        if not legacy:
            legacy.append(guess_encoding(data))
        return data.decode(legacy[0], "replace")


def _wide_lines(first: bytes, stream: BinaryIO, encoding: str) -> Iterator[Line]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    number, held, data = 1, "", first
    while data or held:
        held += decoder.decode(data, final=not data)
        *lines, held = held.split("\n") if data else (held, "")
        for text in lines:
            yield Line(number, text + "\n" if len(text) <= LARGEST else None)
            number += 1
        if not data:
            return
        data = stream.read(65536)
