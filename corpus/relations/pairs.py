"""Pairs of mentions inside a sentence, as the relation model looks at them.

Of every two mentions whose types some relation accepts it sees

* the vectors of their heads, of the word where their branches of the tree meet, and of all words;
* which words lie on the way from one to the other through the tree, by what dependency, on whose
  side, and which prepositions and auxiliaries hang on them;
* the type and kind of either, and how far apart they stand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ...ontology.vocabulary import load
from ..mention import KINDS
from ..relation import Relation
from ..tree import Tree
from .participants import Cast, Roster

Places = NDArray[np.int64]
Floats = NDArray[np.float32]

BOUNDS = (1, 2, 3, 5, 8, 12, 18, 27)
"""Bounds of the classes of distance between two heads, in words."""
_MOST = 28
"""Mentions of one sentence that are paired: what holds more is a list, not language."""
_LONGEST = 120
"""Words of the longest sentence that is looked at."""
_HUNG = frozenset({"case", "mark", "aux:pass", "cop"})
"""Dependencies of the small words that are looked at along the way."""

_Way = tuple[int, ...]
_Couple = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of one sentence, a row a pair."""

    mentions: Places
    """Pairs x 2: subject and object, as indexes into the document's mentions."""
    heads: Places
    """Pairs x 3: tokens of the subject, of the object, and where their branches meet."""
    paths: Places
    """Pairs x words: 0 off the way, else a number below ``Steps.size``."""
    traits: Places
    """Pairs x 3: numbers for the subject's type and kind, the object's, and the distance."""
    chains: Places
    """Pairs x 2: the chains of subject and object."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Numbers for how a word stands on the way between two others."""

    dependencies: Mapping[str, int]
    """The dependencies that are told apart, numbered from 0; all others share a number."""

    @classmethod
    def numbered(cls, dependencies: Iterable[str]) -> "Steps":
        """Those of the dependencies in this order."""
        return cls({name: number for number, name in enumerate(dependencies)})

    @property
    def size(self) -> int:
        """How many numbers there are, 0 (off the way) counted."""
        return 2 * (len(self.dependencies) + 1) + 6

    def aside(self, dependency: str, side: int) -> int:
        """A word on the subject's side (0) or the object's (1)."""
        many = len(self.dependencies)
        return 1 + side * (many + 1) + self.dependencies.get(dependency, many)

    def meeting(self, ends: int) -> int:
        """The word where the branches meet; ``ends`` is 1 where it is the subject, 2 the object."""
        return 1 + 2 * (len(self.dependencies) + 1) + ends

    @property
    def hung(self) -> int:
        """A small word that hangs on the meeting word."""
        return self.meeting(3) + 1


def types() -> tuple[str, ...]:
    """Entity types in the order in which the model numbers them."""
    return tuple(load().types)


def traits() -> int:
    """How many numbers a type and a kind may have together."""
    return len(types()) * len(KINDS)


@cache
def _trait(type_id: str, kind: str) -> int:
    return types().index(type_id) * len(KINDS) + KINDS.index(kind)


@cache
def columns() -> Mapping[str, int]:
    """The column of each relation, wherever a row is a pair."""
    return {relation: column for column, relation in enumerate(load().relations)}


@cache
def related(subject_type: str, object_type: str) -> frozenset[str]:
    """The relations that may hold between two types."""
    known = load()
    return frozenset(r for r in known.relations if known.accepts(r, subject_type, object_type))


def allowed(pairs: Pairs, roster: Roster) -> NDArray[np.bool_]:
    """Pairs x relations: which relations the ontology allows between the types of each pair."""
    chains = roster.chains
    between = [related(chains[a].type, chains[b].type) for a, b in pairs.chains.tolist()]
    return np.array([[r in found for r in load().relations] for found in between], np.bool_)


def said(pairs: Pairs, found: Iterable[Relation], roster: Roster) -> Floats:
    """Pairs x relations: 1 where a pattern relates the pair, a half by other mentions of both."""
    by_chains: dict[_Couple, list[int]] = {}
    for row, (a, b) in enumerate(pairs.chains.tolist()):
        by_chains.setdefault((a, b), []).append(row)
    matrix = np.zeros((len(pairs.mentions), len(columns())), np.float32)
    for relation in found:
        for a, b in _directions(relation):
            for row in by_chains.get((roster.chain_of[a], roster.chain_of[b]), ()):
                exact = (a, b) == tuple(pairs.mentions[row])
                cell = row, columns()[relation.relation]
                matrix[cell] = max(matrix[cell], 1.0 if exact else 0.5)
    return matrix


def _directions(relation: Relation) -> tuple[_Couple, ...]:
    straight = relation.subject, relation.object
    symmetric = load().relations[relation.relation].symmetric
    return (straight, straight[::-1]) if symmetric else (straight,)


def pair_up(players: Cast, steps: Steps) -> Pairs | None:
    """The pairs of a sentence's mentions; None where there are none, or the sentence is a list."""
    tree, some = players.tree, players.present[:_MOST]
    if len(tree.tokens) > _LONGEST:
        return None
    ways = {m: _upwards(tree, players.roster.mentions[m].head) for m in some}
    couples = list(_couples(players, some))
    if not couples:
        return None
    paths = [_path(ways[a], ways[b], tree, steps) for a, b in couples]
    heads = [
        (ways[a][0], ways[b][0], meet) for (a, b), (meet, _) in zip(couples, paths, strict=True)
    ]
    chain_of = players.roster.chain_of
    return Pairs(
        mentions=np.array(couples, np.int64),
        heads=np.array(heads, np.int64),
        paths=np.array([path for _, path in paths], np.int64),
        traits=np.array([_traits(players, a, b) for a, b in couples], np.int64),
        chains=np.array([(chain_of[a], chain_of[b]) for a, b in couples], np.int64),
    )


def _couples(players: Cast, some: Sequence[int]) -> Iterator[tuple[int, int]]:
    roster = players.roster
    for a in some:
        for b in some:
            one, other = roster.chain(a), roster.chain(b)
            apart = one is not other and roster.mentions[a].head != roster.mentions[b].head
            if apart and related(one.type, other.type):
                yield a, b


def _upwards(tree: Tree, token: int) -> _Way:
    """The token and those above it, up to the root."""
    way = [token]
    while (above := tree.head(way[-1])) >= 0 and len(way) <= len(tree.tokens):
        way.append(above)
    return tuple(way)


def _traits(players: Cast, a: int, b: int) -> tuple[int, int, int]:
    roster = players.roster
    one, other = roster.mentions[a], roster.mentions[b]
    far = sum(abs(one.head - other.head) > bound for bound in BOUNDS)
    return (
        _trait(roster.chain(a).type, one.kind),
        _trait(roster.chain(b).type, other.kind),
        far if one.head < other.head else far + len(BOUNDS) + 1,
    )


def _path(one: _Way, other: _Way, tree: Tree, steps: Steps) -> tuple[int, list[int]]:
    """Where two ways to the root meet, and how every word of the sentence stands on them."""
    above = set(other)
    meeting = next((token for token in one if token in above), one[-1])
    path = [0] * len(tree.tokens)
    for side, way in enumerate((one, other)):
        for token in way:
            if token == meeting:
                break
            path[token] = steps.aside(tree.tokens[token].relation, side)
            for child in _hung(tree, token):
                path[child] = steps.aside(tree.tokens[child].relation, side)
    path[meeting] = steps.meeting((meeting == one[0]) + 2 * (meeting == other[0]))
    for child in _hung(tree, meeting):
        path[child] = path[child] or steps.hung
    return meeting, path


def _hung(tree: Tree, token: int) -> Iterator[int]:
    return (child for child in tree.below[token] if tree.tokens[child].relation in _HUNG)
