"""What the reader takes a word for: how likely it heads a mention, and of which type.

Where no network has read a sentence it says nothing, and the lexicon alone decides.
"""

from dataclasses import dataclass

from ...ontology.vocabulary import UNDECIDED
from ...ontology.vocabulary import load as load_vocabulary
from ..tree import Tree
from .lexicon import Lexicon
from .noun_types import plural
from .types import family

_LIKELY = 0.55
_SURE = 0.8
_RATHER = 0.5
_ONE = frozenset({"one", "1", "each", "none"})
_BODIES = frozenset({"ArmedGroup", "StateForce"})


@dataclass(frozen=True, slots=True)
class Heard:
    """What the reader says of a word."""

    share: float
    """How likely the word heads a mention."""
    type: str
    """The likeliest type, if it heads one."""
    sure: float
    """How likely that type is, if it heads one."""


_NOTHING = Heard(0.0, UNDECIDED, 0.0)


def heard(tree: Tree, index: int) -> Heard:
    """What the reader says of the word at ``index``."""
    kinds = tree.sentence.kinds
    if kinds is None or not 0 <= index < len(kinds):
        return _NOTHING
    shares = kinds[index, 1:].tolist()
    total = sum(shares)
    if total <= 0:
        return _NOTHING
    best = max(range(len(shares)), key=lambda i: (shares[i], -i))
    return Heard(total, tuple(load_vocabulary().types)[best], shares[best] / total)


def likely_type(tree: Tree, index: int) -> str:
    """The type of a word that the reader takes for the head of a mention, else ``Entity``."""
    said = heard(tree, index)
    return said.type if said.share >= _LIKELY else UNDECIDED


def judged(tree: Tree, head: int, noun: int, listed: str, lexicon: Lexicon) -> str:
    """The type of a description: what the lexicon lists, unless the reader knows better.

    The reader says what "the group" is, and whether men, members and the like are a body of
    fighters. Otherwise it must be sure that a noun means something else altogether. ``noun`` is
    the word that says what is described, -1 where there is none.
    """
    said = heard(tree, head)
    if said.share < _RATHER or said.sure < _RATHER:
        return listed
    words = (tree.lemma(noun), tree.word(noun)) if noun >= 0 else ("",)
    if lexicon.is_any("open", words[-1]):
        return said.type
    if listed == "Person" and not _are_many(tree, head, noun, lexicon):
        return listed
    if family(said.type) == family(listed):
        return said.type if family(listed) == "Group" else listed
    if family(listed) == "Group" != listed and said.type == "Person":
        return listed
    if lexicon.is_any("people", *words) and said.share < _SURE:
        return listed
    body = listed == "Person" and said.type in _BODIES
    return said.type if body or said.sure >= _SURE else listed


def _are_many(tree: Tree, head: int, noun: int, lexicon: Lexicon) -> bool:
    if tree.word(head) in _ONE:
        return False
    return noun != head or (noun >= 0 and plural(tree, noun, lexicon))
