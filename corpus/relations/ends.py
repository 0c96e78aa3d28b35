"""From the paths of a pattern to the mentions at one end of a relation.

The first path and group of tokens that lead to somebody of an acceptable type count; what is
coordinated with them is taken along, and examples ("factions such as X") are told from their kind.
"""

from collections.abc import Mapping, Sequence

from ...ontology.vocabulary import load
from ..tree import conjuncts, examples
from .fitness import Wanted
from .participants import Cast
from .pattern import Path_
from .roles import fill

Side = tuple[int, ...]


def mentions_at(
    players: Cast,
    token: int,
    paths: Sequence[Path_],
    types: Wanted,
    taken: frozenset[int] = frozenset(),
    *,
    alone: bool = False,
) -> Side:
    """The mentions at the end of the first path that leads to any, those ``taken`` left out."""
    for path in paths:
        for group in fill(players.tree, token, path, players.grammar):
            found = sides(players, group, types, alone=alone or group == (token,))
            mentions = dict.fromkeys(m for side in found for m in side)
            fitting = (m for m in mentions if m not in taken and not _holds(players, m, token))
            if left := tuple(fitting):
                return left
    return ()


def sides(players: Cast, group: Sequence[int], types: Wanted, *, alone: bool = False) -> list[Side]:
    """The acceptable mentions of each token and, unless ``alone``, of those coordinated with it."""
    # What hangs on a word that names nobody is no second somebody: "on the one hand and Turkey".
    known = [t for t in group if len(group) > 1 or players.played_by(t, stand_in=False)]
    members = known if alone else [m for t in known for m in conjuncts(players.tree, t)]
    found = {}
    for member in dict.fromkeys(members):
        played = players.played_by(member, stand_in=types.stand_in)
        found[member] = tuple(m for m in played if types.accept(players.roster, m))
    dropped = _told_better(players, found)
    return [side for token, side in found.items() if side and token not in dropped]


def _holds(players: Cast, mention: int, token: int) -> bool:
    """Whether the trigger ends a name that something else heads: "northern Homs town"."""
    found = players.roster.mentions[mention]
    return found.kind == "name" and found.last - 1 == token != found.head


def _told_better(players: Cast, found: Mapping[int, Side]) -> set[int]:
    """Tokens that others say better: "factions" by a name, "five children" by "18 people"."""
    dropped: set[int] = set()
    for kind, parts in examples(players.tree, tuple(found)).items():
        names = [part for part in parts if _has_name(players, found[part])]
        if found[kind]:
            dropped.update(part for part in parts if part not in names)
        if names and _is_vague(players, found[kind]):
            dropped.add(kind)
    return dropped


def _has_name(players: Cast, side: Side) -> bool:
    return any(not players.roster.chain(m).unnamed for m in side)


def _is_vague(players: Cast, side: Side) -> bool:
    """Whether a side is a group without a name."""
    chains = [players.roster.chain(m) for m in side]
    return all(chain.unnamed and load().is_a(chain.type, "Group") for chain in chains)
