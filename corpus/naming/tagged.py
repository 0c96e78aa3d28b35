"""The tagger's spans, as the reading of names takes them.

1. A group's name that the tagger broke off at a preposition goes on ("Brigade for" + "the Fight
   against Crime"), and so do two halves of one ("Democratic Forces" + "for the" + "Liberation of
   Rwanda").
2. A group's name ends before the "of" that tells whose it is ("the Scouts Brigade of Omar Saleh",
   "the Red Unit of the Taliban"), and begins behind the owner that has one of its own ("the
   Taliban's Red Unit"; but "People's Army").
3. Long names of groups that begin and end as names do are taken whole.
"""

import re
from collections.abc import Iterator

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..sentence import Span
from ..tree import Tree
from .capitals import is_capital
from .heard import heard
from .lexicon import load_lexicon
from .numbered import is_ordinal
from .phrases import key

_NUMBER = re.compile(r"\d{1,4}[A-Z]?|[IVX]{1,5}")
_GOES_ON = frozenset({"of", "for", "against"})
_SMALL = frozenset({"of", "for", "in", "the", "and", "against", "to", "with", "from", "on"})
_HYPHENS = frozenset("-–‑")
_POSSESSIVES = frozenset({"'s", "’s"})
_LONG = 3
_SURE = 0.6
"""How likely the reader must hold that an owner is somebody."""


def tagged_spans(tree: Tree) -> tuple[Span, ...]:
    """The tagger's spans in text order, halves of one name joined, owners parted from names."""
    joined: list[Span] = []
    for span in sorted(tree.sentence.names, key=lambda s: (s.first, -s.last)):
        for part in _unhyphened(tree, span):
            last = joined[-1] if joined else None
            if last is not None and last.label == "ORG" and _goes_on(tree, last, part):
                joined[-1] = Span(last.first, part.last, "ORG")
            else:
                joined.append(part)
    return tuple(part for span in joined for part in _parted(tree, span))


def _unhyphened(tree: Tree, span: Span) -> Iterator[Span]:
    """A group's span without the "X-backed" before its name, and the X."""
    for index in range(span.last - 2, span.first, -1):
        participle = tree.tokens[index + 1].text.islower() and tree.tokens[index].text in _HYPHENS
        if span.label == "ORG" and participle:
            yield Span(span.first, index, "")
            if index + 2 < span.last:
                yield Span(index + 2, span.last, "ORG")
            return
    yield span


def _goes_on(tree: Tree, one: Span, other: Span) -> bool:
    """Whether a group's name goes on in another span."""
    between = [tree.word(i) for i in range(one.last, other.first)]
    if tree.word(one.last - 1) in _GOES_ON:
        return between in ([], ["the"]) and one.last - one.first > 1
    if other.label != "ORG" or not is_capital(tree, other.first):
        return False
    if between:
        return between in (["for", "the"], ["for"]) and one.last - one.first > 1
    opening = key(tree.sentence, one.first, one.last)
    return one.last == other.first and not (
        tree.tokens[one.last - 1].upos == "PART"
        or tree.tokens[one.first].text.isupper()
        or gazetteer.load().lookup(opening)
    )


def _parted(tree: Tree, span: Span) -> Iterator[Span]:
    """A group's span, and what stands behind the "of" that only tells whose the group is."""
    inner = range(span.first + 1, span.last - 1) if span.label == "ORG" else ()
    for index in inner:
        if tree.word(index) in _POSSESSIVES and _is_owner(tree, span, index):
            yield Span(span.first, index, "")
            yield from _parted(tree, Span(index + 1, span.last, "ORG"))
            return
        if tree.word(index) != "of":
            continue
        begin = index + 1 + (tree.word(index + 1) == "the")
        owner = _owner(tree, span, index, begin)
        if owner is not None:
            yield Span(span.first, index, "ORG")
            yield Span(begin, span.last, owner)
            return
    yield span


def _is_owner(tree: Tree, span: Span, mark: int) -> bool:
    """Whether the words before "'s" name somebody, and are no part of one name with the rest."""
    if gazetteer.load().lookup(key(tree.sentence, span.first, span.last)):
        return False
    if not is_named(tree, mark + 1):
        return False
    owner = key(tree.sentence, span.first, mark)
    known = gazetteer.load().is_strong(owner) or owner in load_lexicon().places
    said = heard(tree, mark - 1)
    return known or said.share >= _SURE


def _owner(tree: Tree, span: Span, of: int, begin: int) -> str | None:
    """The label of what stands behind "of" where it is an owner; None where it ends the name."""
    known, last = gazetteer.load(), span.last
    whole = key(tree.sentence, span.first, last)
    if begin >= last or known.is_strong(whole):
        return None
    owner = known.strong.get(key(tree.sentence, begin, last))
    if owner is not None and owner.type in {"ArmedGroup", "Coalition"}:
        return "ORG"
    after = tree.word(last) if last < len(tree.tokens) else ""
    if after in {"'s", "’s"} or known.is_strong(key(tree.sentence, span.first, of)):
        return ""
    return "PER" if begin == of + 1 and _is_person(tree, begin, last) else None


def _is_person(tree: Tree, first: int, last: int) -> bool:
    """Whether words may be a person's name: two or three, none of them a word of groups' names."""
    lexicon = load_lexicon()
    words = [tree.word(i) for i in range(first, last)]
    if not 2 <= len(words) <= 4 or not all(is_capital(tree, i) for i in range(first, last)):
        return False
    return not any(
        fold(word) in lexicon.places
        or fold(word).rstrip("s") in lexicon.nouns
        or word in lexicon.triggers
        or word in lexicon.words["generic"]
        for word in words
    )


def is_long(tree: Tree, span: Span) -> bool:
    """Whether a span is a group's name of three words or more, whole at both ends."""
    if span.label != "ORG" or not _LONG <= span.last - span.first <= 12:
        return False
    ends = is_named(tree, span.first) and is_named(tree, span.last - 1)
    return ends and all(_is_inner(tree, i) for i in range(span.first, span.last))


def is_named(tree: Tree, index: int) -> bool:
    """Whether a word is written as part of a name: with a capital, or as a number."""
    text = tree.tokens[index].text
    return is_capital(tree, index) or is_ordinal(text) or bool(_NUMBER.fullmatch(text))


def _is_inner(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if is_named(tree, index) or token.text in {"-", "'", "’"}:
        return True
    return tree.word(index) in _SMALL or token.upos == "PROPN"
