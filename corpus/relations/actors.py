"""Who acts and who is acted on, for a verb ("X attacked Y") or its noun ("the attack by X").

Each function yields groups of tokens, best first: where a right parse has it, then where a parser
likes to misplace it.
"""

from collections.abc import Iterator

from ..tree import NOUNS, Tree, cases, is_verb
from .clause import clause, is_past_participle
from .pattern import Grammar

Group = tuple[int, ...]
_BEFORE = ("compound", "amod", "nmod:desc", "nmod:unmarked", "obl:unmarked", "flat")
_DEEPEST = 6
HYPHENS = frozenset({"-", "–", "‑"})
"""What joins two words; typesetters use several."""
_KEEPING = frozenset({"hold", "keep", "have", "maintain"})
"""Participles that tell of a place rather than of a deed: "the raid on the town held by X"."""
_SUFFERING = frozenset({"face", "receive"})
"""Light verbs whose subject is acted on: "faced an attack"."""
_BESIDES = frozenset({"over", "after", "during", "following", "since", "despite", "amid", "before"})
"""What introduces another event than the verb's."""
_TOGETHER = frozenset({"along", "along with", "together with", "as well as"})


def agent(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """Who does it."""
    if is_verb(tree, trigger):
        yield from _verb_agent(tree, trigger, grammar)
    else:
        yield from _noun_agent(tree, trigger, grammar)


def patient(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """Whom it is done to."""
    if not is_verb(tree, trigger):
        yield with_case(tree, trigger, "of")
        yield tree.children(trigger, "nmod:poss")
        return
    found = clause(tree, trigger, grammar)
    yield (*found.undergoers, *_companions(tree, trigger)) if found.undergoers else ()
    if found.passive:
        yield found.objects
    elif tree.base[trigger] == "acl" and is_past_participle(tree, trigger):
        # "workers held hostage": the noun is what was held, whatever stands behind the verb.
        yield (tree.head(trigger),)
    if tree.base[trigger] == "conj" and not found.undergoers:
        yield clause(tree, tree.head(trigger), grammar).undergoers


def _companions(tree: Tree, verb: int) -> Group:
    """Who shares the fate of the object: "seized him along with his wife"."""
    return tuple(c for c in tree.children(verb, "obl") if cases(tree, c) & _TOGETHER)


def subject(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The subject as it stands, whether it acts or not."""
    yield clause(tree, trigger, grammar).subjects


def before(tree: Tree, noun: int) -> Group:
    """What stands before a noun and narrows it; "Homs" of "Homs-based" does not."""
    found = tree.children(noun, *_BEFORE)
    return tuple(c for c in found if c < noun and tree.word(c + 1) not in HYPHENS)


def by(tree: Tree, index: int) -> Group:
    """Who is named by "by"."""
    return tuple(c for c in tree.children(index, "obl", "nmod") if "by" in cases(tree, c))


def with_case(tree: Tree, index: int, word: str) -> Group:
    """The nouns below a word that a preposition introduces."""
    children = tree.children(index, "obl", "nmod", "obj", "advcl", "acl", "xcomp", "iobj", "dep")
    parts = set(word.split())
    return tuple(
        c
        for c in children
        if tree.tokens[c].upos in NOUNS
        and (word in (found := cases(tree, c)) or (len(parts) > 1 and parts <= found))
    )


def behind(tree: Tree, noun: int, word: str) -> Group:
    """The noun of the phrase right behind a noun, whatever the parser hung it on."""
    after = noun + 1
    if after >= len(tree.tokens) or tree.word(after) != word or tree.base[after] != "case":
        return ()
    return (tree.head(after),) if tree.head(after) > after else ()


def carrier(tree: Tree, noun: int, grammar: Grammar) -> int:
    """The noun that carries this one: "oath" in "an oath of allegiance"; -1 without one."""
    head = tree.head(noun)
    carried = head >= 0 and tree.base[noun] in {"nmod", "compound"}
    return head if carried and tree.lemma(head) in grammar.carriers else -1


def light_verb(tree: Tree, noun: int, grammar: Grammar, depth: int = 0) -> int:
    """The verb that only lends the noun its clause: "carried out an attack"; -1 without one."""
    for child in tree.children(noun, "acl"):
        if tree.lemma(child) in grammar.light_verbs - _KEEPING:
            return child
    head = tree.head(noun)
    if head >= 0 and tree.base[noun] == "conj" and tree.tokens[head].upos in NOUNS:
        return light_verb(tree, head, grammar, depth + 1) if depth < _DEEPEST else -1
    governs = tree.base[noun] in {"obj", "nsubj", "obl", "xcomp"} and not (
        cases(tree, noun) & _BESIDES
    )
    return head if governs and head >= 0 and tree.lemma(head) in grammar.light_verbs else -1


def _verb_agent(tree: Tree, verb: int, grammar: Grammar) -> Iterator[Group]:
    found = clause(tree, verb, grammar)
    yield by(tree, verb)
    if not found.passive:
        yield found.subjects
    elif tree.base[verb] == "conj":
        yield by(tree, tree.head(verb))
    else:
        # "was bombed and killed by X": both were.
        yield tuple(a for c in tree.children(verb, "conj") for a in by(tree, c))


def _noun_agent(tree: Tree, noun: int, grammar: Grammar, depth: int = 0) -> Iterator[Group]:
    yield by(tree, noun)
    # "shelling and air strikes by X"
    yield tuple(a for c in tree.children(noun, "conj") for a in by(tree, c))
    # "the arrest of X by Y": a parser may hang Y on X.
    yield tuple(c for one in with_case(tree, noun, "of") for c in by(tree, one))
    yield tree.children(noun, "nmod:poss")
    yield from _light_agent(tree, noun, grammar)
    yield with_case(tree, noun, "from")
    yield before(tree, noun)
    above = carrier(tree, noun, grammar)
    if above < 0 and tree.base[noun] == "conj" and tree.tokens[tree.head(noun)].upos == "NOUN":
        above = tree.head(noun)
    if above >= 0 and depth < _DEEPEST:
        yield from _noun_agent(tree, above, grammar, depth + 1)


def _light_agent(tree: Tree, noun: int, grammar: Grammar) -> Iterator[Group]:
    verb = light_verb(tree, noun, grammar)
    if verb >= 0 and tree.lemma(verb) not in _SUFFERING:
        for group in _verb_agent(tree, verb, grammar):
            yield tuple(t for t in group if t != noun)
