"""From arc scores to a tree.

Nearly always the best head of each word, taken alone, gives a tree already. Only where it does
not, the best tree is searched for (Chu-Liu and Edmonds), and once more with roots made dear where
it has several:

1. Take the best head of each word.
2. While there is a cycle, shrink it to one node whose incoming arcs are worth what they gain over
   the arc of the cycle that they replace, and solve the smaller graph.
3. Unfold: the arc that enters the cycle breaks it at the word that it enters.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32] | NDArray[np.float64]
Heads = NDArray[np.int64]


def decode_heads(scores: Scores) -> Heads:
    """Heads of n words, 0 for the root and i for word i - 1, from scores of shape n x (n + 1).

    ``scores[d, h]`` is how well word ``d`` hangs on ``h``. The result is a tree with one root.
    """
    best: Heads = scores.argmax(axis=1)
    return best if is_tree(best) else _best_tree(scores)


def is_tree(heads: Heads) -> bool:
    """Say whether each word reaches the root, and exactly one hangs on it."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    above = np.concatenate(([0], heads))
    for _ in range(len(above).bit_length()):
        above = above[above]
    return not above.any()


def _best_tree(scores: Scores) -> Heads:
    words = len(scores)
    finite = np.nan_to_num(scores.astype(np.float64), nan=-1e4, posinf=1e4, neginf=-1e4)
    finite[np.arange(words), np.arange(1, words + 1)] = -np.inf
    spread = np.ptp(finite[np.isfinite(finite)])
    square = np.vstack([np.full(words + 1, -np.inf), finite])
    heads = _arborescence(square)[1:]
    if np.count_nonzero(heads == 0) == 1:
        return heads
    square[1:, 0] -= 1 + (words + 1) * spread  # so dear that a best tree has but one root
    return _arborescence(square)[1:]


def _arborescence(scores: NDArray[np.float64]) -> Heads:
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    is_outside = np.ones(len(scores), dtype=bool)
    is_outside[cycle] = False
    outside = np.flatnonzero(is_outside)
    node = len(outside)
    gains = scores[cycle[:, None], outside] - scores[cycle, heads[cycle]][:, None]
    leaving = scores[outside[:, None], cycle]
    smaller = np.full((node + 1, node + 1), -np.inf)
    smaller[:node, :node] = scores[outside[:, None], outside]
    smaller[node, :node] = gains.max(axis=0)
    smaller[:node, node] = leaving.max(axis=1)
    solved = _arborescence(smaller)
    for index in range(1, node):
        via = solved[index]
        inside = cycle[leaving[index].argmax()]
        heads[outside[index]] = inside if via == node else outside[via]
    heads[cycle[gains[:, solved[node]].argmax()]] = outside[solved[node]]
    return heads


def _cycle(heads: Heads) -> NDArray[np.int64] | None:
    seen = np.zeros(len(heads), dtype=np.int64)
    seen[0] = -1
    for start in range(1, len(heads)):
        node, path = start, []
        while not seen[node]:
            seen[node] = start
            path.append(node)
            node = int(heads[node])
        if seen[node] == start:
            return np.array(sorted(path[path.index(node) :]), dtype=np.int64)
    return None
