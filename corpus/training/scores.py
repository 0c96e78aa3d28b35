"""How right parses are: trees by word, spans by exact match."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..reader.network import Parse
from ..reader.tags import spans
from ..sentence import Span
from .example import Example

Judged = Sequence[tuple[Example, Parse]]
"""Sentences, each with what the reader says of it."""


@dataclass(frozen=True, slots=True)
class TreeScore:
    """Percentages of words."""

    upos: float
    uas: float
    """With the right head."""
    las: float
    """With the right head and relation."""


@dataclass(frozen=True, slots=True)
class SpanScore:
    """Counts of spans: right ones have the same words and the same label."""

    right: Counter[str]
    found: Counter[str]
    wanted: Counter[str]

    def __add__(self, other: "SpanScore") -> "SpanScore":
        """The score of both sets of sentences together."""
        return SpanScore(
            self.right + other.right, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def micro(self) -> float:
        """F1 in percent over all spans."""
        return f1(self.right.total(), self.found.total(), self.wanted.total())

    @property
    def macro(self) -> float:
        """Mean over labels of the F1 of each."""
        return sum(self.by_label.values()) / max(1, len(self.wanted))

    @property
    def by_label(self) -> dict[str, float]:
        """F1 in percent of each label that is wanted."""
        return {
            label: f1(self.right[label], self.found[label], self.wanted[label])
            for label in sorted(self.wanted)
        }


def f1(right: int, found: int, wanted: int) -> float:
    """Harmonic mean of precision and recall, in percent."""
    return 200 * right / (found + wanted) if found + wanted else 0.0


def tree_score(judged: Judged) -> TreeScore:
    """Over all words of sentences with trees."""
    counts: Counter[str] = Counter()
    for example, parse in judged:
        heads = [a + 1 == b for a, b in zip(parse.heads, example.heads, strict=True)]
        same = [a == b for a, b in zip(parse.relations, example.relations, strict=True)]
        counts["words"] += len(heads)
        counts["uas"] += sum(heads)
        counts["las"] += sum(a and b for a, b in zip(heads, same, strict=True))
        counts["upos"] += sum(a == b for a, b in zip(parse.upos, example.upos, strict=True))
    words = max(1, counts["words"])
    return TreeScore(*(100 * counts[key] / words for key in ("upos", "uas", "las")))


def span_score(judged: Judged, scheme: str) -> SpanScore:
    """Over all sentences that are annotated in ``scheme``."""
    total = SpanScore(Counter(), Counter(), Counter())
    for example, parse in judged:
        if scheme in example.tags:
            found = {"uner": parse.names, "re3d": parse.spans}[scheme]
            total += score_spans(tuple(spans(example.tags[scheme])), found)
    return total


def score_spans(wanted: Sequence[Span], found: Sequence[Span]) -> SpanScore:
    """The score of one sentence."""
    return SpanScore(
        right=_count(set(wanted) & set(found)), found=_count(found), wanted=_count(wanted)
    )


def _count(marked: Iterable[Span]) -> Counter[str]:
    return Counter(span.label for span in marked)
