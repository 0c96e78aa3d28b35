"""Mentions: where a document names or points at people, groups and places.

1. Names of every sentence (``names.py``), typed over the whole document (``types.py``).
2. Descriptions by common nouns (``nominals.py``) and pronouns of the third person.
3. All in one order, by sentence and tokens; two mentions may lie inside one another, never on the
   same tokens.
"""

from collections.abc import Mapping, Sequence

from ..ontology.vocabulary import UNDECIDED
from .coreference.discourse import SPEAKERS
from .coreference.first_person import spoken_persons
from .mention import Kind, Mention
from .naming.lexicon import load_lexicon
from .naming.name import Name
from .naming.names import confirmed, find_names
from .naming.nominals import PRONOUNS, Nominal, find_nominals, pronouns
from .naming.phrases import spell
from .naming.types import type_names
from .sentence import Sentence
from .tree import Tree, grow


def find_mentions(sentences: Sequence[Sentence], text: str = "") -> tuple[Mention, ...]:
    """The mentions of a document, sorted by sentence and tokens.

    With the document's ``text`` given, ``text[m.start : m.end] == m.text`` for every mention;
    without it mentions are spelled from their tokens, with single spaces.
    """
    lexicon = load_lexicon()
    trees = [grow(sentence) for sentence in sentences]
    names = confirmed([find_names(tree, lexicon) for tree in trees], trees, lexicon)
    types = type_names(trees, names, lexicon)
    said = spoken_persons(sentences, trees, text)
    found: list[Mention] = []
    for number, tree in enumerate(trees):
        nominals = find_nominals(tree, names[number], lexicon)
        made = _mentions(number, tree, names[number], nominals, types, text)
        spoken = [_first_person(number, tree, index, text) for index in said[number]]
        found += _in_order([*made, *spoken])
    return tuple(found)


def _mentions(
    number: int,
    tree: Tree,
    names: Sequence[Name],
    nominals: Sequence[Nominal],
    types: Mapping[str, str],
    text: str,
) -> list[Mention]:
    made = [
        _mention(number, tree, (n.first, n.last, n.head), "name", types[n.key], text) for n in names
    ]
    for nominal in nominals:
        place = (nominal.first, nominal.last, nominal.head)
        made.append(
            _mention(number, tree, place, "nominal", nominal.type, text, count=nominal.count)
        )
    for index in pronouns(tree):
        kind = PRONOUNS.get(tree.word(index), UNDECIDED)
        made.append(_mention(number, tree, (index, index + 1, index), "pronoun", kind, text))
    return made


def _first_person(number: int, tree: Tree, index: int, text: str) -> Mention:
    kind = "Person" if tree.word(index) in SPEAKERS else UNDECIDED
    return _mention(number, tree, (index, index + 1, index), "pronoun", kind, text)


def _mention(
    number: int,
    tree: Tree,
    place: tuple[int, int, int],
    kind: Kind,
    type_id: str,
    text: str,
    *,
    count: int | None = None,
) -> Mention:
    first, last, head = place
    start, end = tree.tokens[first].start, tree.tokens[last - 1].end
    words = text[start:end] if text else spell(tree.sentence, first, last)
    return Mention(number, first, last, head, start, end, words, kind, type_id, count)


def _in_order(mentions: Sequence[Mention]) -> list[Mention]:
    """Sorted, one for each stretch of tokens; a name wins over a description."""
    by_place: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        by_place.setdefault((mention.first, mention.last), mention)
    return [by_place[place] for place in sorted(by_place)]
