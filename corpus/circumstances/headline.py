"""Headlines: they sum up what the body tells, and are no surer of it than the body is.

A headline's bare statement takes over status and speaker of the first statement below that tells
the same: the same relation to the same object, by the same subject or by nameless people as well.
"""

from collections.abc import Sequence

from ..relation import Relation
from ..sentence import Sentence
from .directory import Directory

_LAST_PARAGRAPH = 2
_LONGEST = 25
_STOPS = frozenset({".", "!", "?", "”", '"', "...", "…", ":"})


def is_headline(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence is a headline: at the top, alone in its paragraph, without a full stop."""
    sentence = sentences[number]
    if sentence.paragraph > _LAST_PARAGRAPH or not 0 < len(sentence.tokens) <= _LONGEST:
        return False
    after = number + 1
    alone = after < len(sentences) and sentences[after].paragraph != sentence.paragraph
    first = number == 0 or sentences[number - 1].paragraph != sentence.paragraph
    return alone and first and sentence.tokens[-1].text not in _STOPS


def same_below(
    relations: Sequence[Relation], index: int, titles: frozenset[int], directory: Directory
) -> int:
    """The first relation below a headline that tells the same; -1 where none does."""
    told = relations[index]
    for other, relation in enumerate(relations):
        if relation.relation != told.relation or relation.sentence in titles:
            continue
        if _same(told.object, relation.object, directory) and _alike(
            told.subject, relation.subject, directory
        ):
            return other
    return -1


def _same(one: int, other: int, directory: Directory) -> bool:
    return directory.chain_of[one] is directory.chain_of[other]


def _alike(one: int, other: int, directory: Directory) -> bool:
    nameless = directory.chain_of[one].unnamed and directory.chain_of[other].unnamed
    return nameless or _same(one, other, directory)
