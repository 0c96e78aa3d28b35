"""Whether a mention may fill a pattern's subject or object, by the type of its chain.

A pattern that names types is strict. One that names none takes what the ontology's domain or range
allows, and things whose type is undecided. Three words of the pattern file are no types:

``People``  a person, or persons who are no organisation: "three soldiers", "those fighters"
``Body``    a group that is none: a battalion, a coalition, a named movement
``Named``   besides the other types: something that has a name
"""

from dataclasses import dataclass
from functools import cache

from ...ontology.vocabulary import UNDECIDED, load
from .participants import Roster
from .pattern import Pattern, load_patterns

PEOPLE, BODY, NAMED = "People", "Body", "Named"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The types that an end of a relation may have."""

    types: frozenset[str]
    allowed: frozenset[str]
    """By the ontology."""
    stand_in: bool
    """Whether a body of fighters stands for its group here."""

    def accept(self, roster: Roster, mention: int) -> bool:
        """Whether the mention's chain has such a type."""
        chain = roster.chain(mention)
        number = roster.chain_of[mention]
        if number in roster.nobody or (NAMED in self.types and chain.unnamed):
            return False
        if not load().is_any(chain.type, self.allowed):
            return False
        if not self.types - {NAMED}:
            return True
        if chain.type != UNDECIDED and _fits(chain.type, self.types - {PEOPLE, BODY, NAMED}):
            return True
        if UNDECIDED in self.types and chain.type == UNDECIDED:
            return True
        people = chain.type == "Person" or number in roster.people
        is_group = load().is_a(chain.type, "Group")
        return (PEOPLE in self.types and people) or (BODY in self.types and is_group and not people)


def _fits(kind: str, types: frozenset[str]) -> bool:
    """Whether a type is one of these, or one that may turn out to be: a ``Group``."""
    return load().is_any(kind, types) or any(load().is_a(wanted, kind) for wanted in types)


@cache
def wanted(pattern: Pattern) -> tuple[Wanted, Wanted]:
    """What a pattern wants of its subject and of its object."""
    relation = load().relations[pattern.relation]
    grammar = load_patterns().grammar
    return (
        Wanted(pattern.subject_types, relation.domain, relation.id in grammar.stand_in),
        Wanted(pattern.object_types, relation.range, relation.id in grammar.stand_in_object),
    )
