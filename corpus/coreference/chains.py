"""From clusters of mentions to chains with a name, aliases, a type and a count."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..mention import Chain, Mention
from ..naming.lexicon import load_lexicon
from ..naming.phrases import phrase, spell, whole
from ..naming.types import family
from ..sentence import Sentence
from ..tree import Tree, antecedent
from .clusters import Cluster, Clusters
from .namesakes import asides_of
from .profile import Profile

_LONGEST = 16
_ACRONYM = 8
_NEAREST = 40
_STEPS = 4
_WHERE = frozenset(
    (
        *("in", "of", "near", "at", "around", "from", "along", "outside", "on", "under", "behind"),
        *("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"),
    )
)


@dataclass(frozen=True, slots=True)
class _Text:
    """What chains are named from."""

    trees: Sequence[Tree]
    mentions: Sequence[Mention]
    profiles: Sequence[Profile]
    brackets: Mapping[int, str]
    """What stands in brackets behind a mention: another name, or one inside a description."""
    starting: Mapping[tuple[int, int], int]
    """The mention that begins at a token of a sentence."""
    names: frozenset[str]
    """Every folded name of the document."""


def make_chains(
    sentences: Sequence[Sentence],
    trees: Sequence[Tree],
    mentions: Sequence[Mention],
    profiles: Sequence[Profile],
    clusters: Clusters,
) -> tuple[Chain, ...]:
    """The chains in the order of their first mentions."""
    starting = {(m.sentence, m.first): i for i, m in enumerate(mentions)}
    names = frozenset(p.key for m, p in zip(mentions, profiles, strict=True) if m.kind == "name")
    text = _Text(trees, mentions, profiles, _brackets(sentences, mentions), starting, names)
    return tuple(_chain(cluster, text) for cluster in clusters.all())


def _brackets(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[int, str]:
    named = dict(asides_of(sentences, mentions))
    ends = {(mentions[m].sentence, mentions[m].last): text for m, text in named.items()}
    return {
        i: ends[m.sentence, m.last]
        for i, m in enumerate(mentions)
        if (m.sentence, m.last) in ends and (i in named or m.kind == "nominal")
    }


def _chain(cluster: Cluster, text: _Text) -> Chain:
    members = sorted(cluster.mentions)
    names = [text.profiles[m].label for m in members if text.mentions[m].kind == "name"]
    labels = [label for m in members for label in _labels(m, text)]
    if names:
        best = _country(cluster) or best_name(names, family(cluster.type))
    else:
        best = _best_description(members, text)
        labels += [label for m in members for label in _longer_labels(m, text)]
    return Chain(
        mentions=tuple(members),
        links=tuple(sorted(cluster.links, key=lambda link: (link.mention, link.antecedent))),
        type=cluster.type,
        name=best,
        aliases=tuple(dict.fromkeys(label for label in labels if label not in {"", best})),
        unnamed=not names,
        count=None if names else cluster.count,
    )


def _country(cluster: Cluster) -> str:
    """A country's own name, where the text has its adjective alone; nothing for other things."""
    countries = load_lexicon().countries
    known = {countries[key] for key in cluster.names if key in countries}
    return min(known) if cluster.type == "Country" and len(known) == 1 else ""


def best_name(names: Sequence[str], kind: str) -> str:
    """The name to show: no acronym where there is a full one, of persons the longest."""
    known, times = gazetteer.load(), Counter(names)
    most = {"Person": 6, "Place": 1}.get(kind, 2)

    def rank(name: str) -> tuple[bool, bool, int, int, int]:
        full = not (name.isupper() and len(name) < _ACRONYM)
        words = min(len(name.split()), most)
        return full, known.is_strong(fold(name)), words, times[name], -names.index(name)

    return max(times, key=rank)


def _best_description(members: Sequence[int], text: _Text) -> str:
    """The description that tells most: with a number, then with most words; the first of them."""
    described = [m for m in members if text.mentions[m].kind == "nominal"] or members

    def rank(index: int) -> tuple[bool, int, int]:
        counted = text.mentions[index].count is not None
        return counted, len(text.profiles[index].words), -index

    best = max(described, key=rank)
    return _owned_by(best, text) or text.profiles[best].label


def _owned_by(index: int, text: _Text) -> str:
    """ "X's army" for the "whose army" of "X, whose army ..."; nothing for the rest."""
    mention, label = text.mentions[index], text.profiles[index].label
    tree = text.trees[mention.sentence]
    if not label.lower().startswith("whose "):
        return ""
    owner = antecedent(tree, mention.first)
    before = mention.first - (mention.first > 0 and tree.word(mention.first - 1) == ",")
    owners = [
        text.profiles[i].label
        for i in range(max(0, index - _NEAREST), index)
        if text.mentions[i].sentence == mention.sentence
        and (text.mentions[i].head == owner or (owner < 0 and text.mentions[i].last == before))
    ]
    return f"{owners[0]}'s {label[len('whose ') :]}" if owners else ""


def _labels(mention: int, text: _Text) -> Iterator[str]:
    label, bracket = text.profiles[mention].label, text.brackets.get(mention)
    if text.mentions[mention].kind != "pronoun":
        yield label
    if text.mentions[mention].kind == "name":
        yield _with_owner(mention, text)
        yield _with_whose(mention, text)
        yield _bare_place(mention, text)
    if bracket and text.mentions[mention].kind == "name":
        yield bracket
    elif bracket and text.mentions[mention].kind == "nominal":
        yield f"{label} ({bracket})"


def _with_owner(index: int, text: _Text) -> str:
    """A group's name with what stands before it in its phrase: "the army's 9th Division"."""
    mention = text.mentions[index]
    tree = text.trees[mention.sentence]
    first = phrase(tree, mention.head)[0]
    if family(mention.type) != "Group" or not mention.first - _LONGEST < first < mention.first:
        return ""
    before = [tree.tokens[i].upos for i in range(first, mention.first)]
    whole_of_it = before[-1] != "PROPN" and any(upos not in {"DET", "PUNCT"} for upos in before)
    return spell(tree.sentence, first, mention.last) if whole_of_it else ""


def _with_whose(index: int, text: _Text) -> str:
    """A group's name with whose it is: "the 34th Front of the FARC"."""
    mention = text.mentions[index]
    tree, last = text.trees[mention.sentence], mention.last
    if family(mention.type) != "Group" or last + 1 >= len(tree.tokens) or tree.word(last) != "of":
        return ""
    end = _end_of_place(tree, index, text)
    return spell(tree.sentence, mention.first, end) if end else ""


def _bare_place(index: int, text: _Text) -> str:
    """ "Harran" for "Harran province", where nothing else of the document is called so."""
    name, _, noun = text.profiles[index].label.rpartition(" ")
    entry = load_lexicon().noun(noun.lower())
    if text.mentions[index].type != "Province" or entry is None or entry.type != "Province":
        return ""
    return "" if fold(name) in text.names else name


def _longer_labels(mention: int, text: _Text) -> Iterator[str]:
    """A description with what specifies it: "fighters who fled", "a base in X"."""
    if text.mentions[mention].kind != "nominal":
        return
    tree = text.trees[text.mentions[mention].sentence]
    first, last = whole(tree, text.mentions[mention].head)
    for end in (last, _end_of_place(tree, mention, text)):
        label = spell(tree.sentence, first, end) if first < end <= first + _LONGEST else ""
        if not any(mark in label for mark in '"“”'):
            yield label


def _end_of_place(tree: Tree, mention: int, text: _Text) -> int:
    """Where the place or the owner ends that prepositions add behind: "villages east of X"."""
    number, last = text.mentions[mention].sentence, text.mentions[mention].last
    if last + 1 >= len(tree.tokens) or tree.word(last) not in _WHERE:
        return 0
    for begin in range(last + 1, min(last + _STEPS, len(tree.tokens))):
        other = text.starting.get((number, begin))
        if other is not None:
            return text.mentions[other].last
        if tree.word(begin) not in {"the", "of"}:
            break
    return 0
