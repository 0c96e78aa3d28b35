"""A piece of evidence that something is of a type."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Witness:
    """One piece of evidence that something is of a type."""

    type: str
    weight: float
    reason: str
    """``trigger``, ``title``, ``apposition``, ``slot``, ``tagger`` ..."""
