"""Numbers in words and digits, as descriptions count with them."""

import re

from ..tree import Tree
from .lexicon import Lexicon

VAGUE = frozenset({"dozens", "hundreds", "thousands", "scores", "tens", "millions"})
"""Numerals that give no number."""

_DIGITS = re.compile(r"\d{1,3}(?:[,.  ]\d{3})+|\d+")
_MOST = 10**9
_ROUND = 100
_SOME = frozenset({"several", "few", "many", "some"})


def count_of(tree: Tree, first: int, last: int, lexicon: Lexicon) -> int | None:
    """How many the numerals of a stretch say; None for "dozens" and where there are none."""
    total = current = 0
    seen = -1
    for index in range(first, last):
        if tree.tokens[index].upos not in {"NUM", "NOUN"} or tree.base[index] == "amod":
            continue
        if _leads_to_unit(tree, index, last, lexicon):
            continue  # "their nine-month-old son"
        word = tree.word(index)
        if word in VAGUE or (seen < 0 and _is_vague(tree, index, lexicon)):
            return None
        value = value_of(word, lexicon)
        if value is None:
            continue
        if is_percentage(tree, index):
            return None
        if seen >= 0 and not _goes_on(tree, seen, index, total + current, value):
            break  # "twenty of his 118 men", "two or three"
        seen = index
        if value >= 100 and word in lexicon.numbers:
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
        else:
            current += value
    found = total + current
    return found if seen >= 0 and 0 < found < _MOST else None


def _leads_to_unit(tree: Tree, index: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a hyphen ties a number to what it measures, and not to its own second half."""
    hyphened = index + 2 < last and tree.word(index + 1) in {"-", "–"}
    return hyphened and value_of(tree.word(index + 2), lexicon) is None


def _is_vague(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a round number has itself no number before it: "several hundred"."""
    large = (value_of(tree.word(index), lexicon) or 0) >= _ROUND
    before = tree.word(index - 1) if index else ""
    return large and tree.word(index) in lexicon.numbers and before in _SOME


def _goes_on(tree: Tree, before: int, index: int, so_far: int, value: int) -> bool:
    """Whether a numeral goes on with the one before it: "forty-two", "two hundred and six"."""
    between = [tree.word(i) for i in range(before + 1, index)]
    if between == ["and"]:
        return so_far >= _ROUND > value
    return not between or between in (["-"], ["–"])


def is_percentage(tree: Tree, index: int) -> bool:
    """Whether a number is a share, or an ordinal."""
    after = tree.word(index + 1) if index + 1 < len(tree.tokens) else ""
    return after in {"%", "percent", "per", "th", "st"}


def value_of(word: str, lexicon: Lexicon) -> int | None:
    """What one numeral is worth: "12", "1,200", "twenty-one"; None for other words."""
    if word in lexicon.numbers:
        return lexicon.numbers[word]
    if word.isascii() and _DIGITS.fullmatch(word) and len(word) <= 12:
        return int(re.sub(r"\D", "", word))
    parts = word.split("-")
    if len(parts) == 2 and all(part in lexicon.numbers for part in parts):
        return sum(lexicon.numbers[part] for part in parts)
    return None
