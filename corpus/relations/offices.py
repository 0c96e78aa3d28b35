"""Around a noun of office, kinship or kind: whom it describes, and whose it is.

"X, a spokesman for Y", "Y spokesman X", "X is the cousin of Z", "its leader X", "Y militants".
"""

from collections.abc import Iterator

from ..tree import NOUNS, Tree, cases, upwards
from .actors import HYPHENS, Group, before, behind, with_case
from .clause import clause
from .pattern import Grammar

_NAMING = ("nmod:desc", "compound", "flat", "amod", "dep", "nmod:unmarked")
_BEFORE = ("compound", "nmod:desc", "amod", "nmod:unmarked", "flat")


def owner(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """Whose it is: "its leader", "the group's ranks"."""
    yield tree.children(trigger, "nmod:poss")


def compound(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """What stands before a noun and narrows it: "PYD spokesman", "former FSA fighters"."""
    yield before(tree, trigger)
    named = tree.head(trigger)
    if named > trigger and tree.tokens[trigger].relation in _NAMING:
        yield tuple(c for c in tree.children(named, *_BEFORE) if c < trigger)


def title(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The group named before a title, whichever of title and name it hangs on."""
    yield from compound(tree, trigger, grammar)
    named = _named_right(tree, trigger)
    if named:
        children = tree.children(named[0], *_BEFORE, "nmod:poss")
        yield tuple(c for c in children if c < trigger)


def belonging(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The group that a noun of people names along: "its own militants", "fighters from Y"."""
    yield tree.children(trigger, "nmod:poss")
    for word in ("of", "from"):
        yield with_case(tree, trigger, word) or behind(tree, trigger, word)
    yield before(tree, trigger)
    for word in ("in", "within"):
        yield with_case(tree, trigger, word)


def prefix(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The word before the hyphen: "Homs" of "Homs-based"."""
    if trigger >= 2 and tree.word(trigger - 1) in HYPHENS:
        yield (trigger - 2,)


def modified(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The noun that the trigger describes: "militia" of "Homs-based militia"."""
    head = tree.head(trigger)
    if trigger and tree.word(trigger - 1) in HYPHENS and head < trigger:
        yield _phrase_after(tree, trigger)
    if head >= 0 and tree.tokens[head].upos in NOUNS:
        yield (head,)
    yield clause(tree, trigger, grammar).subjects


def _phrase_after(tree: Tree, index: int) -> Group:
    """The head of the noun phrase that begins right after a word."""
    top = index + 1
    if top >= len(tree.tokens):
        return ()
    while top < tree.head(top) and tree.tokens[top].relation in _NAMING:
        top = tree.head(top)
    return (top,) if tree.tokens[top].upos in NOUNS else ()


def itself(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The trigger."""
    yield (trigger,)


def marker(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The small words that belong to a noun: "a", "the", "several", "under"."""
    yield tree.children(trigger, "det", "nummod", "case")


def bearer(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """Whom a noun of office describes, by name where the sentence has one, else the noun itself."""
    yield from described(tree, trigger, grammar)
    yield (trigger,)


def described(tree: Tree, noun: int, grammar: Grammar) -> Iterator[Group]:
    """Whom a noun of office describes."""
    for _ in range(4):
        yield from _described(tree, noun, grammar)
        above = tree.head(noun)
        if above < 0 or not (tree.base[noun] == "conj" or _is_one_of(tree, noun, above)):
            return
        noun = above
        if _is_name(tree, noun) and tree.base[noun] == "nmod" and tree.head(noun) >= 0:
            noun = tree.head(noun)


def _is_one_of(tree: Tree, noun: int, above: int) -> bool:
    """Whether it says "one of the leaders": the one is described."""
    return tree.base[noun] == "nmod" and tree.word(above) == "one" and "of" in cases(tree, noun)


def _described(tree: Tree, noun: int, grammar: Grammar) -> Iterator[Group]:
    head, relation = tree.head(noun), tree.base[noun]
    yield _named_right(tree, noun)
    if tree.has(noun, "cop"):
        yield clause(tree, noun, grammar).subjects
    if head >= 0 and relation == "appos":
        yield (head,)
    if head >= 0 and _becomes(tree, noun, head, grammar):
        found = clause(tree, head, grammar)
        first = found.subjects if tree.lemma(head) == "replace" else found.undergoers
        yield tuple(t for t in first or found.subjects if t != noun)
        yield tuple(t for t in found.subjects if t != noun)
    if not tree.has(noun, "nummod"):
        yield _named_before(tree, noun)


def _named_right(tree: Tree, noun: int) -> Group:
    """The name after its title: "spokesman X", "the leader of Y, X", "a leader named X"."""
    head = tree.head(noun)
    if head > noun and tree.tokens[noun].relation in _NAMING and _is_name(tree, head):
        return (head,)
    for child in tree.below[noun]:
        if child > noun and _is_name(tree, child) and _is_apposed(tree, child):
            return (child,)
    for child in tree.children(noun, "acl"):
        if tree.lemma(child) in {"name", "call"}:
            return tree.children(child, "xcomp", "obj", "flat", "appos")
    after = noun + 1
    if after < len(tree.tokens) and _is_name(tree, after):
        top = _top_of_name(tree, after)
        return (top,) if top != noun and tree.base[top] not in {"obl"} else ()
    return ()


def _is_apposed(tree: Tree, child: int) -> bool:
    """Whether a name below a noun is another word for it, though the parser may call it else."""
    if tree.tokens[child].relation in {"appos", "flat", "nmod:unmarked"}:
        return True
    return tree.word(child - 1) == "," and not tree.has(child, "case", "cc")


def _top_of_name(tree: Tree, index: int) -> int:
    """The first token of a run of names leads to the token that heads it."""
    for above in upwards(tree, index):
        if not _is_name(tree, above) or above < index:
            break
        index = above
    return index


def _is_name(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "PROPN"


def _becomes(tree: Tree, noun: int, verb: int, grammar: Grammar) -> bool:
    bare = tree.tokens[noun].relation == "obl:unmarked"
    if tree.base[noun] == "obl" and not bare and "as" not in cases(tree, noun):
        return False
    governed = tree.base[noun] in {"xcomp", "obj", "obl"} or (
        tree.base[noun] == "nsubj" and noun > verb
    )
    return governed and tree.lemma(verb) in grammar.becoming


def _named_before(tree: Tree, noun: int) -> Group:
    """The name that stands right before the noun's phrase, as in "X, a spokesman for Y"."""
    inner = [c for c in tree.below[noun] if c < noun and tree.base[c] != "punct"]
    first = min(inner, default=noun)
    last = first - 1
    if last >= 1 and tree.word(last) == "," and _is_name(tree, last - 1):
        return (_name_ending_at(tree, last - 1),)
    if (
        last >= 0
        and _is_name(tree, last)
        and _goes_on(tree, first, _name_ending_at(tree, last), noun)
    ):
        return (_name_ending_at(tree, last),)
    return ()


def _goes_on(tree: Tree, first: int, name: int, noun: int) -> bool:
    """Whether a phrase describes the name before it though no comma says so."""
    same = tree.head(name) == tree.head(noun) and tree.base[name] == tree.base[noun]
    return tree.word(first) in {"a", "an"} or (tree.word(first) == "the" and same)


def _name_ending_at(tree: Tree, index: int) -> int:
    for above in upwards(tree, index):
        if tree.base[index] not in {"flat", "compound", "appos"} or not _is_name(tree, above):
            break
        index = above
    return index
