"""Whether confidence is calibrated: of the edges of each confidence, how many are right.

1. Edges are put together by their confidence, in bins of equal width.
2. Of each bin, the confidence on average stands against the share that is right; both are the same
   where confidence is true, and that is the diagonal of the plot.
3. What chance alone allows is Wilson's interval at 95 %.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from ..evaluation.candidate import Candidate
from ..evaluation.comparison import compare_edges
from ..evaluation.gold import GoldDocument

Judged = tuple[float, bool]
"""The confidence of an edge, and whether it is right."""
_SIGMA = 1.96


@dataclass(frozen=True, slots=True)
class Bin:
    """Edges of like confidence."""

    low: float
    high: float
    edges: int
    sure: float
    """Their confidence on average."""
    right: float
    """The share of them that is right."""

    @property
    def range(self) -> tuple[float, float]:
        """Between which shares the true one lies, but for one in twenty times."""
        n, square = self.edges, _SIGMA**2
        middle = (self.right + square / (2 * n)) / (1 + square / n)
        spread = sqrt(self.right * (1 - self.right) / n + square / (4 * n * n)) / (1 + square / n)
        return max(0.0, middle - _SIGMA * spread), min(1.0, middle + _SIGMA * spread)


def judged(golds: Sequence[GoldDocument], claims: Sequence[Candidate]) -> list[Judged]:
    """The edges of claims on annotated articles, each with its surest claim's confidence."""
    by_document: defaultdict[str, list[Candidate]] = defaultdict(list)
    for claim in claims:
        by_document[claim.evidence[0].document].append(claim)
    return [pair for gold in golds for pair in _judged(gold, by_document[gold.document.id])]


def _judged(gold: GoldDocument, claims: Sequence[Candidate]) -> Iterator[Judged]:
    compared = compare_edges(gold, claims)
    right = {number for number, _ in compared.right}
    for number, edge in enumerate(compared.found):
        yield max(claim.confidence or 0 for claim in edge.claims), number in right


def bins(found: Sequence[Judged], number: int) -> tuple[Bin, ...]:
    """The edges in so many bins from 0 to 1, without the empty ones."""
    sorted_in: defaultdict[int, list[Judged]] = defaultdict(list)
    for sure, right in found:
        # Confidence has two decimals: 0.7 * 10 must not fall short of 7.
        sorted_in[min(int(sure * number + 1e-9), number - 1)].append((sure, right))
    return tuple(
        Bin(
            low=place / number,
            high=(place + 1) / number,
            edges=len(some),
            sure=sum(sure for sure, _ in some) / len(some),
            right=sum(right for _, right in some) / len(some),
        )
        for place, some in sorted(sorted_in.items())
    )


def error(some: Sequence[Bin]) -> float:
    """How far confidence is from the truth, on average over edges (expected calibration error)."""
    edges = sum(one.edges for one in some)
    return sum(one.edges * abs(one.sure - one.right) for one in some) / edges if edges else 0.0


def rows(some: Sequence[Bin]) -> Iterator[str]:
    """A table of bins."""
    yield "| confidence | edges | on average | right |\n| --- | --- | --- | --- |"
    for one in some:
        bounds = f"{one.low:.1f} to {one.high:.1f}"
        yield f"| {bounds} | {one.edges} | {one.sure:.2f} | {one.right:.2f} |"


# --- the plot -------------------------------------------------------------------------------------

_SIZE, _LEFT, _TOP, _WIDE, _TALL = 360, 58, 40, 442, 500
_BARS = 40
"""Height of the tallest bar of the counts."""
_HEAD = f"""<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{_TALL}" \
viewBox="0 0 {_WIDE} {_TALL}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="{_WIDE}" height="{_TALL}" fill="#fff"/>"""


def plot(some: Sequence[Bin], title: str) -> str:
    """A reliability plot of bins, as SVG."""
    return "\n".join([_HEAD, *_frame(title), *_counts(some), *_points(some), "</svg>", ""])


def _frame(title: str) -> Iterator[str]:
    right, bottom, middle = _x(1), _y(0), _TOP + _SIZE / 2
    yield f"<title>{title}</title>"
    yield _text(_x(0.5), 24, title, size=14)
    for tenths in range(0, 11, 2):
        x, y = _x(tenths / 10), _y(tenths / 10)
        yield _line('stroke="#e4e4e4"', (x, _TOP), (x, bottom))
        yield _line('stroke="#e4e4e4"', (_LEFT, y), (right, y))
        yield _text(x, bottom + 16, f"{tenths / 10:.1f}")
        yield _text(_LEFT - 18, y + 4, f"{tenths / 10:.1f}")
    yield _line('stroke="#999" stroke-dasharray="5 4"', (_x(0), _y(0)), (_x(1), _y(1)))
    yield _text(_x(0.5), bottom + 34, "confidence")
    turned = f' transform="rotate(-90 16 {middle:.1f})"'
    yield _text(16, middle, "share of edges that are right", more=turned)


def _points(some: Sequence[Bin]) -> Iterator[str]:
    places = [(_x(one.sure), _y(one.right)) for one in some]
    yield _line('fill="none" stroke="#1f5fa8" stroke-width="1.5"', *places)
    for one, (x, y) in zip(some, places, strict=True):
        low, high = one.range
        yield _line('stroke="#1f5fa8" opacity="0.5"', (x, _y(low)), (x, _y(high)))
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1f5fa8"/>'


def _counts(some: Sequence[Bin]) -> Iterator[str]:
    """Bars below the axis, each with its number of edges."""
    base, most = _TALL - 8, max((one.edges for one in some), default=1)
    for one in some:
        height, left, right = _BARS * one.edges / most, _x(one.low), _x(one.high)
        box = f'width="{right - left - 2:.1f}" height="{height:.1f}"'
        yield f'<rect x="{left + 1:.1f}" y="{base - height:.1f}" {box} fill="#b8cde6"/>'
        yield _text((left + right) / 2, base - height - 4, f"{one.edges:,}", size=10)


def _line(look: str, *places: tuple[float, float]) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{points}" {look}/>'


def _text(x: float, y: float, text: str, size: int = 12, more: str = "") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="middle"'
    return f"<text {place}{more}>{text}</text>"


def _x(share: float) -> float:
    return _LEFT + share * _SIZE


def _y(share: float) -> float:
    return _TOP + (1 - share) * _SIZE
