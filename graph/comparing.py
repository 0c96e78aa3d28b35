"""Where the claims come from that are compared with annotated articles.

A graph directory's claims, with the judgements of its ledger; a file of claims as JSON Lines, ours
or anybody's; or, without either, what the reader says of the articles now.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from ..corpus.document import Document
from ..corpus.errors import GoldError, SourceError
from ..corpus.evaluation.candidate import Candidate, from_claim, read_candidates
from ..corpus.evaluation.gold import GoldDocument
from ..corpus.reading import Reading
from ..corpus.sources import Skipped
from .build import shipped_reader
from .directory import load_knowledge
from .workers import read_all

Tell = Callable[[Document | Skipped], None]


def read_source(source: Path, stdin: BinaryIO | None = None) -> tuple[Candidate, ...]:
    """The claims of a graph directory, of a JSON Lines file, or of standard input (``-``).

    Raises DirectoryError, SourceError or GoldError, which name what cannot be used.
    """
    if source.is_dir():
        return tuple(map(from_claim, load_knowledge(source).claims))
    if source == Path("-"):
        return tuple(read_candidates(stdin or sys.stdin.buffer, "-"))
    if not source.exists():
        raise SourceError(f"{source}: no such graph directory or file of claims")
    with source.open("rb") as stream:
        return tuple(read_candidates(stream, str(source)))


def read_again(
    golds: Sequence[GoldDocument], workers: int = 0, tell: Tell = lambda _: None
) -> tuple[Candidate, ...]:
    """What the reader says of annotated articles; an article that it fails on gives no claim.

    Raises GoldError where an article's text is not at hand.
    """
    textless = next((gold.document.id for gold in golds if not gold.document.text), None)
    if textless is not None:
        raise GoldError(f"{textless}: its text is not beside its annotation; name claims as SOURCE")
    reader = shipped_reader()
    documents = [gold.document for gold in golds]
    candidates: list[Candidate] = []
    for result in read_all(documents, reader.read, workers or os.cpu_count() or 1):
        tell(result.document if isinstance(result, Reading) else result)
        if isinstance(result, Reading):
            candidates += map(from_claim, result.claims)
    return tuple(candidates)
