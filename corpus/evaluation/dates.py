"""Whether a date is the annotated one, at the precision of the annotation."""

from datetime import date

from ..time.edtf import Partial, ends, is_edtf

_MARKS = " .~?%"


def date_agrees(ours: str | None, gold: str) -> bool:
    """Whether a bound of our date lies within the annotated day, month, year or interval.

    >>> date_agrees("2014-12-13/2014-12-14", "2014-12"), date_agrees("2014-12", "2014-12-13")
    (True, False)
    """
    if not ours:
        return False
    bounds = ours.split("/")
    if any(bound.strip(_MARKS).startswith(gold.strip(_MARKS)) for bound in bounds):
        return True
    if "/" not in gold or not is_edtf(gold):
        return False
    first, last = ends(gold)
    return any(_within(bound, first, last) for bound in ends(ours) if bound is not None)


def _within(bound: Partial, first: Partial | None, last: Partial | None) -> bool:
    begins = first.first if first else date.min
    return begins <= bound.first and bound.last <= (last.last if last else date.max)
