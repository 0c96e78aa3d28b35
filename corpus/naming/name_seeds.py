"""Where names may stand: names that the gazetteers know, spans of the tagger, runs of capitals."""

from collections.abc import Iterator
from functools import cache

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..sentence import Span
from ..tree import Tree
from .capitals import is_capital, is_common, is_no_actor, is_title_case
from .lexicon import Lexicon, load_lexicon
from .name import without_owner
from .phrases import key
from .tagged import is_long, tagged_spans

_MOST_WORDS = 8
_LINKS = frozenset({"flat", "compound", "appos", "amod", "nmod", "case", "det", "nummod"})
_STOPS = frozenset({"a", "an", ",", "and", "who", "(", "the"})


def seeds(tree: Tree, lexicon: Lexicon) -> Iterator[Span]:
    """Spans that may be names, the surest first; they overlap, and runs bear no label."""
    tagged, known = tagged_spans(tree), tuple(_known(tree, lexicon))
    for span in tagged:
        inside = any(k.first <= span.first and span.last <= k.last for k in known)
        if is_long(tree, span) and not inside:
            yield span
    yield from known
    for span in tagged:
        yield _cut(tree, span)
    yield from _runs(tree, lexicon)


def _cut(tree: Tree, span: Span) -> Span:
    """A person's span, cut where a description of the person begins ("X, a leader")."""
    inner = range(span.first + 1, min(span.last, len(tree.tokens)))
    if span.label == "PER":
        end = next((i for i in inner if tree.word(i) in _STOPS), span.last)
        return Span(span.first, end, "PER")
    # "Syria the Democratic Union" is two names; "the Levant" behind "and" is part of one
    starts = [i for i in inner if tree.word(i) == "the" and is_capital(tree, i - 1)]
    return Span(max(starts, default=span.first), span.last, span.label)


@cache
def _first_words() -> frozenset[str]:
    names = (*gazetteer.load().strong, *load_lexicon().places)
    return frozenset(name.split()[0] for name in names if name)


def _known(tree: Tree, lexicon: Lexicon) -> Iterator[Span]:
    """Names that the gazetteers list, the longest at each place."""
    known, start, total = gazetteer.load(), 0, len(tree.tokens)
    while start < total:
        end = _known_end(tree, start, known, lexicon) if is_capital(tree, start) else 0
        if end:
            yield Span(start, end, "")
        start = end or start + 1


def _parts_names(tree: Tree, index: int) -> bool:
    """Whether a word stands between two names: "UK-based X", "in Syria the X"."""
    article = tree.word(index) == "the" and is_capital(tree, index - 1)
    return article or tree.word(index) == "based"


def _known_end(tree: Tree, start: int, known: gazetteer.Gazetteer, lexicon: Lexicon) -> int:
    opening = fold(without_owner(tree.tokens[start].text))
    if not opening or opening.split()[0] not in _first_words():
        return 0
    for end in range(min(start + _MOST_WORDS, len(tree.tokens)), start, -1):
        if tree.tokens[end - 1].upos in {"PUNCT", "PART"}:
            continue
        name = key(tree.sentence, start, end)
        if any(_parts_names(tree, i) for i in range(start + 1, end)):
            continue
        if known.is_strong(fold(without_owner(name))) or (
            end - start > 1 and name in lexicon.places
        ):
            return end
    return 0


def _runs(tree: Tree, lexicon: Lexicon) -> Iterator[Span]:
    """Unbroken runs of proper nouns, and of capitalised adjectives that lead into one."""
    start = -1
    if is_title_case(tree):
        return
    for index in range(len(tree.tokens) + 1):
        inside = index < len(tree.tokens) and _nameable(tree, index, lexicon)
        if inside and start < 0:
            start = index
        elif not inside and start >= 0:
            yield Span(start, index, "")
            start = -1


def _nameable(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[index]
    if lexicon.is_any("calendar", tree.word(index)):
        return False
    if not is_capital(tree, index):
        return _is_small_link(tree, index)
    if token.upos == "PROPN":
        return not (is_no_actor(tree, index) or lexicon.is_people(token.text))
    if token.upos not in {"ADJ", "NOUN", "NUM", "X", "ADV"} or index == 0:
        return False
    if fold(token.text) in lexicon.places:
        return False
    before = tree.tokens[index - 1]
    if before.upos == "PROPN" and before.text[:1].isupper() and token.upos != "NUM":
        return not is_common(tree, index, lexicon)
    return tree.base[index] in _LINKS and tree.tokens[token.head].upos == "PROPN"


def _is_small_link(tree: Tree, index: int) -> bool:
    """Whether a small word stands inside a name: "Clan del Golfo", "Moin ud Din"."""
    around = (index - 1, index + 1)
    if tree.word(index) in _STOPS:
        return False
    return tree.tokens[index].upos == "PROPN" and all(
        0 <= i < len(tree.tokens) and tree.tokens[i].upos == "PROPN" and is_capital(tree, i)
        for i in around
    )
