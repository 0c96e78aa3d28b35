"""From what each document says to what all say together: mentions become entities.

A pure function of the readings and the ledger: neither the order that documents come in nor how
they were read changes it. Names decide, types guard (see ``clusters``); an id is the gazetteer's,
else made of the most frequent name, and an unnamed actor's of its document and description.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..corpus.claim import Claim, with_ids
from ..corpus.document import Document
from ..corpus.reading import Reading
from ..ontology import gazetteer, vocabulary
from ..ontology.folding import fold, slug
from .appearance import Appearance, appearances
from .clusters import Cluster, gather
from .entity import Entity
from .errors import CountError
from .knowledge import Knowledge
from .ledger import Decision
from .replay import replay

LONGEST = 80
"""Letters of a name that go into an id."""


def resolve(readings: Iterable[Reading], decisions: Sequence[Decision] = ()) -> Knowledge:
    """What all documents say, with one entity for all that is one, as people judged it.

    Raises CountError where a claim is lost, invented or loses an end.
    """
    return replay(resolve_names(readings), decisions).knowledge


def resolve_names(readings: Iterable[Reading]) -> Knowledge:
    """What all documents say, resolved by names and types alone."""
    words = vocabulary.load()
    gathered = _Gathered([], [], [])
    for reading in readings:
        gathered.documents.append(reading.document)
        gathered.claims.extend(reading.claims)
        gathered.found.extend(appearances(reading, words))
    gathered.found.sort(key=lambda one: (one.document, one.chain))
    known = gazetteer.load()
    clusters = gather(gathered.found, known, words)
    ids = _ids(clusters, {entry.id for entry in known.entries})
    entities = {
        id: _entity(id, cluster, cluster.type(words))
        for id, cluster in zip(ids, clusters, strict=True)
    }
    return _knowledge(gathered, entities, _places(ids, clusters))


@dataclass(frozen=True, slots=True)
class _Gathered:
    documents: list[Document]
    claims: list[Claim]
    found: list[Appearance]


_Place = tuple[str, int]
"""A document's id and the number of a chain in it."""


def _places(ids: Sequence[str], clusters: Sequence[Cluster]) -> Mapping[_Place, str]:
    return {
        (member.document, member.chain): id
        for id, cluster in zip(ids, clusters, strict=True)
        for member in cluster.members
    }


def _knowledge(
    gathered: _Gathered, entities: Mapping[str, Entity], places: Mapping[_Place, str]
) -> Knowledge:
    try:
        claims = sorted((_led(claim, places) for claim in gathered.claims), key=_position)
    except KeyError as error:
        raise CountError(f"resolution: a claim speaks of {error}, and there is none") from error
    _check(claims, gathered.documents)
    standing = {end.id for claim in claims for end in (claim.subject, claim.object)}
    return Knowledge(
        tuple(sorted(gathered.documents, key=lambda document: document.id)),
        tuple(entities[id] for id in sorted(standing)),
        tuple(claims),
    )


def _led(claim: Claim, places: Mapping[_Place, str]) -> Claim:
    document = claim.evidence[0].document
    subject, target = places[document, claim.subject.chain], places[document, claim.object.chain]
    return with_ids(claim, subject, target)


def _position(claim: Claim) -> tuple[str, int, int, int, int, str]:
    place = claim.evidence[0]
    ends = claim.subject.start, claim.object.start
    return place.document, place.start, claim.trigger[0], *ends, claim.id


def _check(claims: Sequence[Claim], documents: Sequence[Document]) -> None:
    for rows, what in ((claims, "claims"), (documents, "documents")):
        seen = Counter(row.id for row in rows)
        if len(seen) != len(rows):
            twice = seen.most_common(1)[0][0]
            raise CountError(f"resolution: {len(rows)} {what} share ids; {twice!r} comes twice")


def _entity(id: str, cluster: Cluster, type_id: str) -> Entity:
    first = cluster.members[0]
    if first.unnamed:
        aliases = tuple(sorted({*first.aliases} - {first.name}))
        return Entity(id, first.name, type_id, aliases, True, first.name, first.count)
    name = cluster.entry.name if cluster.entry is not None else _best_name(cluster)
    others = {other for other, _ in _named(cluster)} - {name}
    return Entity(id, name, type_id, tuple(sorted(others)))


def _named(cluster: Cluster) -> Iterator[tuple[str, int]]:
    for member in cluster.members:
        yield from member.names
        yield member.name, 0


def _best_name(cluster: Cluster) -> str:
    """The most frequent of the best names' spellings; the first one used, among equals."""
    best = {member.key for member in cluster.members if not member.is_weak} or {
        member.key for member in cluster.members
    }
    counts: Counter[str] = Counter()
    for name, number in _named(cluster):
        if (fold(name) or name) in best:
            counts[name] += number
    return max(counts, key=lambda name: counts[name])


def _ids(clusters: Sequence[Cluster], reserved: set[str]) -> list[str]:
    """An id a cluster; where two would have one, the less mentioned gets a number.

    The gazetteer's ids are ``reserved``, whether or not its groups appear.
    """
    taken = set(reserved)
    ids = []
    for cluster in clusters:
        if cluster.entry is not None:
            ids.append(cluster.entry.id)
            continue
        wanted = _wanted_id(cluster)
        id, number = wanted, 1
        while id in taken:
            number += 1
            id = f"{wanted}-{number}"
        taken.add(id)
        ids.append(id)
    return ids


def _wanted_id(cluster: Cluster) -> str:
    first = cluster.members[0]
    if first.unnamed:
        return f"{_short_slug(first.document)}-{_short_slug(first.name)}"
    return _short_slug(_best_name(cluster))


def _short_slug(name: str) -> str:
    """A slug of bounded length; a hash tells apart what is cut off or cannot be spelt."""
    words = slug(name)
    if words and len(words) <= LONGEST:
        return words
    mark = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{words[:LONGEST].strip('-')}-{mark}".strip("-")
