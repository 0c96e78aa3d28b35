"""What ``english.yml`` says, ready to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words whose full stop belongs to them, by what may follow."""

    titles: frozenset[str]
    words: frozenset[str]
    numbered: frozenset[str]
    days: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lost:
    """What tells a genitive from a plural where apostrophes are lost."""

    genitives: frozenset[str]
    plain: frozenset[str]
    peoples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class English:
    """Words that decide how text is cut; what each is for stands in ``english.yml``."""

    sure_articles: frozenset[str]
    assimilated_articles: frozenset[str]
    inner_articles: frozenset[str]
    name_parts: frozenset[str]
    prefixes: frozenset[str]
    contracted: Mapping[str, int]
    """How many letters the first of two words has that are written as one."""
    abbreviations: Abbreviations
    starters: frozenset[str]
    glued: frozenset[str]
    saying: frozenset[str]
    stand_ins: Mapping[str, str]
    lost: Lost
    lemmas: Mapping[tuple[str, str], str]
    """The lemma of a part of speech and a word."""


def _from_dict(data: Mapping[str, Any]) -> English:
    articles = data["articles"]
    contracted = data["contracted"].items()
    return English(
        sure_articles=frozenset(articles["sure"]),
        assimilated_articles=frozenset(articles["assimilated"]),
        inner_articles=frozenset(articles["inner"]),
        name_parts=frozenset(data["name_parts"]),
        prefixes=frozenset(data["prefixes"]),
        contracted={word: letters for letters, words in contracted for word in words},
        abbreviations=Abbreviations(**{k: frozenset(v) for k, v in data["abbreviations"].items()}),
        starters=frozenset(data["starters"]),
        glued=frozenset(data["glued"]),
        saying=frozenset(data["saying"]),
        stand_ins=data["stand_ins"],
        lost=Lost(
            frozenset(data["lost"]["genitives"]),
            frozenset(data["lost"]["plain"]),
            tuple(data["lost"]["peoples"]),
        ),
        lemmas={(k, w): lemma for k, words in data["lemmas"].items() for w, lemma in words.items()},
    )


_TEXT = files(__package__).joinpath("english.yml").read_text("utf-8")
ENGLISH = _from_dict(yaml.safe_load(_TEXT))
"""The words of ``english.yml``."""
