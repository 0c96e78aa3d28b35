"""What the page draws: claims gathered into edges, entities sized by what is claimed of them.

An edge is all claims with one relation and one status between the same two entities; it points
from subject to object, and a symmetric relation has one edge whichever end the text names first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..corpus.claim import Claim, Status


@dataclass(frozen=True, slots=True)
class Edge:
    """Claims that one line of the page stands for."""

    subject: str
    object: str
    """Entity ids."""
    relation: str
    status: Status
    claims: tuple[int, ...]
    """Indexes into the claims given, ascending."""
    bend: int = 0
    """Which of several lines between the same two it is: 0 straight, then 1, -1, 2, -2 ..."""


def gather_edges(claims: Sequence[Claim], symmetric: frozenset[str]) -> tuple[Edge, ...]:
    """One edge a relation, status and pair; sorted by its ends, so that parallels stand together.

    ``symmetric`` holds the ids of the relations that have no direction.
    """
    groups: dict[tuple[str, str, str, Status], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        ends = (claim.subject.id, claim.object.id)
        subject, target = sorted(ends) if claim.relation in symmetric else ends
        groups[subject, target, claim.relation, claim.status].append(index)
    return _bend(Edge(*key, claims=tuple(groups[key])) for key in groups)


def _bend(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    ordered = sorted(edges, key=_order)
    together = Counter(_pair(edge) for edge in ordered)
    seen: Counter[tuple[str, str]] = Counter()
    bent = []
    for edge in ordered:
        pair = _pair(edge)
        bent.append(_bent(edge, seen[pair], together[pair]))
        seen[pair] += 1
    return tuple(bent)


def _bent(edge: Edge, place: int, together: int) -> Edge:
    # Two lines lie to both sides of the middle; of three, one runs straight.
    step = place + 1 if together % 2 == 0 else place
    side = (step + 1) // 2 * (1 if step % 2 else -1)
    forward = edge.subject <= edge.object
    return Edge(
        edge.subject,
        edge.object,
        edge.relation,
        edge.status,
        edge.claims,
        side if forward else -side,
    )


def _pair(edge: Edge) -> tuple[str, str]:
    return min(edge.subject, edge.object), max(edge.subject, edge.object)


def _order(edge: Edge) -> tuple[tuple[str, str], str, str, str, str]:
    return _pair(edge), edge.relation, edge.status, edge.subject, edge.object


def count_claims(claims: Iterable[Claim]) -> Counter[str]:
    """How many claims each entity stands in; a claim about itself counts once."""
    return Counter(end for claim in claims for end in {claim.subject.id, claim.object.id})


def neighbourhood(edges: Iterable[Edge], focus: str, hops: int) -> frozenset[str]:
    """The entities at most ``hops`` edges away from ``focus``, itself included."""
    near: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        near[edge.subject].add(edge.object)
        near[edge.object].add(edge.subject)
    found = {focus}
    rim = {focus}
    for _ in range(hops):
        rim = {other for one in rim for other in near[one]} - found
        found |= rim
    return frozenset(found)


def largest(edges: Sequence[Edge], size: int, around: int = 14) -> frozenset[str]:
    """Up to ``size`` entities: the most claimed targets of ``edges``, each with its nearest.

    Goes through the objects of edges (groups, mostly) by the number of claims, and takes with each
    up to ``around`` subjects, those with most claims first.
    """
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in edges:
        if edge.subject != edge.object:
            held[edge.object][edge.subject] += len(edge.claims)
    chosen: dict[str, None] = {}
    for target in sorted(held, key=lambda one: (-held[one].total(), one)):
        for entity in (target, *_most(held[target], around)):
            if len(chosen) < size:
                chosen[entity] = None
    return frozenset(chosen)


def _most(counts: Mapping[str, int], size: int) -> list[str]:
    return sorted(counts, key=lambda one: (-counts[one], one))[:size]
