"""Names of places and of countries: what belongs to them, and what their adjectives name.

A noun for a place joins the name before it ("X province"), and so does a direction in front
("northern X"). The adjective of a country names the country, and with its army or government an
actor of its own ("the Chadian army").
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..tree import Tree, cases, first_conjunct
from .heard import heard, likely_type
from .lexicon import Lexicon
from .name import Name, head_of
from .phrases import key, spell
from .types import family

_HYPHENS = frozenset("-–‑")
_ARTICLES = frozenset({"a", "an", "another"})
_BEFALLING = frozenset(
    {"fall", "wake", "lie", "suffer", "see", "become", "remain", "burn", "shake"}
)
_DEALING = frozenset({"by", "with", "according to"})
_SERVING = frozenset({"fight", "work", "spy", "speak"})
_LIKELY = 0.5
_BACKING = frozenset(
    {"backed", "led", "aligned", "allied", "supported", "funded", "sponsored", "brokered"}
)


def as_place(tree: Tree, name: Name, lexicon: Lexicon) -> Name:
    """The name with the place noun after it and the direction before it."""
    known = name.key in lexicon.places
    if gazetteer.load().is_strong(name.key) or (name.label in {"PER", "ORG"} and not known):
        return name
    kind, last = "", name.last
    if last < len(tree.tokens) and _ends_place(tree, name, lexicon):
        kind = _place_type(tree, last, lexicon)
        last += 1
    first = name.first
    is_place = kind or name.label == "LOC" or name.key in lexicon.places
    adjective = not kind and tree.tokens[name.last - 1].upos == "ADJ"
    if is_place and not adjective and _leads_place(tree, name.first - 1, kind, lexicon):
        first -= 1
        kind = kind if kind in {"Province"} else "Place"
    if (first, last) == (name.first, name.last):
        return name
    head = head_of(tree, first, last)
    return replace(
        name, first=first, last=last, head=head, key=key(tree.sentence, first, last), type=kind
    )


def _ends_place(tree: Tree, name: Name, lexicon: Lexicon) -> bool:
    after = name.last
    token = tree.tokens[after]
    if not lexicon.is_any("places-after", tree.word(after)) or token.upos not in {"NOUN", "PROPN"}:
        return False
    if name.key in lexicon.places and lexicon.places[name.key] == "Country":
        return False
    governs = tree.head(name.head) == after or token.head in range(name.first, name.last)
    of = after + 1 < len(tree.tokens) and tree.word(after + 1) == "of"
    return governs and not of


def _place_type(tree: Tree, index: int, lexicon: Lexicon) -> str:
    noun = lexicon.noun(tree.word(index))
    return noun.type if noun else "Place"


def _leads_place(tree: Tree, index: int, kind: str, lexicon: Lexicon) -> bool:
    if index < 0 or not lexicon.is_any("directions", tree.word(index)):
        return False
    if tree.tokens[index].upos not in {"ADJ", "PROPN", "NOUN", "ADV"}:
        return False
    before = tree.word(index - 1) if index else ""
    owned = before.endswith(("'s", "’s", "s'", "s’")) or before in {"'", "’"}
    return kind != "Town" and not owned


def as_state(tree: Tree, name: Name, lexicon: Lexicon) -> Name:
    """The state that a capital stands for in "Washington-backed" or "Kampala rejected it"."""
    if name.key not in lexicon.capitals or not (_is_backer(tree, name) or _acts(tree, name)):
        return name
    return replace(name, key=fold(lexicon.capitals[name.key]), type="Country")


def _is_backer(tree: Tree, name: Name) -> bool:
    after = name.last + 1
    if after >= len(tree.tokens):
        return False
    return tree.word(name.last) in _HYPHENS and tree.word(after) in _BACKING


def _acts(tree: Tree, name: Name) -> bool:
    """Whether a capital does, or is dealt with, as only its government can."""
    said, head = heard(tree, name.head), first_conjunct(tree, name.head)
    if said.type in {"Government", "Country"} and said.share * said.sure > _LIKELY:
        return True
    verb, introduced = tree.head(head), cases(tree, head)
    if verb < 0:
        return False
    if introduced & _DEALING or (introduced == {"for"} and tree.lemma(verb) in _SERVING):
        return True
    acting = tree.tokens[head].relation == "nsubj"
    done = tree.tokens[verb].upos in {"VERB", "ADJ", "NUM", "PRON"}
    return tree.tokens[head].relation == "iobj" or (
        acting and done and tree.lemma(verb) not in _BEFALLING
    )


def adjectives(tree: Tree, found: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Names made by a country's adjective, where no name covers it."""
    covered = {i for name in found for i in range(name.first, name.last)}
    for index, token in enumerate(tree.tokens):
        if index in covered or token.upos not in {"ADJ", "PROPN", "NOUN"}:
            continue
        if not token.text[:1].isupper():
            continue
        folded = fold(token.text)
        if lexicon.places.get(folded) != "Country" or are_people(tree, index):
            continue
        official = _official(tree, index, lexicon)
        if official is not None:
            yield official
        elif not tells_nationality(tree, index, lexicon):
            yield Name(index, index + 1, index, folded, type="Country")


def tells_nationality(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a country's adjective only says whence people are: "a Kenyan engineer".

    The country acts by its machines ("Syrian jets"), and its president is its head.
    """
    noun = tree.head(index)
    adjective = fold(tree.tokens[index].text) not in map(fold, lexicon.countries.values())
    if noun <= index or not adjective or tree.tokens[index].text.isupper():
        return False
    if tree.base[index] not in {"amod", "compound", "nmod"}:
        return False
    lemma, word = tree.lemma(noun), tree.word(noun)
    if lexicon.is_any("titles", lemma) or lexicon.is_any("machines", lemma, word):
        return False
    entry = lexicon.noun(lemma, word)
    kind = entry.type if entry is not None else likely_type(tree, noun)
    return family(kind) in {"Person", "Group"}


def is_country(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is a country's name or its adjective."""
    return lexicon.places.get(fold(tree.tokens[index].text)) == "Country"


def are_people(tree: Tree, index: int) -> bool:
    """Whether the word means people ("Syrians fled", "a Syrian")."""
    noun = tree.tokens[index].upos in {"NOUN", "PROPN"}
    governed = tree.base[index] in {"compound", "amod", "nmod", "flat"}
    governed = governed and not tree.has(index, "case")  # "hundreds of Syrians"
    if noun and tree.word(index).endswith(("ns", "is")) and not governed:
        return True
    return _is_one_of_a_people(tree, index)


def _is_one_of_a_people(tree: Tree, index: int) -> bool:
    """Whether an adjective stands for a person ("a Tajik from the north", "another Malian")."""
    token, after = tree.tokens[index], tree.tokens[index + 1 : index + 2]
    alone = not after or after[0].upos not in {"NOUN", "PROPN", "ADJ", "NUM"}
    if not alone or (after and after[0].text in _HYPHENS) or token.text.isupper():
        return False
    return any(tree.word(c) in _ARTICLES for c in tree.children(index, "det"))


def _official(tree: Tree, index: int, lexicon: Lexicon) -> Name | None:
    after = index + 1
    if after >= len(tree.tokens) or not lexicon.is_any("official", tree.word(after)):
        return None
    following = after + 1
    if following < len(tree.tokens) and tree.tokens[following].upos in {"NOUN", "PROPN"}:
        return None
    noun = lexicon.noun(tree.lemma(after), tree.word(after))
    folded = fold(spell(tree.sentence, index, after + 1))
    return Name(index, after + 1, after, folded, type=noun.type if noun else "")
