"""Expressions of time in their places: which verb or noun of the sentence each one belongs to.

1. An expression hangs where its head token hangs in the tree.
2. Nouns that are no events hand it up to their verb: "seized the town on Friday".
3. What stands right behind a verb of speech is the speaking's, whatever the parser says: "told the
   agency Monday"; what stands before a clause whose speech verb follows it is the clause's.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..sentence import Sentence
from ..speech.cues import load_cues
from ..speech.frame import Frame
from ..speech.quotation import Quotation, find_quotations
from ..speech.speech import find_frames
from ..tree import Tree, grow, is_superlative, is_verb, upwards
from .dates import Expression, find_dates, load_times
from .reach import counted_event, opened_clause, set_right, taken_up, unbounded

_REACH = 12
"""How many words may stand between a verb of speech and its date: the speaker and the hearer."""
_OWNED = 4
_HYPHENS = frozenset({"-", "‐", "‑"})
_FIRST = frozenset({"first", "last", "most", "least", "worst", "best", "only", "second", "third"})
_BEFORE_NOUN = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+(?:\d{4}|[A-Z]\w+)$")
_MARKS = frozenset({"since", "after", "before", "until", "following"})


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression of time and the token that it dates."""

    expression: Expression
    head: int
    host: int
    quoted: bool
    """Whether it stands in somebody's direct speech."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its expressions of time, in text order."""

    tree: Tree
    placed: tuple[Placed, ...]
    saying: frozenset[int]
    """The verbs that report what somebody says."""

    def at(self, token: int) -> tuple[Placed, ...]:
        """The expressions that date a token."""
        return tuple(placed for placed in self.placed if placed.host == token)


def find_scenes(
    text: str,
    sentences: Sequence[Sentence],
    triggers: Mapping[int, Collection[int]],
    trees: Mapping[int, Tree] | None = None,
) -> tuple[Scene, ...]:
    """The sentences with their expressions; ``triggers`` are tokens of events, by sentence."""
    quotations = find_quotations(text, sentences)
    grown = trees or {}
    return tuple(
        _scene(
            text,
            grown.get(number) or grow(sentence),
            frozenset(triggers.get(number, ())),
            quotations,
        )
        for number, sentence in enumerate(sentences)
    )


def _scene(
    text: str, tree: Tree, triggers: frozenset[int], quotations: tuple[Quotation, ...]
) -> Scene:
    sentence = tree.sentence
    found = find_dates(text[sentence.start : sentence.end], sentence.start)
    if not found:
        return Scene(tree, (), frozenset())
    saying = frozenset(f.word for f in find_frames(tree) if _reports(tree, f))
    placed = tuple(
        Placed(wording, head, host, any(q.start <= expression.start < q.end for q in quotations))
        for expression in found
        if (head := _head(tree, expression)) >= 0 and not _compares(tree, expression)
        for wording, host in _dated(tree, expression, head, triggers, saying)
    )
    return Scene(tree, placed, saying)


def _dated(
    tree: Tree, expression: Expression, head: int, triggers: frozenset[int], saying: frozenset[int]
) -> Iterator[tuple[Expression, int]]:
    """The events that an expression dates, each with the expression as it is meant there."""
    owned = _owned(tree, expression) if _is_before_noun(expression) else -1
    opened = owned if owned >= 0 else opened_clause(tree, expression, saying)
    if opened < 0:
        host = set_right(tree, expression, _host(tree, expression, head, triggers))
        opened = _rehosted(tree, expression, host, saying)
    yield expression, opened
    clause, event = taken_up(tree, expression), counted_event(tree, expression)
    if clause >= 0 and clause != opened:
        yield unbounded(expression), clause
    if event >= 0 and event != opened:
        yield expression, event


def _reports(tree: Tree, frame: Frame) -> bool:
    """Whether a frame's word tells what was said; "declared allegiance" is a deed."""
    if frame.kind != "speech" or not frame.quotes:
        return False
    deeds = tree.children(frame.word, "obj")
    done = any(tree.lemma(deed) in load_times().clauses["events"] for deed in deeds)
    return not done or tree.has(frame.word, "ccomp")


def _compares(tree: Tree, expression: Expression) -> bool:
    """Whether it only bounds a comparison: "the worst defeat since 2016"."""
    if expression.get("lead") != "since":
        return False
    return any(
        tree.word(i) in _FIRST or (tree.tokens[i].upos == "ADJ" and is_superlative(tree.word(i)))
        for i in _back_from(tree, expression)
    )


def _head(tree: Tree, expression: Expression) -> int:
    """The token of the expression that hangs outside of it, -1 where the tree has none."""
    inside = [
        i
        for i, token in enumerate(tree.tokens)
        if expression.start < token.end and token.start < expression.end
    ]
    outward = [i for i in inside if tree.head(i) not in inside]
    nouns = [i for i in outward if tree.tokens[i].upos in {"NOUN", "PROPN", "NUM"}]
    if outward:
        return (nouns or outward)[-1]
    for aside in tree.sentence.asides:
        if aside.start <= expression.start < aside.end:
            return aside.token
    return -1


def _host(tree: Tree, expression: Expression, head: int, triggers: frozenset[int]) -> int:
    """The event that an expression hangs on."""
    # What follows a word in a parenthesis belongs to the word itself.
    aside = tree.tokens[head].end <= expression.start
    first = node = head if aside else tree.head(head)
    if node < 0:
        return head
    if first > head and tree.base[head] in {"nmod", "compound", "amod", "nummod", "det"}:
        return first
    for _ in tree.tokens:
        above = tree.head(node)
        if above < 0 or node in triggers or _is_event(tree, node):
            break
        node = above
    return node


def _is_before_noun(expression: Expression) -> bool:
    owner = expression.text.endswith(("'s", "’s"))
    return owner or _BEFORE_NOUN.match(expression.text) is not None


def _owned(tree: Tree, expression: Expression) -> int:
    """The noun after "Thursday's" or "the 2012", -1 where none follows."""
    after = [i for i, token in enumerate(tree.tokens) if token.start >= expression.end][:_OWNED]
    nouns = [i for i in after if tree.tokens[i].upos == "NOUN"]
    heads = [i for i in nouns if tree.head(i) not in nouns]
    return heads[0] if heads else -1


def _is_event(tree: Tree, node: int) -> bool:
    if tree.base[node] in {"aux", "cop"}:
        return False
    words = load_times().clauses
    return is_clause(tree, node) or tree.lemma(node) in words["events"] | words["speeches"]


def is_break(tree: Tree, index: int) -> bool:
    """Whether the token parts what stands around it: a comma, a dash, but no hyphen."""
    return tree.tokens[index].upos == "PUNCT" and tree.word(index) not in _HYPHENS


def is_clause(tree: Tree, node: int) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with its subject or copula."""
    return is_verb(tree, node) or tree.has(node, "nsubj", "cop")


def _rehosted(tree: Tree, expression: Expression, host: int, saying: frozenset[int]) -> int:
    if host in saying:
        return _fronted(tree, expression, host)
    if tree.lemma(host) in load_cues()["speech.accusing"]:
        return _charged(tree, expression, host)
    host = _adjacent(tree, expression, _not_participle(tree, expression, host))
    host = _beyond_relative(tree, expression, _beyond_mark(tree, expression, host))
    speech = _spoken_before(tree, expression, saying, host)
    return host if speech < 0 else speech


def _charged(tree: Tree, expression: Expression, host: int) -> int:
    """The deed that somebody is accused of, where a date follows: "accused of looting in May"."""
    deeds = [i for i in _back_from(tree, expression) if i > host and _is_event(tree, i)]
    return deeds[0] if deeds else host


def _beyond_mark(tree: Tree, expression: Expression, host: int) -> int:
    """The event after "since", "after", "before" where the parser let a date jump over them."""
    for index in _back_from(tree, expression):
        if index <= host or is_break(tree, index):
            return host
        if tree.word(index) in _MARKS and tree.base[index] in {"case", "mark"}:
            event = tree.head(index)
            # "before dawn on Tuesday" is Tuesday's.
            hour = tree.lemma(event) in load_times().clauses["hours"]
            return event if event > index and not hour else host
    return host


def _adjacent(tree: Tree, expression: Expression, host: int) -> int:
    """The verb right before an expression, be it with its pronoun ("freed him the next day");
    before a comma that parts it from its host, the last event of its own stretch."""
    before = list(_back_from(tree, expression))
    ahead = before[1:] if before and _is_pronoun_object(tree, before[0]) else before
    if ahead and tree.tokens[ahead[0]].upos == "VERB":
        return ahead[0]
    if not before or not _parted(tree, expression, host):
        return host
    for index in before:
        if is_break(tree, index) or tree.tokens[index].upos == "CCONJ":
            break
        if _is_event(tree, index):
            return index
    return host


def _is_pronoun_object(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "PRON" and tree.head(index) == index - 1


def _beyond_relative(tree: Tree, expression: Expression, host: int) -> int:
    """The clause above a relative one that a comma closes: "..., which they held, on Sunday"."""
    before = next(_back_from(tree, expression), -1)
    if before <= host or tree.word(before) != "," or tree.base[host] != "acl":
        return host
    return next((above for above in upwards(tree, host) if is_clause(tree, above)), host)


def _parted(tree: Tree, expression: Expression, host: int) -> bool:
    """Whether a comma stands between an expression and a host after it."""
    return any(is_break(tree, i) for i in range(host) if tree.tokens[i].start >= expression.end)


def _not_participle(tree: Tree, expression: Expression, host: int) -> int:
    """The verb above a participle: dates follow it, but for those that a comma sets off."""
    token = tree.tokens[host]
    before = [t for t in tree.tokens if t.end <= expression.start]
    runs_on = bool(before) and before[-1].upos not in {"PUNCT", "CCONJ", "SCONJ", "ADP"}
    participle = token.text.endswith("ing") and tree.base[host] == "advcl" and runs_on
    bare = not tree.has(host, "mark", "nsubj", "aux")
    return tree.head(host) if participle and bare and expression.end <= token.start else host


def _fronted(tree: Tree, expression: Expression, speech: int) -> int:
    """The clause of what is said, where the expression opens it or stands behind its subject."""
    for clause in tree.children(speech, "ccomp"):
        inside = any(
            speech < child and tree.tokens[child].end <= expression.start
            for child in tree.children(clause, "mark", "nsubj")
        )
        if expression.end <= tree.tokens[clause].start and (clause < speech or inside):
            return clause
    return speech


def _spoken_before(tree: Tree, expression: Expression, saying: frozenset[int], host: int) -> int:
    """The verb of speech right before an expression, only people and places between; else -1."""
    for index in _back_from(tree, expression):
        token = tree.tokens[index]
        if index in saying:
            return index
        if token.upos in {"VERB", "SCONJ", "PRON", "AUX"} or is_break(tree, index):
            return -1
        if token.head == host and tree.base[index] == "nsubj":
            return -1
        if token.upos == "NOUN" and tree.lemma(index) in load_times().clauses["events"]:
            return -1
    return -1


def _back_from(tree: Tree, expression: Expression) -> Iterator[int]:
    before = [i for i, token in enumerate(tree.tokens) if token.end <= expression.start]
    yield from reversed(before[-_REACH:])
