"""Plain text and Markdown, with or without YAML front matter between lines of ``---``."""

import re
from collections.abc import Iterator

import yaml

from ..document import Document
from .draft import Draft, finish
from .encoding import decode
from .file import SourceFile, read_bytes
from .skipped import Unreadable

SUFFIXES = (".txt", ".md")
FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,65536}?)^(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.S | re.M)
NEWLINES = re.compile(r"\r\n?")


def read(file: SourceFile) -> Iterator[Document]:
    """Give the document of a text file; line ends become ``\\n``."""
    data = read_bytes(file)
    text = NEWLINES.sub("\n", decode(data))
    known, start = split_front_matter(text)
    yield finish(Draft(file.name, text[start:], data, known))


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    """Give what the front matter states, and where the text behind it begins.

    Raises ``Unreadable`` for front matter that is not YAML; a rule of dashes is no front matter.
    """
    found = FRONT_MATTER.match(text)
    stated = _load(found[1]) if found else None
    if found is None or not isinstance(stated, dict):
        return {}, 0
    scalars = {k: v for k, v in stated.items() if isinstance(k, str) and isinstance(v, str)}
    return scalars, found.end()


def _load(front: str) -> object:
    try:
        # BaseLoader keeps every scalar as written ("003", "2014-12") and builds no objects.
        return yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise Unreadable(f"its front matter is not YAML (line {line})") from error
