"""What is measured, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Things found against things to be found."""

    gold: int
    found: int
    right: int
    """Of those found."""
    met: int
    """Of those to be found; equal to ``right``, except for the ends of one relation."""

    @property
    def precision(self) -> float:
        """Share of the found ones that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of those to be found that were."""
        return self.met / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some are right."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Scores:
    """All that is measured, over all relations or over one."""

    edges: Tally
    """The headline."""
    ends: Tally
    """Pairs of ends, whatever relation and direction."""
    relation: Share
    """Of those pairs, the ones whose relation is right."""
    direction: Share
    """Of the edges that are right but for their direction, the ones that have it right, too."""
    status: Share
    """Of right edges."""
    attribution: Tally
    """Of right edges, like all below: ``gold`` counts those that state one, ``found`` those for
    which we do."""
    date: Tally
    """Right when it lies within the annotated day, month, year or interval."""
    exact_date: Tally
    """Right when it is written alike."""
    count: Tally
    place: Tally
    quotes: Share
    """Of claims, those whose every quote is what the article has at its offsets."""


@dataclass(frozen=True, slots=True)
class Miss:
    """An edge that was not found, or that should not have been."""

    document: str
    subject: str
    relation: str
    object: str
    status: str
    quote: str
    remark: str
    """What stands on the other side instead; empty where nothing does."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of a comparison."""

    documents: int
    overall: Scores
    by_relation: Mapping[str, Scores]
    """The most annotated relation first."""
    missed: tuple[Miss, ...]
    wrong: tuple[Miss, ...]
    """Both by document, then position."""
