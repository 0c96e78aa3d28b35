"""Speed of a build: documents a second read, resolved and written; run it with ``make bench``.

Builds a graph of the sample articles, repeated under new ids, then builds it again to show what a
build costs that has nothing to read.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from json import dumps
from pathlib import Path
from time import perf_counter

from allegiance.corpus.document import Document
from allegiance.corpus.sources import read_sources
from allegiance.graph.build import Options, Summary, build

DISPATCHES = Path(__file__).parents[2] / "corpus" / "dispatches"
COPIES = 10


def copies(number: int) -> Iterator[Document]:
    """The sample articles, ``number`` times, each time under other ids."""
    for copy in range(number):
        for item in read_sources([str(DISPATCHES)]):
            assert isinstance(item, Document)
            yield replace(item, id=f"{copy}/{item.id}")


def row(document: Document) -> str:
    """A document as a line of JSON."""
    fields = ("id", "text", "title", "date", "publisher")
    return dumps({field: getattr(document, field) for field in fields}) + "\n"


def timed(lines: bytes, path: Path) -> tuple[Summary, float]:
    """A build and how many seconds it took."""
    start = perf_counter()
    summary = build(["-"], path, Options(stdin=BytesIO(lines)))
    return summary, perf_counter() - start


def main(number: int) -> None:
    """Builds twice and prints."""
    lines = "".join(map(row, copies(number))).encode()
    with tempfile.TemporaryDirectory() as folder:
        first, reading = timed(lines, Path(folder) / "graph")
        again, renewing = timed(lines, Path(folder) / "graph")
    assert again.read == 0
    claims, words = len(first.knowledge.claims), len(lines.split())
    print(f"first build: {first.read} documents, {words:,} words, {claims:,} claims")
    print(f"  {reading:.1f} s, {first.read / reading:.1f} documents/s")
    print(f"second build, nothing to read: {renewing:.1f} s")
    parent, workers = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory: {parent:.0f} MB, largest worker {workers:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
