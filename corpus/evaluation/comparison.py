"""Edges of one article, paired with the annotated ones.

1. An edge is right when its relation, both ends and their direction agree with an annotated one
   that no other edge has taken (either order where the relation is symmetric).
2. What remains is turned when it would be right the other way round.
3. Apart from that, edges are paired for their ends alone, whatever relation and direction.

Each time the pairing is the one with the most pairs, and among those the one whose statuses agree
most often.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .candidate import Candidate
from .edges import (
    FoundEdge,
    WantedEdge,
    found_edges,
    is_straight,
    is_symmetric,
    is_turned,
    wanted_edges,
)
from .gold import GoldClaim, GoldDocument
from .pairing import Pair, best_pairs

_Fit = Callable[[FoundEdge, WantedEdge], bool]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The edges of an article and their pairs, by their numbers: found, then wanted."""

    found: tuple[FoundEdge, ...]
    wanted: tuple[WantedEdge, ...]
    right: tuple[Pair, ...]
    turned: tuple[Pair, ...]
    near: tuple[Pair, ...]
    """Pairs of one relation first, where there is a choice."""


def compare_edges(gold: GoldDocument, candidates: Sequence[Candidate]) -> Comparison:
    """The pairs of an article's claims and its annotated claims."""
    found, wanted = found_edges(candidates), wanted_edges(gold)
    everybody = set(range(len(found))), set(range(len(wanted)))
    right = _pairs(found, wanted, everybody, _is_right)
    left = everybody[0] - {f for f, _ in right}, everybody[1] - {w for _, w in right}
    return Comparison(
        found,
        wanted,
        right,
        turned=_pairs(found, wanted, left, _would_be_right),
        near=_pairs(found, wanted, everybody, _is_near),
    )


def _pairs(
    found: Sequence[FoundEdge],
    wanted: Sequence[WantedEdge],
    free: tuple[set[int], set[int]],
    fit: _Fit,
) -> tuple[Pair, ...]:
    return best_pairs(
        {
            (f, w): _worth(found[f], wanted[w])
            for f in sorted(free[0])
            for w in sorted(free[1])
            if fit(found[f], wanted[w])
        }
    )


def _worth(found: FoundEdge, wanted: WantedEdge) -> tuple[bool, ...]:
    same_relation = found.relation == wanted.relation
    one, other = telling(found, wanted) or (None, None)
    same_status = one is not None and other is not None and one.status == other.status
    return same_relation, same_status, is_straight(found, wanted), _meet(found, wanted)


def _is_right(found: FoundEdge, wanted: WantedEdge) -> bool:
    either = is_symmetric(found.relation)
    return found.relation == wanted.relation and (
        is_straight(found, wanted) or (either and is_turned(found, wanted))
    )


def _would_be_right(found: FoundEdge, wanted: WantedEdge) -> bool:
    either = is_symmetric(found.relation)
    return found.relation == wanted.relation and not either and is_turned(found, wanted)


def _is_near(found: FoundEdge, wanted: WantedEdge) -> bool:
    return is_straight(found, wanted) or is_turned(found, wanted)


def telling(
    found: FoundEdge, wanted: WantedEdge, states: Callable[[GoldClaim], bool] = lambda _: True
) -> tuple[GoldClaim, Candidate] | None:
    """The annotated claim and the claim by which the details of both edges are compared.

    Of the annotated claims that ``states`` holds for, the first whose sentence makes one of our
    claims too; else the first of both. None where it holds for none.
    """
    told = [claim for claim in wanted.claims if states(claim)]
    met = ((claim, ours) for claim in told for ours in found.claims if _is_same_place(claim, ours))
    return next(met, None) or ((told[0], found.claims[0]) if told else None)


def _meet(found: FoundEdge, wanted: WantedEdge) -> bool:
    return any(_is_same_place(claim, ours) for claim in wanted.claims for ours in found.claims)


def _is_same_place(claim: GoldClaim, ours: Candidate) -> bool:
    end = claim.start + len(claim.quote)
    return claim.start >= 0 and any(e.start < end and claim.start < e.end for e in ours.evidence)
