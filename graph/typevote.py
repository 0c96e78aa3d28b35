"""Which type an entity has, by the votes of its appearances and what its claims accept."""

from collections import Counter
from collections.abc import Mapping

from ..ontology.vocabulary import UNDECIDED, Vocabulary
from .appearance import Slots


def family(type_id: str, vocabulary: Vocabulary) -> str:
    """The widest kind above a type (Person, Group, Place); the root type is its own."""
    while (parent := vocabulary.types[type_id].parent) not in (None, UNDECIDED):
        assert parent is not None
        type_id = parent
    return type_id


def voted_type(votes: Mapping[str, int], slots: Slots, vocabulary: Vocabulary) -> str | None:
    """The type with most votes that every slot accepts, or None where no type can be.

    A specific type goes before a wide one: who says "group" does not speak against "armed group".
    All votes are of one family, or undecided; where nobody knows, the slots decide.
    """
    families = {family(t, vocabulary) for t in votes} - {UNDECIDED}
    fitting = [t for t in vocabulary.types if t != UNDECIDED and fits(t, slots, vocabulary)]
    if not families:
        return _left_open(fitting, vocabulary)
    of_family = [t for t in fitting if family(t, vocabulary) in families]
    specific = Counter({t: votes.get(t, 0) for t in of_family if t not in families})
    # Counter keeps the ontology's order among equals.
    best, voices = next(iter(specific.most_common(1)), ("", 0))
    return best if voices else next(iter(of_family), None)


def fits(type_id: str, slots: Slots, vocabulary: Vocabulary) -> bool:
    """Whether a type is accepted wherever the claims put the entity."""
    return all(vocabulary.is_any(type_id, accepted) for accepted in slots)


def _left_open(fitting: list[str], vocabulary: Vocabulary) -> str | None:
    """The one family that the slots leave, undecided where they leave several."""
    if not fitting:
        return None
    wide = [t for t in fitting if vocabulary.types[t].parent == UNDECIDED]
    if len({family(t, vocabulary) for t in fitting}) == 1:
        return (wide or fitting)[0]
    return UNDECIDED
