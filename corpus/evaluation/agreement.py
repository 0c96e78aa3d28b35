"""How far two annotations of one article agree, and the sheets that a second annotator works on.

``python -m allegiance.corpus.evaluation.agreement sheet FILE`` prints an article with its mentions
and without its claims, its sentences numbered; with ``--plain`` without marks, too. A second
annotator who works on a sheet writes ``NUMBER + subject relation object ...`` lines; one who works
on a plain one writes a marked article of his own.

``python -m allegiance.corpus.evaluation.agreement compare FIRST SECOND`` prints what only one of
both has, and a line of counts: article, mentions of the first, of the second, of both, those of
both that are of one type, claims of the first, of the second, of both, and of those the ones that
agree in status and in date.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...ontology.vocabulary import load
from .gold import GoldClaim, GoldDocument
from .marking import parse_marked

_CLAIM = re.compile(r"(\d+)\s+\+\s+(.*)")
_MARK = re.compile(r"\[([^\[\]|]*)\|[^\[\]|]*\]")

_Edge = tuple[int, str, str, str]
"""Start of the sentence, subject, relation, object."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts over one article."""

    article: str
    mentions: tuple[int, int, int]
    """Of the first annotator, of the second, of both."""
    typed: int
    """Of the mentions of both, those whose entities have one type."""
    claims: tuple[int, int, int]
    status: int
    dates: int
    """Of the claims of both, those with one status, and with one date or none."""
    only_first: tuple[GoldClaim, ...]
    only_second: tuple[GoldClaim, ...]
    differing: tuple[tuple[GoldClaim, GoldClaim], ...]
    """Claims of both that differ in status, date, place or count."""


def compare(first: GoldDocument, second: GoldDocument) -> Agreement:
    """The agreement of two annotations of one text; raises ValueError where the texts differ."""
    if first.document.text != second.document.text:
        raise ValueError(f"{first.document.id}: the two annotations are of different texts")
    spans = {(m.start, m.end): m.entity for m in first.mentions}
    others = {(m.start, m.end): m.entity for m in second.mentions}
    both = spans.keys() & others.keys()
    known = _same_entities(spans, others)
    ours = {_edge(claim, {}): claim for claim in first.claims}
    theirs = {_edge(claim, known): claim for claim in second.claims}
    shared = sorted(ours.keys() & theirs.keys())
    pairs = [(ours[edge], theirs[edge]) for edge in shared]
    return Agreement(
        article=first.document.id,
        mentions=(len(spans), len(others), len(both)),
        typed=sum(first.entities[spans[s]].type == second.entities[others[s]].type for s in both),
        claims=(len(ours), len(theirs), len(shared)),
        status=sum(a.status == b.status for a, b in pairs),
        dates=sum(a.date == b.date for a, b in pairs),
        only_first=tuple(ours[edge] for edge in sorted(ours.keys() - theirs.keys())),
        only_second=tuple(theirs[edge] for edge in sorted(theirs.keys() - ours.keys())),
        differing=tuple((a, b) for a, b in pairs if _details(a, {}) != _details(b, known)),
    )


def _same_entities(
    spans: dict[tuple[int, int], str], others: dict[tuple[int, int], str]
) -> dict[str, str]:
    """For every entity of the second annotator, the one of the first that it mostly is."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for span in sorted(spans.keys() & others.keys()):
        votes[others[span]][spans[span]] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in votes.items()}


def _edge(claim: GoldClaim, known: dict[str, str]) -> _Edge:
    ends = [known.get(end, end) for end in (claim.subject, claim.object)]
    if load().relations[claim.relation].symmetric:
        ends.sort()
    return claim.start, ends[0], claim.relation, ends[1]


def _details(claim: GoldClaim, known: dict[str, str]) -> tuple[object, ...]:
    place = known.get(claim.place, claim.place) if claim.place else None
    return claim.status, claim.date, place, claim.count


def sheet(source: str, *, plain: bool = False) -> str:
    """An article for a second annotator: its sentences numbered, its claims left out."""
    lines = [line for line in source.splitlines() if not line.startswith("+ ")]
    if not plain:
        return "\n".join(_numbered(lines))
    text = "\n".join(lines)
    while (bare := _MARK.sub(r"\1", text)) != text:
        text = bare
    return text


def _numbered(lines: list[str]) -> Iterator[str]:
    number = 0
    for position, line in enumerate(lines):
        if position > lines[1:].index("---") + 1 and line.strip():
            number += 1
            yield f"{number}\t{line}"
        else:
            yield line


def with_claims(source: str, claims: str) -> str:
    """The article with the claims of a filled sheet; raises ValueError for a line that is none."""
    by_number: defaultdict[int, list[str]] = defaultdict(list)
    for line in filter(str.strip, claims.splitlines()):
        found = _CLAIM.match(line.strip())
        if not found:
            raise ValueError(f"not a line of a sheet: {line}")
        by_number[int(found[1])].append(f"+ {found[2]}")
    made: list[str] = []
    for line in sheet(source).splitlines():
        number, tab, text = line.partition("\t")
        made += [text, *by_number.pop(int(number), [])] if tab else [line]
    if by_number:
        raise ValueError(f"no sentence {min(by_number)}")
    return "\n".join(made) + "\n"


def listed(found: Agreement) -> Iterator[str]:
    """What the annotators see differently, a line each, and the counts."""
    for title, claims in (("first", found.only_first), ("second", found.only_second)):
        for claim in claims:
            yield f"only {title}: {_words(claim)} | {claim.quote}"
    for one, other in found.differing:
        yield f"differ: {_words(one)} <> {_words(other)} | {one.quote}"
    counts = (*found.mentions, found.typed, *found.claims, found.status, found.dates)
    yield "\t".join([found.article, *map(str, counts)])


def _words(claim: GoldClaim) -> str:
    details = [claim.status, claim.date or "", claim.place or "", str(claim.count or "")]
    return " ".join([claim.subject, claim.relation, claim.object, *filter(None, details)])


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    sheets = commands.add_parser("sheet", help="print an article without its claims")
    sheets.add_argument("file", type=Path)
    sheets.add_argument("--plain", action="store_true", help="without its marks, too")
    both = commands.add_parser("compare", help="compare an article with a second annotation")
    both.add_argument("first", type=Path)
    both.add_argument("second", type=Path)
    options = parser.parse_args()
    if options.command == "sheet":
        print(sheet(options.file.read_text("utf-8"), plain=options.plain))
    else:
        print("\n".join(listed(_compared(options.first, options.second))))


def _compared(first: Path, second: Path) -> Agreement:
    source, other = first.read_text("utf-8"), second.read_text("utf-8")
    marked = other if other.startswith("---") else with_claims(source, other)
    return compare(parse_marked(source), parse_marked(marked))


if __name__ == "__main__":
    main()
