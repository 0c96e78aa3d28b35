"""A sentence's tree, ready to be asked: children, conjuncts, case words, antecedents."""

from collections.abc import Iterator
from dataclasses import dataclass

from .mending import mend
from .sentence import Sentence, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_ABOVE_ALL = frozenset({"particularly", "especially", "notably", "namely", "mainly"})
_EXAMPLES = frozenset({"including", "such as"})
_DEEPEST = 12
_NO_SUPERLATIVES = frozenset(
    {"west", "northwest", "southwest", "north-west", "south-west", "midwest", "honest", "modest"}
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with the children of every token, in text order."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]
    base: tuple[str, ...]
    """The relation of every token without its subtype: ``nsubj`` of ``nsubj:pass``."""

    def lemma(self, index: int) -> str:
        """The token's lemma in lower case."""
        return self.tokens[index].lemma.lower()

    def word(self, index: int) -> str:
        """The token as it stands in the text, in lower case."""
        return self.tokens[index].text.lower()

    def head(self, index: int) -> int:
        """The governing token, -1 above the root."""
        return self.tokens[index].head

    def children(self, index: int, *relations: str) -> tuple[int, ...]:
        """The children in one of these relations; a relation without subtype means all of it."""
        return tuple(
            child
            for child in self.below[index]
            if self.base[child] in relations or self.tokens[child].relation in relations
        )

    def has(self, index: int, *relations: str) -> bool:
        """Whether a child stands in one of these relations."""
        return bool(self.children(index, *relations))


def grow(sentence: Sentence) -> Tree:
    """The tree of a sentence, plain slips of the parser mended."""
    tokens = tuple(mend(sentence.tokens))
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if 0 <= token.head != index:
            below[token.head].append(index)
    base = tuple(token.relation.partition(":")[0] for token in tokens)
    return Tree(sentence, tokens, tuple(map(tuple, below)), base)


def is_verb(tree: Tree, index: int) -> bool:
    """Whether the token can head a clause with arguments: a verb, or a participle in dress."""
    token = tree.tokens[index]
    if token.upos == "NOUN":
        return token.text.endswith("ing") and tree.has(index, "obj")
    return token.upos in {"VERB", "AUX"} or (
        token.upos == "ADJ" and token.text.endswith(("ed", "ing"))
    )


def is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb has the form of the past, by itself or as a participle."""
    word = tree.word(verb)
    return word != tree.lemma(verb) and not word.endswith(("s", "ing"))


def is_superlative(word: str) -> bool:
    """Whether an adjective in lower case is a superlative by its form: "largest", not "west"."""
    return word.endswith("est") and word not in _NO_SUPERLATIVES


def cases(tree: Tree, index: int) -> frozenset[str]:
    """The prepositions that introduce a noun: ``{"from"}``, ``{"such as"}``, ``{"out", "of"}``."""
    found = set()
    for child in tree.children(index, "case", "mark"):
        fixed = [tree.word(c) for c in tree.children(child, "fixed")]
        found.add(" ".join([tree.word(child), *fixed]))
    return frozenset(found)


def conjuncts(tree: Tree, index: int) -> tuple[int, ...]:
    """The token and the nouns coordinated with it or naming parts of it, in text order."""
    found = [index]
    for current in found:
        found += [c for c in tree.children(current, "conj") if tree.tokens[c].upos in NOUNS]
        found += _examples(tree, current)
        if len(found) > _DEEPEST * 4:
            break
    return tuple(sorted(set(found)))


def first_conjunct(tree: Tree, index: int) -> int:
    """The token that opens the coordination in which the token stands; itself where in none."""
    for _ in range(_DEEPEST):
        if tree.base[index] != "conj" or tree.head(index) < 0:
            break
        index = tree.head(index)
    return index


def examples(tree: Tree, tokens: tuple[int, ...]) -> dict[int, tuple[int, ...]]:
    """Which of the tokens name parts of which: "factions such as X"."""
    found = {t: tuple(c for c in _examples(tree, t) if c in tokens) for t in tokens}
    return {token: named for token, named in found.items() if named}


def _examples(tree: Tree, index: int) -> list[int]:
    phrases = [c for c in tree.children(index, "nmod", "obl") if cases(tree, c) & _EXAMPLES]
    apposed = [
        c
        for c in tree.children(index, "appos")
        if any(tree.word(a) in _ABOVE_ALL for a in tree.children(c, "advmod"))
    ]
    return phrases + apposed


def is_relative(tree: Tree, index: int) -> bool:
    """Whether the token is a relative pronoun inside a relative clause."""
    return (
        tree.word(index) in _RELATIVE
        and tree.tokens[index].upos in {"PRON", "DET", "SCONJ"}
        and clause_of(tree, index) >= 0
    )


def clause_of(tree: Tree, index: int) -> int:
    """The head of the relative clause that the token stands in, -1 where there is none."""
    for above in upwards(tree, index):
        if tree.tokens[above].relation in {"acl:relcl", "advcl:relcl"}:
            return above
    return -1


def antecedent(tree: Tree, index: int) -> int:
    """What a relative pronoun stands for, -1 where it is none."""
    if not is_relative(tree, index):
        return -1
    return tree.head(clause_of(tree, index))


def deref(tree: Tree, index: int) -> int:
    """What a relative pronoun stands for; other tokens stand for themselves."""
    for _ in range(_DEEPEST):
        found = antecedent(tree, index)
        if found < 0:
            return index
        index = found
    return index


def upwards(tree: Tree, index: int) -> Iterator[int]:
    """The tokens above, nearest first; stops where a broken tree runs in a circle."""
    for _ in range(len(tree.tokens)):
        index = tree.head(index)
        if index < 0:
            return
        yield index
