"""What the network can answer: its tags and relations, in the order of its scores."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from .example import Example


@dataclass(frozen=True, slots=True)
class Labels:
    """The answers of each head of the network."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    uner: tuple[str, ...]
    """Tags of named persons, places and organisations."""
    re3d: tuple[str, ...]
    """Tags of mentions, nominals and pronouns too."""
    articles: tuple[str, ...] = ()
    """Tags of names in news of armed groups."""
    kinds: tuple[str, ...] = ()
    """Entity types of words that head a mention; a word that heads none comes before them."""

    def tags(self, scheme: str) -> tuple[str, ...]:
        """Tags of one of the ``SCHEMES``; none where the network has no such head."""
        return {"uner": self.uner, "re3d": self.re3d, "articles": self.articles}[scheme]

    def to_dict(self) -> dict[str, Any]:
        """Names and lists, as ``model.json`` keeps them."""
        return {key: list(value) for key, value in asdict(self).items()}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Labels":
        """The reverse of ``to_dict``; other keys are passed over, and no kinds are no fault."""
        return cls(*(tuple(data.get(key, ())) for key in cls.__slots__))


SCHEMES = ("uner", "re3d", "articles")
"""The names of the tag schemes: one head of the network each, for label sets never merge."""


def collect_labels(examples: Sequence[Example]) -> Labels:
    """All that the examples are annotated with."""
    return Labels(
        upos=tuple(sorted({tag for item in examples for tag in item.upos})),
        relations=tuple(sorted({name for item in examples for name in item.relations})),
        uner=_tags(examples, "uner"),
        re3d=_tags(examples, "re3d"),
    )


def _tags(examples: Sequence[Example], scheme: str) -> tuple[str, ...]:
    found = {tag[2:] for item in examples for tag in item.tags.get(scheme, ()) if tag != "O"}
    return ("O", *(prefix + label for label in sorted(found) for prefix in ("B-", "I-")))
