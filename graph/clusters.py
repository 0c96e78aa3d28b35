"""Appearances of all documents gathered into clusters: each becomes one entity.

1. Who bears a strong name of the gazetteer is that group; a weak name counts where no other name
   in its document says otherwise.
2. Else appearances with the same folded best name belong together, as far as their types allow: a
   town and a group of one name are two. A full name may overrule a type that was tagged by
   mistake, a single word may not; and never does a cluster come about that its claims refuse.
3. Who is only known by an acronym joins the one group that is known by it and by a full name.
4. Unnamed actors stay alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..ontology.folding import fold, slug
from ..ontology.gazetteer import Entry, Gazetteer
from ..ontology.vocabulary import UNDECIDED, Vocabulary
from .appearance import Appearance, Slots
from .typevote import family, fits, voted_type

SHORT = 2, 8
"""How many letters an acronym has."""


@dataclass(slots=True)
class Cluster:
    """Appearances that are one entity."""

    family: str
    entry: Entry | None = None
    members: list[Appearance] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)
    slots: Slots = frozenset()

    def add(self, member: Appearance) -> None:
        """Takes an appearance in."""
        self.members.append(member)
        self.votes[member.type] += member.weight
        self.slots |= member.slots

    def type(self, vocabulary: Vocabulary) -> str:
        """The voted type; the gazetteer's where it knows the entity."""
        if self.entry is not None:
            return self.entry.type
        return self._voted(self.slots, vocabulary) or UNDECIDED

    def admits(self, slots: Slots, vocabulary: Vocabulary) -> bool:
        """Whether some type of the family is accepted here and by further slots."""
        if self.entry is not None:
            return fits(self.entry.type, slots, vocabulary)
        return self._voted(self.slots | slots, vocabulary) is not None

    def _voted(self, slots: Slots, vocabulary: Vocabulary) -> str | None:
        own = {t: n for t, n in self.votes.items() if family(t, vocabulary) == self.family}
        return voted_type(own, slots, vocabulary)


def gather(
    found: Iterable[Appearance], gazetteer: Gazetteer, vocabulary: Vocabulary
) -> list[Cluster]:
    """The clusters, those with most mentions first; every appearance stands in one."""
    alone: list[Cluster] = []
    known: dict[str, Cluster] = {}
    named: list[Appearance] = []
    strong = _strong_names(gazetteer)
    for one in found:
        entry = None if one.unnamed else _entry(one, strong, gazetteer, vocabulary)
        if entry is not None:
            known.setdefault(entry.id, Cluster("", entry)).add(one)
        elif one.unnamed:
            alone.append(_start(one, vocabulary))
        else:
            named.append(one)
    rest = [cluster for same in _by_name(named) for cluster in _by_family(same, vocabulary)]
    clusters = _by_acronym([*known.values(), *rest], vocabulary) + alone
    for cluster in clusters:
        cluster.members.sort(key=_place_of)
    return sorted(clusters, key=lambda one: (-one.votes.total(), _place_of(one.members[0])))


def _place_of(one: Appearance) -> tuple[str, int]:
    return one.document, one.chain


def _start(one: Appearance, vocabulary: Vocabulary) -> Cluster:
    cluster = Cluster(family(one.type, vocabulary))
    cluster.add(one)
    return cluster


def _entry(
    one: Appearance, strong: Mapping[str, Entry], gazetteer: Gazetteer, vocabulary: Vocabulary
) -> Entry | None:
    names = list(dict.fromkeys([one.name, *(name for name, _ in one.names)]))
    known = (strong.get(fold(name)) or strong.get(slug(name)) for name in names)
    entry = next(filter(None, known), None)
    if entry is None and family(one.type, vocabulary) in (UNDECIDED, "Group"):
        entry = _weak_entry([fold(name) for name in names], gazetteer)
    return entry if entry is not None and fits(entry.type, one.slots, vocabulary) else None


def _strong_names(gazetteer: Gazetteer) -> Mapping[str, Entry]:
    """The entries by their strong names, folded and as slugs: ``Jund Al Aqsa`` needs the latter."""
    slugs = {
        slug(name): entry for entry in gazetteer.entries for name in (entry.name, *entry.aliases)
    }
    return {**slugs, **gazetteer.strong}


def _weak_entry(keys: Sequence[str], gazetteer: Gazetteer) -> Entry | None:
    """The entry that all names in the document agree on."""
    entries = [gazetteer.lookup(key) for key in keys]
    first = entries[0]
    return first if all(entry is not None and entry is first for entry in entries) else None


def _by_name(named: Sequence[Appearance]) -> list[list[Appearance]]:
    """Appearances by their best name. ``Al Bab`` folds to another key than ``al-Bab``, since not
    every capital Al is an article; where a corpus has both, they are spelt the same as slugs."""
    keys: dict[str, set[str]] = defaultdict(set)
    for one in named:
        keys[slug(one.name)].add(one.key)
    found: dict[str, list[Appearance]] = defaultdict(list)
    for one in named:
        found[min(keys[slug(one.name)], key=lambda key: (len(key), key))].append(one)
    return list(found.values())


def _by_family(same: Sequence[Appearance], vocabulary: Vocabulary) -> list[Cluster]:
    """Appearances of one name, told apart by what they are; the best attested kind comes first."""
    weights: Counter[str] = Counter()
    for one in same:
        weights[family(one.type, vocabulary)] += one.weight
    weights[UNDECIDED] = 0  # Whoever is undecided joins those that are not.
    order = sorted(weights, key=lambda kind: (-weights[kind], list(vocabulary.types).index(kind)))
    clusters: list[Cluster] = []
    for kind in order:
        for one in same:
            if family(one.type, vocabulary) == kind:
                _join(one, clusters, vocabulary)
    return clusters


def _join(one: Appearance, clusters: list[Cluster], vocabulary: Vocabulary) -> None:
    kind = family(one.type, vocabulary)
    for cluster in clusters:
        alike = cluster.family == kind or kind == UNDECIDED or not one.is_weak
        if alike and cluster.admits(one.slots, vocabulary):
            cluster.add(one)
            return
    clusters.append(_start(one, vocabulary))


def _by_acronym(clusters: Sequence[Cluster], vocabulary: Vocabulary) -> list[Cluster]:
    """The clusters, with those that are an acronym alone joined to the group it stands for."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        # Who is an acronym alone is nobody's home, not even its own: "U.S.A." folds to three words.
        weak = all(member.is_weak for member in cluster.members)
        if not weak and _acronym_alone(cluster) is None:
            for acronym in sorted(_acronyms(cluster)):
                bearers[acronym].append(cluster)
    kept = []
    for cluster in clusters:
        home = _home(cluster, bearers)
        if home is not None and home.admits(cluster.slots, vocabulary):
            for member in cluster.members:
                home.add(member)
        else:
            kept.append(cluster)
    return kept


def _home(cluster: Cluster, bearers: dict[str, list[Cluster]]) -> Cluster | None:
    acronym = _acronym_alone(cluster)
    if acronym is None or cluster.entry is not None or cluster.family not in (UNDECIDED, "Group"):
        return None
    homes = [home for home in bearers.get(acronym, []) if home.entry or home.family == "Group"]
    return homes[0] if len(homes) == 1 else None


def _acronym_alone(cluster: Cluster) -> str | None:
    """The one acronym that a cluster is known by, where it is known by nothing else."""
    names = {fold(name) for name in _names(cluster)}
    return names.pop() if len(names) == 1 and names == _acronyms(cluster) else None


def _acronyms(cluster: Cluster) -> set[str]:
    return {fold(name) for name in _names(cluster) if _is_acronym(name)}


def _names(cluster: Cluster) -> Iterator[str]:
    return (name for member in cluster.members for name, _ in member.names)


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "").replace("-", "")
    shortest, longest = SHORT
    return shortest <= len(letters) <= longest and letters.isalpha() and letters.isupper()
