"""A document on its way to chains, and what its mentions are asked by those that look for theirs.

Salience: near before far, subjects before objects before the rest, names before descriptions, what
the document speaks of often before what it names once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..mention import Mention
from ..naming.lexicon import Lexicon
from ..tree import Tree, upwards
from .clusters import Cluster, Clusters
from .profile import Profile

PARTS = {"subject": 1.5, "object": 0.5, "other": 0.3, "inner": 0.0}
"""What a mention's part in its clause adds to its salience."""

SPEAKERS = frozenset({"i", "me", "my", "myself"})
"""What a speaker calls himself: nobody else is called so, and no other pronoun takes it up."""

_MOST = 80
_FURTHEST_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Discourse:
    """Mentions, what is known of each, and the clusters so far."""

    trees: Sequence[Tree]
    mentions: Sequence[Mention]
    profiles: Sequence[Profile]
    clusters: Clusters
    lexicon: Lexicon
    by_noun: dict[str, list[int]] = field(default_factory=dict)
    """Mentions read so far by their noun, title or the group noun in their name."""


def back(text: Discourse, index: int, window: int) -> Iterator[int]:
    """Earlier mentions, nearest first."""
    sentence = text.mentions[index].sentence
    for other in range(index - 1, max(-1, index - 1 - _MOST), -1):
        if sentence - text.mentions[other].sentence > window:
            return
        if text.profiles[other].key not in SPEAKERS:
            yield other


def mates(text: Discourse, index: int) -> Iterator[int]:
    """The other mentions of the same sentence that are not too far away, in text order."""
    sentence = text.mentions[index].sentence
    for other in range(max(0, index - _MOST), min(len(text.mentions), index + _MOST)):
        if text.mentions[other].sentence == sentence and other != index:
            yield other


def ahead(text: Discourse, index: int) -> Iterator[int]:
    """The subject of the main clause, where the pronoun stands in a phrase before it."""
    mention = text.mentions[index]
    tree = text.trees[mention.sentence]
    root = tree.sentence.root
    chain = (mention.head, *upwards(tree, mention.head))
    top = next((i for i in chain if tree.head(i) == root), -1)
    if top < 0 or tree.base[top] not in {"obl", "advcl", "nmod"}:
        return
    for other in range(index + 1, min(index + _FURTHEST_AHEAD, len(text.mentions))):
        if text.mentions[other].sentence != mention.sentence:
            return
        subject = text.mentions[other].head
        main = tree.base[subject] == "nsubj" and tree.head(subject) == root
        if main and subject not in upwards(tree, mention.head):
            yield other
            return


def salience(text: Discourse, index: int, other: int) -> float:
    """How ready an earlier mention is to be taken up, whatever takes it up."""
    earlier, cluster = text.mentions[other], text.clusters.of(other)
    score = PARTS[text.profiles[other].part]
    score -= abs(text.mentions[index].sentence - earlier.sentence)
    score += 0.5 if cluster.names else 0.0
    score += 0.1 * min(len(cluster.mentions), 6)
    if other > index:
        score += 0.5
    return score


def subjects(text: Discourse, sentence: int, verb: int) -> frozenset[int]:
    """The subject of a clause, or of the clause that it borrows its subject from."""
    tree = text.trees[sentence]
    for above in (verb, *upwards(tree, verb)) if verb >= 0 else ():
        own = tree.children(above, "nsubj")
        if own or tree.base[above] not in {"conj", "xcomp", "advcl"}:
            return frozenset(own)
    return frozenset()


def _inner_names(text: Discourse, index: int) -> list[Cluster]:
    """The clusters of the names inside a description."""
    mention, found = text.mentions[index], []
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(text.mentions) and overlap(mention, text.mentions[other]):
            if text.mentions[other].kind == "name":
                found.append(text.clusters.of(other))
            other += step
    return found


def names_fit(text: Discourse, index: int, other: int) -> bool:
    """Whether the names inside a description ("the FARC dissidents") suit the other, too."""
    mine, theirs = text.profiles[index], text.profiles[other]
    cluster = text.clusters.of(other)
    if mine.proper <= cluster.words | words_of_names(cluster) | theirs.proper:
        return True
    inner = _inner_names(text, other)
    return all(any(c is i for i in inner) for c in _inner_names(text, index))


def is_read(text: Discourse, index: int) -> bool:
    """Whether a network has read the sentence of a mention."""
    return text.trees[text.mentions[index].sentence].sentence.vectors is not None


def is_headline(text: Discourse, sentence: int) -> bool:
    """Whether a sentence ends without a stop, as headlines do."""
    tokens = text.trees[sentence].tokens
    return bool(tokens) and tokens[-1].text not in {".", "!", "?", "”", '"'}


def narrowed(text: Discourse, index: int) -> bool:
    """Whether a clause narrows the description: "fighters who fled"."""
    mention = text.mentions[index]
    return text.trees[mention.sentence].has(mention.head, "acl")


def overlap(one: Mention, other: Mention) -> bool:
    """Whether one of two mentions lies inside the other."""
    return one.sentence == other.sentence and one.first < other.last and other.first < one.last


def words_of_names(cluster: Cluster) -> set[str]:
    """The folded words of a cluster's names."""
    return {word for name in cluster.names for word in name.split()}


def remember(text: Discourse, index: int) -> None:
    """Let later descriptions find a mention by its noun, its title or the nouns of its name."""
    for noun in (text.profiles[index].noun, text.profiles[index].title):
        if noun:
            text.by_noun.setdefault(noun, []).append(index)
    if text.mentions[index].kind == "name":
        for word in text.profiles[index].key.split():
            noun_of_name = text.lexicon.noun(word)
            if noun_of_name is not None and (noun_of_name.group or word in text.lexicon.triggers):
                text.by_noun.setdefault(word, []).append(index)
