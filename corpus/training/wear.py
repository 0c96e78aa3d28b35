"""Annotated articles as careless publishers pass them on: without apostrophes, without commas.

Some outlets strip them ("the FSAs commander", "in Idlib the provincial capital"), and a model that
has only seen tidy text reads little in theirs.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from random import Random

from ..evaluation.gold import GoldDocument
from .rewriting import rewritten

APOSTROPHES = "'’‘"
WORN = 0.3
"""So many of the articles are read once more, worn."""
STYLES = (APOSTROPHES, APOSTROPHES + ",")
"""What falls away, one of these an article."""


def worn(gold: GoldDocument, letters: str) -> GoldDocument:
    """The article without these letters, its annotation moved along."""
    text = gold.document.text
    kept = [letter not in letters for letter in text]
    places = [0, *accumulate(map(int, kept))]
    plain = "".join(letter for letter, keep in zip(text, kept, strict=True) if keep)
    return rewritten(gold, plain, places)


def with_worn(documents: Iterable[GoldDocument], share: float, seed: int) -> Iterator[GoldDocument]:
    """The articles, and a share of them once more as worn copies."""
    random = Random(seed)
    for gold in documents:
        yield gold
        if random.random() < share:
            yield worn(gold, random.choice(STYLES))
