"""Whether the names that were found for somebody are those that an annotator gave him.

These are the rules of the annotated articles beside the checkout, word for word, so that both
scorers print one figure. They are apart from ``ontology.folding``, which merges more and would be
measured by itself.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_ARTICLES = frozenset({"the", "a", "an"})
_FILLER = _ARTICLES | set(
    ["of", "in", "and", "at", "least", "about", "around", "some", "its", "their", "his"]
)
_POSSESSIVE = re.compile(r"[’'`ʿʾ]s\b")
_QUOTES = re.compile(r"[’'`ʿʾ‘“”\"]")
_OTHER = re.compile(r"[^\w]+")


@lru_cache(maxsize=65536)
def fold_strictly(name: str) -> str:
    """Words in small letters, without accents, punctuation, articles and possessives.

    >>> fold_strictly("The Émir's Men")
    'emir men'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    text = _QUOTES.sub("", _POSSESSIVE.sub("", text))
    return " ".join(word for word in _OTHER.sub(" ", text).split() if word not in _ARTICLES)


def relation_id(text: str) -> str:
    """The relation's id, however it joins its words.

    >>> relation_id("Pledged to"), relation_id("member_of")
    ('pledged-to', 'member-of')
    """
    return "-".join(text.lower().replace("_", "-").split())


@dataclass(frozen=True, slots=True)
class Names:
    """All that somebody is called, ready to be compared."""

    keys: frozenset[str]
    words: frozenset[frozenset[str]]
    """The telling words of each name."""


@lru_cache(maxsize=65536)
def names(*texts: str) -> Names:
    """The names that texts spell."""
    keys = frozenset(map(fold_strictly, texts)) - {""}
    return Names(keys, frozenset(map(_telling, keys)) - {frozenset()})


def _telling(key: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in key.split() if word not in _FILLER)


def agree(ours: Names, gold: Names, *, by_words: bool = False) -> bool:
    """Whether one of our names equals one of the gold's.

    ``by_words`` is for those who have no name, only descriptions: most of the words of both
    together must be common to both.

    >>> agree(names("a leader of the Nile Front"), names("Nile Front leader"), by_words=True)
    True
    """
    if not ours.keys.isdisjoint(gold.keys):
        return True
    return by_words and any(_overlap(ours.words, theirs) for theirs in gold.words)


def _overlap(ours: Iterable[frozenset[str]], theirs: frozenset[str]) -> bool:
    return any(2 * len(mine & theirs) >= len(mine | theirs) for mine in ours)
