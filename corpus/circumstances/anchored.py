"""Dates that hang on an event of allegiance told in the article, rather than on words of time.

1. "Forty have left since it pledged": between the pledge, where the article dates it, and
   publication. What stands behind "since" is itself past by then, an intent as an intent.
2. "The group's declaration of allegiance marks the first attack": what an event marks happens with
   it, and has its date. The event is one that the article tells and dates: the phrase has the word
   that told it, and names who did it.

What counts as told is what :mod:`.retold` takes for one: facts that begin or end an allegiance.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..relation import Relation
from ..speech.frame import below
from ..time.dates import load_times
from ..time.edtf import Partial, ends, interval
from ..time.event_dates import Dating
from ..tree import Tree, upwards
from .directory import Directory
from .retold import begins_or_ends
from .stance import is_past

_PERFECT = frozenset({"has", "have", "'ve", "’ve"})


@dataclass(frozen=True, slots=True)
class _Story:
    told: tuple[tuple[Relation, Dating], ...]
    trees: Mapping[int, Tree]
    directory: Directory
    published: Partial | None


def date_anchored(
    relations: Sequence[Relation],
    datings: Sequence[Dating],
    happened: Sequence[bool],
    trees: Mapping[int, Tree],
    directory: Directory,
    published: Partial | None,
) -> tuple[Dating, ...]:
    """The datings, with those filled in that an event told in the article gives; ``happened`` says
    of each relation whether it is told as a fact, neither denied nor planned."""
    told = tuple(
        (relation, dating)
        for relation, dating, fact in zip(relations, datings, happened, strict=True)
        if fact and dating.date and begins_or_ends(relation)
    )
    story = _Story(told, trees, directory, published)
    return tuple(
        dating if dating.text else _since(story, relation) or _marked(story, relation) or dating
        for relation, dating in zip(relations, datings, strict=True)
    )


# --- since an event -------------------------------------------------------------------------------


def _since(story: _Story, relation: Relation) -> Dating | None:
    tree = story.trees[relation.sentence]
    if story.published is None or relation.background:
        return None
    for mark, clause in _clauses(tree, relation.trigger):
        began = _beginning(story, relation.sentence, below(tree, clause))
        if began is None or began.first <= story.published.first:
            span = interval(began, story.published)
            words = _words(story, tree, mark, clause)
            return Dating(span, words, "since-event-until-publication")
    for mark, clause in _around(tree, relation.trigger):
        words = _words(story, tree, mark, clause)
        return Dating(interval(None, story.published), words, "before-what-followed-since")
    return None


def _words(story: _Story, tree: Tree, mark: int, clause: int) -> str:
    words = story.directory.text[tree.tokens[mark].start : tree.tokens[clause].end]
    return " ".join(words.split())


def _clauses(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The clauses that tell since when a verb in the perfect is so, each after its "since"."""
    if any(tree.word(c) in _PERFECT for c in tree.children(verb, "aux")):
        for clause in tree.children(verb, "advcl"):
            marks = [c for c in tree.children(clause, "mark") if tree.word(c) == "since"]
            if marks and is_past(tree, clause):
                yield marks[0], clause


def _around(tree: Tree, trigger: int) -> Iterator[tuple[int, int]]:
    """The clause with "since" that a trigger heads, or that tells of it: "signaled its intent"."""
    for at in (trigger, *upwards(tree, trigger)):
        if tree.base[at] == "advcl":
            yield from (c for c in _clauses(tree, tree.head(at)) if c[1] == at)
        if tree.tokens[at].relation not in {"acl", "obj", "xcomp", "ccomp", "nmod"}:
            return


def _beginning(story: _Story, sentence: int, inside: frozenset[int]) -> Partial | None:
    """When the event of a clause began, where it is told with a date."""
    for other, dating in story.told:
        if other.sentence == sentence and other.trigger in inside:
            return ends(dating.date or "")[0]
    return None


# --- what an event marks --------------------------------------------------------------------------


def _marked(story: _Story, relation: Relation) -> Dating | None:
    tree = story.trees[relation.sentence]
    verb = tree.head(relation.trigger)
    if verb < 0 or tree.base[relation.trigger] != "obj":
        return None
    if tree.lemma(verb) not in load_times().clauses["marking"]:
        return None
    phrases = [below(tree, subject) for subject in tree.children(verb, "nsubj")]
    found = [
        dating
        for other, dating in story.told
        if any(_names(story, tree, phrase, relation.sentence, other) for phrase in phrases)
    ]
    if len({dating.date for dating in found}) != 1:
        return None
    return replace(found[0], rule="marked-by-event")


def _names(
    story: _Story, tree: Tree, phrase: frozenset[int], sentence: int, told: Relation
) -> bool:
    """Whether a phrase has the word that told an event, and names who did it."""
    word = story.trees[told.sentence].lemma(told.trigger)
    if word not in {tree.lemma(index) for index in phrase}:
        return False
    directory = story.directory
    return any(
        directory.mentions[index].head in phrase
        and directory.chain_of[index] is directory.chain_of[told.subject]
        for index in directory.by_sentence.get(sentence, ())
    )
