"""From what a user names to the documents in it.

1. ``-`` is JSON Lines on standard input; a file is read by its suffix; a folder is walked in
   sorted order, hidden files left out, no folder twice; anything else is a glob.
2. Every file gives documents through its format's reader. A file that gives none is named.
3. A document without text, or not in English, is named and left out.
"""

import glob
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from ..document import Document
from ..errors import SourceError
from ..language import foreign_language
from . import docx, html, pdf, table, text, warc
from .encoding import clean
from .file import SourceFile, check_regular
from .skipped import Skipped, Unreadable

Read = Callable[[SourceFile], Iterator[Document | Skipped]]
FORMATS = (text, html, pdf, docx, table, warc)
READERS: Mapping[str, Read] = {
    suffix: module.read for module in FORMATS for suffix in module.SUFFIXES
}


def read_sources(
    sources: Sequence[str], *, stdin: BinaryIO | None = None
) -> Iterator[Document | Skipped]:
    """Give every document of the sources, and a ``Skipped`` for each that cannot be read.

    Documents come lazily, in the order of the sources and sorted inside folders. Raises
    ``SourceError`` at once where a source does not exist.
    """
    found = [(source, _find(source)) for source in sources]
    return (
        _judge(item)
        for source, paths in found
        for item in (_read_stdin(stdin) if source == "-" else _read_paths(source, paths))
    )


def _find(source: str) -> list[Path]:
    """Give the paths that a source names, sorted; raise ``SourceError`` where there is none."""
    if source == "-":
        return []
    try:
        if Path(source).exists() or Path(source).is_symlink():
            return [Path(source)]
        # Path.glob refuses patterns that begin at the root.
        names = glob.glob(source, recursive=True)  # noqa: PTH207
        paths = [Path(name) for name in sorted(names)]
    except (OSError, ValueError) as error:
        raise SourceError(f"{clean(source)!r} is no path: {error}") from error
    if not paths:
        raise SourceError(f"{clean(source)}: no such file or folder; check the path")
    return paths


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Document | Skipped]:
    return table.read_jsonl(sys.stdin.buffer if stdin is None else stdin, "-")


def _read_paths(source: str, paths: Sequence[Path]) -> Iterator[Document | Skipped]:
    base = _base(source)
    seen: set[Path] = set()
    for path in paths:
        for file in _walk(path, base, seen):
            yield from _read_file(file)


def _base(source: str) -> Path:
    """Give the folder that names are relative to: the folder itself, else what holds the file."""
    path = Path(source)
    if path.is_dir():
        return path
    if path.exists() or path.is_symlink():
        return path.parent
    fixed = []
    for part in path.parts[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _walk(path: Path, base: Path, seen: set[Path]) -> Iterator[SourceFile]:
    if not path.is_dir():
        yield SourceFile(path, clean(path.relative_to(base).as_posix()))
        return
    real = path.resolve()
    if real in seen:
        return  # a link back to a folder that was walked
    seen.add(real)
    for child in sorted(path.iterdir(), key=lambda child: child.name):
        if not child.name.startswith("."):
            yield from _walk(child, base, seen)


def _read_file(file: SourceFile) -> Iterator[Document | Skipped]:
    suffixes = [suffix.lower() for suffix in file.path.suffixes]
    read = READERS.get("".join(suffixes[-2:])) or READERS.get("".join(suffixes[-1:]))
    if read is None:
        yield Skipped(file.name, "not a format that is read: " + " ".join(sorted(READERS)))
        return
    try:
        check_regular(file)
        yield from read(file)
    except Unreadable as error:
        yield Skipped(file.name, str(error))
    except OSError as error:
        yield Skipped(file.name, f"cannot be read: {error.strerror or type(error).__name__}")


def _judge(item: Document | Skipped) -> Document | Skipped:
    if isinstance(item, Skipped):
        return item
    if not item.text.strip():
        return Skipped(item.id, "empty")
    language = foreign_language(item.text)
    return Skipped(item.id, f"not in English but in {language!r}") if language else item
