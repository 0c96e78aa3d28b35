"""What stands in a prepositional phrase of a trigger, and which clauses stand around it."""

from collections.abc import Iterator

from ..tree import Tree, cases, conjuncts, is_verb
from .actors import Group, behind, by, carrier, light_verb, with_case
from .pattern import Grammar

_FURTHEST = 18
_CLOSE = frozenset({"of", "by", "in"})
_COMPLETING = ("xcomp", "obj", "obl", "advmod", "compound:prt", "nmod", "advcl", "ccomp", "iobj")
_CLAUSES = frozenset(
    {"xcomp", "advcl", "acl", "ccomp", "obl", "nmod", "conj", "dep", "obj", "nsubj"}
)


def preposition(tree: Tree, trigger: int, word: str, grammar: Grammar) -> Iterator[Group]:
    """The nouns that a preposition ties to the trigger."""
    for group in _phrases(tree, trigger, word, grammar):
        yield tuple(token for token in group if token != trigger)


def _phrases(tree: Tree, trigger: int, word: str, grammar: Grammar) -> Iterator[Group]:
    for host in _hosts(tree, trigger, grammar):
        yield with_case(tree, host, word)
        if word == "by":
            yield by(tree, host)
        yield _following(tree, host, word)
        yield from _stranded(tree, host, word)
        if word in {"in", "at", "on"}:
            yield _where(tree, host)
    yield from _misplaced(tree, trigger, word)


def between(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The sides of "between A and B"."""
    for host in _hosts(tree, trigger, grammar):
        for word in ("between", "among"):
            yield tuple(m for c in with_case(tree, host, word) for m in _sides(tree, c))


def _sides(tree: Tree, noun: int) -> Group:
    """A noun and what is coordinated with it, be it hung on a phrase of the noun."""
    found = conjuncts(tree, noun)
    if len(found) > 1:
        return found
    nested = [m for c in tree.children(noun, "nmod") for m in conjuncts(tree, c) if m > c]
    return (*found, *(m for m in nested if tree.base[m] == "conj"))


def below(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """Verbs of the clauses that hang on the trigger: "died when rebels shelled ..."."""
    for verb in (trigger, *tree.children(trigger, "conj")):
        yield tree.children(verb, "advcl", "parataxis", "acl")


def above(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """Verbs whose clause the trigger stands in: "arrested them while they tried to flee"."""
    for _ in range(4):
        relation, trigger = tree.base[trigger], tree.head(trigger)
        if trigger < 0 or relation not in _CLAUSES:
            return
        yield (trigger,)


def complement(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """What completes a verb: "hostage" of "took them hostage", "arms" of "sent arms"."""
    for host in _hosts(tree, trigger, grammar):
        yield tuple(c for c in tree.children(host, *_COMPLETING) if c != trigger)


def named(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The name that "of" gives a noun at once: "the town of Telbisa"."""
    yield _following(tree, trigger, "of")


def container(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The place that "in" ties to the place right before it: "Telbisa in northern Homs"."""
    last = _end_of_name(tree, trigger)
    if last + 2 < len(tree.tokens) and tree.word(last + 1) == "of" and _is_name(tree, last + 2):
        last = _end_of_name(tree, last + 2)
    if last + 2 < len(tree.tokens) and tree.word(last + 1) == ",":
        last += 1
    follows = last + 2 < len(tree.tokens) and tree.word(last + 1) == "in"
    if follows and tree.base[last + 1] == "case":
        yield (tree.head(last + 1),)


def comma(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[Group]:
    """The place that follows after a comma: "Konduga, Borno", or "Konduga northern Borno"."""
    last = _end_of_name(tree, trigger)
    if last + 2 >= len(tree.tokens):
        return
    joined = tree.word(last + 1) == "," or tree.word(last + 1).endswith("ern")
    if joined and _is_name(tree, last + 2):
        end = _end_of_name(tree, last + 2)
        closed = end + 1 >= len(tree.tokens) or tree.word(end + 1) in {",", ".", ";", ":", "—", "-"}
        listed = any(tree.has(i, "cc") or tree.base[i] == "conj" for i in range(last + 2, end + 1))
        if closed and not listed:
            yield tuple(range(last + 2, end + 1))


def _hosts(tree: Tree, trigger: int, grammar: Grammar) -> Iterator[int]:
    """The trigger, and the words that may hold its phrases in its place."""
    yield trigger
    carried = -1 if is_verb(tree, trigger) else carrier(tree, trigger, grammar)
    if carried >= 0:
        yield carried
    for noun in (trigger, carried):
        verb = light_verb(tree, noun, grammar) if noun >= 0 else -1
        if verb >= 0:
            yield verb
    verb = is_verb(tree, trigger)
    if tree.base[trigger] == ("xcomp" if verb else "conj"):
        yield tree.head(trigger)


def _stranded(tree: Tree, host: int, word: str) -> Iterator[Group]:
    """The antecedent of a relative clause that ends in its preposition: "the unit he fled from"."""
    if tree.tokens[host].relation != "acl:relcl" or tree.head(host) < 0:
        return
    for child in tree.below[host]:
        if tree.word(child) == word and not tree.below[child] and tree.base[child] != "case":
            yield (tree.head(host),)


def _where(tree: Tree, host: int) -> Group:
    """The place that a clause with "where" tells about."""
    wheres = [c for c in tree.below[host] if tree.word(c) == "where" and c < host]
    if not wheres:
        return ()
    if tree.tokens[host].relation in {"acl:relcl", "advcl:relcl"}:
        return (tree.head(host),)
    before = wheres[0] - 1
    while before > 0 and tree.tokens[before].upos == "PUNCT":
        before -= 1
    return (before,) if before >= 0 else ()


def _following(tree: Tree, host: int, word: str) -> Group:
    """The noun of the phrase that follows a noun at once, whatever the parser hung it on."""
    return () if is_verb(tree, host) else behind(tree, host, word)


def _misplaced(tree: Tree, trigger: int, word: str) -> Iterator[Group]:
    """A phrase that the parser hung on a neighbour to the right of the trigger."""
    near = tree.children(trigger, "obj", "compound:prt", "advmod")
    if not is_verb(tree, trigger):
        near = tuple(c for c in tree.children(trigger, "nmod", "obl") if cases(tree, c) & _CLOSE)
        near += tuple(c for one in near for c in with_case(tree, one, "from"))
    for child in near:
        if child > trigger:
            found = with_case(tree, child, word)
            yield tuple(c for c in found if c - trigger <= _FURTHEST)


def _is_name(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "PROPN"


def _end_of_name(tree: Tree, index: int) -> int:
    """The last token of the name that begins or goes on at ``index``."""
    while index + 1 < len(tree.tokens) and _is_name(tree, index + 1):
        index += 1
    return index
