"""How far an expression of time reaches, whatever the parser hung it on.

* What opens a sentence dates its main clause: "On Monday fighters of the front overran the base".
  A place may stand before it ("At Halba on Saturday a crowd stormed the office").
* "Two days after" dates what follows it, not what happened two days later.
* What "when" or "in which" takes up dates that clause, and is no bound of it: "has hidden since
  October, when police surrounded his house" tells of October.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..sentence import Token
from ..tree import Tree, is_relative, is_verb, upwards
from .dates import Expression, load_times

_OPENING = frozenset({"ADP", "ADV", "CCONJ", "DET", "PUNCT", "SYM", "X", "PART"})
_WHERE = 4
"""How many words of a place may stand before a date that opens its sentence."""
_TAKES_UP = 6
"""How many words after an expression "which" may stand: ", in the course of which"."""


def opened_clause(tree: Tree, expression: Expression, saying: Collection[int]) -> int:
    """The main clause that an expression opens, -1 where it opens none."""
    first = next((i for i, t in enumerate(tree.tokens) if t.end > expression.start), -1)
    root = tree.sentence.root
    if first < 0 or not _is_opening(tree, first) or root < first:
        return -1
    said = [c for c in tree.children(root, "ccomp") if first < c < root]
    if said or root in saying:
        return said[0] if said else -1
    return root if tree.tokens[root].upos in {"VERB", "ADJ"} else -1


def _is_opening(tree: Tree, first: int) -> bool:
    """Whether nothing but small words, parts of the day or one place stand before a token."""
    hours = load_times().clauses["hours"]
    names = 0
    for index in range(first):
        token = tree.tokens[index]
        if token.upos in _OPENING or tree.lemma(index) in hours:
            continue
        if token.upos not in {"PROPN", "NOUN"}:
            return False
        names += 1
    return names == 0 or (names <= _WHERE and tree.tokens[0].upos == "ADP")


def set_right(tree: Tree, expression: Expression, host: int) -> int:
    """The verb of an expression that a broken tree hung elsewhere:

    * on one further on: the verb right behind it ("troops on Sunday freed two men held there"), or
      before it where a clause begins between the two ("founded it in 2009 and was killed");
    * on one inside the subject: "Hawks, *known* for raids, seized Tafas in May", "men *loyal* to
      him on Monday seized it";
    * above the clause that it opens: "has *verified* that on Monday the Hawks seized it".
    """
    before = [i for i, t in enumerate(tree.tokens) if t.end <= expression.start]
    after = next((i for i, t in enumerate(tree.tokens) if t.start >= expression.end), host)
    opened = _opened_by_that(tree, before, after)
    if opened >= 0:
        return opened
    if host <= after:
        return _beyond_subject(tree, expression, host, after)
    begun = any(c < after for c in tree.children(after, "nsubj"))
    if tree.tokens[after].upos == "VERB" and begun:
        return after
    if not any(_begins_clause(tree, index) for index in range(after, host)):
        return host
    for index in range(after - 1, -1, -1):
        if tree.tokens[index].upos == "PUNCT":
            return host
        if tree.tokens[index].upos == "VERB" and tree.tokens[index].end <= expression.start:
            return index
    return host


def _opened_by_that(tree: Tree, before: Sequence[int], after: int) -> int:
    """The verb of the clause whose "that" stands right before an expression, else -1."""
    if not before or tree.word(before[-1]) != "that" or tree.base[before[-1]] != "mark":
        return -1
    clause = tree.head(before[-1])
    return clause if clause >= after and is_verb(tree, clause) else -1


def _beyond_subject(tree: Tree, expression: Expression, host: int, after: int) -> int:
    """The verb whose subject the host stands in, where the expression stands beyond the subject."""
    inside = [i for i, t in enumerate(tree.tokens) if _overlap(t, expression)]
    for above in upwards(tree, host) if inside else ():
        subject = any(c <= host < above for c in tree.children(above, "nsubj"))
        beyond = above < inside[0] or (above == after and _ends_before_date(tree, expression, host))
        if subject and beyond and tree.tokens[above].upos == "VERB":
            return above
    return host


def _ends_before_date(tree: Tree, expression: Expression, host: int) -> bool:
    """Whether a word about the subject leaves a date to the verb: "men *loyal* to him on Monday
    seized it", but "men *held* on Monday fled"."""
    lasting = tree.word(host).endswith("ing") or tree.tokens[host].upos == "ADJ"
    return lasting and expression.get("lead") in {None, "on"}


def _overlap(token: Token, expression: Expression) -> bool:
    return expression.start < token.end and token.start < expression.end


def _begins_clause(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos in {"CCONJ", "SCONJ"} or is_relative(tree, index)


def taken_up(tree: Tree, expression: Expression) -> int:
    """The verb of the clause with "when" or "in which" right after an expression, else -1."""
    after = [i for i, t in enumerate(tree.tokens) if t.start >= expression.end]
    after = after[1:] if after and tree.word(after[0]) == "," else after
    for number, index in enumerate(after[:_TAKES_UP]):
        word = tree.word(index)
        if word == ("which" if number else "when"):
            return next((a for a in upwards(tree, index) if is_verb(tree, a) and a > index), -1)
        if tree.tokens[index].upos not in {"ADP", "DET", "NOUN"} or word == ",":
            return -1
    return -1


def counted_event(tree: Tree, expression: Expression) -> int:
    """The event that "two days after" stands before, -1 where there is none: "rebels freed him on
    Friday, two days after *seizing* him"."""
    if expression.rule != "beside-event":
        return -1
    after = next((i for i, t in enumerate(tree.tokens) if t.end == expression.end), -1)
    event = tree.head(after) if after >= 0 and tree.base[after] in {"mark", "case"} else -1
    return event if event > after else -1


def unbounded(expression: Expression) -> Expression:
    """The expression without the word that makes a bound of it: "since October" as October."""
    return replace(expression, values=tuple(v for v in expression.values if v[0] != "lead"))
