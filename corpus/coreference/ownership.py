"""Whose side a nameless body of fighters is on: that of the group that it belongs to.

"A battalion", "its officers" and "a column" are words that armies and rebels share. Whose they are
is told beside them ("a battalion of the army", "the X fighters", "its soldiers").
"""

from collections.abc import Iterator, Mapping, Sequence

from ..mention import Mention
from ..naming.lexicon import Lexicon
from ..tree import Tree, cases
from .clusters import Cluster, Clusters
from .profile import Profile, noun_of

_ARMED, _STATE = "ArmedGroup", "StateForce"
_SIDES: Mapping[str, str] = {
    "ArmedGroup": _ARMED,
    "Coalition": _ARMED,
    "StateForce": _STATE,
    "Government": _STATE,
    "Country": _STATE,
}
"""Type of a body by the type of whose it is."""
_ROUNDS = 2
"""Bodies of bodies: "two men of a battalion of the army"."""


def settle_sides(
    trees: Sequence[Tree],
    mentions: Sequence[Mention],
    profiles: Sequence[Profile],
    clusters: Clusters,
    lexicon: Lexicon,
) -> None:
    """Give every nameless body of fighters the type that goes with whose it is."""
    heads = {(m.sentence, m.head): i for i, m in enumerate(mentions)}
    for _ in range(_ROUNDS):
        for cluster in clusters.all():
            if cluster.type not in {_ARMED, _STATE} or cluster.names:
                continue
            sides = {
                _SIDES[owner.type]
                for index in cluster.mentions
                if _is_body(index, mentions, profiles, lexicon)
                for owner in _owners(index, trees, mentions, heads, clusters, lexicon)
                if owner is not cluster and owner.type in _SIDES
            }
            if len(sides) == 1:
                cluster.type = sides.pop()


def _is_body(
    index: int, mentions: Sequence[Mention], profiles: Sequence[Profile], lexicon: Lexicon
) -> bool:
    """Whether a description says what armies and rebels have: fighters, a unit."""
    noun = lexicon.noun(profiles[index].noun)
    if (
        mentions[index].kind != "nominal"
        or noun is None
        or lexicon.is_any("apart", profiles[index].noun)
    ):
        return False
    return noun.plural in {_ARMED, _STATE} or noun.plural == "Person"


def _owners(
    index: int,
    trees: Sequence[Tree],
    mentions: Sequence[Mention],
    heads: Mapping[tuple[int, int], int],
    clusters: Clusters,
    lexicon: Lexicon,
) -> Iterator[Cluster]:
    """Whose a body is, as its phrase says."""
    mention = mentions[index]
    tree = trees[mention.sentence]
    for head in {mention.head, noun_of(tree, mention, lexicon)}:
        for child in tree.children(head, "nmod", "nmod:poss", "compound"):
            own = tree.tokens[child].relation == "nmod:poss" or tree.base[child] == "compound"
            other = heads.get((mention.sentence, child))
            if other is not None and (own or cases(tree, child) == {"of"}):
                yield clusters.of(other)
