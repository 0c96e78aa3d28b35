"""What ``cues.yml`` says: the words that tell facts from denials, plans and hearsay."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Cues = Mapping[str, frozenset[str]]
"""Words by heading and name: ``planned.verbs``."""


def _flat(words: Any) -> Iterator[str]:
    for word in words:
        if isinstance(word, list):
            yield from _flat(word)
        elif not isinstance(word, str):
            raise TypeError(f"cues.yml: {word!r} is no word; write it in quotation marks")
        else:
            yield word


@cache
def load_cues() -> Cues:
    """The words of ``cues.yml``, by heading and name joined with a dot."""
    raw = yaml.safe_load(files(__package__).joinpath("cues.yml").read_text(encoding="utf-8"))
    return {
        f"{heading}.{name}": frozenset(_flat(words))
        for heading, lists in raw.items()
        for name, words in lists.items()
    }
