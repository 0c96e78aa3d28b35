"""What took some days up to the day of its telling.

"They captured the hill in three days of fighting, the army said on Tuesday": the telling is dated,
the event is not, but it took the days before. The same of what goes on "for a third day", of which
the report is the last: it is told on the day of the sentence, or else of publication.
"""

import re
from datetime import timedelta

from ..time.dates import load_times
from ..time.edtf import Partial, from_day, interval
from ..time.event_dates import Dating
from ..tree import Tree, cases, upwards

_DAYS = frozenset({"days", "nights"})
_DAY = frozenset({"day", "night"})
_LONGEST = 14
"""Days that one happening may take; what takes longer is told of as a whole season."""
_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_RULE = "days-until-told"


def date_lasting(
    tree: Tree, trigger: int, told: Partial | None, published: Partial | None
) -> Dating:
    """The days that an event took until it was told; an empty dating where none are counted.
    ``told`` is the day that the sentence names, if any."""
    for index in range(len(tree.tokens)):
        if not _belongs(tree, trigger, index):
            continue
        ordinal = tree.word(index) in _DAY
        last = told or (published if ordinal else None)
        number = _number(tree, index, ordinal)
        if last is not None and last.day is not None and 1 < number <= _LONGEST:
            back = timedelta(days=number - 1 if ordinal else number)
            return Dating(interval(from_day(last.first - back), last), _wording(tree, index), _RULE)
    return Dating()


def _belongs(tree: Tree, trigger: int, index: int) -> bool:
    """Whether a token counts the days of an event: "for a third day", "after two days of"."""
    word, before = tree.word(index), cases(tree, index)
    counts = (word in _DAYS and bool(before & {"after", "in"})) or (
        word in _DAY and "for" in before
    )
    if not counts or (word in _DAYS and not tree.has(index, "nmod", "acl")):
        return False
    # The fighting of "three days of fighting" hangs on the days, what it led to is above them.
    return tree.head(index) == trigger or index in upwards(tree, trigger)


def _number(tree: Tree, index: int, ordinal: bool) -> int:
    """How many days are counted, 0 where no number is given."""
    numbers = load_times().words["number"]
    for child in tree.children(index, "amod" if ordinal else "nummod"):
        word = tree.word(child)
        if _NUMBER.fullmatch(word):
            return int(re.sub(r"\D", "", word))
        if word in numbers:
            return int(numbers[word])
    return 0


def _wording(tree: Tree, index: int) -> str:
    first = min(tree.children(index, "case", "det", "nummod", "amod"), default=index)
    return " ".join(token.text for token in tree.tokens[first : index + 1])
