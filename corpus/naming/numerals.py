"""Numbers in words and digits, as descriptions count with them."""

import re

from ..tree import Tree
from .lexicon import Lexicon

VAGUE = frozenset({"dozens", "hundreds", "thousands", "scores", "tens", "millions"})
"""Numerals that give no number."""

_DIGITS = re.compile(r"\d{1,3}(?:[,.  ]\d{3})+|\d+")
_MOST = 10**9


def count_of(tree: Tree, first: int, last: int, lexicon: Lexicon) -> int | None:
    """How many the numerals of a stretch say; None for "dozens" and where there are none."""
    total = current = 0
    seen = False
    for index in range(first, last):
        if tree.tokens[index].upos not in {"NUM", "NOUN"} or tree.base[index] == "amod":
            continue
        if index + 1 < last and tree.word(index + 1) in {"-", "–"}:
            continue  # "their nine-month-old son"
        word = tree.word(index)
        if word in VAGUE:
            return None
        value = value_of(word, lexicon)
        if value is None:
            continue
        if is_percentage(tree, index):
            return None
        seen = True
        if value >= 100 and word in lexicon.numbers:
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
        else:
            current += value
    found = total + current
    return found if seen and 0 < found < _MOST else None


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
