"""An appearance: one entity in one document, with what tells whom it is."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..corpus.mention import Chain
from ..corpus.reading import Reading
from ..ontology.folding import fold
from ..ontology.vocabulary import UNDECIDED, Vocabulary

Slots = frozenset[frozenset[str]]
"""What the claims accept at an entity's places: for each place, the types it may have."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A chain of a document, as resolution sees it."""

    document: str
    chain: int
    name: str
    """The chain's best name, its description where it is unnamed."""
    names: tuple[tuple[str, int], ...]
    """Every name in the chain with how often it stands there, in order of first use."""
    type: str
    slots: Slots
    weight: int
    """How many mentions it has."""
    unnamed: bool
    count: int | None
    aliases: tuple[str, ...]
    """The document's other names and nominals for it."""

    @property
    def key(self) -> str:
        """The folded best name; a name of marks alone stands for itself."""
        return fold(self.name) or self.name

    @property
    def is_weak(self) -> bool:
        """Whether it is known by single words only, which many bear."""
        return all(_is_single(name) for name in (self.name, *dict(self.names)))


def _is_single(name: str) -> bool:
    words = fold(name).split()
    return len(words) < 2 or (len(words) == 2 and words[0] in {"al", "el"})


def appearances(reading: Reading, vocabulary: Vocabulary) -> Iterator[Appearance]:
    """The named entities of a document, and the unnamed ones that a claim speaks of."""
    slots = _slots(reading, vocabulary)
    for number, chain in enumerate(reading.chains):
        if number in slots or not chain.unnamed:
            yield _appearance(reading, number, chain, slots.get(number, frozenset()), vocabulary)


def _slots(reading: Reading, vocabulary: Vocabulary) -> Mapping[int, Slots]:
    found: dict[int, set[frozenset[str]]] = defaultdict(set)
    for claim in reading.claims:
        relation = vocabulary.relations[claim.relation]
        found[claim.subject.chain].add(relation.domain)
        found[claim.object.chain].add(relation.range)
    return {chain: frozenset(accepted) for chain, accepted in found.items()}


def _appearance(
    reading: Reading, number: int, chain: Chain, slots: Slots, vocabulary: Vocabulary
) -> Appearance:
    mentions = [reading.mentions[index] for index in chain.mentions]
    names = Counter(_plain(mention.text) for mention in mentions if mention.kind == "name")
    name = _plain(chain.name)
    return Appearance(
        document=reading.document.id,
        chain=number,
        name=name,
        names=tuple(names.items()) or ((name, 1),),
        type=chain.type if chain.type in vocabulary.types else UNDECIDED,
        slots=slots,
        weight=len(mentions),
        unnamed=chain.unnamed,
        count=chain.count,
        aliases=chain.aliases,
    )


def _plain(name: str) -> str:
    """A name as one would list it: on one line, without the article that leads into it."""
    words = name.split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
