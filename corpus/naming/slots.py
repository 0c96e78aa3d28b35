"""What the place of a name in its sentence says of its type.

1. Slots that ``slots.yml`` lists: the word that the name hangs on, and how it hangs there.
2. The article before the name, and the pronouns that take it up in its own sentence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ..tree import Tree, cases, first_conjunct
from .lexicon import Lexicon
from .name import Name
from .witness import Witness

_FILE = Path(__file__).with_suffix(".yml")
_ARTICLE = 5.0


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a name may stand, and what it is there."""

    reason: str
    roles: frozenset[str]
    """Dependencies and prepositions."""
    words: frozenset[str]
    """Lemmas that the name hangs on; empty for any."""
    nouns: frozenset[str]
    """Types of the noun that it hangs on; empty for any."""
    says: Mapping[str, float]
    """Weight by entity type."""
    verb: bool
    """Whether only a verb will do."""
    new: bool
    """Whether well-known places are left as they are."""


@cache
def load_slots() -> tuple[Slot, ...]:
    """The slots that the package ships."""
    return tuple(
        Slot(
            reason=entry["reason"],
            roles=frozenset(entry["as"]),
            words=frozenset(entry.get("words", ())),
            nouns=frozenset(entry.get("noun", ())),
            says={kind: float(weight) for kind, weight in entry["says"].items()},
            verb=entry.get("verb", False),
            new=entry.get("new", False),
        )
        for entry in yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    )


def of_slot(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[Witness]:
    """What can stand where the name stands."""
    head = first_conjunct(tree, name.head)
    above = tree.head(head)
    if above < 0:
        return
    known = name.key in lexicon.places
    roles = _roles(tree, head)
    for slot in load_slots():
        spoken = not slot.roles.isdisjoint(roles) and not (known and slot.new)
        if spoken and _fits(tree, above, slot, lexicon):
            for kind, weight in slot.says.items():
                yield Witness(kind, weight, slot.reason)
    if not known:
        yield from _of_article(tree, name)
    yield from _of_pronouns(tree, name)


def _roles(tree: Tree, head: int) -> frozenset[str]:
    """How a name hangs on the word above it."""
    relation, introduced = tree.tokens[head].relation, cases(tree, head)
    if tree.base[head] in {"nmod", "obl"}:
        return introduced or frozenset({tree.base[head]})
    return introduced | {relation, tree.base[head] if relation != "nsubj:pass" else relation}


def _fits(tree: Tree, above: int, slot: Slot, lexicon: Lexicon) -> bool:
    lemma = tree.lemma(above)
    if slot.words and lemma not in slot.words:
        return False
    if slot.verb and tree.tokens[above].upos != "VERB":
        return False
    noun = lexicon.noun(lemma, tree.word(above)) if slot.nouns else None
    return not slot.nouns or (noun is not None and noun.type in slot.nouns)


def _of_article(tree: Tree, name: Name) -> Iterator[Witness]:
    """What "the" says that belongs to a name: neither persons nor towns have one."""
    before = name.first - 1
    if before < 0 or tree.word(before) != "the" or tree.head(before) != name.head:
        return
    yield Witness("Group", _ARTICLE, "article")
    yield Witness("Person", -5, "article")
    yield Witness("Town", -5, "article")


def _of_pronouns(tree: Tree, name: Name) -> Iterator[Witness]:
    """What "X changed its mind", "X, who left" and "X, which left" say of X."""
    above = tree.head(name.head)
    if tree.base[name.head] == "nsubj":
        owners = [
            tree.word(owner)
            for thing in tree.children(above, "obj")
            for owner in tree.children(thing, "nmod:poss")
        ]
        if "its" in owners:
            yield Witness("Group", 9, "its")
        if not {"his", "her"}.isdisjoint(owners):
            yield Witness("Person", 2, "his")
        if "it" in _subjects_below(tree, above, "advcl"):
            yield Witness("Group", 2.5, "it")
        if "it" in _subjects_below(tree, above, "ccomp"):
            yield Witness("Group", 9, "its")  # "X denied that it had left"
    for clause in tree.children(name.head, "acl:relcl"):
        subjects = {tree.word(c) for c in tree.children(clause, "nsubj")}
        if "who" in subjects:
            yield Witness("Person", 2.5, "who")
        if "which" in subjects:
            yield Witness("Group", 1, "which")
            yield Witness("Place", 1, "which")


def _subjects_below(tree: Tree, verb: int, relation: str) -> set[str]:
    """The subjects of the clauses that hang on a verb so."""
    clauses = tree.children(verb, relation)
    return {tree.word(c) for clause in clauses for c in tree.children(clause, "nsubj")}
