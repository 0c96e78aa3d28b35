"""Who "we" and "us" are in somebody's words: the group that the speaker speaks for.

Only words that a verb of speech ascribes to a speaker are looked at, and only speakers of whom
the document says what they are in which group ("a spokesman for X"); a group that speaks is meant
itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ..naming.types import family
from ..speech.speech import find_frames
from ..tree import Tree, cases
from .clusters import Cluster
from .discourse import Discourse, mates

FIRST_PERSONS = frozenset({"we", "us", "our", "ours", "ourselves"})
_SIDES = frozenset({"ArmedGroup", "Coalition", "StateForce", "Group", "Organisation"})
_MOST = 40
_INTO = frozenset({"for", "of", "in", "with", "from"})


def first_persons(tree: Tree) -> Mapping[int, int]:
    """The speaker's token for every "we" in somebody's words."""
    words = [token.text for token in tree.tokens]
    said = [i for i, word in enumerate(words) if word.lower() in FIRST_PERSONS and word != "US"]
    if not said:
        return {}
    frames = [frame for frame in find_frames(tree) if frame.speaker >= 0]
    found = {}
    for index in said:
        inside = [f for f in frames if index in f.content and f.speaker not in f.content]
        if inside:
            found[index] = min(inside, key=lambda f: len(f.content)).speaker
    return found


def groups_of_speakers(text: Discourse, said: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every "we" of a document whose group is told, and a mention of that group."""
    for number, indexes in groupby(said, key=lambda i: text.mentions[i].sentence):
        speakers = first_persons(text.trees[number])
        for index in indexes:
            group = _group_of(text, index, speakers.get(text.mentions[index].head, -1))
            if group is not None:
                yield index, group


def _group_of(text: Discourse, index: int, speaker: int) -> int | None:
    for other in mates(text, index):
        if text.mentions[other].head == speaker:
            cluster = text.clusters.of(other)
            return other if cluster.type in _SIDES and cluster.names else side_of(text, cluster)
    return None


def side_of(text: Discourse, person: Cluster) -> int | None:
    """A mention of the one group that a person's descriptions put the person in."""
    found: dict[int, int] = {}
    if family(person.type) != "Person" or person.plural:
        return None
    for index in sorted(person.mentions)[:_MOST]:
        if text.lexicon.is_any("voices", text.profiles[index].noun):
            found |= {id(text.clusters.of(o)): o for o in _groups_in(text, index)}
    return next(iter(found.values())) if len(found) == 1 else None


def _groups_in(text: Discourse, index: int) -> list[int]:
    """The groups that a description names: "a spokesman for X", "the X commander"."""
    mention = text.mentions[index]
    tree = text.trees[mention.sentence]
    before = [c for c in tree.children(mention.head, "compound", "nmod:poss") if c < mention.head]
    inner = set(before[-1:])  # of "outlet group spokesman" the nearest
    inner |= {c for c in tree.children(mention.head, "nmod", "obl") if cases(tree, c) & _INTO}
    behind = mention.head + 1
    into = behind + 1 < len(tree.tokens) and tree.word(behind) in _INTO
    begin = behind + 1 + (into and tree.word(behind + 1) == "the")
    return [
        other
        for other in mates(text, index)
        if text.mentions[other].head in inner or (into and text.mentions[other].first == begin)
        if text.clusters.of(other).type in _SIDES
    ]
