"""People of a headline, whom the article tells of again in other words."""

from .clusters import clash
from .discourse import Discourse, is_headline

_MOST = 80
_HEADLINES = 5
_SEVERAL = 2


def headlined(text: Discourse, index: int) -> int | None:
    """The people of a headline that a description tells of again; None where it does not.

    Either their number is the same, or they are the first subject of their kind, told of with
    a word of the headline.
    """
    mention, mine = text.mentions[index], text.profiles[index]
    if not mine.plural or is_headline(text, mention.sentence):
        return None
    for other in range(min(index, _MOST)):
        earlier, theirs = text.mentions[other], text.profiles[other]
        if earlier.sentence > _HEADLINES or earlier.sentence >= mention.sentence:
            return None
        alike = earlier.type == mention.type and theirs.plural and earlier.kind == mention.kind
        if not alike or not is_headline(text, earlier.sentence):
            continue
        if (mention.count or 1) >= _SEVERAL and earlier.count == mention.count:
            return other
        if _opens(text, index, other):
            return other
    return None


def _opens(text: Discourse, index: int, other: int) -> bool:
    """Whether a subject is the first to take up the one such subject of a headline."""
    mine, theirs = text.profiles[index], text.profiles[other]
    quantified = not (mine.bare or mine.definite or mine.owned)
    leads = theirs.part == "subject" or text.mentions[other].first == 0
    if mine.part != "subject" or not leads or not quantified:
        return False
    if len(text.clusters.of(other).mentions) > 1 or clash(
        text.clusters.of(index), text.clusters.of(other)
    ):
        return False
    return text.mentions[index].type == "ArmedGroup" and not mine.words.isdisjoint(theirs.words)
