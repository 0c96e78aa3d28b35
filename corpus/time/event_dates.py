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
from itertools import islice

from ..document import Document
from ..layout.outline import Outline
from ..relation import Relation
from ..sentence import Sentence
from ..tree import Tree, cases, is_verb, upwards
from .dates import load_times
from .edtf import Partial, ends, from_text, interval
from .story import Dating as Dating
from .story import Story, best, lasts, places_of
from .timeline import Placed, find_scenes, is_break

_FEW_DAYS = 7
_PLAIN_PAST = frozenset({"was", "were", "did"})
_TIMELESS = frozenset({"located-in", "kin-of"})


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
    story = Story(scenes, from_text(plan.date) if plan.date else None)
    return tuple(_date(story, relation) for relation in relations)


def _date(story: Story, relation: Relation) -> Dating:
    scene = story.scenes[relation.sentence]
    if not scene.placed or relation.relation in _TIMELESS:
        return Dating()
    places = places_of(scene, relation.trigger, own=relation.background)
    if places:
        return best(story, relation.sentence, places, relation)
    if relation.background:
        return _since_clause(story, relation) or Dating()
    found = _after_clause(story, relation) or _since_clause(story, relation)
    return found or _until_end(story, relation) or Dating()


# --- what follows from the date of another event --------------------------------------------------


def _after_clause(story: Story, relation: Relation) -> Dating | None:
    """What came after an event and before publication: "fled after the attack on Sunday"."""
    scene, tree = story.scenes[relation.sentence], story.scenes[relation.sentence].tree
    helpers = {tree.word(c) for c in tree.children(relation.trigger, "aux")}
    if helpers - _PLAIN_PAST or not is_verb(tree, relation.trigger):
        return None
    places = tuple(p for p in scene.placed if _after(tree, relation.trigger, p))
    dating = best(story, relation.sentence, places, None) if places else Dating()
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


def _since_clause(story: Story, relation: Relation) -> Dating | None:
    """From a dated event to publication: "have fled since it fell in May"."""
    scene, verb = story.scenes[relation.sentence], relation.trigger
    if not lasts(scene.tree, verb):
        return None
    for event in _since(scene.tree, verb):
        places = scene.at(event)
        dating = best(story, relation.sentence, places, None) if places else Dating()
        first = ends(dating.date or "")[0]
        if first is not None:
            span = interval(first, story.published)
            return Dating(span, dating.text, "since-event-until-publication")
    return None


def _since(tree: Tree, verb: int) -> Iterator[int]:
    """The events that a verb tells to be over: "since it fell", "since the fall of the town", "fell
    and has since burnt"."""
    yield from (c for c in tree.children(verb, "advcl", "obl") if "since" in cases(tree, c))
    if any(tree.word(c) == "since" for c in tree.children(verb, "advmod")):
        yield from (a for a in (tree.head(verb),) if a >= 0 and tree.base[verb] == "conj")


def _until_end(story: Story, relation: Relation) -> Dating | None:
    """Until when something lasted: "ended the siege in May", "brokered a truce ending it"."""
    scene = story.scenes[relation.sentence]
    tree, verb = scene.tree, scene.tree.head(relation.trigger)
    if verb < 0 or tree.lemma(verb) not in load_times().clauses["ending"]:
        return None
    if tree.tokens[relation.trigger].relation not in {"obj", "nsubj:pass"}:
        return None
    above = islice(upwards(tree, verb), 2 if tree.base[verb] == "acl" else 0)
    places = next(filter(None, map(scene.at, (verb, *above))), ())
    dating = best(story, relation.sentence, places, relation) if places else Dating()
    first, last = ends(dating.date or "")
    if last is None or first is None:
        return None
    return Dating(f"../{last}", dating.text, "until-its-end")
