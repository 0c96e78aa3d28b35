"""When the event of a relation happened, as its own clause says it.

The date of an event is looked for in this order, and the first place that has one decides:

1. on the trigger itself ("kidnapped on Saturday", "the attack on Friday");
2. on the event inside it or the verb that lends it its clause ("killed in a raid on Friday",
   "the attack, which happened on Friday");
3. upwards, as long as it is one and the same happening: the first of coordinated verbs ("broke off
   on Saturday and kidnapped"), the verb that is managed or refused, the clause of "while fleeing";
4. on the verb that shares the object ("attacked and captured the town on Friday").

The date of a verb of speech dates the speaking and is never an event's. Failing all, what
followed an event lies between it and publication, said only where that is one year, one month or a
few days, or the clause says "since it fell in May"; and "ended the siege in May" says until when
the siege lasted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ..document import Document
from ..layout.outline import Outline
from ..relation import Relation
from ..sentence import Sentence
from ..tree import Tree, cases, is_verb, upwards
from .date_rules import Resolved, resolve
from .dates import load_times
from .edtf import Partial, ends, from_text, interval
from .moment import Direction, Moment
from .same_event import own_phrase, same_event
from .timeline import Placed, Scene, find_scenes, is_break

_DEEPEST = 6
_NEAR = 2
"""How many sentences back an event may stand that "the next day" counts from."""
_CHAIN = 3
"""How many events in a row may count one from the other."""
_FEW_DAYS = 7
_AHEAD = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_THEN_AHEAD = frozenset({"would", "'d", "’d", "could", "might"})
_PLAIN_PAST = frozenset({"was", "were", "did"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})
_TIMELESS = frozenset({"located-in", "kin-of"})
_FROM_EVENT = frozenset(
    {"after-event", "before-event", "beside-event", "day-of-told-month", "month-of-told-year"}
)


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of one relation: in EDTF, as the text words it, and by which rule."""

    date: str | None = None
    text: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class _Story:
    scenes: tuple[Scene, ...]
    published: Partial | None


def date_relations(
    sentences: Sequence[Sentence],
    relations: Sequence[Relation],
    plan: Outline,
    document: Document,
    trees: Mapping[int, Tree] | None = None,
) -> tuple[Dating, ...]:
    """The dates of the relations, one for each; an empty one where its clause gives none. Trees of
    the sentences that are grown already need not be grown again."""
    triggers: dict[int, set[int]] = {}
    for relation in relations:
        if relation.relation not in _TIMELESS:
            triggers.setdefault(relation.sentence, set()).add(relation.trigger)
    scenes = find_scenes(document.text, sentences, triggers, trees)
    story = _Story(scenes, from_text(plan.date) if plan.date else None)
    return tuple(_date(story, relation) for relation in relations)


def _date(story: _Story, relation: Relation) -> Dating:
    scene = story.scenes[relation.sentence]
    if not scene.placed or relation.relation in _TIMELESS:
        return Dating()
    places = _places(scene, relation.trigger, own=relation.background)
    if places:
        return _best(story, relation.sentence, places, relation)
    if relation.background:
        return Dating()
    found = _after_clause(story, relation) or _since_clause(story, relation)
    return found or _until_end(story, relation) or Dating()


def _best(
    story: _Story,
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


def _places(scene: Scene, event: int, own: bool = False) -> tuple[Placed, ...]:
    """The expressions that date an event: those of the first token that has any; a description in
    the writer's own words is dated by its own phrase alone."""
    tree = scene.tree
    tokens = own_phrase(tree, event) if own else same_event(tree, event, scene.saying)
    return next(filter(None, map(scene.at, tokens)), ())


# --- what an expression comes to where it stands --------------------------------------------------


def _resolved(
    story: _Story, number: int, placed: Placed, relation: Relation | None, depth: int
) -> Dating:
    scene = story.scenes[number]
    moment = Moment(
        published=_said(story, number, placed, depth),
        told=_told(story, number, placed, depth),
        direction=_direction(scene.tree, placed, relation),
        lasting=_lasts(scene.tree, placed.host),
        roughly=placed.quoted and not _speaking(scene),
    )
    found: Resolved = resolve(placed.expression, moment)
    return Dating(found.date, " ".join(placed.expression.text.split()), found.rule)


def _speaking(scene: Scene) -> tuple[Placed, ...]:
    """The expressions that tell when somebody spoke."""
    return tuple(placed for placed in scene.placed if placed.host in scene.saying)


def _said(story: _Story, number: int, placed: Placed, depth: int) -> Partial | None:
    """The day from which an expression looks back: in direct speech, the day of the speaking."""
    if not placed.quoted or depth > _DEEPEST:
        return story.published
    for speaking in _speaking(story.scenes[number]):
        if speaking != placed and not speaking.quoted:
            day = from_text(_resolved(story, number, speaking, None, depth + 1).date or "")
            if day is not None and day.day is not None:
                return day
    return story.published


def _lasts(tree: Tree, verb: int) -> bool:
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


def _told(story: _Story, number: int, placed: Placed, depth: int) -> str | None:
    """The date of the event told before, for words that count from it."""
    if placed.expression.rule not in _FROM_EVENT or depth > _CHAIN:
        return None
    scene = story.scenes[number]
    above = scene.tree.head(placed.host) if scene.tree.base[placed.host] in _JOINED else -1
    if above >= 0:
        places = tuple(p for p in _places(scene, above) if p != placed)[:_CHAIN]
        if places and (date := _best(story, number, places, None, depth + 1).date):
            return date
    return _last_told(story, number, placed, depth)


_JOINED = frozenset({"advcl", "conj", "xcomp"})


def _last_told(story: _Story, number: int, placed: Placed, depth: int) -> str | None:
    """The last event dated before an expression, in its sentence or the ones just before it."""
    for back, other in islice(_before(story, number, placed), _CHAIN):
        date = _resolved(story, back, other, None, depth + 1).date
        if date:
            return date
    return None


def _before(story: _Story, number: int, placed: Placed) -> Iterator[tuple[int, Placed]]:
    """The expressions that date events before another, nearest first, with their sentences."""
    paragraph = story.scenes[number].tree.sentence.paragraph
    for back in range(number, max(-1, number - _NEAR - 1), -1):
        scene = story.scenes[back]
        if scene.tree.sentence.paragraph < paragraph - 1:
            return
        for other in reversed(scene.placed):
            earlier = back < number or other.expression.start < placed.expression.start
            if earlier and other.host not in scene.saying:
                yield back, other


# --- what follows from the date of another event --------------------------------------------------


def _after_clause(story: _Story, relation: Relation) -> Dating | None:
    """What came after an event and before publication: "fled after the attack on Sunday"."""
    scene, tree = story.scenes[relation.sentence], story.scenes[relation.sentence].tree
    helpers = {tree.word(c) for c in tree.children(relation.trigger, "aux")}
    if helpers - _PLAIN_PAST or not is_verb(tree, relation.trigger):
        return None
    places = tuple(p for p in scene.placed if _after(tree, relation.trigger, p))
    dating = _best(story, relation.sentence, places, None) if places else Dating()
    first, last = ends(dating.date or "")
    if first is None or last is None or story.published is None:
        return None
    return _up_to(first, last, story.published, dating)


def _up_to(first: Partial, last: Partial, published: Partial, dating: Dating) -> Dating | None:
    """From an event to publication: the year or month that holds both, or the few days between."""
    if first == last and first.day is None and first.first <= published.first <= first.last:
        return Dating(str(first), dating.text, f"after-event-in-same-{first.unit}")
    days = (published.first - first.first).days
    if first.day is None or published.day is None or not 0 < days <= _FEW_DAYS:
        return None
    return Dating(interval(first, published), dating.text, "between-event-and-publication")


def _after(tree: Tree, verb: int, placed: Placed) -> bool:
    """Whether an expression stands in the clause with "after" that follows a verb."""
    opened = False
    for index in range(verb + 1, placed.head):
        if is_break(tree, index) or (not opened and tree.tokens[index].upos == "VERB"):
            return False
        opened = opened or (tree.word(index) == "after" and index < placed.host)
    return opened


def _since_clause(story: _Story, relation: Relation) -> Dating | None:
    """From a dated event to publication: "have fled since it fell in May"."""
    scene, verb = story.scenes[relation.sentence], relation.trigger
    if not _lasts(scene.tree, verb):
        return None
    for event in _since(scene.tree, verb):
        places = scene.at(event)
        dating = _best(story, relation.sentence, places, None) if places else Dating()
        first = ends(dating.date or "")[0]
        if first is not None:
            span = interval(first, story.published)
            return Dating(span, dating.text, "since-event-until-publication")
    return None


def _since(tree: Tree, verb: int) -> Iterator[int]:
    """The events that a verb tells to be over: "since it fell", "fell and has since burnt"."""
    yield from (c for c in tree.children(verb, "advcl") if "since" in cases(tree, c))
    if any(tree.word(c) == "since" for c in tree.children(verb, "advmod")):
        yield from (a for a in (tree.head(verb),) if a >= 0 and tree.base[verb] == "conj")


def _until_end(story: _Story, relation: Relation) -> Dating | None:
    """Until when something lasted: "ended the siege in May", "brokered a truce ending it"."""
    scene = story.scenes[relation.sentence]
    tree, verb = scene.tree, scene.tree.head(relation.trigger)
    if verb < 0 or tree.lemma(verb) not in load_times().clauses["ending"]:
        return None
    if tree.tokens[relation.trigger].relation not in {"obj", "nsubj:pass"}:
        return None
    above = islice(upwards(tree, verb), 2 if tree.base[verb] == "acl" else 0)
    places = next(filter(None, map(scene.at, (verb, *above))), ())
    dating = _best(story, relation.sentence, places, relation) if places else Dating()
    first, last = ends(dating.date or "")
    if last is None or first is None:
        return None
    return Dating(f"../{last}", dating.text, "until-its-end")
