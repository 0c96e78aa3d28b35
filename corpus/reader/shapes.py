"""How a word is written, in ten classes: what an uncased encoder cannot see."""

from collections.abc import Callable
from functools import lru_cache

NO_WORD = 0
"""The class of the marks around a sentence."""

_CLASSES: tuple[Callable[[str], bool], ...] = (
    str.islower,
    lambda word: word.isupper() and len(word) > 1,
    str.isupper,
    str.istitle,
    str.isdigit,
    lambda word: not any(map(str.isalnum, word)),
    lambda word: word[:1].isupper(),
    lambda word: any(map(str.isdigit, word)),
)
SHAPES = len(_CLASSES) + 2
"""How many classes there are: the above, ``NO_WORD`` before them, "other" after them."""


@lru_cache(maxsize=65536)
def shape(word: str) -> int:
    """Class of ``word``, from 1 (lower case) to ``SHAPES - 1`` (none of the others)."""
    return next((i for i, test in enumerate(_CLASSES, 1) if test(word)), SHAPES - 1)
