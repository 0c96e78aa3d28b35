"""Dates that carry over to what is told without one; the first that there is counts:

1. of the announcement, where those who leave, join or merge announce it themselves: they do it by
   saying so ("announced on Friday that it had left the front");
2. of the head of an item ("12 October: a bomb went off. The army blamed ..."), or the day of
   publication, where the line opens with a time of day ("08:15 Sixty soldiers have crossed");
3. of the telling, where the event took a number of days until then (:mod:`.lasting`);
4. of the verb that the event hangs on, where its date is the only one of the sentence;
5. of the sentence before, where that names one day and no other, and this one goes on in the past
   without any word of time.

Only events take such a date; what is so (posts, memberships, bases) began at some other time. The
rule that is given with the date says where it comes from.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ..document import Document
from ..layout.outline import Outline
from ..relation import Relation
from ..sentence import Sentence
from ..time.date_rules import resolve
from ..time.edtf import Partial, ends, from_text
from ..time.event_dates import Dating
from ..time.moment import Moment
from ..time.timeline import Placed, Scene, find_scenes
from ..tree import Tree, cases, conjuncts, is_past, is_verb, upwards
from .directory import Directory
from .lasting import date_lasting
from .retold import begins_or_ends

_STATES = frozenset({"based-in", "kin-of", "leads", "located-in", "member-of", "spokesperson-of"})
_PAST = frozenset({"was", "were", "had", "did", "been", "being"})
_CLOCK = re.compile(r"\W*(?:[01]?\d|2[0-3])[:.]\d\d(?:\s?[ap]\.?m\b\.?)?[\s.:–—-]")
_HEAD = re.compile(r"\s*(?::|[–—-]\s|\.?\s*$)")
_BEFORE_HEAD = 60
"""Characters that may stand before a date at the head of an item: the names of places."""
_DAYS = 2
"""How many days a date may span that the next sentence goes on with: a night."""


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    sentences: Sequence[Sentence]
    scenes: tuple[Scene, ...]
    published: Partial | None


def carry_dates(
    relations: Sequence[Relation],
    datings: Sequence[Dating],
    happened: Sequence[bool],
    sentences: Sequence[Sentence],
    trees: Mapping[int, Tree],
    directory: Directory,
    plan: Outline,
    document: Document,
) -> tuple[Dating, ...]:
    """The datings, with those of undated events filled in; ``happened`` says of each relation
    whether it is told as a fact, neither denied nor planned."""
    undated = [
        fact and dating.text is None and _is_event(relation)
        for relation, dating, fact in zip(relations, datings, happened, strict=True)
    ]
    if not any(undated):
        return tuple(datings)
    scenes = find_scenes(document.text, sentences, {}, trees)
    page = _Page(document.text, sentences, scenes, from_text(plan.date) if plan.date else None)
    heads = _heads(page)
    return tuple(
        _announced(page, relation, directory)
        or heads.get(relation.sentence)
        or _lasting(page, relation)
        or _around(page, relation)
        or _going_on(page, relation)
        or dating
        if is_undated
        else dating
        for relation, dating, is_undated in zip(relations, datings, undated, strict=True)
    )


def _is_event(relation: Relation) -> bool:
    return not relation.background and relation.relation not in _STATES


# --- what is done by saying it --------------------------------------------------------------------


def _announced(page: _Page, relation: Relation, directory: Directory) -> Dating | None:
    """The date of the announcement, where those announce it who begin or end an allegiance."""
    scene = page.scenes[relation.sentence]
    if not (begins_or_ends(relation) or relation.relation == "allied-with"):
        return None
    for above in upwards(scene.tree, relation.trigger):
        told = [p for p in scene.at(above) if above in scene.saying]
        if told and _speaks(scene.tree, relation, directory, above):
            return replace(_resolved(page, told[0]), rule="announced")
    return None


def _speaks(tree: Tree, relation: Relation, directory: Directory, verb: int) -> bool:
    """Whether an end of a relation is who speaks."""
    speakers = [s for c in tree.children(verb, "nsubj") for s in conjuncts(tree, c)]
    chains = [directory.chain_of[end] for end in (relation.subject, relation.object)]
    here = directory.by_sentence.get(relation.sentence, ())
    return any(
        directory.mentions[index].head in speakers
        and any(directory.chain_of[index] is chain for chain in chains)
        for index in here
    )


def _lasting(page: _Page, relation: Relation) -> Dating | None:
    """The days that it took until it was told, on the only day that the sentence names."""
    scene = page.scenes[relation.sentence]
    days = {_resolved(page, placed).date or "" for placed in scene.placed}
    if len(days) > 1:
        return None
    told = from_text(days.pop()) if days else None
    found = date_lasting(scene.tree, relation.trigger, told, page.published)
    return found if found.date else None


# --- the only date of a sentence ------------------------------------------------------------------


def _around(page: _Page, relation: Relation) -> Dating | None:
    """The only date of a sentence, where it dates what the event hangs on, before that is told."""
    scene, trigger = page.scenes[relation.sentence], relation.trigger
    tree = scene.tree
    told = [p for p in scene.placed if p.host not in scene.saying]
    several = len({p.expression.start for p in told}) != 1
    if several or told[0].host not in upwards(tree, trigger):
        return None
    if told[0].expression.start > tree.tokens[trigger].start or _apart(tree, trigger):
        return None
    found = _resolved(page, told[0])
    if not found.date or ".." in found.date:
        return None
    if _in_relative(tree, trigger, told[0].host) and not _same_day(tree, trigger, found.date):
        return None
    return replace(found, rule="date-of-sentence")


def _apart(tree: Tree, trigger: int) -> bool:
    """Whether a word tells of another time than what it hangs on: "runs", "has since run"."""
    verbal = is_verb(tree, trigger)
    if tree.tokens[trigger].upos == "ADJ" or (verbal and not _in_past(tree, trigger)):
        return True
    return any("after" in cases(tree, c) for c in tree.children(trigger, "obl"))


def _in_relative(tree: Tree, trigger: int, host: int) -> bool:
    """Whether a relative clause stands between a word and what it hangs on."""
    between = (trigger, *takewhile(lambda above: above != host, upwards(tree, trigger)))
    return any(tree.tokens[i].relation == "acl:relcl" for i in between)


def _same_day(tree: Tree, trigger: int, date: str) -> bool:
    """Whether a relative clause goes on with what it hangs on, "the raid on Friday, in which two
    men died": in the plain past, and where that is dated by the day; what is dated by the month or
    year may be told of people's earlier lives."""
    earlier = any(tree.word(c) == "had" for c in tree.children(trigger, "aux"))
    return is_verb(tree, trigger) and not earlier and _is_day(date)


# --- the head of an item --------------------------------------------------------------------------


def _heads(page: _Page) -> dict[int, Dating]:
    """The dates by the heads of lines, for each of their sentences."""
    found: dict[int, Dating] = {}
    head: Dating | None = None
    for number, sentence in enumerate(page.sentences):
        before = page.sentences[number - 1].end if number else 0
        if number == 0 or "\n" in page.text[before : sentence.start]:
            head = _head(page, number) or _clock(page, sentence)
        if head:
            found[number] = head
    return found


def _head(page: _Page, number: int) -> Dating | None:
    """The date that opens a line and is followed by a colon, a dash, or nothing more."""
    sentence = page.sentences[number]
    for placed in page.scenes[number].placed[:1]:
        start, end = placed.expression.start, placed.expression.end
        opened = page.text[sentence.start : start]
        names = opened.strip(" *•-–—") == "" or (opened.count(",") == 1 and opened.endswith(", "))
        if not names or len(opened) > _BEFORE_HEAD or placed.expression.get("lead"):
            return None
        if not _HEAD.match(page.text[end : sentence.end]):
            return None
        found = _resolved(page, placed)
        return Dating(found.date, found.text, "head-of-item") if found.date else None
    return None


def _clock(page: _Page, sentence: Sentence) -> Dating | None:
    """The day of publication, where a line opens with a time of day: "08:15 Soldiers have ..."."""
    line = page.text.rfind("\n", 0, sentence.start) + 1
    opened = _CLOCK.match(page.text[line : sentence.end])
    if not opened or page.published is None or page.published.day is None:
        return None
    return Dating(str(page.published), opened[0].strip(" *•-–—:"), "time-on-day-of-publication")


# --- the sentence before --------------------------------------------------------------------------


def _going_on(page: _Page, relation: Relation) -> Dating | None:
    """The day of the sentence before, where this one goes on in the past."""
    number = relation.sentence
    scene = page.scenes[number]
    if number == 0 or scene.placed or not _in_past(scene.tree, relation.trigger):
        return None
    if page.sentences[number - 1].paragraph != page.sentences[number].paragraph:
        return None
    before = page.scenes[number - 1]
    told = [p for p in before.placed if p.host not in before.saying]
    found = [dating for dating in (_resolved(page, p) for p in told) if dating.date]
    if len({dating.date for dating in found}) != 1 or not _is_day(found[0].date or ""):
        return None
    return Dating(found[0].date, found[0].text, "sentence-before")


def _in_past(tree: Tree, trigger: int) -> bool:
    """Whether a verb tells of the past, and not of what has been so since; a participle does if the
    verb that it hangs on does: "opened fire, killing two"."""
    if _follows(tree, trigger):
        return _in_past(tree, tree.head(trigger))
    helpers = {tree.word(c) for c in tree.children(trigger, "aux", "cop")}
    past = is_past(tree, trigger) or bool(helpers)
    return is_verb(tree, trigger) and helpers <= _PAST and past


def _follows(tree: Tree, trigger: int) -> bool:
    """Whether a participle tells what came of the verb before it."""
    bare = tree.word(trigger).endswith("ing") and not tree.has(trigger, "aux", "cop")
    runs_on = cases(tree, trigger) <= {"before"}
    return bare and runs_on and tree.base[trigger] == "advcl" and tree.head(trigger) < trigger


def _resolved(page: _Page, placed: Placed) -> Dating:
    found = resolve(placed.expression, Moment(published=page.published))
    return Dating(found.date, " ".join(placed.expression.text.split()), found.rule)


def _is_day(date: str) -> bool:
    first, last = ends(date)
    if first is None or last is None or first.day is None or last.day is None:
        return False
    return (last.first - first.first).days < _DAYS
