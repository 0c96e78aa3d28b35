"""Genitives in texts that have lost their apostrophes: "Syrias army", "the countrys north".

Some collections were stripped of them. A text of some length without any is taken for one of those,
and a word hides a genitive there where it is a name of the text with an s that is no plural
("Assads" beside "Assad"), or where no plural is spelled so ("citys").
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from .english import ENGLISH
from .lemmas import is_known

Cut = tuple[int, int]

_APOSTROPHE = re.compile(r"\w['’´`ʼ]|['’´`ʼ]\w")
_NAME = re.compile(r"\b[A-Z][\w-]+")
_CANDIDATE = re.compile(r"(?<![\w-])\w[\w-]{1,40}s(?![\w-])")
_SHORTEST = 400
"""A shorter text may have no apostrophe by chance."""


def hidden_genitives(text: str) -> frozenset[str]:
    """The words of a text, in small letters, whose last letter is a genitive of its own."""
    if len(text) < _SHORTEST or _APOSTROPHE.search(text):
        return frozenset()
    names = frozenset(map(str.lower, _NAME.findall(text)))
    words = frozenset(map(str.lower, _CANDIDATE.findall(text)))
    return frozenset(word for word in words if _hides(word, word[:-1] in names))


def part_genitives(text: str, cuts: Sequence[Cut], hidden: frozenset[str]) -> list[Cut]:
    """The cuts, the hidden genitives apart from their words."""
    found: list[Cut] = []
    for start, end in cuts:
        if text[end - 1] == "s" and text[start:end].lower() in hidden:
            found.append((start, end - 1))
            start = end - 1
        found.append((start, end))
    return found


@lru_cache(maxsize=65536)
def _hides(word: str, named: bool) -> bool:
    lost = ENGLISH.lost
    if word in lost.genitives:
        return True
    if word in lost.plain or not word.isascii() or len(word) < 4:
        return False
    misspelt = word.endswith("ys") and word[-3] not in "aeiou"
    named = named and not word.endswith((*lost.peoples, "ss"))
    return (misspelt or named) and not is_known(word)
