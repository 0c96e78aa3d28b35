"""Universal Dependencies files into examples, names on them included."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..reader.hyphens import binds
from .example import Example

UNER_LABELS = frozenset({"PER", "LOC", "ORG"})


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a CoNLL-U file."""

    form: str
    upos: str
    head: int
    relation: str
    glued: bool
    """No space follows."""


def read_treebank(path: Path, names: Path | None = None) -> list[Example]:
    """Sentences of a CoNLL-U file, with the names of an IOB2 file for the same sentences.

    Articles are joined to their names by the reader's own rule.
    """
    tagged = dict(_read_names(names)) if names else {}
    return [_example(rows, tagged.get(key, ())) for key, rows in _sentences(path)]


def _sentences(path: Path) -> Iterator[tuple[str, list[Row]]]:
    for block in blocks(path):
        cells = [line.split("\t") for line in block if line[0] != "#"]
        rows = [_row(cell) for cell in cells if cell[0].isdigit()]
        if rows:
            yield _key(block), rows


def blocks(path: Path) -> Iterator[list[str]]:
    """Lines of each sentence of a file, comments first."""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        if lines != [""]:
            yield lines


def _key(block: Sequence[str]) -> str:
    return next((line.split("=", 1)[1].strip() for line in block if "# sent_id" in line), "")


def _row(cell: Sequence[str]) -> Row:
    return Row(cell[1], cell[3], int(cell[6]), cell[7], "SpaceAfter=No" in cell[9])


def _read_names(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in blocks(path):
        tags = [line.split("\t")[2] for line in block if line[0] != "#"]
        yield _key(block), tuple(t if t[2:] in UNER_LABELS else "O" for t in tags)


def _example(rows: list[Row], names: Sequence[str]) -> Example:
    groups = list(_groups(rows))
    named = len(names) == len(rows)
    example = Example(
        words=tuple("".join(row.form for row in rows[a:b]) for a, b in groups),
        upos=tuple(rows[_main(rows, a, b)].upos for a, b in groups),
        relations=tuple(rows[_main(rows, a, b)].relation for a, b in groups),
        heads=_heads(rows, groups),
    )
    tags = {"uner": tuple(names[a] for a, _ in groups)} if named else {}
    return replace(example, tags=tags)


def _groups(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Runs of rows that make one word: mostly of one row, longer where a hyphen binds."""
    start = 0
    while start < len(rows):
        end = start + 1
        while _is_bound(rows, end):
            end += 2
        yield start, end
        start = end


def _is_bound(rows: Sequence[Row], end: int) -> bool:
    if end + 1 >= len(rows) or rows[end].form != "-":
        return False
    glued = rows[end - 1].glued and rows[end].glued
    return glued and binds(rows[end - 1].form, rows[end + 1].form)


def _main(rows: Sequence[Row], start: int, end: int) -> int:
    """The row of a group that hangs outside of it: the name itself, where it does."""
    outside = [i for i in range(start, end) if not start < rows[i].head <= end]
    return outside[-1]


def _heads(rows: Sequence[Row], groups: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    place: Mapping[int, int] = {i: g for g, (a, b) in enumerate(groups, 1) for i in range(a, b)}
    mains = (rows[_main(rows, a, b)].head for a, b in groups)
    return tuple(place[head - 1] if head else 0 for head in mains)
