"""The common nouns, titles and well-known places that the reader of mentions knows.

Loaded from ``nouns.yml`` and ``places.yml`` beside this file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ...ontology.folding import fold

_ROOM = Path(__file__).parent
_PLURALS = frozenset({"people", "men", "women", "children", "police", "personnel", "troops"})


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun says of its bearer."""

    type: str
    """Entity type of one bearer."""
    plural: str
    """Entity type of several: ``ArmedGroup`` of "rebels", ``Person`` of "civilians"."""
    group: bool
    """Whether one bearer is many people already: "brigade", "crowd"."""
    weak: bool = False
    """Whether better witnesses overrule it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they say; keys are in lower case, those of ``places`` folded."""

    nouns: Mapping[str, Noun]
    triggers: Mapping[str, str]
    qualifiers: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    """The plain lists of ``nouns.yml`` by name: ``titles``, ``generic``, ``quantifiers`` ..."""
    numbers: Mapping[str, int]
    places: Mapping[str, str]
    """Type of a well-known place by its folded name, other names and adjectives included."""
    countries: Mapping[str, str]
    """Country by its folded name, other names and adjectives included."""
    capitals: Mapping[str, str]
    """Country by the folded name of its capital."""

    def noun(self, lemma: str, word: str = "") -> Noun | None:
        """The entry of a noun by its lemma, or by its last part, or by the word itself."""
        word = word or lemma
        for form in (lemma, word, lemma.rpartition("-")[2], word.removesuffix("s")):
            if form in self.nouns:
                return self.nouns[form]
        return None

    def is_people(self, word: str) -> bool:
        """Whether a word is the plural of a noun for people: "Militants"."""
        word = word.lower()
        noun = self.nouns.get(_singular(word))
        many = _singular(word) != word or word in _PLURALS
        return noun is not None and many and not noun.group and noun.type == "Person"

    def is_any(self, name: str, *forms: str) -> bool:
        """Whether one of these forms stands in the plain list ``name``."""
        return not self.words[name].isdisjoint(forms)


def _singular(word: str) -> str:
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s")


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that the package ships."""
    nouns = _yaml("nouns.yml")
    places = _yaml("places.yml")
    countries = {
        fold(form): name for name, forms in places["countries"].items() for form in (name, *forms)
    }
    return Lexicon(
        nouns=dict(_nouns(nouns)),
        triggers=_by_type(nouns["triggers"]),
        qualifiers=_by_type(nouns["qualifiers"]),
        words=_lists(nouns),
        numbers=nouns["numbers"],
        places={**dict.fromkeys(countries, "Country"), **dict(_places(places))},
        countries=countries,
        capitals={fold(town): name for town, name in places["capitals"].items()},
    )


def _yaml(name: str) -> dict[str, Any]:
    loaded = yaml.safe_load((_ROOM / name).read_text(encoding="utf-8"))
    return dict(loaded)


def _flat(entries: Iterable[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield str(entry)


def _by_type(table: Mapping[str, Any]) -> dict[str, str]:
    """Word -> type; the type that the file names first keeps a word that several claim."""
    found: dict[str, str] = {}
    for kind, words in table.items():
        for word in _flat(words):
            found.setdefault(word, kind)
    return found


def _lists(nouns: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    plain = {name: frozenset(_flat(v)) for name, v in nouns.items() if isinstance(v, list)}
    figures = {"figures": frozenset(map(fold, plain["figures"]))}
    return plain | figures


def _nouns(table: Mapping[str, Any]) -> Iterator[tuple[str, Noun]]:
    """Every noun once, what the file says last first: later pairs overwrite earlier ones."""
    weak = frozenset(_flat(table["groups"]["weak"]))
    for kind, words in table["places"].items():
        yield from ((word, Noun(kind, kind, group=False)) for word in _flat(words))
    for word in weak:
        yield word, Noun("Group", "Group", group=True, weak=True)
    for kind, words in table["groups"].items():
        if kind != "weak":
            for word in _flat(words):
                yield word, Noun(kind, kind, group=True, weak=word in weak)
    for word in _flat([table["people"], table["persons"], table["family"]]):
        yield word, Noun("Person", "Person", group=False)
    for kind, words in table["fighters"].items():
        yield from ((word, Noun("Person", kind, group=False)) for word in _flat(words))


def _places(places: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, kind in (("regions", "Place"), ("provinces", "Province"), ("towns", "Town")):
        for name in _flat(places[key]):
            yield fold(name), kind


def is_plural(word: str, lemma: str) -> bool:
    """Whether a noun stands in the plural, judged by its form."""
    word, lemma = word.lower(), lemma.lower()
    return word in _PLURALS or (word != lemma and word.endswith(("s", "men", "women", "hideen")))
