"""From a trigger to the tokens that fill a role: agent, patient, ``from``, bearer ...

A role gives groups of tokens, best first; the caller takes the first group that makes sense. Every
role looks first where a right parse has it, then where a parser likes to misplace it.
"""

from collections.abc import Callable, Iterator, Mapping

from ..tree import Tree, conjuncts, deref
from .actors import Group, agent, patient, subject
from .complements import above, below, between, comma, complement, container, named, preposition
from .offices import (
    bearer,
    belonging,
    compound,
    described,
    itself,
    marker,
    modified,
    owner,
    prefix,
    title,
)
from .pattern import Grammar, Path_, Step


def fill(tree: Tree, trigger: int, path: Path_, grammar: Grammar) -> Iterator[Group]:
    """Groups of tokens at the end of a path that starts at ``trigger``, best first."""
    step, rest = path[0], path[1:]
    for group in _step(tree, trigger, step, grammar):
        if not rest:
            yield group
            continue
        for token in group:
            for member in conjuncts(tree, token):
                yield from fill(tree, member, rest, grammar)


def leads(tree: Tree, trigger: int, path: Path_, grammar: Grammar) -> bool:
    """Whether a path leads anywhere."""
    return next(fill(tree, trigger, path, grammar), None) is not None


def _step(tree: Tree, start: int, step: Step, grammar: Grammar) -> Iterator[Group]:
    role = _ROLES.get(step.role)
    groups = role(tree, start, grammar) if role else preposition(tree, start, step.role, grammar)
    for group in groups:
        found = tuple(dict.fromkeys(deref(tree, token) for token in group))
        if step.lemmas:
            found = tuple(t for t in found if _lemmas(tree, t) & step.lemmas)
        if found:
            yield found


def _lemmas(tree: Tree, token: int) -> set[str]:
    """The lemmas of a token and of those coordinated with it, names in lower case."""
    members = conjuncts(tree, token)
    return {tree.lemma(m) for m in members} | {tree.word(m) for m in members}


_ROLES: Mapping[str, Callable[[Tree, int, Grammar], Iterator[Group]]] = {
    "agent": agent,
    "patient": patient,
    "subject": subject,
    "bearer": bearer,
    "described": described,
    "self": itself,
    "owner": owner,
    "compound": compound,
    "title": title,
    "belonging": belonging,
    "marker": marker,
    "prefix": prefix,
    "modified": modified,
    "between": between,
    "above": above,
    "below": below,
    "complement": complement,
    "container": container,
    "named": named,
    "comma": comma,
}
