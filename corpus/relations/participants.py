"""From a token of a sentence to the mentions that it stands for.

1. the mention that the token heads, names first;
2. through a word that only counts or points ("dozens of X", "the ranks of X"), to what follows;
3. a name that the parser headed otherwise: the shortest one around the token;
4. a thing that acts for whose it is ("Russian planes");
5. an uncounted body of fighters ("ELN fighters", "fighters from Y") stands for its group where
   the pattern file says so of the relation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...ontology.vocabulary import load
from ..mention import Chain, Mention
from ..naming.lexicon import load_lexicon
from ..sentence import Sentence, Token
from ..tree import Tree, cases, conjuncts
from .actors import before, behind, with_case
from .pattern import Grammar

_KINDS = {"name": 0, "nominal": 1, "pronoun": 2}
_RESTRICTED = ("nummod", "acl", "advmod")
_DEEPEST = 4
_CAPTIVE = frozenset({"hostage", "prisoner", "captive"})
"""What somebody is taken as: "held hostage"."""
_PARTS = frozenset({"part"})
"""Counting words that are places of their own: "eastern parts of X"; "most of X" is X."""
_ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "whoever", "one", "someone"})
_SET_APART = frozenset({"former", "dissident", "breakaway", "ex", "rogue", "renegade"})


@dataclass(frozen=True, slots=True)
class Roster:
    """A document's mentions, each with its chain."""

    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    chain_of: Mapping[int, int]
    by_sentence: Mapping[int, tuple[int, ...]]
    people: frozenset[int]
    """Chains of persons without a name: "three soldiers", not "a brigade"."""
    nobody: frozenset[int]
    """Chains of things that no listed noun makes somebody or some place: "toxic gas"."""

    def chain(self, mention: int) -> Chain:
        """The chain of a mention."""
        return self.chains[self.chain_of[mention]]


def enrol(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], chains: Sequence[Chain]
) -> Roster:
    """The roster of a document."""
    by_sentence: dict[int, list[int]] = {}
    chain_of = {m: number for number, chain in enumerate(chains) for m in chain.mentions}
    for index, mention in enumerate(mentions):
        if index in chain_of:
            by_sentence.setdefault(mention.sentence, []).append(index)
    kinds = [_kind([mentions[m] for m in chain.mentions], sentences) for chain in chains]
    present = {number: tuple(found) for number, found in by_sentence.items()}
    people, nobody = (
        frozenset(number for number, kind in enumerate(kinds) if kind == wanted)
        for wanted in ("people", "nobody")
    )
    return Roster(mentions, chains, chain_of, present, people, nobody)


def _kind(members: Sequence[Mention], sentences: Sequence[Sentence]) -> str:
    """What the nouns of a chain make it: ``people``, ``nobody``, or neither."""
    heads = [_noun(m, sentences[m.sentence]) for m in members if m.kind != "pronoun"]
    if not heads or any(h.upos in {"PROPN", "NUM"} and h.text[:1].isupper() for h in heads):
        return ""
    nouns = [load_lexicon().noun(head.lemma.lower(), head.text.lower()) for head in heads]
    known = [noun for noun in nouns if noun]
    if any(not noun.group and noun.type == "Person" for noun in known):
        return "people"
    named = any(m.kind == "name" for m in members)
    return "" if known or named or any(h.upos == "NUM" for h in heads) else "nobody"


def _noun(mention: Mention, sentence: Sentence) -> Token:
    """The head, or the noun that it counts: "fighters" of "sixty of those fighters"."""
    head = sentence.tokens[mention.head]
    if head.upos != "NUM" and load_lexicon().noun(head.lemma.lower(), head.text.lower()):
        return head
    after = sentence.tokens[mention.head + 1 : mention.last]
    return next((token for token in after if token.upos == "NOUN"), head)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears in one sentence, by token."""

    number: int
    """Of the sentence in the document."""
    tree: Tree
    roster: Roster
    present: tuple[int, ...]
    headed: Mapping[int, int]
    """The best mention that a token heads."""
    grammar: Grammar

    def played_by(self, token: int, *, stand_in: bool) -> tuple[int, ...]:
        """The mentions that a token stands for, coordinated ones not included."""
        return tuple(dict.fromkeys(self._resolve(token, stand_in, 0)))

    def _resolve(self, token: int, stand_in: bool, depth: int) -> Iterator[int]:
        if depth > _DEEPEST or self._is_generic(token):
            return
        lemma = self.tree.lemma(token)
        if beyond := self._seen_through(token, stand_in, depth):
            yield from beyond
        elif lemma in self.grammar.named_by_of and (named := self._name_of(token)) >= 0:
            yield named
        elif (apposed := self._apposed(token)) >= 0:
            yield apposed
        elif token in self.headed:
            yield from self._stand_ins(token, depth) if stand_in else (self.headed[token],)
        elif (counted := self._counted(token)) >= 0:
            yield self.headed[counted]
        elif lemma in self.grammar.quantifiers:
            for inner in self._beyond(token):
                yield from self._resolve(inner, stand_in, depth + 1)
        else:
            yield from self._around(token)

    def _is_generic(self, token: int) -> bool:
        """Whether it means nobody: "those who attack them", "hostage", "the fighting", "no man"."""
        word = self.tree.word(token)
        if any(self.tree.word(c) == "no" for c in self.tree.children(token, "det")):
            return True
        if {word, self.tree.lemma(token)} & self.grammar.events:
            return True
        if word == "forces" and self._is_joined(token):
            return True
        if word in _CAPTIVE and not self.tree.below[token]:
            return True
        return word in _ANYBODY and self.tree.has(token, "acl:relcl")

    def _is_joined(self, token: int) -> bool:
        """Whether nobody in particular is joined: "joined forces with X"."""
        above = self.tree.head(token)
        return not self.tree.below[token] and above >= 0 and self.tree.lemma(above) == "join"

    def _apposed(self, token: int) -> int:
        """The name that stands beside a description: "its rival, the X"."""
        mention = self.headed.get(token, -1)
        if mention < 0 or not self.roster.chain(mention).unnamed:
            return -1
        for child in self.tree.children(token, "appos"):
            named = self.headed.get(child, -1)
            if named >= 0 and self.roster.mentions[named].kind == "name":
                return named
        return -1

    def _seen_through(self, token: int, stand_in: bool, depth: int) -> list[int]:
        """Whose it is, of a word that stands for that: "the ranks of X", "X's planes"."""
        lemma = self.tree.lemma(token)
        beyond: Iterator[int] = iter(())
        if lemma in self.grammar.see_through:
            beyond = self._beyond(token)
        elif lemma in self.grammar.quantifiers - _PARTS and self._is_place(token):
            beyond = iter(with_case(self.tree, token, "of"))
        elif lemma in self.grammar.instruments and self._is_nobody(token):
            beyond = (owner for owners in self._owners(token) for owner in owners)
        return [m for t in beyond for m in self._resolve(t, stand_in, depth + 1)]

    def _is_place(self, token: int) -> bool:
        found = (self.headed.get(t, -1) for t in (token, *with_case(self.tree, token, "of")))
        return any(m >= 0 and load().is_a(self.roster.chain(m).type, "Place") for m in found)

    def _is_nobody(self, token: int) -> bool:
        mention = self.headed.get(token, -1)
        return mention < 0 or self.roster.chain_of[mention] in self.roster.nobody

    def _name_of(self, token: int) -> int:
        """The name that "of" gives a place: "the city of X"."""
        for child in with_case(self.tree, token, "of"):
            named = self.headed.get(child, -1)
            if (
                self.tree.word(token + 1) == "of"
                and named >= 0
                and self.roster.mentions[named].kind == "name"
            ):
                return named
        return -1

    def _counted(self, token: int) -> int:
        """The counting word above that heads the mention: "seven" of "seven of its militants"."""
        above = self.tree.head(token)
        if above not in self.headed or "of" not in cases(self.tree, token):
            return -1
        counts = self.tree.tokens[above].upos == "NUM" or (
            self.tree.lemma(above) in self.grammar.quantifiers
        )
        return above if counts else -1

    def _beyond(self, token: int) -> Iterator[int]:
        """What a counting or pointing word leads to."""
        for group in (
            with_case(self.tree, token, "of"),
            self.tree.children(token, "nmod:poss"),
            before(self.tree, token),
        ):
            if group:
                yield from (m for t in group for m in conjuncts(self.tree, t))
                return

    def _around(self, token: int) -> Iterator[int]:
        names = [
            m
            for m in self.present
            if self.roster.mentions[m].kind == "name"
            and self.roster.mentions[m].first <= token < self.roster.mentions[m].last
        ]
        if names:
            yield min(names, key=lambda m: (self._length(m), m))

    def _length(self, mention: int) -> int:
        found = self.roster.mentions[mention]
        return found.last - found.first

    def _stand_ins(self, token: int, depth: int) -> Iterator[int]:
        own = self.headed[token]
        groups: list[int] = []
        if self._is_bare_body(token):
            for owners in self._owners(token):
                found = [m for owner in owners for m in self._resolve(owner, False, depth + 1)]
                groups = [m for m in found if m != own and self.roster.chain(m).type in _BODIES]
                if groups:
                    break
        yield from groups or (own,)

    def _is_bare_body(self, token: int) -> bool:
        """Whether the token names fighters of a group without number or restriction."""
        mention = self.roster.mentions[self.headed[token]]
        if mention.kind != "nominal" or mention.count is not None:
            return False
        if self.tree.lemma(token) not in self.grammar.fighters:
            return False
        if any(self.tree.lemma(c) in _SET_APART for c in self.tree.children(token, "amod")):
            return False
        return not self.tree.has(token, *_RESTRICTED) and self.tree.word(token).endswith("s")

    def _owners(self, token: int) -> Iterator[tuple[int, ...]]:
        tree = self.tree
        for group in (
            with_case(tree, token, "of"),
            with_case(tree, token, "from") or behind(tree, token, "from"),
            before(tree, token),
            tree.children(token, "nmod:poss"),
        ):
            yield tuple(m for t in group for m in conjuncts(tree, t))


_BODIES = frozenset({"ArmedGroup", "Coalition", "StateForce", "Government", "Organisation"})


def cast(tree: Tree, roster: Roster, number: int, grammar: Grammar) -> Cast:
    """Who appears in sentence ``number``."""
    present = roster.by_sentence.get(number, ())
    headed: dict[int, int] = {}
    for index in sorted(present, key=lambda m: _rank(roster.mentions[m], m)):
        headed.setdefault(roster.mentions[index].head, index)
    return Cast(number, tree, roster, present, headed, grammar)


def _rank(mention: Mention, index: int) -> tuple[int, int, int]:
    return _KINDS[mention.kind], mention.first - mention.last, index
