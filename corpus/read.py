"""From a document to its reading: what it mentions, and what it claims.

1. the outline leaves out boilerplate and datelines;
2. the embedded reader gives sentences with trees and tagged spans;
3. mentions are found, and resolved to chains inside the document;
4. patterns over the trees give relations between mentions;
5. circumstances (status, speaker, date, place, count) make claims of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from .circumstances.description import Circumstances, describe
from .claim import Claim, End, Evidence, claim_id
from .coreference.resolution import resolve_mentions
from .document import Document
from .layout.outline import outline
from .mention import Chain, Mention
from .mentions import find_mentions
from .reader.reader import load_reader
from .reading import Reading
from .relation import Relation
from .relations.finding import find_relations
from .relations.weighing import MODEL
from .sentence import Sentence

Find = Callable[[Sequence[Sentence], Sequence[Mention], Sequence[Chain]], tuple[Relation, ...]]
"""Gives the relations between the mentions of a document."""


def read_document(document: Document, find: Find = find_relations) -> Reading:
    """The document's mentions, chains and claims, in text order."""
    plan = outline(document)
    sentences = load_reader().read(document.text, plan.skip)
    mentions = find_mentions(sentences, document.text)
    chains = resolve_mentions(sentences, mentions)
    relations = find(sentences, mentions, chains)
    circumstances = describe(sentences, mentions, chains, relations, plan, document)
    ends = _ends(mentions, chains)
    found = [
        _claim(document, sentences[relation.sentence], relation, ends, about)
        for relation, about in zip(relations, circumstances, strict=True)
        if about is not None and relation.subject in ends and relation.object in ends
    ]
    dated = document if document.date else replace(document, date=plan.date)
    return Reading(dated, mentions, chains, _in_order(found))


_APART = frozenset({"annotated", "dispatches", "evaluation", "reader", "sources", "training"})
"""Rooms that do not bear on a reading, or that state a version of their own."""


_BEARING = ("*.py", "*.yml", "*.onnx", "*.npz", "model.json")
"""Files that bear on a reading: code, data, models."""


@cache
def reading_version() -> str:
    """A hash of the model, the code and the data that readings depend on."""
    digest = sha256(load_reader().version.encode())
    room = Path(__file__).parent
    for path in sorted(path for kind in _BEARING for path in room.rglob(kind)):
        if path.relative_to(room).parts[0] in _APART:
            continue
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _in_order(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims by position, each once."""
    by_id = {claim.id: claim for claim in reversed(claims)}
    return tuple(sorted(by_id.values(), key=lambda claim: (_position(claim), claim.id)))


def _position(claim: Claim) -> tuple[int, int, int, int]:
    return claim.evidence[0].start, claim.trigger[0], claim.subject.start, claim.object.start


def _claim(
    document: Document,
    sentence: Sentence,
    relation: Relation,
    ends: Mapping[int, End],
    about: Circumstances,
) -> Claim:
    trigger = sentence.tokens[relation.trigger]
    subject, target = ends[relation.subject], ends[relation.object]
    return Claim(
        id=claim_id(
            document.id,
            (sentence.start, sentence.end),
            relation.relation,
            (subject.start, subject.end),
            (target.start, target.end),
            (trigger.start, trigger.end),
        ),
        subject=subject,
        relation=relation.relation,
        object=target,
        status=about.status,
        attributed_to=about.attributed_to,
        date=about.date,
        date_text=about.date_text,
        date_rule=about.date_rule,
        place=about.place,
        count=about.count,
        confidence=round(relation.confidence, 2),
        extractor=MODEL if relation.pattern == MODEL else f"pattern:{relation.pattern}",
        evidence=(_evidence(document, sentence),),
        trigger=(trigger.start, trigger.end),
    )


def _ends(mentions: tuple[Mention, ...], chains: tuple[Chain, ...]) -> dict[int, End]:
    """Every mention as the end of a claim, where the document tells who it is.

    A chain of pronouns alone is nobody: a lone "they" ends no claim.
    """
    return {
        index: _end(mentions[index], number, chain)
        for number, chain in enumerate(chains)
        if any(mentions[member].kind != "pronoun" for member in chain.mentions)
        for index in chain.mentions
    }


def _end(mention: Mention, number: int, chain: Chain) -> End:
    return End(
        name=chain.name,
        type=chain.type,
        aliases=chain.aliases,
        mention=mention.text,
        start=mention.start,
        end=mention.end,
        chain=number,
        unnamed=chain.unnamed,
        count=chain.count,
    )


def _evidence(document: Document, sentence: Sentence) -> Evidence:
    quote = document.text[sentence.start : sentence.end]
    return Evidence(document.id, sentence.start, sentence.end, quote)
