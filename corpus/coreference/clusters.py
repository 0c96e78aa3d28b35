"""Mentions on their way to chains: which belong together so far, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...ontology.vocabulary import UNDECIDED
from ..mention import Link, Mention
from ..naming.types import agree, family
from .profile import Profile

_ARMED = frozenset({"ArmedGroup", "Coalition", "Group", "Organisation", UNDECIDED})


@dataclass(slots=True)
class Cluster:
    """What is known of the mentions that are one so far."""

    mentions: list[int]
    type: str
    names: set[str]
    nouns: set[str]
    words: set[str]
    plural: bool
    count: int | None
    sex: str = ""
    """``female``, ``male`` or nothing."""
    links: list[Link] = field(default_factory=list)


class Clusters:
    """All mentions of a document, one cluster each at first; merging is recorded as links."""

    def __init__(self, mentions: Sequence[Mention], profiles: Sequence[Profile]) -> None:
        """One cluster for each mention."""
        pairs = zip(mentions, profiles, strict=True)
        self._of = [self._single(i, m, p) for i, (m, p) in enumerate(pairs)]

    @staticmethod
    def _single(index: int, mention: Mention, profile: Profile) -> Cluster:
        named = mention.kind == "name"
        return Cluster(
            [index],
            mention.type,
            {profile.key} if named else set(),
            {n for n in (profile.noun, profile.title) if n},
            set(profile.words) if mention.kind == "nominal" else set(),
            profile.plural,
            mention.count,
        )

    def of(self, mention: int) -> Cluster:
        """The cluster that holds a mention now."""
        return self._of[mention]

    def all(self) -> list[Cluster]:
        """Every cluster once, by its first mention."""
        seen = {id(cluster): cluster for cluster in self._of}
        return sorted(seen.values(), key=lambda c: min(c.mentions))

    def merge(self, mention: int, antecedent: int, rule: str) -> bool:
        """Make two clusters one and record why; False where they are one already."""
        one, other = self._of[antecedent], self._of[mention]
        if one is other:
            return False
        if len(one.mentions) < len(other.mentions):
            one, other = other, one
        one.type = _narrower(one, other)
        one.mentions += other.mentions
        one.names |= other.names
        one.nouns |= other.nouns
        one.words |= other.words
        one.plural = one.plural and other.plural
        one.count = one.count if one.count is not None else other.count
        one.sex = one.sex or other.sex
        one.links += [*other.links, Link(mention, antecedent, rule)]
        for index in other.mentions:
            self._of[index] = one
        return True


def _narrower(one: Cluster, other: Cluster) -> str:
    """The type of two clusters together: the named one's, the more specific of the two."""
    first, second = (one, other) if one.names or not other.names else (other, one)
    if first.type == UNDECIDED or (
        family(first.type) == first.type and family(second.type) == first.type
    ):
        return second.type
    return first.type


def compatible(one: str, other: str) -> bool:
    """Whether two types can be of one thing; armed groups, coalitions and parties often are."""
    return agree(one, other) or (one in _ARMED and other in _ARMED)


def clash(one: Cluster, other: Cluster, *, typed: bool = True) -> bool:
    """Whether two clusters cannot be one: type, name, count or sex speak against it."""
    if typed and not compatible(one.type, other.type):
        return True
    if one.names and other.names and not one.names & other.names:
        return True
    if one.count is not None and other.count is not None and one.count != other.count:
        return True
    return bool(one.sex and other.sex and one.sex != other.sex)
