"""Text from bytes whose encoding nobody states.

1. A byte order mark decides.
2. Bytes that are valid UTF-8 are UTF-8: other encodings hardly ever are by chance.
3. NUL bytes in a regular rhythm are UTF-16 without a mark; any other NUL is no text.
4. The rest is guessed by charset-normalizer among the code pages of the field's languages.
"""

import codecs
import logging
import re
from contextlib import suppress

from .skipped import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CODE_PAGES = ["cp1252", "cp1256", "cp1251", "cp1254", "cp1250"]
SAMPLE = 200_000
"""Bytes that a guess looks at."""
UNFIT = re.compile("[\0\ud800-\udfff]")
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def marked_encoding(start: bytes) -> str | None:
    """Give the encoding that a byte order mark at the start states, or None."""
    return next((name for mark, name in MARKS if start.startswith(mark)), None)


def decode(data: bytes) -> str:
    """Give the text of a file; raise ``Unreadable`` for what is no text at all."""
    text = _decode(data)
    if "\0" in text or len(CONTROL.findall(text[:SAMPLE])) > len(text[:SAMPLE]) / 20:
        raise Unreadable("binary: not a text")
    return text


def _decode(data: bytes) -> str:
    encoding = marked_encoding(data) or _silent_utf16(data)
    if encoding:
        return data.decode(encoding, "replace")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    if b"\0" in data:
        raise Unreadable("binary: not a text")
    return data.decode(guess_encoding(data), "replace")


def _silent_utf16(data: bytes) -> str | None:
    even, odd = data[:SAMPLE:2], data[1:SAMPLE:2]
    if even.count(0) == 0 and odd.count(0) > len(odd) * 0.4:
        return "utf-16-le"
    if odd.count(0) == 0 and even.count(0) > len(even) * 0.4:
        return "utf-16-be"
    return None


def guess_encoding(data: bytes) -> str:
    """Give the likeliest code page of bytes that are not UTF-8; cp1252 where nothing fits."""
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    best = from_bytes(data[:SAMPLE], cp_isolation=CODE_PAGES).best()
    return best.encoding if best else "cp1252"


def clean(text: str) -> str:
    """Put U+FFFD where a character could not be written to a file; offsets stay as they are."""
    return UNFIT.sub("\ufffd", text)
