"""A name where it stands in a sentence, before it is a mention."""

from dataclasses import dataclass
from functools import cache

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..tree import Tree
from .lexicon import load_lexicon

_SHORTEST = 3
_REGIONS = frozenset({"americas", "united states", "philippines", "netherlands"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence; tokens ``first`` to ``last`` are half-open."""

    first: int
    last: int
    head: int
    key: str
    """The folded name."""
    label: str = ""
    """What the tagger calls it: PER, LOC, ORG, or nothing."""
    title: str = ""
    """The lower-case title that stood before it."""
    type: str = ""
    """An entity type where the form of the name settles it."""


@cache
def without_owner(name: str) -> str:
    """A well-known name without the "s" of an owner that lost its apostrophe ("al-Qaedas")."""
    bare = name[:-1]
    if not name.endswith("s") or len(bare) < _SHORTEST or _is_known(fold(name)):
        return name
    return bare if _is_known(fold(bare)) else name


def _is_known(key: str) -> bool:
    lexicon = load_lexicon()
    return (
        key in _REGIONS
        or gazetteer.load().lookup(key) is not None
        or key in lexicon.places
        or lexicon.is_any("figures", key)
    )


def head_of(tree: Tree, first: int, last: int) -> int:
    """The token whose governor lies outside; of several, the one that governs most."""
    outside = [i for i in range(first, last) if not first <= tree.head(i) < last]
    proper = [i for i in outside if tree.tokens[i].upos != "PUNCT"]
    return max(proper or outside or [first], key=lambda i: (len(tree.below[i]), -i))
