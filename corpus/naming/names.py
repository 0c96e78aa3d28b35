"""Names in a sentence.

1. Spans that may be names (``name_seeds.py``), cut to stretches (``stretches.py``).
2. Of a stretch remains what is a name: "Harran" of "city of Harran", "X" of "President X".
3. Places and the adjectives of countries have rules of their own (``place_names.py``).
"""

from collections.abc import Iterator, Sequence

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..sentence import Span
from ..tree import Tree
from .capitals import is_capital, is_common, is_no_actor, is_title_case
from .lexicon import Lexicon
from .name import Name, head_of, without_owner
from .name_seeds import seeds
from .numbered import with_number
from .phrases import key, spell
from .place_names import adjectives, are_people, as_place, as_state, is_country
from .stretches import stretches
from .tagged import is_long

_MOST_TITLES = 3


def find_names(tree: Tree, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of a sentence in text order; they do not overlap."""
    found: list[Name] = []
    for first, last, label in stretches(tree, seeds(tree, lexicon)):
        found += _names_of(tree, first, last, label, lexicon)
    return tuple(_without_overlap([*found, *adjectives(tree, found, lexicon)]))


def confirmed(
    names: Sequence[Sequence[Name]], trees: Sequence[Tree], lexicon: Lexicon
) -> list[tuple[Name, ...]]:
    """The names without those of headlines in title case that nothing else in the text bears out.

    Where every word has a capital the tagger takes any of them for a name.
    """
    headlines = [is_title_case(tree) for tree in trees]
    told = {
        word
        for found, headline in zip(names, headlines, strict=True)
        for name in (() if headline else found)
        for word in name.key.split()
    }
    known = gazetteer.load()
    return [
        tuple(
            name
            for name in found
            if not headline
            or not told.isdisjoint(name.key.split())
            or known.lookup(name.key)
            or name.key in lexicon.places
        )
        for found, headline in zip(names, headlines, strict=True)
    ]


def _names_of(tree: Tree, first: int, last: int, label: str, lexicon: Lexicon) -> list[Name]:
    first, last = _capitals(tree, *_trimmed(tree, first, last), label, lexicon)
    first, last = with_number(tree, first, last, lexicon)
    while last - first > 1 and last < len(tree.tokens) and is_capital(tree, last):
        if label == "PER" or not _is_title(tree, last - 1, lexicon):
            break
        last -= 1  # "US President X"
    tail = tree.tokens[last - 1].text if last - first > 1 else ""
    if tail.islower() and lexicon.is_people(tail):
        last, label = last - 1, ""  # "Homs fighters" is no name
    if last - first == 1 and are_people(tree, first) and is_country(tree, first, lexicon):
        return []
    first, title = _untitled(tree, first, last, label, lexicon)
    if lexicon.is_any("ranks", title):
        label = "PER"
    if first >= last or not any(is_capital(tree, i) for i in range(first, last)):
        return []
    folded = fold(without_owner(spell(tree.sentence, first, last)))
    if not folded or _is_no_name(tree, first, last, label, lexicon):
        return []
    name = Name(first, last, head_of(tree, first, last), folded, label, title)
    return [as_state(tree, as_place(tree, name, lexicon), lexicon)]


def _trimmed(tree: Tree, first: int, last: int) -> tuple[int, int]:
    out = {"DET", "PUNCT", "PART", "ADP", "CCONJ", "SYM"}
    while first < last and tree.tokens[first].upos in out:
        first += 1
    while first < last and tree.tokens[last - 1].upos in out - {"SYM"}:
        last -= 1
    return first, last


def _capitals(tree: Tree, first: int, last: int, label: str, lexicon: Lexicon) -> tuple[int, int]:
    """The part of a tagged span that is a name: "Manbij" of "city of Manbij"."""
    known = gazetteer.load()
    long = is_long(tree, Span(first, last, label))
    if long or known.is_strong(key(tree.sentence, first, last)):
        return first, last
    start = first
    for index in range(first + 1, last - 1):
        if tree.word(index) == "of" and _leads_to_name(tree.word(index - 1), lexicon):
            start = index + 1
    while start < last and not is_capital(tree, start):
        start += 1
    if start == last:
        return first, last
    cut = next(
        (i for i in range(start, last - 1) if _owns(tree, i) and not is_capital(tree, i + 1)), last
    )
    while cut > start + 1 and not is_capital(tree, cut - 1):
        word = tree.word(cut - 1)
        if known.is_strong(key(tree.sentence, start, cut)):
            break
        if label == "ORG" and word in lexicon.triggers:
            break
        cut -= 1
    return _trimmed(tree, start, cut)


def _leads_to_name(word: str, lexicon: Lexicon) -> bool:
    """Whether "of" behind a word brings the name: "city of X", "prime minister of X"."""
    noun = lexicon.noun(word)
    person = noun is not None and noun.type == "Person" and not noun.group
    return person or lexicon.is_any("naming", word)


def _owns(tree: Tree, index: int) -> bool:
    return tree.word(index) in {"'s", "’s", "'", "’"}


def _untitled(tree: Tree, first: int, last: int, label: str, lexicon: Lexicon) -> tuple[int, str]:
    """Where the name begins behind its titles, and the last of them."""
    known = gazetteer.load().lookup(key(tree.sentence, first, last))
    ranked = _is_ranked(tree, first + 1, last, lexicon)
    if (label == "ORG" and not ranked) or known or last - first < 2:
        return first, _title_before(tree, first, last, label, lexicon)
    start, title = first, ""
    for index in range(first, min(first + _MOST_TITLES, last - 1)):
        if _is_title(tree, index, lexicon):
            title = _bare(tree, index)
            start = index + 1
    tail = _bare(tree, last - 1)
    if not title or tail in lexicon.triggers or lexicon.noun(tail):
        return first, ""
    return start, title


def _is_title(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    return lexicon.is_any("titles", _bare(tree, index))


def _bare(tree: Tree, index: int) -> str:
    return tree.word(index).rstrip(".")


def _title_before(tree: Tree, first: int, last: int, label: str, lexicon: Lexicon) -> str:
    before = first - 1
    if before < 0 or (label in {"ORG", "LOC"} and not _is_ranked(tree, first, last, lexicon)):
        return ""
    if tree.word(before) == "." and before:
        before -= 1
    return _bare(tree, before) if _is_title(tree, before, lexicon) else ""


def _is_ranked(tree: Tree, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a rank with a capital stands before words that are no name of a group or a place.

    "General X" is a person, though the tagger take X for a group; "General Command" is none.
    """
    if not 0 < first < last:
        return False
    before = first - 1 - (first > 1 and tree.word(first - 1) == ".")
    if not tree.tokens[before].text[:1].isupper():
        return False
    if not lexicon.is_any("ranks", _bare(tree, before)):
        return False
    words = [tree.word(i) for i in range(first, last)]
    return not any(
        word in lexicon.triggers
        or lexicon.noun(word)
        or lexicon.is_any("generic", word)
        or fold(word) in lexicon.places
        for word in words
    )


def _is_no_name(tree: Tree, first: int, last: int, label: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised stretch is a common noun at a sentence's start, a day or the like."""
    words = [tree.word(i) for i in range(first, last)]
    if all(lexicon.is_any("unnamed", word.rstrip(".")) for word in words):
        return True
    folded = key(tree.sentence, first, last)
    if gazetteer.load().lookup(folded) or folded in lexicon.places:
        return False
    if last - first == 1 and not label and tree.base[first] == "amod":
        return True  # "his Chechen wife"
    counted = first > 0 and tree.tokens[first - 1].upos == "NUM"
    if last - first == 1 and counted and words[0].endswith("s"):
        return True  # "10 Kalashnikovs"
    if any(is_no_actor(tree, i) for i in range(first, last)) and not label:
        return True
    if not all(is_common(tree, i, lexicon) for i in range(first, last)):
        return False
    # "Islamic Police" is a name of common words; "Militants" at a headline's start is none.
    tail = tree.word(last - 1)
    noun = lexicon.noun(tail)
    ends_well = tail in lexicon.triggers or (noun is not None and noun.group)
    proper = tree.tokens[last - 1].upos == "PROPN" and first > 0
    kept = ends_well and (label in {"ORG", "LOC"} or proper)
    return last - first < 2 or not kept or is_title_case(tree)


def _without_overlap(names: Sequence[Name]) -> Iterator[Name]:
    end = 0
    for name in sorted(names, key=lambda n: (n.first, -n.last)):
        if name.first >= end:
            yield name
            end = name.last
