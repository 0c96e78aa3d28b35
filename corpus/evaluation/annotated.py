"""The annotated articles of this project, and a check of them by eye and by rule.

``python -m allegiance.corpus.evaluation.annotated FILE_OR_FOLDER...`` prints what is wrong, and
counts what is there.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from ..errors import GoldError
from .gold import GoldDocument
from .marking import MarkingError, parse_marked

FOLDER = Path(__file__).parents[1] / "annotated"
"""Where they lie in a checkout; not part of the installed package."""
PARTS_FILE = "parts.yml"
TRAINING = "training"
"""The part of whatever is not held out."""


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The marked files among files and folders, each once, in order."""
    found = (f for p in paths for f in (p.rglob("*.txt") if p.is_dir() else [p]))
    return sorted(set(found))


def read_annotated(paths: Iterable[Path] = (FOLDER,)) -> tuple[GoldDocument, ...]:
    """The articles in order of their files; raises ValueError that names the first faulty file."""
    return tuple(_read(path) for path in files_of(paths))


def held_out(file: Path) -> Mapping[str, str]:
    """The part of every conflict that is held out; raises GoldError for a faulty ``parts.yml``."""
    try:
        found = yaml.safe_load(file.read_text("utf-8"))
        return {str(name): str(part) for part, names in found.items() for name in names}
    except (yaml.YAMLError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise GoldError(f"{file}: not parts with lists of conflicts; mend it") from error


def part_of(gold: GoldDocument, folder: Path = FOLDER) -> str:
    """``training``, ``looking`` or ``reporting``."""
    return _held_out_in(folder).get(gold.conflict, TRAINING)


@cache
def _held_out_in(folder: Path) -> Mapping[str, str]:
    return held_out(folder / PARTS_FILE)


def _read(path: Path) -> GoldDocument:
    try:
        return parse_marked(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8; save it as UTF-8") from error
    except MarkingError as error:
        raise ValueError(f"{path}: {error}") from error


def problems_of(paths: Iterable[Path]) -> Iterator[str]:
    """``file:line: what is wrong`` for everything that is."""
    ids: dict[str, Path] = {}
    for path in files_of(paths):
        try:
            gold = parse_marked(path.read_text("utf-8"))
        except UnicodeDecodeError:
            yield f"{path}:1: not UTF-8; save it as UTF-8"
            continue
        except MarkingError as error:
            yield from (f"{path}:{p.line}: {p.message}" for p in error.problems)
            continue
        if gold.document.id != path.stem:
            yield f"{path}:1: its id is {gold.document.id}, not the file's name"
        if gold.document.id in ids:
            yield f"{path}:1: {ids[gold.document.id]} has the same id"
        ids[gold.document.id] = path


def counts(documents: Sequence[GoldDocument]) -> str:
    """How much there is, in lines for the eye."""
    claims = [claim for gold in documents for claim in gold.claims]
    words = sum(len(gold.document.text.split()) for gold in documents)
    relations = Counter(claim.relation for claim in claims)
    status = Counter[str](claim.status for claim in claims)
    kinds = Counter[str](mention.kind for gold in documents for mention in gold.mentions)
    empty = sum(not gold.claims for gold in documents)
    dated = sum(claim.date is not None for claim in claims)
    return "\n".join(
        [
            f"{len(documents)} articles ({empty} without a claim), {words} words",
            f"mentions: {_listed(kinds)}; entities: {sum(len(g.entities) for g in documents)}",
            f"claims: {len(claims)} ({_listed(status)}; {dated} dated)",
            f"relations: {_listed(relations)}",
        ]
    )


def _listed(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.most_common())


def main() -> None:
    """Check the files and folders of the command line."""
    paths = [Path(name) for name in sys.argv[1:]] or [FOLDER]
    problems = list(problems_of(paths))
    print("\n".join(problems) if problems else counts(read_annotated(paths)))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
