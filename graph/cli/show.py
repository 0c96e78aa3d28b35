"""``allegiance show``: one entity in the terminal."""

from pathlib import Path
from typing import Annotated

import typer

from ...corpus.claim import Claim
from ...ontology.vocabulary import Vocabulary, load
from ..datewords import claim_date
from ..directory import load_knowledge
from ..knowledge import Knowledge
from ..portrait import Portrait, portray
from .terminal import columns, fold_lines, plain
from .terminal import show as show_line


def show(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The graph directory.")],
    name: Annotated[str, typer.Argument(help="An id or a name, in any spelling.")],
) -> None:
    """Show one person, group or place.

    Names, allegiances over time, and every claim with its quotes.

    Example: allegiance show graph "Islamic State"
    """
    knowledge = load_knowledge(directory)
    for line in lines(portray(knowledge, name), knowledge):
        show_line(line)


def lines(portrait: Portrait, knowledge: Knowledge) -> list[str]:
    """The portrait, line by line."""
    vocabulary = load()
    names = {entity.id: entity.name for entity in knowledge.entities}
    titles = {document.id: document.title for document in knowledge.documents}
    found = _head(portrait, vocabulary)
    if portrait.allegiances:
        rows = [_allegiance(claim, names, vocabulary) for claim in portrait.allegiances]
        found += ["", "Allegiances", *columns(rows)]
    found += ["", f"Claims: {len(portrait.claims):,}"]
    for claim in portrait.claims:
        found += ["", *_claim(claim, names, titles, vocabulary)]
    return found


def _head(portrait: Portrait, vocabulary: Vocabulary) -> list[str]:
    entity = portrait.entity
    kind = vocabulary.types[entity.type].label if entity.type in vocabulary.types else entity.type
    head = [plain(entity.name), f"  {plain(kind)}, {plain(entity.id)}"]
    if entity.unnamed:
        head.append("  known by this description in one article only")
    if entity.aliases:
        head.append(fold_lines("also: " + " / ".join(entity.aliases), "  "))
    others = [f"{plain(one.name)} ({plain(one.id)})" for one in portrait.namesakes]
    if others:
        head.append(fold_lines("not to be confused with: " + ", ".join(others), "  "))
    return head


def _allegiance(
    claim: Claim, names: dict[str, str], vocabulary: Vocabulary
) -> tuple[str, str, str, str, str]:
    relation = vocabulary.relations[claim.relation].label
    ends = names[claim.subject.id], names[claim.object.id]
    return claim.date or "undated", ends[0], relation, ends[1], claim.status


def _claim(
    claim: Claim,
    names: dict[str, str],
    titles: dict[str, str | None],
    vocabulary: Vocabulary,
) -> list[str]:
    relation = vocabulary.relations[claim.relation].label
    speaker = f" by {claim.attributed_to}" if claim.attributed_to else ""
    when = claim_date(claim.date, claim.date_text)
    document = claim.evidence[0].document
    title = titles.get(document)
    return [
        fold_lines(f"{names[claim.subject.id]} {relation} {names[claim.object.id]}", "  "),
        fold_lines(f"{claim.status}{speaker}; {when}", "    "),
        *(fold_lines(f"“{piece.quote}”", "    ") for piece in claim.evidence),
        fold_lines(f"{title} ({document})" if title else document, "    "),
    ]
