"""What a description could take up, as the ranking model looks at each candidate.

"The rebels", "its soldiers" or "Nile Front fighters" stand for something that is mentioned around
them, or for somebody new. Of every cluster around it the nearest mention is a candidate; names
inside a description are, too: fighters of a group who are nothing else are the group.
"""

from collections.abc import Iterator

from ...ontology.vocabulary import load
from ..mention import KINDS
from ..naming.types import family
from .clusters import Cluster, clash, compatible
from .descriptions import salient, same_noun, same_number
from .discourse import (
    PARTS,
    Discourse,
    back,
    is_headline,
    names_fit,
    narrowed,
    overlap,
    salience,
    words_of_names,
)
from .headlines import headlined

WINDOW = 12
"""Sentences that are looked back over."""
_AHEAD = 2
"""Sentences that a headline is explained in."""
_MOST = 24
_GAPS = (0, 1, 2, 3, 6, WINDOW)
_NEARER = (1, 2, 3, 5, 8, 13)
_POINTING = frozenset({"this", "these", "that", "those", "such", "same"})


def may_recur(text: Discourse, index: int) -> bool:
    """Whether a description may stand for something that is mentioned elsewhere.

    "Whose army" tells of an army for the first time.
    """
    mention = text.mentions[index]
    whose = text.trees[mention.sentence].word(mention.first) == "whose"
    return not (text.profiles[index].indefinite or whose)


def antecedents(text: Discourse, index: int) -> tuple[int, ...]:
    """The nearest mention of each cluster that a description may belong to, nearest first."""
    mine = text.clusters.of(index)
    found: dict[int, int] = {}
    for other in (*_inside(text, index), *back(text, index, WINDOW), *_ahead(text, index)):
        cluster = text.clusters.of(other)
        fits = cluster is not mine and not clash(mine, cluster, typed=False)
        if fits and not _holds(text, other, index):
            found.setdefault(id(cluster), other)
        if len(found) >= _MOST:
            break
    return tuple(found.values())


def _inside(text: Discourse, index: int) -> Iterator[int]:
    """The names inside a description."""
    for other in range(max(0, index - 4), min(len(text.mentions), index + 5)):
        if other != index and text.mentions[other].kind == "name" and _holds(text, index, other):
            yield other


def _holds(text: Discourse, outer: int, inner: int) -> bool:
    one, other = text.mentions[outer], text.mentions[inner]
    return overlap(one, other) and one.last - one.first > other.last - other.first


def _ahead(text: Discourse, index: int) -> Iterator[int]:
    """What follows a headline."""
    here = text.mentions[index].sentence
    if here == 0 and is_headline(text, here):
        for other in range(index + 1, len(text.mentions)):
            gap = text.mentions[other].sentence
            if gap > _AHEAD:
                return
            if gap and text.mentions[other].kind != "pronoun":
                yield other


def traits_of_description(text: Discourse, index: int) -> tuple[float, ...]:
    """What is known of a description, whatever it takes up."""
    mention, mine = text.mentions[index], text.profiles[index]
    opening = text.trees[mention.sentence].word(mention.first)
    return (
        float(mine.definite),
        float(opening in _POINTING),
        float(mine.bare),
        float(mine.owned == "'s"),
        float(bool(mine.owned) and mine.owned != "'s"),
        float(mine.own),
        float(mine.plural),
        float(mention.count is not None),
        float(len(mine.words) == 1),
        float(bool(mine.proper)),
        float(narrowed(text, index)),
        float(text.lexicon.is_any("anaphoric", mine.noun)),
        float(is_headline(text, mention.sentence)),
        float(mention.sentence == 0),
        *(float(mine.part == part) for part in PARTS),
        *(float(mention.type == type_id) for type_id in load().types),
    )


def traits_of_antecedents(
    text: Discourse, index: int, found: tuple[int, ...]
) -> list[tuple[float, ...]]:
    """What speaks for and against each candidate."""
    if not found:
        return []
    ruled = [
        text.clusters.of(other) if other is not None else None for other in _by_rules(text, index)
    ]
    owner = _owner(text, index)
    return [
        (
            *_place(text, index, other, nearer),
            *_kind(text, index, other),
            *_wording(text, index, other),
            float(text.clusters.of(other) is owner),
            *(float(text.clusters.of(other) is cluster) for cluster in ruled),
        )
        for nearer, other in enumerate(found)
    ]


def _by_rules(text: Discourse, index: int) -> tuple[int | None, ...]:
    """What each of the rules would take up."""
    return (
        headlined(text, index),
        same_number(text, index),
        same_noun(text, index),
        salient(text, index, WINDOW),
    )


def _owner(text: Discourse, index: int) -> Cluster | None:
    """Whose a description says that it is: "its" in "its fighters"."""
    if not text.profiles[index].owned:
        return None
    mention = text.mentions[index]
    for other in (index - 1, index + 1):
        if 0 <= other < len(text.mentions) and text.mentions[other].start == mention.start:
            return text.clusters.of(other)
    return None


def _place(text: Discourse, index: int, other: int, nearer: int) -> Iterator[float]:
    """Where the candidate stands, seen from the description."""
    mine, theirs = text.profiles[index], text.profiles[other]
    gap = text.mentions[index].sentence - text.mentions[other].sentence
    yield from (float(gap >= bound) for bound in _GAPS)
    yield from (float(nearer >= bound) for bound in _NEARER)
    yield float(gap < 0)
    yield float(_holds(text, index, other))
    yield from (float(theirs.part == part) for part in PARTS)
    yield float(gap == 0 and mine.verb == theirs.verb)
    yield float(mine.part == theirs.part)
    yield salience(text, index, other) / 4


def _kind(text: Discourse, index: int, other: int) -> Iterator[float]:
    """What kind of thing the candidate is, and whether the description can be of it."""
    mine, theirs = text.profiles[index], text.profiles[other]
    mention, cluster = text.mentions[index], text.clusters.of(other)
    yield from (float(text.mentions[other].kind == kind) for kind in KINDS)
    yield from (float(cluster.type == type_id) for type_id in load().types)
    yield float(cluster.type == mention.type)
    yield float(family(cluster.type) == family(mention.type))
    yield float(compatible(cluster.type, mention.type))
    yield float(bool(cluster.names))
    yield float(mine.plural == cluster.plural)
    yield float(mine.plural == theirs.plural)
    yield float(theirs.indefinite)
    yield min(len(cluster.mentions), 8) / 8
    yield float(mention.count is not None and mention.count == cluster.count)


def _wording(text: Discourse, index: int, other: int) -> Iterator[float]:
    """Which words both share."""
    mine, theirs, cluster = text.profiles[index], text.profiles[other], text.clusters.of(other)
    named = words_of_names(cluster)
    told = cluster.words | theirs.words | named
    yield float(mine.noun in cluster.nouns)
    yield float(mine.noun == theirs.noun)
    yield float(mine.key == theirs.key)
    yield float(mine.noun in named)
    yield float(mine.words <= told)
    yield len(mine.words & told) / max(1, len(mine.words))
    yield float(bool(mine.proper) and mine.proper <= named)
    yield float(names_fit(text, index, other))
    yield float(bool(mine.owned) and mine.owned == theirs.owned)
