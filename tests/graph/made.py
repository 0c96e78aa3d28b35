"""Readings by hand, and readers for the plumbing: what a document says is stated, not read."""

import os
from collections.abc import Sequence
from hashlib import sha256

from allegiance.corpus.claim import Claim, End, Evidence, claim_id
from allegiance.corpus.document import Document
from allegiance.corpus.mention import Chain, Kind, Link, Mention
from allegiance.corpus.reading import Reading

PRONOUNS = {"he", "she", "it", "they"}

Said = tuple[str, list[str]]
"""A chain: its type, and its mentions in text order; names begin with a capital."""
Stated = tuple[int, str, int]
"""A claim: the chain of its subject, the relation, the chain of its object."""


def document(id: str, text: str, **known: str) -> Document:
    return Document(id, text, sha256(text.encode()).hexdigest(), **known)  # type: ignore[arg-type]


def reading(id: str, *said: Said, claims: Sequence[Stated] = (), **known: str) -> Reading:
    """A document of one sentence that names all mentions one after the other."""
    text = " ".join(name for _, names in said for name in names) + "."
    source = document(id, text, **known)
    mentions: list[Mention] = []
    chains: list[Chain] = []
    start = 0
    for type_id, names in said:
        indexes = []
        for name in names:
            indexes.append(len(mentions))
            mentions.append(_mention(name, type_id, start, len(mentions)))
            start += len(name) + 1
        chains.append(_chain(type_id, indexes, mentions))
    found = [_claim(source, claim, mentions, chains) for claim in claims]
    return Reading(source, tuple(mentions), tuple(chains), tuple(found))


def _mention(name: str, type_id: str, start: int, index: int) -> Mention:
    kind: Kind = "name" if any(word != word.lower() for word in name.split()[:2]) else "nominal"
    if name in PRONOUNS:
        kind = "pronoun"
    return Mention(0, index, index + 1, index, start, start + len(name), name, kind, type_id)


def _chain(type_id: str, indexes: list[int], mentions: list[Mention]) -> Chain:
    own = [mentions[index] for index in indexes]
    names = [mention.text for mention in own if mention.kind == "name"]
    best = (names or [own[0].text])[0]
    others = dict.fromkeys(m.text for m in own if m.kind != "pronoun" and m.text != best)
    links = tuple(Link(index, indexes[0], "same-name") for index in indexes[1:])
    return Chain(tuple(indexes), links, type_id, best, tuple(others), not names)


def _claim(source: Document, claim: Stated, mentions: list[Mention], chains: list[Chain]) -> Claim:
    first, relation, second = claim
    subject, target = (_end(number, mentions, chains) for number in (first, second))
    trigger = (len(source.text) - 1, len(source.text))
    whole = (0, len(source.text))
    return Claim(
        id=claim_id(
            source.id,
            whole,
            relation,
            (subject.start, subject.end),
            (target.start, target.end),
            trigger,
        ),
        subject=subject,
        relation=relation,
        object=target,
        status="asserted",
        attributed_to=None,
        date=None,
        date_text=None,
        date_rule=None,
        place=None,
        count=None,
        confidence=0.9,
        extractor="pattern:made",
        evidence=(Evidence(source.id, *whole, source.text),),
        trigger=trigger,
    )


def _end(number: int, mentions: list[Mention], chains: list[Chain]) -> End:
    chain = chains[number]
    mention = mentions[chain.mentions[0]]
    return End(
        name=chain.name,
        type=chain.type,
        aliases=chain.aliases,
        mention=mention.text,
        start=mention.start,
        end=mention.end,
        chain=number,
        unnamed=chain.unnamed,
    )


def read(source: Document) -> Reading:
    """A reader that knows one sentence: ``A joined B`` makes A a member of B."""
    if "explode" in source.text:
        raise ValueError("cannot read\nthis")
    if "die" in source.text:
        os._exit(3)
    subject, _, target = source.text.strip(" .\n").partition(" joined ")
    made = reading(
        source.id, ("Person", [subject]), ("ArmedGroup", [target]), claims=[(0, "member-of", 1)]
    )
    return Reading(source, made.mentions, made.chains, made.claims)
