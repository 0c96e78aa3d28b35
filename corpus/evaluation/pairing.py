"""The best one-to-one pairing of what was found with what was to be found."""

from collections.abc import Iterator, Mapping

import networkx

Pair = tuple[int, int]
"""Number of a thing found, and of one to be found."""


def best_pairs(worths: Mapping[Pair, tuple[bool, ...]]) -> tuple[Pair, ...]:
    """As many pairs as can be had with nobody in two of them, sorted.

    ``worths`` holds the pairs that may be. Among pairings of one size, the one is taken in which
    the first worth holds most often, then the second, and so on.
    """
    graph = networkx.Graph()
    for found, wanted in sorted(worths):
        # Numbers below zero keep the two sides apart.
        graph.add_edge(found, -1 - wanted, weight=_weight(worths[found, wanted], len(worths)))
    return tuple(sorted(_matched(graph)))


def _weight(worth: tuple[bool, ...], pairs: int) -> int:
    """A number in whose sums over ``pairs`` pairs no later worth outweighs an earlier one."""
    weight = 0
    for holds in worth:
        weight = weight * (pairs + 1) + holds
    return weight


def _matched(graph: networkx.Graph) -> Iterator[Pair]:
    for nodes in networkx.connected_components(graph):
        if len(nodes) == 2:
            edges = [tuple(nodes)]
        else:
            part = networkx.Graph()
            part.add_nodes_from(sorted(nodes))
            part.add_edges_from(sorted(graph.edges(nodes, data=True), key=lambda edge: edge[:2]))
            edges = networkx.max_weight_matching(part, maxcardinality=True)
        for one, other in edges:
            yield max(one, other), -1 - min(one, other)
