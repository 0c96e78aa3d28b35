"""What an expression of time comes to where it stands in an article.

1. It counts from publication; in direct speech, from the day of the speaking.
2. Its event lies ahead where the verb says so: "will meet on Friday".
3. "The next day", "of that year" and the like count from the event told before: the one whose
   clause they stand in, else the last one dated in the sentence or just before it that is dated
   finely enough to count from. "A day earlier" may count from the day of the speaking, too.
4. "Two days after rebels took it" dates the taking from the clause above: "fled on Monday".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..relation import Relation
from ..tree import Tree, cases, upwards
from .date_rules import Resolved, resolve
from .dates import load_times
from .edtf import Partial, ends, from_text
from .moment import Direction, Moment, unit_said
from .reach import counted_event
from .same_event import own_phrase, same_event
from .timeline import Placed, Scene, is_clause

_DEEPEST = 6
_NEAR = 2
"""How many sentences back an event may stand that "the next day" counts from."""
_CHAIN = 3
"""How many events in a row may count one from the other."""
_AHEAD = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_THEN_AHEAD = frozenset({"would", "'d", "’d", "could", "might"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})
_JOINED = frozenset({"advcl", "conj", "xcomp"})
_FROM_EVENT = frozenset({"after-event", "before-event", "beside-event"})
_OF_TOLD = frozenset(
    {"day-of-told-month", "day-of-told-year", "month-of-told-year", "season-of-told-year"}
)
_FINENESS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of one relation: in EDTF, as the text words it, and by which rule."""

    date: str | None = None
    text: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences of an article with their expressions, and when it was published."""

    scenes: tuple[Scene, ...]
    published: Partial | None


def best(
    story: Story,
    number: int,
    places: tuple[Placed, ...],
    relation: Relation | None,
    depth: int = 0,
) -> Dating:
    """Of the expressions of one place the one that gives a date, the most precise one first."""
    datings = [_resolved(story, number, placed, relation, depth) for placed in places]
    return min(datings, key=_vagueness)


def _vagueness(dating: Dating) -> tuple[bool, int, bool]:
    known = [len(str(end)) for end in ends(dating.date or "") if end is not None]
    return dating.date is None, -max(known, default=0), "/" in (dating.date or "")


def places_of(scene: Scene, event: int, own: bool = False) -> tuple[Placed, ...]:
    """The expressions that date an event: those of the first token that has any; a description in
    the writer's own words is dated by its own phrase alone."""
    tree = scene.tree
    tokens = own_phrase(tree, event) if own else same_event(tree, event, scene.saying)
    return next(filter(None, map(scene.at, tokens)), ())


# --- what an expression comes to where it stands --------------------------------------------------


def _resolved(
    story: Story, number: int, placed: Placed, relation: Relation | None, depth: int
) -> Dating:
    scene = story.scenes[number]
    moment = Moment(
        published=_said(story, number, placed, depth),
        told=_told(story, number, placed, depth),
        direction=_direction(scene.tree, placed, relation),
        lasting=lasts(scene.tree, placed.host),
        roughly=placed.quoted and not _speaking(scene),
    )
    found: Resolved = resolve(placed.expression, moment)
    return Dating(found.date, " ".join(placed.expression.text.split()), found.rule)


def _speaking(scene: Scene) -> tuple[Placed, ...]:
    """The expressions that tell when somebody spoke."""
    return tuple(placed for placed in scene.placed if placed.host in scene.saying)


def _said(story: Story, number: int, placed: Placed, depth: int) -> Partial | None:
    """The day from which an expression looks back: in direct speech, the day of the speaking."""
    if not placed.quoted or depth > _DEEPEST:
        return story.published
    for speaking in _speaking(story.scenes[number]):
        if speaking != placed and not speaking.quoted:
            day = from_text(_resolved(story, number, speaking, None, depth + 1).date or "")
            if day is not None and day.day is not None:
                return day
    return story.published


def lasts(tree: Tree, verb: int) -> bool:
    """Whether the perfect says that it goes on: "has been held for two years"."""
    return any(tree.word(c) in {"has", "have", "'ve", "’ve"} for c in tree.children(verb, "aux"))


def _direction(tree: Tree, placed: Placed, relation: Relation | None) -> Direction:
    """Whether the event lies ahead: "will meet on Friday", "plans to attack in May"."""
    host = placed.host
    for node in (host, *list(upwards(tree, host))[:_DEEPEST]):
        helpers = {tree.word(c) for c in tree.children(node, "aux")}
        if helpers & _AHEAD:
            return "future"
        if helpers & _THEN_AHEAD:
            return "either"
        if node != host and _looks_ahead(tree, node):
            return "future"
        if tree.base[node] not in {"xcomp", "conj", "aux", "cop"}:
            break
    planned = relation is not None and relation.planned
    infinitive = tree.base[host] in {"xcomp", "acl", "ccomp"} and "to" in cases(tree, host)
    return "either" if planned and infinitive else "past"


def _looks_ahead(tree: Tree, verb: int) -> bool:
    if tree.lemma(verb) not in load_times().clauses["planning"]:
        return False
    helpers = {tree.word(c) for c in tree.children(verb, "aux", "aux:pass", "cop")}
    present = tree.word(verb) in {tree.lemma(verb), f"{tree.lemma(verb)}s"}
    return bool(helpers & _PRESENT) or (present and not helpers)


# --- what was told before -------------------------------------------------------------------------


def _told(story: Story, number: int, placed: Placed, depth: int) -> str | None:
    """The date of the event told before, for words that count from it."""
    rule = placed.expression.rule
    if rule not in _FROM_EVENT | _OF_TOLD or depth > _CHAIN:
        return None
    if rule == "beside-event":
        return _told_above(story, number, placed, depth)
    scene = story.scenes[number]
    above = scene.tree.head(placed.host) if scene.tree.base[placed.host] in _JOINED else -1
    if above >= 0:
        places = tuple(p for p in places_of(scene, above) if p != placed)[:_CHAIN]
        if places and (date := best(story, number, places, None, depth + 1).date):
            return date
    return _last_told(story, number, placed, depth)


def _told_above(story: Story, number: int, placed: Placed, depth: int) -> str | None:
    """The date of the clause that an event stands in, or of its speaking."""
    scene = story.scenes[number]
    tree = scene.tree
    if counted_event(tree, placed.expression) != placed.host:
        return None
    above = next((a for a in upwards(tree, placed.host) if is_clause(tree, a)), -1)
    told = [above, *(tree.children(above, "ccomp") if above in scene.saying else ())]
    for other in (p for host in told for p in scene.at(host)):
        if other != placed and other.expression.rule not in _FROM_EVENT:
            return _resolved(story, number, other, None, depth + 1).date
    return None


def _last_told(story: Story, number: int, placed: Placed, depth: int) -> str | None:
    """The last event dated before an expression, in its sentence or the ones just before it, whose
    date is fine enough to count from."""
    for back, other in islice(_before(story, number, placed), _CHAIN):
        date = _resolved(story, back, other, None, depth + 1).date
        if date and _serves(date, placed):
            return date
    return None


def _serves(date: str, placed: Placed) -> bool:
    """Whether an expression can count from a date: none that is open, or coarser than its unit;
    words like "of that year" take any."""
    first, last = ends(date)
    if placed.expression.rule in _OF_TOLD:
        return True
    unit = unit_said(placed.expression)
    finest = _FINENESS.index("day" if unit == "week" else unit)
    return all(end and _FINENESS.index(end.unit) >= finest for end in (first, last))


def _before(story: Story, number: int, placed: Placed) -> Iterator[tuple[int, Placed]]:
    """The expressions that date events before another, nearest first, with their sentences; of
    those that date a speaking, the one in whose sentence "a day earlier" stands."""
    scene, earlier = story.scenes[number], placed.expression.rule == "before-event"
    paragraph = scene.tree.sentence.paragraph
    yield from ((number, p) for p in reversed(scene.placed) if _precedes(scene, p, placed))
    if earlier:
        yield from ((number, p) for p in scene.placed if p.host in scene.saying and p != placed)
    for back in range(number - 1, max(-1, number - _NEAR - 1), -1):
        other = story.scenes[back]
        if other.tree.sentence.paragraph < paragraph - 1:
            return
        yield from ((back, p) for p in reversed(other.placed) if p.host not in other.saying)


def _precedes(scene: Scene, placed: Placed, other: Placed) -> bool:
    before = placed.expression.start < other.expression.start
    return before and placed.host not in scene.saying
