"""``allegiance stats``: a graph in numbers."""

from pathlib import Path
from typing import Annotated

import typer

from ...ontology.vocabulary import load
from ..counts import Counts, Table, count
from ..directory import load_knowledge
from .terminal import columns, show


def stats(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The graph directory.")],
) -> None:
    """Count documents, entities and claims, and list the most claimed.

    Example: allegiance stats graph
    """
    for line in lines(count(load_knowledge(directory))):
        show(line)


def lines(counts: Counts) -> list[str]:
    """The numbers, line by line."""
    vocabulary = load()
    types = {kind.id: kind.label for kind in vocabulary.types.values()}
    return [
        f"Documents: {counts.documents:,}, of them {counts.dated_documents:,} dated",
        f"Entities: {counts.entities:,}, of them {counts.unnamed:,} unnamed",
        *_table(tuple((types.get(kind, kind), number) for kind, number in counts.types)),
        f"Claims: {counts.claims:,}, of them {counts.dated_claims:,} dated and "
        f"{counts.attributed_claims:,} attributed",
        *_table(counts.relations),
        "Statuses:",
        *_table(counts.statuses),
        "In most claims:",
        *columns([(entity.name, f"{number:,}") for entity, number in counts.connected]),
    ]


def _table(table: Table) -> list[str]:
    return columns([(name, f"{number:,}") for name, number in table])
