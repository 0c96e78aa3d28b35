"""Overlapping spans, cut to stretches of tokens that do not overlap.

1. The spans come surest first, and each takes the tokens that are still free.
2. A tagged span that holds a known name gives the name its label, and the tokens around it.
3. A run without a label joins the tagged stretch beside it that the tree ties it to ("Usud" +
   "al-Wadi"); two persons' names side by side are one.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..sentence import Span
from ..tree import Tree
from .capitals import is_capital
from .lexicon import load_lexicon
from .name import without_owner
from .phrases import key, spell

_LONGEST = 12
_BRACKET = 2
_ACRONYM = 3
_OPENINGS = frozenset(
    {
        "rif",
        "new",
        "tell",
        "tal",
        "deir",
        "bab",
        "al",
        "el",
        "greater",
        "free",
        "kafr",
        "beit",
        "mount",
        "central",
        "latin",
        "port",
        "fort",
        "san",
        "santa",
        "saint",
        "st",
        "cape",
        "camp",
    }
)


def stretches(tree: Tree, spans: Iterable[Span]) -> Iterator[tuple[int, int, str]]:
    """First and last token (half-open) and label of every stretch, in text order."""
    taken: list[int] = [-1] * len(tree.tokens)
    labels: list[str] = []
    for span in spans:
        _take(tree, span, taken, labels)
    _join_remainders(tree, taken, labels)
    for first, last, label in _stretches(taken, labels):
        cuts = [first, *(i for i in range(first + 1, last) if _parts(tree, i, first, label)), last]
        for begin, end in pairwise(cuts):
            yield begin, end, label


def _parts(tree: Tree, index: int, first: int, label: str) -> bool:
    """Whether a new name begins inside a stretch.

    At a square bracket, which is no token ("SDF [Syrian Democratic Forces]"), or between two
    places that shed their comma ("Aleppo Syria", "northwestern Syrian Idlib province").
    """
    before, token = tree.tokens[index - 1], tree.tokens[index]
    if token.start - before.end == _BRACKET and (
        label == "ORG" or before.text.isupper() or token.text.isupper()
    ):
        return True
    if _is_run_together(before.text, token.text) and not _is_known(tree, first, index + 1):
        return True
    if label != "LOC" or "PROPN" not in (before.upos, token.upos):
        return False
    lexicon = load_lexicon()
    here, there = fold(token.text), fold(before.text)
    if gazetteer.load().is_strong(key(tree.sentence, first, index + 1)):
        return False
    if f"{there} {here}" in lexicon.places or not before.text[:1].isupper():
        return False
    leads = lexicon.is_any("directions", there) or there in _OPENINGS
    return (
        here in lexicon.places and token.text[:1].isupper() and "-" not in token.text and not leads
    )


def _is_run_together(before: str, here: str) -> bool:
    """Whether two words of a list shed their comma: "SRF Hazzm", "X brigade Y brigade"."""
    if not here[:1].isupper():
        return False
    lexicon, known = load_lexicon(), gazetteer.load()
    if before.islower() and lexicon.triggers.get(before) == "ArmedGroup":
        return True
    return any(
        word.isupper() and len(word) >= _ACRONYM and known.lookup(fold(word)) is not None
        for word in (before, here)
    )


def _is_known(tree: Tree, first: int, last: int) -> bool:
    return gazetteer.load().lookup(key(tree.sentence, first, last)) is not None


def _take(tree: Tree, span: Span, taken: list[int], labels: list[str]) -> None:
    """Claim the free tokens of a span; a known name takes over the label of the tagger."""
    first, last = max(0, span.first), min(span.last, len(taken), span.first + _LONGEST)
    owners = {taken[i] for i in range(first, last)} - {-1}
    if span.label and len(owners) == 1 and not labels[min(owners)]:
        labels[min(owners)] = span.label
    if owners and not span.label:
        first, last = _largest_gap(taken, first, last)
    if first < last and all(taken[i] < 0 for i in range(first, last)):
        labels.append(span.label)
        taken[first:last] = [len(labels) - 1] * (last - first)
    elif span.label in {"ORG", "LOC"}:
        owner = min(owners, default=-1)
        _fill(tree, taken, first, last, owner)


def _largest_gap(taken: list[int], first: int, last: int) -> tuple[int, int]:
    best = start = first
    width = 0
    for index in range(first, last + 1):
        if index == last or taken[index] >= 0:
            if index - start > width:
                best, width = start, index - start
            start = index + 1
    return best, best + width


def _fill(tree: Tree, taken: list[int], first: int, last: int, owner: int) -> None:
    """Give the free tokens of a tagged span to the known name inside, where it stands last."""
    inside = [i for i in range(first, last) if taken[i] == owner]
    if not inside or len({taken[i] for i in range(first, last)} - {-1}) > 1:
        return
    begin, end = _around(taken, inside[0])
    for index in range(first, last):
        if index >= end and _is_beside(tree, index, begin, end):
            break  # "the Islamic State Syrian ...", "al-Qaedas Syria branch"
        if taken[index] < 0 and tree.tokens[index].upos not in {"DET", "PUNCT"}:
            taken[index] = owner


def _join_remainders(tree: Tree, taken: list[int], labels: list[str]) -> None:
    """Let an untagged run join the tagged name beside it that the tree ties it to."""
    for first, last, label in list(_stretches(taken, labels)):
        if label or _is_whole(tree, first, last):
            continue
        # "Syria Direct", "Clan del Golfo": capitals or a small word tie it to its left
        loose = tree.tokens[first].upos != "PROPN" or not is_capital(tree, first)
        for beside in (first - 1, last):
            if not 0 <= beside < len(taken) or taken[beside] < 0 or not labels[taken[beside]]:
                continue
            if loose and beside < first and _is_whole(tree, *_around(taken, beside)):
                continue  # "the Nusra Front Syrian ..." sheds a comma
            if (loose and beside < first) or _tied(tree, first, last, taken, taken[beside]):
                taken[first:last] = [taken[beside]] * (last - first)
                break
    for index in range(1, len(taken)):
        if taken[index] >= 0 <= taken[index - 1] and (
            labels[taken[index]] == labels[taken[index - 1]] == "PER"
        ):
            taken[index] = taken[index - 1]


def _is_beside(tree: Tree, index: int, first: int, last: int) -> bool:
    """Whether a country's name or adjective stands behind a known name that is whole without it."""
    token = tree.tokens[index]
    if fold(token.text) not in load_lexicon().places and token.upos != "ADJ":
        return False
    name = without_owner(spell(tree.sentence, first, last))
    return gazetteer.load().is_strong(fold(name))


def _around(taken: list[int], index: int) -> tuple[int, int]:
    first = last = index
    while first > 0 and taken[first - 1] == taken[index]:
        first -= 1
    while last + 1 < len(taken) and taken[last + 1] == taken[index]:
        last += 1
    return first, last + 1


def _is_whole(tree: Tree, first: int, last: int) -> bool:
    """Whether a stretch is a known name of several words, to which nothing belongs."""
    return last - first > 1 and gazetteer.load().is_strong(key(tree.sentence, first, last))


def _tied(tree: Tree, first: int, last: int, taken: list[int], owner: int) -> bool:
    for index in range(first, last):
        above = tree.head(index)
        if above >= 0 and taken[above] == owner and tree.base[index] in {"flat", "compound"}:
            return True
    near = range(max(0, first - _LONGEST), min(len(taken), last + _LONGEST))
    members = [i for i in near if taken[i] == owner]
    return any(
        first <= tree.head(i) < last and tree.base[i] in {"flat", "compound"} for i in members
    )


def _stretches(taken: list[int], labels: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for index in range(1, len(taken) + 1):
        if index == len(taken) or taken[index] != taken[start]:
            if taken[start] >= 0:
                yield start, index, labels[taken[start]]
            start = index
