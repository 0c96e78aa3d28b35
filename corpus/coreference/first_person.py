"""Who "I" and "we" are in somebody's words: the speaker, and the group that the speaker speaks for.

1. Words count as somebody's where they stand between marks of quotation; a "we" also where a verb
   of speech in its sentence says so.
2. Their speaker is the one whom their own sentence cites, else whoever is named last before the
   colon that introduces them, else the one whom a sentence beside it in the same paragraph cites.
3. "We" are the group that the speaker is, or that the document puts the speaker in ("a spokesman
   for X"); a group that speaks is meant itself.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ..naming.types import family
from ..sentence import Sentence
from ..speech.quotation import Quotation, find_quotations
from ..speech.speech import find_frames
from ..tree import Tree, cases
from .clusters import Cluster
from .discourse import SPEAKERS, Discourse, mates

FIRST_PERSONS = frozenset({"we", "us", "our", "ours", "ourselves"})
_SIDES = frozenset({"ArmedGroup", "Coalition", "StateForce", "Group", "Organisation"})
_MOST = 40
_INTO = frozenset({"for", "of", "in", "with", "from"})
_LEADING = frozenset({"lead", "command", "head", "represent", "speak"})
_MARKS = frozenset({'"', "\u201c", "\u201d"})
_BESIDE = (-1, 1, -2, 2)
"""Sentences that are asked for a speaker, the likeliest first."""


def first_persons(tree: Tree) -> Mapping[int, int]:
    """The speaker's token for every "we" and "I" in the words that a sentence ascribes."""
    said = _first_persons(tree, FIRST_PERSONS | SPEAKERS)
    if not said:
        return {}
    frames = [frame for frame in find_frames(tree) if frame.speaker >= 0]
    found = {}
    for index in said:
        inside = [f for f in frames if index in f.content and f.speaker not in f.content]
        if inside:
            found[index] = min(inside, key=lambda f: len(f.content)).speaker
    return found


def spoken_persons(
    sentences: Sequence[Sentence], trees: Sequence[Tree], text: str
) -> list[tuple[int, ...]]:
    """By sentence, the tokens of every "we" and "I" in somebody's words."""
    quotations = find_quotations(text, sentences) if text else ()
    found = []
    for tree in trees:
        said = _first_persons(tree, FIRST_PERSONS | SPEAKERS)
        ascribed = first_persons(tree) if said else {}
        found.append(
            tuple(
                i
                for i in said
                if (i in ascribed and tree.word(i) in FIRST_PERSONS)
                or _is_quoted(quotations, tree.tokens[i].start)
            )
        )
    return found


def _is_quoted(quotations: Sequence[Quotation], at: int) -> bool:
    before = bisect_right(quotations, at, key=lambda q: q.start)
    return before > 0 and at < quotations[before - 1].end


def _first_persons(tree: Tree, words: frozenset[str]) -> list[int]:
    """The first persons of a sentence; "US" is a country, "i" a number."""
    return [
        index
        for index, token in enumerate(tree.tokens)
        if token.text.lower() in words and token.text not in {"US", "i"}
    ]


def groups_of_speakers(text: Discourse, said: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every "we" of a document whose group is told, and a mention of that group."""
    for index, speaker in speakers_of(text, said):
        cluster = text.clusters.of(speaker)
        group = speaker if cluster.type in _SIDES else side_of(text, cluster)
        if group is not None:
            yield index, group


def speakers_of(text: Discourse, said: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every first person whose speaker is told, and a mention of the speaker."""
    for number, indexes in groupby(said, key=lambda i: text.mentions[i].sentence):
        own = first_persons(text.trees[number])
        cited: dict[int, int | None] = {}  # by the colon before the word
        for index in indexes:
            token = own.get(text.mentions[index].head, -1)
            speaker = _at(text, index, number, token)
            if speaker is None and token < 0:
                colon = _colon(text, index, number)
                if colon not in cited:
                    cited[colon] = _cited(text, index, number, colon)
                speaker = cited[colon]
            if speaker is not None and speaker != index:
                yield index, speaker


def _at(text: Discourse, index: int, number: int, token: int) -> int | None:
    """The mention whose head a token is."""
    for other in _near(text, index, number) if token >= 0 else ():
        if text.mentions[other].head == token:
            return other
    return None


def _near(text: Discourse, index: int, number: int) -> Iterator[int]:
    """The mentions of a sentence near a mention, in text order."""
    for other in range(max(0, index - _MOST), min(len(text.mentions), index + _MOST)):
        if text.mentions[other].sentence == number:
            yield other


def _cited(text: Discourse, index: int, number: int, colon: int) -> int | None:
    """Whom the sentence cites, or what introduces it, or a sentence of its paragraph."""
    for step in (0, *_BESIDE):
        beside = number + step
        if not 0 <= beside < len(text.trees) or not _same_paragraph(text, number, beside):
            continue
        frames = [f for f in find_frames(text.trees[beside]) if f.quotes and f.speaker >= 0]
        for frame in reversed(frames) if step < 0 else frames:
            found = _at(text, index, beside, frame.speaker)
            if found is not None and text.profiles[found].key not in FIRST_PERSONS | SPEAKERS:
                return found
        introduced = _before_colon(text, index, number, colon) if step == 0 else None
        if introduced is not None:
            return introduced
    return None


def _same_paragraph(text: Discourse, one: int, other: int) -> bool:
    return text.trees[one].sentence.paragraph == text.trees[other].sentence.paragraph


def _colon(text: Discourse, index: int, number: int) -> int:
    """The colon before a mention that introduces a quotation in the same sentence, else -1."""
    tree = text.trees[number]
    for i in reversed(range(text.mentions[index].first - 1)):
        if tree.word(i) == ":" and tree.tokens[i + 1].text in _MARKS:
            return i
    return -1


def _before_colon(text: Discourse, index: int, number: int, colon: int) -> int | None:
    """Who is named last before the colon that introduces a quotation, persons before all others."""
    named = [
        other
        for other in (_near(text, index, number) if colon >= 0 else ())
        if text.mentions[other].last <= colon
        and text.mentions[other].kind == "name"
        and family(text.mentions[other].type) != "Place"
    ]
    people = [o for o in named if family(text.mentions[o].type) == "Person"]
    return next(reversed(people or named), None)


def side_of(text: Discourse, person: Cluster) -> int | None:
    """A mention of the one group that a person's descriptions put the person in."""
    found: dict[int, int] = {}
    if family(person.type) != "Person" or person.plural:
        return None
    for index in sorted(person.mentions)[:_MOST]:
        named = text.mentions[index].kind == "name"
        if named or text.lexicon.is_any("voices", text.profiles[index].noun):
            found |= {id(text.clusters.of(o)): o for o in _groups_in(text, index)}
    return next(iter(found.values())) if len(found) == 1 else None


def _groups_in(text: Discourse, index: int) -> list[int]:
    """The groups that a description names: "a spokesman for X", "the X commander"."""
    mention = text.mentions[index]
    tree = text.trees[mention.sentence]
    before = [c for c in tree.children(mention.head, "compound", "nmod:poss") if c < mention.head]
    inner = set(before[-1:])  # of "outlet group spokesman" the nearest
    inner |= {c for c in tree.children(mention.head, "nmod", "obl") if cases(tree, c) & _INTO}
    for clause in tree.children(mention.head, "acl:relcl"):
        if tree.lemma(clause) in _LEADING:
            inner |= set(tree.children(clause, "obj", "obl"))  # "X, who commands Y"
    behind = mention.head + 1
    into = behind + 1 < len(tree.tokens) and tree.word(behind) in _INTO
    begin = behind + 1 + (into and tree.word(behind + 1) == "the")
    return [
        other
        for other in mates(text, index)
        if text.mentions[other].head in inner or (into and text.mentions[other].first == begin)
        if text.clusters.of(other).type in _SIDES
    ]
