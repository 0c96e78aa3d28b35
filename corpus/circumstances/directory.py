"""A document's mentions, ready to be looked up by sentence and token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..mention import Chain, Mention


@dataclass(frozen=True, slots=True)
class Directory:
    """The document's mentions by sentence, and the chain that each belongs to."""

    text: str
    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    by_sentence: Mapping[int, tuple[int, ...]]
    chain_of: Mapping[int, Chain]


def list_mentions(text: str, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Directory:
    """The directory of a document."""
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(index)
    chain_of = {index: chain for chain in chains for index in chain.mentions}
    return Directory(
        text, mentions, chains, {k: tuple(v) for k, v in by_sentence.items()}, chain_of
    )


def mention_at(directory: Directory, sentence: int, token: int) -> int | None:
    """The mention whose head is the token, else the shortest name around it."""
    here = directory.by_sentence.get(sentence, ())
    for index in here:
        if directory.mentions[index].head == token:
            return index
    around = [
        index
        for index in here
        if directory.mentions[index].kind == "name"
        and directory.mentions[index].first <= token < directory.mentions[index].last
    ]
    return min(
        around,
        key=lambda i: directory.mentions[i].last - directory.mentions[i].first,
        default=None,
    )
