"""Rules for expressions that count from another event: "the next day", "two weeks earlier"."""

from .dates import Expression
from .edtf import ends, shift
from .moment import NOTHING, Found, Moment, number_said, single, unit_said


def after_event(said: Expression, moment: Moment) -> Found:
    """As in "the next day", "two weeks later", "that night"."""
    return _counted(said, moment, +1, "after-event")


def before_event(said: Expression, moment: Moment) -> Found:
    """As in "two weeks earlier", "the previous evening"."""
    return _counted(said, moment, -1, "before-event")


def beside_event(said: Expression, moment: Moment) -> Found:
    """As in "two days after rebels took it": so long before what is told above happened after."""
    if not moment.told:
        return Found(NOTHING, "counted-from-an-event")
    after = said.text.lower().endswith("after")
    return _counted(said, moment, -1 if after else +1, "counted-from-clause-above")


def _counted(said: Expression, moment: Moment, sign: int, rule: str) -> Found:
    first, last = ends(moment.told or "")
    number, unit = number_said(said, "number"), unit_said(said)
    if first is None or last is None:
        return Found(NOTHING, "no-event-before")
    if unit in ("month", "year"):
        first, last = first.to(unit), last.to(unit)
    if first.roughly() != last.roughly():
        return Found(NOTHING, "event-before-too-vague")
    moved = shift(first.roughly(last.approximate), sign * number, unit)
    if moved is None:
        return Found(NOTHING, "event-before-too-vague")
    rough = bool(said.get("about")) or (unit == "week" and number > 0)
    return single(moved.roughly(rough), rule)
