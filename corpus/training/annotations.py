"""Annotated articles into sentences with the pairs and the kinds that the relation model learns.

The words, trees, mentions, chains and patterns are those that the reader makes of the article, its
slips included, so that what is learnt from is what will be met.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...ontology.vocabulary import load
from ..claim import Status
from ..coreference.resolution import resolve_mentions
from ..evaluation.gold import GoldClaim, GoldDocument, GoldMention
from ..layout.outline import outline
from ..mention import Mention
from ..mentions import find_mentions
from ..naming.types import family
from ..reader.encoding import Encoded, encode
from ..reader.reader import load_reader
from ..reader.tags import tags_of
from ..reader.wordpiece import WordPiece
from ..relation import Relation
from ..relations.finding import casts_of, find_by_patterns
from ..relations.pairs import Floats, Pairs, Places, Steps, allowed, columns, pair_up, said, types
from ..relations.participants import Cast, enrol
from ..sentence import Sentence, Span, Token

STATUS: tuple[Status, ...] = ("asserted", "reported", "denied", "planned")
UNKNOWN = -100
TAGS = ("O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PER", "I-PER")
_FAMILIES = {"Place": "LOC", "Group": "ORG", "Person": "PER"}
_ARTICLES = frozenset({"the", "a", "an"})

_Known = Mapping[tuple[str, str], Mapping[str, Status]]
"""The relations that a sentence states between two entities, and their status."""


@dataclass(frozen=True, slots=True)
class Related:
    """The pairs of a sentence with all that is known of them, a row a pair."""

    pairs: Pairs
    said: Floats
    allowed: NDArray[np.bool_]
    wanted: Floats
    """Pairs x relations: 1 where the article states it."""
    status: Places
    """Pairs x relations: index into ``STATUS``, ``UNKNOWN`` where it is not stated."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence to learn relations and kinds from."""

    encoded: Encoded
    vectors: NDArray[np.float16]
    """What the reader that ships makes of its words."""
    kinds: Places
    """Of each word that heads a name or a nominal, the type's place in ``types()``, from 1."""
    names: Places
    """Of each word, its tag in ``TAGS``."""
    related: Related | None


def annotated_sentences(
    documents: Iterable[GoldDocument], pieces: WordPiece, steps: Steps
) -> Iterator[Annotated]:
    """The sentences of annotated articles, as the reader reads them."""
    for gold in documents:
        yield from _sentences(gold, pieces, steps)


def _sentences(gold: GoldDocument, pieces: WordPiece, steps: Steps) -> Iterator[Annotated]:
    text = gold.document.text
    sentences = load_reader().read(text, outline(gold.document).skip)
    mentions = find_mentions(sentences, text)
    roster = enrol(sentences, mentions, resolve_mentions(sentences, mentions))
    casts = {players.number: players for players in casts_of(sentences, roster)}
    found = find_by_patterns(tuple(casts.values()), roster)
    entities = entities_of(gold, sentences, mentions)
    for number, sentence in enumerate(sentences):
        windows = encode([token.text for token in sentence.tokens], pieces)
        if len(windows) == 1 and sentence.vectors is not None:
            yield Annotated(
                encoded=windows[0],
                vectors=sentence.vectors.astype(np.float16),
                kinds=_kinds(gold, sentence),
                names=_names(gold, sentence),
                related=_related(gold, sentence, entities, casts.get(number), found, steps),
            )


def _related(
    gold: GoldDocument,
    sentence: Sentence,
    entities: Sequence[str],
    players: Cast | None,
    found: Sequence[Relation],
    steps: Steps,
) -> Related | None:
    pairs = pair_up(players, steps) if players else None
    if players is None or pairs is None:
        return None
    here = [r for r in found if r.sentence == players.number]
    known = _known(gold, sentence)
    wanted = np.zeros((len(pairs.mentions), len(load().relations)), np.float32)
    status = np.full(wanted.shape, UNKNOWN, np.int64)
    for row, (a, b) in enumerate(pairs.mentions.tolist()):
        ends = entities[a], entities[b]
        for relation, how in known.get(ends, {}).items() if all(ends) else ():
            wanted[row, columns()[relation]] = 1
            status[row, columns()[relation]] = STATUS.index(how)
    may = allowed(pairs, players.roster)
    return Related(pairs, said(pairs, here, players.roster), may, wanted, status)


def _known(gold: GoldDocument, sentence: Sentence) -> _Known:
    known: defaultdict[tuple[str, str], dict[str, Status]] = defaultdict(dict)
    for claim in gold.claims:
        if _overlaps(claim, sentence):
            known[claim.subject, claim.object][claim.relation] = claim.status
            if load().relations[claim.relation].symmetric:
                known[claim.object, claim.subject][claim.relation] = claim.status
    return known


def _overlaps(claim: GoldClaim, sentence: Sentence) -> bool:
    return claim.start < sentence.end and sentence.start < claim.start + len(claim.quote)


def entities_of(
    gold: GoldDocument, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[str]:
    """The entity that each mention stands for; nothing where it stands for none.

    It is that of the innermost annotated mention around the mention's head, where the mention
    holds the head of that one: "Syrian" in "Syrian soldiers" is not the soldiers. A name that was
    cut so that its head is in no mention is still the name.
    """
    inside: defaultdict[GoldMention, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        annotated = _around(gold.mentions, sentences[mention.sentence].tokens[mention.head])
        if annotated is not None:
            inside[annotated].append(index)
    entities = [""] * len(mentions)
    for annotated, some in inside.items():
        head = _head(annotated, sentences[mentions[some[0]].sentence])
        whole = [i for i in some if mentions[i].first <= head < mentions[i].last]
        cut = some if annotated.kind == "name" else []
        for index in whole or cut:
            entities[index] = annotated.entity
    return entities


def _around(mentions: Sequence[GoldMention], token: Token) -> GoldMention | None:
    """The innermost mention around a word."""
    around = [m for m in mentions if m.start <= token.start and token.end <= m.end]
    return min(around, key=lambda m: m.end - m.start, default=None)


def _kinds(gold: GoldDocument, sentence: Sentence) -> Places:
    kinds = np.zeros(len(sentence.tokens), np.int64)
    for mention in sorted(gold.mentions, key=lambda m: m.start - m.end):
        if mention.kind != "pronoun" and sentence.start <= mention.start < sentence.end:
            head = _head(mention, sentence)
            if head >= 0:
                kinds[head] = 1 + types().index(gold.entities[mention.entity].type)
    return kinds


def _names(gold: GoldDocument, sentence: Sentence) -> Places:
    """Tags of the words of names, none inside another, without the article before them."""
    spans: list[Span] = []
    for mention in gold.mentions:  # the outer one first
        if mention.kind == "name" and sentence.start <= mention.start < sentence.end:
            inside = _inside(mention, sentence)
            while inside and sentence.tokens[inside[0]].text.lower() in _ARTICLES:
                inside = inside[1:]
            if inside and (not spans or spans[-1].last <= inside[0]):
                label = _FAMILIES[family(gold.entities[mention.entity].type)]
                spans.append(Span(inside[0], inside[-1] + 1, label))
    tags = tags_of(spans, len(sentence.tokens))
    return np.array([TAGS.index(tag) for tag in tags], np.int64)


def _head(mention: GoldMention, sentence: Sentence) -> int:
    """The word of a mention that hangs on none of its others; -1 where it has no word."""
    inside = _inside(mention, sentence)
    heads = [index for index in inside if sentence.tokens[index].head not in inside]
    if len(heads) > 1 and mention.kind == "name":
        return heads[-1]
    return heads[0] if heads else -1


def _inside(mention: GoldMention, sentence: Sentence) -> list[int]:
    """The words of a mention."""
    return [
        index
        for index, token in enumerate(sentence.tokens)
        if mention.start <= token.start and token.end <= mention.end
    ]
