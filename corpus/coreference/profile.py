"""What coreference asks of a mention: its noun, its number, its words, its part in the clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ...ontology.folding import fold
from ..mention import Mention
from ..naming.lexicon import Lexicon, is_plural
from ..naming.name import without_owner
from ..naming.nominals import holds
from ..naming.noun_types import fighting
from ..naming.phrases import spell
from ..tree import Tree, cases, upwards

Part = Literal["subject", "object", "other", "inner"]
_SMALL = frozenset({"the", "a", "an", "of", "its", "his", "her", "their", "own", "this", "that"})
_SMALLER = frozenset({"these", "those", "at", "least", "some", "more", "than", "about", "around"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_OTHER = frozenset(
    {
        "some",
        "several",
        "many",
        "few",
        "any",
        "every",
        "each",
        "no",
        "other",
        "another",
        "others",
        "more",
        "further",
        "different",
        "second",
        "third",
    }
)
_PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})


@dataclass(frozen=True, slots=True)
class Profile:
    """A mention, seen by coreference."""

    label: str
    """The mention's words on one line, brackets left out."""
    key: str
    """The folded label."""
    noun: str
    """Lemma of the noun that says what it is; empty for names."""
    words: frozenset[str]
    """Folded content words, the noun included, numerals and determiners left out."""
    plural: bool
    definite: bool
    indefinite: bool
    """Introduced by "a", "another", a number and the like."""
    bare: bool
    """Without any determiner, owner or number."""
    owned: str
    """The pronoun that owns it ("his wife": "his"), or ``'s`` for another owner."""
    title: str
    """The title before a name."""
    part: Part
    verb: int
    """The head of the clause that it stands in, -1 where there is none."""
    proper: frozenset[str]
    """The folded words of names inside a description."""
    own: bool
    """Whether it says "own": its owner is the subject of its clause."""


def profiles(
    trees: Sequence[Tree], mentions: Sequence[Mention], lexicon: Lexicon
) -> tuple[Profile, ...]:
    """The profile of every mention."""
    return tuple(_profile(trees[m.sentence], m, lexicon) for m in mentions)


def _profile(tree: Tree, mention: Mention, lexicon: Lexicon) -> Profile:
    label = spell(tree.sentence, mention.first, mention.last)
    label = without_owner(label) if mention.kind == "name" else label
    key = fold(label)
    if mention.type == "Country":
        key = fold(lexicon.capitals.get(key, key))  # "Washington-backed"
    noun = noun_of(tree, mention, lexicon) if mention.kind == "nominal" else -1
    around = [
        tree.word(c)
        for t in {mention.head, noun} - {-1}
        for c in tree.below[t]
        if mention.first <= c < t
    ]
    owned = _owner(tree, mention, noun)
    opening = tree.word(mention.first)
    before = {tree.word(c) for c in tree.below[mention.head] if mention.first <= c < mention.head}
    pointed = not _DEFINITE.isdisjoint(before) or (opening in _DEFINITE and not owned)
    definite = mention.kind == "nominal" and pointed and mention.first < mention.head
    indefinite = bool({"a", "an", *_OTHER} & {opening, *around}) or (
        mention.count is not None and not definite
    )
    return Profile(
        label=label,
        key=key,
        noun=_lemma(tree, noun, lexicon),
        words=_words(tree, mention, noun, lexicon),
        plural=_is_plural(tree, mention, noun)
        or (noun >= 0 and holds(tree, noun, lexicon) and lexicon.is_people(f"{key}s")),
        definite=definite,
        indefinite=indefinite,
        bare=mention.kind == "nominal"
        and not (definite or indefinite or owned or mention.head != noun),
        owned=owned,
        title=_title(tree, mention.first, lexicon) if mention.kind == "name" else "",
        part=_part(tree, mention.head),
        verb=clause_verb(tree, mention.head),
        proper=_proper(tree, mention) if mention.kind == "nominal" else frozenset(),
        own="own" in around,
    )


def _lemma(tree: Tree, noun: int, lexicon: Lexicon) -> str:
    if noun < 0:
        return ""
    said = fighting(tree, noun, lexicon)  # "dissident members of X" are "X dissidents"
    return tree.word(said) if said >= 0 else tree.lemma(noun)


def noun_of(tree: Tree, mention: Mention, lexicon: Lexicon) -> int:
    """The token that says what a description describes: "fighters" in "dozens of fighters"."""
    head = mention.head
    for _ in range(3):
        quantity = tree.tokens[head].upos == "NUM" or lexicon.is_any(
            "quantifiers", tree.lemma(head)
        )
        inner = [
            c
            for c in tree.children(head, "nmod", "obl")
            if head < c < mention.last
            and "of" in cases(tree, c)
            and lexicon.noun(tree.lemma(c), tree.word(c))
        ]
        if not quantity or not inner:
            break
        head = inner[0]
    return head


def _owner(tree: Tree, mention: Mention, noun: int) -> str:
    for head in {mention.head, noun} - {-1}:
        for child in tree.children(head, "nmod:poss"):
            if mention.first <= child < mention.last:
                return tree.word(child) if tree.tokens[child].upos == "PRON" else "'s"
    return ""


def _words(tree: Tree, mention: Mention, noun: int, lexicon: Lexicon) -> frozenset[str]:
    found = set()
    for index in range(mention.first, mention.last):
        token, word = tree.tokens[index], tree.word(index)
        if token.upos in {"PUNCT", "PART", "NUM", "DET", "ADP", "CCONJ"} or word in _SMALL:
            continue
        quantity = index != noun and lexicon.is_any("quantifiers", tree.lemma(index))
        if word in _SMALLER or quantity:
            continue
        if index and tree.word(index - 1) in {"-", "–"} and token.upos != "PROPN":
            continue  # "ISIS-linked guards" are "ISIS guards"
        found.add(fold(tree.lemma(index) if token.upos == "NOUN" else token.text))
    return frozenset(found - {""})


def _proper(tree: Tree, mention: Mention) -> frozenset[str]:
    inside = [i for i in range(mention.first, mention.last) if tree.tokens[i].upos == "PROPN"]
    after = {i: tree.word(i + 1) if i + 1 < len(tree.tokens) else "" for i in inside}
    return frozenset(fold(tree.tokens[i].text) for i in inside if after[i] not in {"-", "–"})


def _is_plural(tree: Tree, mention: Mention, noun: int) -> bool:
    if mention.kind == "pronoun":
        return tree.word(mention.head) in _PLURAL_PRONOUNS
    if mention.kind == "name":
        return False
    if tree.word(mention.head) in {"one", "1", "each"} and noun != mention.head:
        return False
    if (mention.count or 1) > 1:
        return True
    token = tree.tokens[noun]
    return is_plural(token.text, token.lemma) or tree.word(noun) in {"those", "others"}


def _title(tree: Tree, first: int, lexicon: Lexicon) -> str:
    before = first - 1
    if before > 0 and tree.word(before) == ".":
        before -= 1
    word = tree.word(before).rstrip(".") if before >= 0 else ""
    return word if lexicon.is_any("titles", word) else ""


def _part(tree: Tree, head: int) -> Part:
    relation = tree.base[head]
    if relation == "conj":
        above = tree.head(head)
        relation = tree.base[above] if above >= 0 else relation
    if relation in {"nsubj", "csubj"}:
        return "subject"
    if relation in {"obj", "iobj"}:
        return "object"
    return "other" if relation in {"obl", "root", "xcomp", "parataxis"} else "inner"


def clause_verb(tree: Tree, index: int) -> int:
    """The head of the clause that a token stands in, -1 where there is none."""
    for above in upwards(tree, index):
        if tree.tokens[above].upos in {"VERB", "AUX"} or tree.has(above, "nsubj", "cop"):
            return above
    return -1
