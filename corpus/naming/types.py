"""What kind of thing a name names, decided once for the whole document.

1. Every occurrence of a name gives evidence: what the gazetteers and the form of the name say, what
   the tagger says, the title before it, the noun in apposition, the slot that it stands in.
2. Evidence is weighed: repeated evidence of one kind counts twice at most, so that the tagger's
   habit does not outvote a single clear sentence.
3. The family (person, group, place) with the most weight wins, and in it the most specific type.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ...ontology import gazetteer
from ...ontology.vocabulary import UNDECIDED
from ...ontology.vocabulary import load as load_vocabulary
from ..tree import Tree, cases
from .lexicon import Lexicon, is_plural
from .name import Name
from .noun_types import noun_type
from .slots import of_slot
from .witness import Witness

_TAGS = {"PER": "Person", "LOC": "Place", "ORG": "Group"}
_SPANS = {"Person": "Person", "Location": "Place", "Organisation": "Group"}
_FAMILIES = ("Person", "Group", "Place")
_SURE = 100.0
_NEAREST = 8
_FAINT = 0.05
_READER = 8.0
"""Weight of the reader's word on a type that it is sure of."""


def family(type_id: str) -> str:
    """Person, Group or Place; ``Entity`` for what is undecided."""
    vocabulary = load_vocabulary()
    return next((f for f in _FAMILIES if vocabulary.is_a(type_id, f)), UNDECIDED)


def agree(one: str, other: str) -> bool:
    """Whether one thing can be of both types: one is the other, above it, or undecided."""
    vocabulary = load_vocabulary()
    if UNDECIDED in (one, other):
        return True
    return vocabulary.is_a(one, other) or vocabulary.is_a(other, one)


def decide(witnesses: Iterable[Witness]) -> str:
    """The type that the evidence speaks for; ``Entity`` without evidence."""
    weights = _weigh(witnesses)
    if not weights:
        return UNDECIDED
    by_family: dict[str, float] = defaultdict(float)
    for kind, weight in weights.items():
        by_family[family(kind)] += weight
    best = max(_FAMILIES, key=lambda f: by_family[f])
    if by_family[best] <= 0:
        return UNDECIDED
    order = {name: n for n, name in enumerate(load_vocabulary().types)}
    specific = [k for k in weights if family(k) == best and k != best and weights[k] > 0]
    return max(specific, key=lambda k: (weights[k], -order[k]), default=best)


def _weigh(witnesses: Iterable[Witness]) -> dict[str, float]:
    """Weight by type; the same reason counts in full once, and at most twice in all."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    weights: dict[str, float] = defaultdict(float)
    for witness in sorted(witnesses, key=lambda w: (w.type, w.reason, -w.weight)):
        times = seen[witness.type, witness.reason]
        weights[witness.type] += witness.weight if times == 0 else witness.weight * 0.5**times
        seen[witness.type, witness.reason] += 1
    return weights


def type_names(
    trees: Sequence[Tree], names: Sequence[Sequence[Name]], lexicon: Lexicon
) -> Mapping[str, str]:
    """The type of every folded name of a document."""
    evidence: dict[str, list[Witness]] = defaultdict(list)
    tags: dict[str, list[str]] = defaultdict(list)
    heard: dict[str, list[NDArray[np.float32]]] = defaultdict(list)
    for tree, found in zip(trees, names, strict=True):
        for name in found:
            if not evidence[name.key]:
                evidence[name.key] += _of_form(name, lexicon)
            tags[name.key].append(name.label)
            if tree.sentence.kinds is not None and tree.sentence.kinds.size:
                heard[name.key].append(tree.sentence.kinds[name.head])
            evidence[name.key] += _of_spans(tree, name)
            evidence[name.key] += _of_neighbours(tree, name, lexicon)
            evidence[name.key] += of_slot(tree, name, lexicon)
    return {
        key: decide([*found, *_of_tags(tags[key]), *_of_reader(key, heard[key], lexicon)])
        for key, found in evidence.items()
    }


def _of_form(name: Name, lexicon: Lexicon) -> Iterator[Witness]:
    """What the name itself says."""
    known = gazetteer.load()
    entry = known.lookup(name.key)
    if entry:
        yield Witness(entry.type, _SURE if known.is_strong(name.key) else 6, "gazetteer")
    if name.key in lexicon.places:
        kind = lexicon.places[name.key]
        yield Witness(kind, _SURE / 2 if kind == "Country" else 9, "gazetteer")
    elif name.key in lexicon.capitals:
        yield Witness("Town", 9, "gazetteer")
    if name.type:
        yield Witness(name.type, _SURE / 2, "form")
    words = name.key.split()
    if lexicon.is_any("figures", name.key):
        yield Witness("Person", 8, "figure")
    tail = lexicon.noun(words[-1]) if lexicon.is_any("places-after", words[-1]) else None
    if name.label == "LOC" and tail is not None and len(words) > 1:
        yield Witness(tail.type, 6, "trigger")  # "X Department" is a province, no ministry
        return
    ranked = list(lexicon.triggers)
    forms = [*words, *("-".join(pair) for pair in pairwise(words))]  # "mai-mai"
    triggers = [w for w in forms if w in lexicon.triggers and (len(words) > 1)]
    if triggers:
        best = min(triggers, key=ranked.index)
        loose = lexicon.is_any("loose-triggers", best)
        yield Witness(lexicon.triggers[best], 2.5 if loose else 6, "trigger")
        if loose:
            yield Witness(family(lexicon.triggers[best]), 3.5, "trigger")
        yield Witness("Person", -4, "trigger")


def _of_tags(labels: Sequence[str]) -> Iterator[Witness]:
    """The tagger's labels by their share: its habits count once, however often it repeats them."""
    for label in sorted(set(labels) - {""}):
        yield Witness(_TAGS[label], 2.5 * labels.count(label) / len(labels), "tagger")


def _of_reader(
    key: str, kinds: Sequence[NDArray[np.float32]], lexicon: Lexicon
) -> Iterator[Witness]:
    """What the reader takes the heads of a name's occurrences for, on the whole.

    Countries are few and listed; what else it takes for one is some place.
    """
    if not kinds:
        return
    shares: dict[str, float] = defaultdict(float)
    mean = np.mean(kinds, axis=0)
    for type_id, share in zip(load_vocabulary().types, mean[1:].tolist(), strict=True):
        listed = type_id != "Country" or key in lexicon.countries
        shares[type_id if listed else "Place"] += share
    for type_id, share in shares.items():
        if share > _FAINT:
            yield Witness(type_id, round(_READER * share, 2), "reader")


def _of_spans(tree: Tree, name: Name) -> Iterator[Witness]:
    for span in tree.sentence.spans:
        if span.first <= name.first and name.last <= span.last and span.label in _SPANS:
            if span.last - span.first <= name.last - name.first + 2:
                yield Witness(_SPANS[span.label], 1.5, "mention-tagger")
            break


def _of_neighbours(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[Witness]:
    """The title before the name, the noun in apposition, the noun that it completes."""
    if name.title:
        yield Witness("Person", 9 if lexicon.is_any("ranks", name.title) else 5, "title")
    for index in _described(tree, name, lexicon):
        kind = noun_type(tree, index, lexicon)
        if kind != "Place":
            yield Witness(kind, 1 if kind == "Group" else 6.5, "apposition")
    after = name.last
    if after + 1 < len(tree.tokens) and tree.word(after) in {"-", "–", "‑"}:
        yield from _hyphened(tree.word(after + 1))


def _hyphened(word: str) -> Iterator[Witness]:
    if word == "based":
        yield Witness("Place", 2, "hyphen")
    elif word in {"held", "controlled", "occupied", "run"}:
        yield Witness("Group", 6, "hyphen")  # "Houthi-held" tells who holds, not what
    elif word in {"led", "linked", "affiliated", "aligned", "allied", "inspired"}:
        yield Witness("Group", 2, "hyphen")


def _described(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[int]:
    """Common nouns that stand for the same thing as the name."""
    head = name.head
    above = tree.head(head)
    for child in tree.children(head, "appos"):
        if child >= name.last and tree.word(name.last) != ":":
            yield child
    if above >= 0 and not name.first <= above < name.last:
        if tree.base[head] == "appos" and tree.word(name.first - 1) != ":":
            yield _apposed(tree, name, above, lexicon)
        if (
            tree.base[head] == "nsubj"
            and tree.has(above, "cop")
            and tree.tokens[above].upos == "NOUN"
        ):
            yield above
        if _completes(tree, head, above, lexicon):
            yield above
    described = _described_behind(tree, name, lexicon)
    if described >= 0:
        yield described
    before = name.first - 1
    if before >= 0 and _leads_into(tree, before, name, lexicon):
        yield before


def _described_behind(tree: Tree, name: Name, lexicon: Lexicon) -> int:
    """The noun for a person that "a" or "former" introduces right behind the name, else -1."""
    start = name.last + (name.last < len(tree.tokens) and tree.word(name.last) == ",")
    if start >= len(tree.tokens) or tree.word(start) not in {"a", "an", "former"}:
        return -1
    for index in range(start + 1, min(start + _NEAREST, len(tree.tokens))):
        following = tree.tokens[index + 1].upos if index + 1 < len(tree.tokens) else ""
        if tree.tokens[index].upos == "NOUN" and following not in {"NOUN", "PROPN", "ADJ"}:
            noun = lexicon.noun(tree.lemma(index), tree.word(index))
            return index if noun is not None and noun.type == "Person" else -1
        if tree.tokens[index].upos in {"PUNCT", "VERB", "AUX", "ADP"}:
            break
    return -1


def _apposed(tree: Tree, name: Name, above: int, lexicon: Lexicon) -> int:
    """What a name stands in apposition to: a person to "the head of the council", not to it."""
    outer = tree.head(above)
    if name.label == "PER" and outer >= 0 and tree.base[above] == "nmod":
        noun = lexicon.noun(tree.lemma(outer), tree.word(outer))
        if noun is not None and noun.type == "Person":
            return outer
    return above


def _completes(tree: Tree, head: int, above: int, lexicon: Lexicon) -> bool:
    """Whether the name fills "the town of X", or leads into "the X group"."""
    lemma = tree.lemma(above)
    if cases(tree, head) == {"of"}:
        return lexicon.is_any("naming", lemma)
    return tree.base[head] == "compound" and lexicon.is_any("groups-after", lemma)


def _leads_into(tree: Tree, before: int, name: Name, lexicon: Lexicon) -> bool:
    """Whether the noun right before the name describes it: "activist X", "rebel group X"."""
    token = tree.tokens[before]
    if token.upos != "NOUN" or not lexicon.noun(tree.lemma(before), tree.word(before)):
        return False
    if is_plural(token.text, token.lemma):
        return False
    linked = tree.head(before) == name.head or tree.head(name.head) == before
    return linked and name.label != "LOC"
