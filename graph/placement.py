"""Where the entities stand on the page: computed once, baked in, the same in every run.

1. Every connected component is laid out by itself: networkx's spring layout with a fixed seed
   gives the start, and majorization of stress then draws each pair towards the distance that the
   graph has between them.
2. It is turned so that its longer side lies flat, and nodes whose names would overlap are pushed
   apart.
3. The components are packed in rows, the largest first.

A component of more than ``CORE`` entities is laid out by its best connected ones; the others stand
in rings around a neighbour.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from .figure import Edge

Points = NDArray[np.float64]
Spot = tuple[int, int]

SEED = 20141215
LENGTH = 150.0
"""Of an edge, in pixels at scale 1."""
CORE = 400
STILL = 0.2
"""Pixels that no point moves any further once a layout stands."""
ASPECT = 1.35
"""Width to height that the picture aims at."""
GAP = 60.0


def place(
    entities: Iterable[str], edges: Iterable[Edge], widths: Mapping[str, float]
) -> dict[str, Spot]:
    """A spot for every entity, in whole pixels around the origin.

    ``widths`` are the widths of the names in pixels; an edge with an end elsewhere is left out.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(set(entities)))
    graph.add_edges_from(
        sorted({(e.subject, e.object) for e in edges if e.subject in graph and e.object in graph})
    )
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    parts = [graph.subgraph(sorted(part)) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), min(part)))
    return _pack([_lay_out(part, widths) for part in parts], widths)


def _lay_out(part: nx.Graph, widths: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    ranked = sorted(part, key=lambda one: (-part.degree(one), one))
    core = nx.Graph()
    core.add_nodes_from(sorted(_connected(part, ranked)))
    core.add_edges_from(sorted(tuple(sorted(e)) for e in part.subgraph(core).edges))
    names = list(core)
    sizes = np.array([widths.get(name, 60.0) for name in names])
    points = _flat(_stress(core, names))
    spots = dict(zip(names, map(tuple, _apart(points, sizes).tolist()), strict=True))
    return _ring(part, ranked, spots)


def _connected(part: nx.Graph, ranked: Sequence[str]) -> list[str]:
    if len(ranked) <= CORE:
        return list(ranked)
    pieces: list[set[str]] = list(nx.connected_components(part.subgraph(ranked[:CORE])))
    largest = max(pieces, key=lambda piece: (len(piece), min(piece)))
    return list(largest)


def _stress(graph: nx.Graph, names: Sequence[str]) -> Points:
    """Stress majorization, each point in turn of all pulling it towards its graph distance."""
    if len(names) == 1:
        return np.zeros((1, 2))
    wanted = _distances(graph, names)
    if len(names) == 2:
        return np.array([[0.0, 0.0], [wanted[0, 1], 0.0]])
    start = nx.spring_layout(graph, seed=SEED, iterations=60, method="force")
    points = np.array([start[name] for name in names]) * LENGTH * math.sqrt(len(names))
    weights = 1.0 / np.maximum(wanted, 1.0) ** 2
    np.fill_diagonal(weights, 0.0)
    pull, total = weights * wanted, weights.sum(axis=1)[:, None]
    for _ in range(150 if len(names) <= 200 else 60):
        before = points
        across = points[:, 0, None] - points[None, :, 0]
        down = points[:, 1, None] - points[None, :, 1]
        force = pull / np.maximum(np.sqrt(across**2 + down**2), 1e-6)
        points = (weights @ points + force.sum(axis=1)[:, None] * points - force @ points) / total
        if np.abs(points - before).max() < STILL:
            break
    return points


def _distances(graph: nx.Graph, names: Sequence[str]) -> Points:
    """Shortest paths in pixels; edges at crowded entities are longer, to make room for all."""
    position = {name: index for index, name in enumerate(names)}
    wanted = np.full((len(names), len(names)), np.inf)
    np.fill_diagonal(wanted, 0.0)
    for one, other in graph.edges:
        crowd = max(graph.degree(one), graph.degree(other))
        ends = position[one], position[other]
        wanted[ends] = wanted[ends[::-1]] = LENGTH * (0.75 + 0.09 * math.sqrt(crowd) * 2)
    for between in range(len(names)):
        np.minimum(wanted, wanted[:, between, None] + wanted[None, between, :], out=wanted)
    return wanted


def _flat(points: Points) -> Points:
    """Turned around the middle so that the longest axis lies flat."""
    centred = points - points.mean(axis=0)
    if len(points) < 3:
        spread = np.sqrt((centred**2).sum(axis=1))
        return np.stack([np.where(np.arange(len(points)) == 0, -spread, spread), spread * 0], 1)
    xx, yy = (centred**2).sum(axis=0)
    xy = (centred[:, 0] * centred[:, 1]).sum()
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return np.stack(
        [cos * centred[:, 0] + sin * centred[:, 1], cos * centred[:, 1] - sin * centred[:, 0]], 1
    )


def _apart(points: Points, widths: Points, height: float = 58.0) -> Points:
    """Pushes apart the boxes of node and name that overlap, along the cheaper axis."""
    points = points.copy()
    wide = (widths[:, None] + widths[None, :]) / 2 + 14.0
    for _ in range(80):
        across = points[:, 0, None] - points[None, :, 0]
        down = points[:, 1, None] - points[None, :, 1]
        touching = (wide > np.abs(across)) & (height > np.abs(down))
        np.fill_diagonal(touching, False)
        if not touching.any():
            break
        one, other = np.nonzero(touching)
        away = np.stack([across[touching], down[touching]], 1)
        over = np.stack([wide[touching], np.full(len(one), height)], 1) - np.abs(away)
        sign = np.where(away == 0, np.sign(one - other)[:, None], np.sign(away))
        narrow = over[:, 0] < over[:, 1]
        push = 0.3 * over * sign * np.stack([narrow, ~narrow], 1)
        np.add.at(points, one, push)
    return points


def _ring(
    part: nx.Graph, ranked: Sequence[str], spots: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Adds those outside the core, in a sunflower around the neighbour that already stands."""
    waiting = [name for name in ranked if name not in spots]
    taken: dict[str, int] = {}
    while waiting:
        later = []
        for name in waiting:
            host = next((o for o in sorted(part[name]) if o in spots), None)
            if host is None:
                later.append(name)
                continue
            taken[host] = taken.get(host, 0) + 1
            spots[name] = _sunflower(spots[host], taken[host])
        waiting = later
    return spots


def _sunflower(centre: tuple[float, float], number: int) -> tuple[float, float]:
    angle, radius = number * 2.399963, 34.0 * math.sqrt(number + 1)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def _pack(
    parts: Sequence[Mapping[str, tuple[float, float]]], widths: Mapping[str, float]
) -> dict[str, Spot]:
    """Sets the components in rows, each row no wider than the picture should be."""
    boxes = [_box(part, widths) for part in parts]
    area = sum((right - left) * (low - top) for left, top, right, low in boxes)
    limit = max([math.sqrt(area * ASPECT * 1.1), *(b[2] - b[0] for b in boxes)], default=0.0)
    order = sorted(range(len(parts)), key=lambda i: (-(boxes[i][3] - boxes[i][1]), i))
    spots: dict[str, Spot] = {}
    x = y = tallest = 0.0
    for index in order:
        left, top, right, low = boxes[index]
        if x > 0 and x + right - left > limit:
            x, y, tallest = 0.0, y + tallest, 0.0
        for name, (px, py) in parts[index].items():
            spots[name] = (round(px - left + x), round(py - top + y))
        x += right - left
        tallest = max(tallest, low - top)
    return _centred(spots)


def _box(
    part: Mapping[str, tuple[float, float]], widths: Mapping[str, float]
) -> tuple[float, float, float, float]:
    halves = [(x, y, widths.get(name, 60.0) / 2) for name, (x, y) in part.items()]
    return (
        min(x - half for x, _, half in halves) - GAP / 2,
        min(y for _, y, _ in halves) - GAP / 2,
        max(x + half for x, _, half in halves) + GAP / 2,
        max(y for _, y, _ in halves) + GAP / 2 + 20.0,
    )


def _centred(spots: dict[str, Spot]) -> dict[str, Spot]:
    if not spots:
        return spots
    middle_x = (min(x for x, _ in spots.values()) + max(x for x, _ in spots.values())) // 2
    middle_y = (min(y for _, y in spots.values()) + max(y for _, y in spots.values())) // 2
    return {name: (x - middle_x, y - middle_y) for name, (x, y) in sorted(spots.items())}
