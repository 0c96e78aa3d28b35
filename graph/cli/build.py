"""``allegiance build``: articles in, a graph directory out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ...corpus.document import Document
from ...corpus.sources import Skipped
from ..build import Options, Summary
from ..build import build as build_graph
from ..errors import GraphError
from .terminal import columns, plain, say, show


def build(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders or globs of articles (.txt .md .html .pdf .docx .jsonl .csv "
            ".warc .warc.gz); - reads JSON Lines from standard input.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The graph directory.")
    ],
    workers: Annotated[
        int, typer.Option(min=0, help="Processes that read; 0 is one a processor.")
    ] = 0,
    prune: Annotated[
        bool, typer.Option("--prune", help="Forget documents that the sources no longer hold.")
    ] = False,
    base: Annotated[
        str | None,
        typer.Option(metavar="IRI", help="Base of all addresses; kept for later commands."),
    ] = None,
) -> None:
    """Read articles and build the graph of what they say.

    Only new and changed articles are read; a build that was stopped goes on where it was.

    Example: allegiance build articles/ more.jsonl -o graph
    """
    progress = Progress()
    options = Options(workers=workers, prune=prune, base=base)
    summary = build_graph(sources, output, options, tell=progress.tell)
    progress.end()
    for line in report(summary):
        show(line)
    if not summary.counts.documents:
        raise GraphError(f"{output}: no article could be read, so the graph is empty")


class Progress:
    """A line on stderr that counts; where nobody watches, only what is skipped is told."""

    def __init__(self) -> None:
        """Counts from nothing."""
        self.read = 0
        self.watched = sys.stderr.isatty()

    def tell(self, item: Document | Skipped) -> None:
        """Notes a document."""
        if isinstance(item, Skipped):
            self.end()
            say(f"skipped {item}")
        else:
            self.read += 1
        if self.watched:
            words = plain(f"read {self.read:,}: {item.id if isinstance(item, Document) else ''}")
            typer.echo(f"\r\x1b[K{words[:78]}", err=True, nl=False)

    def end(self) -> None:
        """Clears the line."""
        if self.watched:
            typer.echo("\r\x1b[K", err=True, nl=False)


def report(summary: Summary) -> list[str]:
    """The summary of a build, line by line."""
    counts = summary.counts
    return [
        f"Documents: {_documents(summary)}",
        *(
            f"  {plain(given)}: came with another text, kept as {plain(kept)}"
            for given, kept in summary.renamed
        ),
        f"Entities: {counts.entities:,}, of them {counts.unnamed:,} unnamed",
        f"Claims: {counts.claims:,}",
        *columns([(relation, f"{number:,}") for relation, number in counts.relations]),
        *(f"Ledger: {plain(words)}" for words in summary.remarks),
        f"Page: {summary.directory.page}",
    ]


def _documents(summary: Summary) -> str:
    parts = [
        f"{summary.read:,} read",
        f"{summary.unchanged:,} unchanged",
        f"{len(summary.skipped):,} skipped",
    ]
    if summary.repeated:
        parts.append(f"{summary.repeated:,} repeated")
    if summary.forgotten:
        parts.append(f"{summary.forgotten:,} forgotten")
    return f"{', '.join(parts)}; {summary.counts.documents:,} in the graph"
