"""Finding an entity by what a user calls it: an id, a name, an alias, in any spelling."""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from ..ontology import gazetteer
from ..ontology.folding import fold
from .entity import Entity
from .errors import UnknownNameError
from .figure import count_claims
from .knowledge import Knowledge

SUGGESTIONS = 5
"""How many near names an error offers."""
_ARTICLES = frozenset({"al", "el", "a", "the"})


def find(knowledge: Knowledge, name: str) -> tuple[Entity, ...]:
    """The entities called so, the most claimed first; an id names one entity alone.

    Preferred names go before aliases. Raises UnknownNameError, with near names, where nobody is.
    """
    for entity in knowledge.entities:
        if entity.id == name:
            return (entity,)
    found = (
        _called(knowledge, name, fold)
        or _called(knowledge, name, _loose)
        or _well_known(knowledge, name)
    )
    if not found:
        raise UnknownNameError(_message(name, near(knowledge.entities, name)))
    return found


def _called(knowledge: Knowledge, name: str, key: Callable[[str], str]) -> tuple[Entity, ...]:
    wanted = key(name)
    if not wanted:
        return ()
    preferred = {one.id for one in knowledge.entities if key(one.name) == wanted}
    found = [
        one for one in knowledge.entities if one.id in preferred or wanted in map(key, one.aliases)
    ]
    claims = count_claims(knowledge.claims)
    return tuple(sorted(found, key=lambda one: (one.id not in preferred, -claims[one.id])))


def _loose(name: str) -> str:
    """Like the folded name, without the articles that folding knows by their capitals alone."""
    return " ".join(word for word in fold(name).split() if word not in _ARTICLES)


def _well_known(knowledge: Knowledge, name: str) -> tuple[Entity, ...]:
    """Who the gazetteer says is called so, though no article of the graph does."""
    entry = gazetteer.load().lookup(fold(name))
    return tuple(one for one in knowledge.entities if entry is not None and one.id == entry.id)


def near(entities: Iterable[Entity], name: str) -> tuple[str, ...]:
    """Names of the graph that are spelt like this one, or that contain it, nearest first."""
    names: dict[str, str] = {}
    for entity in entities:
        for known in (entity.name, *entity.aliases):
            names.setdefault(_loose(known), entity.name)
    wanted = _loose(name)
    close = get_close_matches(wanted, names, SUGGESTIONS, cutoff=0.6)
    words = set(wanted.split())
    sharing = sorted(key for key in names if words & set(key.split()))
    found = dict.fromkeys(names[key] for key in (*close, *sharing))
    return tuple(found)[:SUGGESTIONS]


def _message(name: str, suggestions: Sequence[str]) -> str:
    shown = f"nobody is called {name!r} here"
    if not suggestions:
        return f"{shown}; allegiance stats lists who is"
    return f"{shown}; did you mean {' / '.join(suggestions)}?"
