"""What kind of thing a name names, decided once for the whole document.

1. Every occurrence of a name gives evidence: what the gazetteers and the form of the name say, what
   the tagger says, the title before it, the noun in apposition, the slot that it stands in.
2. Evidence is weighed: repeated evidence of one kind counts twice at most, so that the tagger's
   habit does not outvote a single clear sentence.
3. The family (person, group, place) with the most weight wins, and in it the most specific type.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...ontology import gazetteer
from ...ontology.vocabulary import UNDECIDED
from ...ontology.vocabulary import load as load_vocabulary
from ..tree import Tree, cases
from .lexicon import Lexicon, is_plural
from .name import Name
from .noun_types import noun_type

_TAGS = {"PER": "Person", "LOC": "Place", "ORG": "Group"}
_SPANS = {"Person": "Person", "Location": "Place", "Organisation": "Group"}
_FAMILIES = ("Person", "Group", "Place")
_SURE = 100.0
_NEAREST = 8


@dataclass(frozen=True, slots=True)
class Witness:
    """One piece of evidence that something is of a type."""

    type: str
    weight: float
    reason: str
    """``trigger``, ``title``, ``apposition``, ``slot``, ``tagger`` ..."""


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
    for tree, found in zip(trees, names, strict=True):
        for name in found:
            if not evidence[name.key]:
                evidence[name.key] += _of_form(name, lexicon)
            tags[name.key].append(name.label)
            evidence[name.key] += _of_spans(tree, name)
            evidence[name.key] += _of_neighbours(tree, name, lexicon)
            evidence[name.key] += _of_slot(tree, name, lexicon)
    return {key: decide([*found, *_of_tags(tags[key])]) for key, found in evidence.items()}


def _of_form(name: Name, lexicon: Lexicon) -> Iterator[Witness]:
    """What the name itself says."""
    known = gazetteer.load()
    entry = known.lookup(name.key)
    if entry:
        yield Witness(entry.type, _SURE if known.is_strong(name.key) else 6, "gazetteer")
    if name.key in lexicon.places:
        kind = lexicon.places[name.key]
        yield Witness(kind, _SURE / 2 if kind == "Country" else 9, "gazetteer")
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
    triggers = [w for w in words if w in lexicon.triggers and (len(words) > 1)]
    if triggers:
        best = min(triggers, key=ranked.index)
        yield Witness(lexicon.triggers[best], 6, "trigger")


def _of_tags(labels: Sequence[str]) -> Iterator[Witness]:
    """The tagger's labels by their share: its habits count once, however often it repeats them."""
    for label in sorted(set(labels) - {""}):
        yield Witness(_TAGS[label], 3.5 * labels.count(label) / len(labels), "tagger")


def _of_spans(tree: Tree, name: Name) -> Iterator[Witness]:
    for span in tree.sentence.spans:
        if span.first <= name.first and name.last <= span.last and span.label in _SPANS:
            if span.last - span.first <= name.last - name.first + 2:
                yield Witness(_SPANS[span.label], 1.5, "mention-tagger")
            break


def _of_neighbours(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[Witness]:
    """The title before the name, the noun in apposition, the noun that it completes."""
    if name.title:
        yield Witness("Person", 5, "title")
    for index in _described(tree, name, lexicon):
        kind = noun_type(tree, index, lexicon)
        if kind != "Place":
            yield Witness(kind, 1 if kind == "Group" else 6.5, "apposition")
    after = name.last
    if after + 1 < len(tree.tokens) and tree.word(after) in {"-", "–", "‑"}:
        yield from _hyphened(tree.word(after + 1))


def _hyphened(word: str) -> Iterator[Witness]:
    if word in {"based", "held", "controlled", "occupied"}:
        yield Witness("Place", 2, "hyphen")
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


def _of_slot(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[Witness]:
    """What can stand where the name stands."""
    head, relation = name.head, tree.base[name.head]
    above = tree.head(head)
    if above < 0:
        return
    lemma = tree.lemma(above)
    introduced = cases(tree, head)
    if name.key not in lexicon.places:
        yield from _of_owner(tree, head, above, introduced, lexicon)
    yield from _of_pronouns(tree, name)
    if introduced & {"in", "near", "outside", "inside"}:
        yield Witness("Place", 1.5, "slot")
    if introduced == {"of"} and lexicon.is_any("slots-living", lemma):
        yield Witness("Place", 5.5, "dwellers")
    if relation == "nsubj" and tree.tokens[above].upos == "VERB":
        yield Witness("Group", 0.6, "actor")
        yield Witness("Person", 0.6, "actor")
    if tree.base[head] in {"obj", "iobj"} and lemma == "tell":
        yield Witness("Group", 5.5, "hearer")
    held = tree.tokens[head].relation in {"obj", "nsubj:pass"}
    if held and lexicon.is_any("slots-held", lemma):
        yield Witness("Place", 2 if " " in name.key else 5.5, "held")
    if relation == "obj" and lexicon.is_any("slots-joined", lemma):
        yield Witness("Group", 5.5, "joined")
    if "from" in introduced and lexicon.is_any("slots-left", lemma):
        yield Witness("Group", 2, "slot")


def _of_pronouns(tree: Tree, name: Name) -> Iterator[Witness]:
    """What "X changed its mind", "X, who left" and "X, which left" say of X."""
    above = tree.head(name.head)
    if tree.base[name.head] == "nsubj":
        owners = [
            tree.word(owner)
            for thing in tree.children(above, "obj")
            for owner in tree.children(thing, "nmod:poss")
        ]
        if "its" in owners:
            yield Witness("Group", 3, "its")
        if not {"his", "her"}.isdisjoint(owners):
            yield Witness("Person", 2, "his")
        clauses = tree.children(above, "advcl")
        if "it" in {tree.word(c) for clause in clauses for c in tree.children(clause, "nsubj")}:
            yield Witness("Group", 2.5, "it")
    for clause in tree.children(name.head, "acl:relcl"):
        subjects = {tree.word(c) for c in tree.children(clause, "nsubj")}
        if "who" in subjects:
            yield Witness("Person", 2.5, "who")
        if "which" in subjects:
            yield Witness("Group", 1, "which")
            yield Witness("Place", 1, "which")


def _of_owner(
    tree: Tree, head: int, above: int, introduced: frozenset[str], lexicon: Lexicon
) -> Iterator[Witness]:
    """What has fighters, ranks or a spokesman is a group."""
    if not lexicon.is_any("slots-of", tree.lemma(above)):
        return
    if introduced & {"of", "from", "for", "to"} or tree.base[head] in {"compound", "nmod"}:
        noun = lexicon.noun(tree.lemma(above), tree.word(above))
        armed = noun is not None and noun.plural == "ArmedGroup" and noun.type == "Person"
        yield Witness("ArmedGroup" if armed else "Group", 2.5, "slot")
