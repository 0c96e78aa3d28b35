"""Which words of a sentence set off which patterns."""

from collections.abc import Iterator, Mapping
from functools import cache

from lemminflect import getLemma

from ..tree import Tree
from .actors import HYPHENS, carrier, light_verb
from .participants import Cast
from .pattern import Grammar, Pattern, Trigger, load_patterns
from .roles import leads

_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_AFTER = 3
"""How far behind its verb a particle may stand: "broke the group up"."""

_Index = Mapping[tuple[str, str], tuple[tuple[Pattern, Trigger], ...]]


def triggered(players: Cast) -> Iterator[tuple[int, tuple[Pattern, ...]]]:
    """Tokens with the patterns they set off, in text order; patterns in the order of the file."""
    index = _index()
    for token in range(len(players.tree.tokens)):
        entries = [e for key in _keys(players, token) for e in index.get(key, ())]
        fitting = [p for p, trigger in entries if _fits(players, token, p, trigger)]
        if fitting:
            yield token, tuple(dict.fromkeys(fitting))


@cache
def _index() -> _Index:
    found: dict[tuple[str, str], list[tuple[Pattern, Trigger]]] = {}
    for pattern in load_patterns().patterns:
        for trigger in pattern.triggers:
            found.setdefault((trigger.kind, trigger.word), []).append((pattern, trigger))
    return {key: tuple(entries) for key, entries in found.items()}


def _keys(players: Cast, token: int) -> Iterator[tuple[str, str]]:
    """What the token may be listed as: its lemma, a participle's verb, the type of its name."""
    tree = players.tree
    kind = _KINDS.get(tree.tokens[token].upos)
    if kind and not (kind == "noun" and _inside_name(players, token)):
        yield kind, tree.lemma(token)
    word = tree.word(token)
    mention = players.headed.get(token)
    if kind == "adjective" and mention is not None:
        # A tagger that takes "an ISIS militant" for an adjective does not undo the mention.
        yield "noun", word.removesuffix("s")
    if kind == "noun" and word.endswith("ing") and tree.has(token, "obj"):
        yield "verb", _verb_of(word)
    if kind == "adjective" and word.endswith(("ed", "ing", "en", "ld")):
        yield "verb", _verb_of(word)
    if kind == "verb" and word.endswith("ing") and not tree.has(token, "obj"):
        yield "noun", word
    if mention is not None and players.roster.mentions[mention].kind == "name":
        yield "name", players.roster.chain(mention).type


def _inside_name(players: Cast, token: int) -> bool:
    """Whether a noun with a capital is part of a name, and no title before one."""
    tree = players.tree
    if token == 0 or not tree.tokens[token].text[:1].isupper():
        return False
    titled = token + 1 < len(tree.tokens) and tree.tokens[token + 1].upos == "PROPN"
    if titled and tree.tokens[token + 1].text[:1].isupper():
        return False
    if token + 1 < len(tree.tokens) and tree.word(token + 1) == "of":
        return False
    return tree.tokens[token - 1].text[:1].isupper() and any(
        mention.kind == "name" and mention.first <= token < mention.last
        for mention in (players.roster.mentions[m] for m in players.present)
    )


@cache
def _verb_of(participle: str) -> str:
    return str(getLemma(participle, upos="VERB")[0])


def _fits(players: Cast, token: int, pattern: Pattern, trigger: Trigger) -> bool:
    tree, grammar = players.tree, players.grammar
    if trigger.particle and not _has_particle(tree, token, trigger.particle):
        return False
    if pattern.hyphened and not (token and tree.word(token - 1) in HYPHENS):
        return False
    if pattern.light and not _is_lit(tree, token, pattern, grammar):
        return False
    if pattern.when and not any(leads(tree, token, path, grammar) for path in pattern.when):
        return False
    return not any(leads(tree, token, path, grammar) for path in pattern.unless)


def _has_particle(tree: Tree, token: int, particle: str) -> bool:
    """Whether the particle belongs to the verb, or the words follow at once."""
    words = particle.split()
    following = [
        tree.word(i) for i in range(token + 1, min(token + 1 + len(words), len(tree.tokens)))
    ]
    if following == words:
        return True
    near = tree.children(token, "compound", "advmod", "case", "obl")
    return len(words) == 1 and any(
        tree.word(c) == particle and token < c <= token + _AFTER * 2 for c in near
    )


def _is_lit(tree: Tree, noun: int, pattern: Pattern, grammar: Grammar) -> bool:
    """Whether one of the pattern's light verbs governs the noun or what carries it."""
    carried = carrier(tree, noun, grammar)
    verbs = [light_verb(tree, n, grammar) for n in (noun, carried) if n >= 0]
    return any(v >= 0 and tree.lemma(v) in pattern.light for v in verbs)
