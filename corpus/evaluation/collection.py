"""Annotated articles at a path, whatever form they are in, and the parts that they are kept in."""

from collections.abc import Mapping
from pathlib import Path

from ..errors import GoldError, SourceError
from .annotated import PARTS_FILE, TRAINING, files_of, held_out, read_annotated
from .exam import gold_files, read_exam
from .gold import GoldDocument

PARTS = (TRAINING, "looking", "reporting")
"""What nobody is tested on, what may be looked at, and what gives figures alone."""


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """The annotated articles of a file or a folder.

    Raises SourceError where nothing is there, GoldError where a file is faulty or none is found.
    """
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder; name annotated articles")
    try:
        found = read_exam(path) if gold_files(path) else _read_marked(path)
    except ValueError as error:
        raise GoldError(" ".join(str(error).split())) from error
    if not found:
        raise GoldError(f"{path}: no annotated articles; they end in .txt (marked) or .json")
    seen: set[str] = set()
    for gold in found:
        if gold.document.id in seen:
            raise GoldError(f"{path}: two articles have the id {gold.document.id}; rename one")
        seen.add(gold.document.id)
    return found


def _read_marked(path: Path) -> tuple[GoldDocument, ...]:
    if path.is_file() and path.suffix != ".txt":
        raise ValueError(f"{path}: annotated articles end in .txt (marked) or .json")
    return read_annotated(files_of([path]))


def parts_of(golds: tuple[GoldDocument, ...], path: Path) -> Mapping[str, str]:
    """The part of every article by its id; empty where no ``parts.yml`` stands at or above them.

    Raises GoldError where that file is faulty.
    """
    whole = path.resolve()
    file = next((f for p in (whole, *whole.parents) if (f := p / PARTS_FILE).is_file()), None)
    if file is None:
        return {}
    part_of = held_out(file)
    return {gold.document.id: part_of.get(gold.conflict, TRAINING) for gold in golds}
