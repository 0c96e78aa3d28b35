"""Which tokens belong to a noun's phrase, and how a stretch of tokens reads.

The phrase of a noun is what a person would cite: determiner, numerals, adjectives, owner and
compound before it; after it the rest of a name, and "of" with what follows ("the leader of X").
Relative clauses, appositions and other prepositions stay outside.
"""

from ...ontology.folding import fold
from ..sentence import Sentence
from ..tree import Tree
from .lexicon import load_lexicon

_BEFORE = frozenset({"det", "amod", "nummod", "compound", "nmod", "advmod", "flat", "obl", "acl"})
_AFTER = frozenset({"flat", "compound", "fixed", "goeswith", "nummod"})
_ASIDE = frozenset({"punct", "case", "cc", "mark", "cop", "aux", "conj", "discourse", "expl"})
_LEANING = frozenset({"det", "amod", "nummod", "compound"})
_HYPHENS = frozenset("-–‑")
_INTRODUCING = frozenset({"including", "involving", "following", "regarding", "concerning"})
_NARROWING = frozenset({"nmod", "acl", "appos", "amod"})
_LONGEST = 16


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token (half-open) of the phrase that ``head`` heads."""
    return _first(tree, head), _last(tree, head)


def _first(tree: Tree, head: int) -> int:
    first = head
    tops = {
        c
        for c in tree.below[head]
        if c < head and tree.base[c] in _BEFORE and tree.word(c) not in {"not", "n't", "never"}
    }
    while first > 0 and head - first < _LONGEST:
        index = first - 1
        if first == head and tree.tokens[index].relation == "nummod":
            tops.add(index)  # a number right before a noun counts it, whatever it hangs on
        if _below(tree, index, tops, head) or _glued(tree, index) or _leans(tree, index, first):
            first = index
            continue
        # Hyphens and quotation marks hang on whatever the parser likes.
        if tree.tokens[index].upos == "PUNCT" and _joins(tree, index, tops, head):
            first = index
            continue
        break
    first = _behind_date(tree, _trimmed(tree, first, head), head)
    first = _with_approximation(tree, first)
    return _with_owner(tree, first)


def _behind_date(tree: Tree, first: int, head: int) -> int:
    """Where the phrase begins behind the day or month that the parser put into it.

    "Last December army helicopters" are army helicopters; "the December 5 group" stays whole.
    """
    if tree.tokens[first].upos in {"DET", "PRON"}:
        return first
    dated = [i for i in range(first, head) if load_lexicon().is_any("calendar", tree.word(i))]
    after = dated[-1] + 1 if dated else first
    if not dated or tree.tokens[after].upos in {"PART", "PUNCT", "NUM"}:
        return first
    return after


def _with_owner(tree: Tree, first: int) -> int:
    """Where the owner before "'s" begins, though the parser hung it elsewhere."""
    mark = first - 1
    owner = tree.head(mark) if mark > 0 else -1
    if owner < 0 or tree.tokens[mark].upos != "PART" or tree.base[mark] != "case":
        return first
    if any(tree.tokens[i].upos == "ADP" for i in range(owner, mark)):
        owner = mark - 1  # "the minister of X's government": the government is X's
    if not mark - _LONGEST < owner < mark or tree.tokens[owner].upos not in {"NOUN", "PROPN"}:
        return first
    while (
        owner > 0
        and tree.head(owner - 1) in {owner, tree.head(owner)}
        and (tree.base[owner - 1] in _LEANING)
    ):
        owner -= 1
    return owner


def _with_approximation(tree: Tree, first: int) -> int:
    """Where "at least", "more than" and the like begin before a number."""
    if tree.tokens[first].upos != "NUM":
        return first
    listed = load_lexicon().words["approximations"]
    for size in (3, 2, 1):
        before = " ".join(tree.word(i) for i in range(max(0, first - size), first))
        if first >= size and before in listed:
            return first - size
    return first


def _leans(tree: Tree, index: int, first: int) -> bool:
    """Whether a token leans on what follows it, whichever noun there the parser chose."""
    token = tree.tokens[index]
    counts = token.upos == "NUM" and token.relation == "nummod"
    if tree.tokens[first].upos == "DET" or (token.head <= index and not counts):
        return False
    if token.upos == "PART" and token.relation == "case":
        return False
    if token.upos == "VERB":
        return token.relation == "amod"
    return tree.base[index] in _LEANING and token.upos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}


def _glued(tree: Tree, index: int) -> bool:
    """Whether a token and the next one are parts of one hyphened word."""
    here, after = tree.tokens[index], tree.tokens[index + 1]
    return here.end == after.start and (here.text in _HYPHENS or after.text in _HYPHENS)


def _joins(tree: Tree, index: int, tops: set[int], head: int) -> bool:
    inner = tree.word(index) in {"-", "–", "‑", "'", "’", "“", "”", '"'}
    return inner and index > 0 and _below(tree, index - 1, tops, head)


def _below(tree: Tree, index: int, tops: set[int], head: int) -> bool:
    """Whether a token hangs on ``head`` by way of one of its ``tops``."""
    for _ in range(_LONGEST):
        if index in tops:
            return True
        if index < 0 or index == head:
            return False
        index = tree.head(index)
    return False


def _trimmed(tree: Tree, first: int, head: int) -> int:
    while first < head and (
        (tree.base[first] in _ASIDE and tree.head(first) in {head, -1})
        or tree.word(first) in _INTRODUCING
        or (tree.tokens[first].upos == "ADV" and tree.head(first) == head)
        or (
            tree.tokens[first].upos in {"PUNCT", "ADP", "CCONJ", "SCONJ"}
            and not _opens_quantity(tree, first)
        )
    ):
        first += 1
    return first


def _opens_quantity(tree: Tree, index: int) -> bool:
    """Whether a preposition belongs to a number: "at least", "over 30", "up to 50"."""
    if tree.word(index) == "at":
        return index + 1 < len(tree.tokens) and tree.word(index + 1) in {"least", "most"}
    above = tree.head(index)
    return above >= 0 and (tree.tokens[above].upos == "NUM" or tree.base[above] == "advmod")


def _last(tree: Tree, head: int) -> int:
    end, current = head + 1, head
    for _ in range(_LONGEST):
        child = _next_child(tree, current, head, end)
        if child is None:
            break
        current, end = child, child + 1
    return end


def _next_child(tree: Tree, current: int, head: int, end: int) -> int | None:
    """The child that goes on right at ``end``: part of a name, or what "of" introduces."""
    for parent in dict.fromkeys((current, head)):
        for child in tree.below[parent]:
            if child < end:
                continue
            if tree.base[child] in _AFTER and child == end:
                return child
            if tree.base[child] == "nmod" and _of_phrase(tree, child, end):
                return child
            break
    return _stray_of(tree, end)


def _stray_of(tree: Tree, end: int) -> int | None:
    """What "of" introduces right here, though the parser hung it on a noun elsewhere."""
    if end + 1 >= len(tree.tokens) or tree.word(end) != "of" or tree.base[end] != "case":
        return None
    child = tree.head(end)
    while child > end and tree.base[child] in {"compound", "amod", "nummod", "det"}:
        if tree.head(child) <= child:
            break
        child = tree.head(child)
    above = tree.head(child) if child > end else -1
    if above < 0 or tree.tokens[above].upos not in {"NOUN", "PROPN"}:
        return None
    return child if _of_phrase(tree, child, end) else None


def _of_phrase(tree: Tree, child: int, end: int) -> bool:
    """Whether "of" stands at ``end`` and the phrase of ``child`` begins right behind it."""
    if tree.word(end) != "of" or tree.base[end] != "case":
        return False
    return child - end < _LONGEST and _first(tree, child) == end + 1


def whole(tree: Tree, head: int) -> tuple[int, int]:
    """The phrase with all that hangs on it to the right, as one stretch, prepositions left out."""
    first, last = phrase(tree, head)
    tops = {c for c in tree.below[head] if c >= last and tree.base[c] in _NARROWING}
    for inner in tree.below[head]:  # "the districts of X and Y", "the leaders of X and Y"
        if head < inner < last and tree.base[inner] == "nmod":
            tops |= {c for c in tree.below[inner] if c >= last and tree.base[c] == "conj"}
    end = last
    while end < len(tree.tokens) and end - first < _LONGEST * 2:
        if not _below(tree, end, tops, head) and not (
            tree.word(end) == ","
            and end + 1 < len(tree.tokens)
            and _below(tree, end + 1, tops, head)
        ):
            break
        end += 1
    while end > last and tree.tokens[end - 1].upos == "PUNCT":
        end -= 1
    return first, end


def spell(sentence: Sentence, first: int, last: int) -> str:
    """The tokens as one line: what the text has between them counts as one space at most."""
    parts: list[str] = []
    for index in range(first, last):
        token = sentence.tokens[index]
        if index > first and token.start > sentence.tokens[index - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return " ".join("".join(parts).split())


def key(sentence: Sentence, first: int, last: int) -> str:
    """The folded name of a stretch of tokens."""
    return fold(spell(sentence, first, last))
