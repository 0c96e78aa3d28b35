"""What the place of a name in its sentence says of its type."""

from collections.abc import Iterator

from ..tree import Tree, cases
from .lexicon import Lexicon
from .name import Name
from .witness import Witness


def of_slot(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[Witness]:
    """What can stand where the name stands."""
    head, relation = name.head, tree.base[name.head]
    above = tree.head(head)
    if above < 0:
        return
    lemma = tree.lemma(above)
    introduced = cases(tree, head)
    if name.key not in lexicon.places:
        yield from _of_owner(tree, head, above, introduced, lexicon)
        yield from _of_article(tree, name)
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
        yield Witness("Group", 11, "joined")
    if "from" in introduced and lexicon.is_any("slots-left", lemma):
        yield Witness("Group", 7 if lexicon.is_any("slots-deserted", lemma) else 2, "left")


def _of_article(tree: Tree, name: Name) -> Iterator[Witness]:
    """What "the" says that belongs to a name of one word: neither persons nor towns have one."""
    before = name.first - 1
    single = name.last - name.first == 1
    if single and before >= 0 and tree.word(before) == "the" and tree.head(before) == name.head:
        yield Witness("Group", 3, "article")


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
            yield Witness("Group", 9, "its")
        if not {"his", "her"}.isdisjoint(owners):
            yield Witness("Person", 2, "his")
        if "it" in _subjects_below(tree, above, "advcl"):
            yield Witness("Group", 2.5, "it")
        if "it" in _subjects_below(tree, above, "ccomp"):
            yield Witness("Group", 9, "its")  # "X denied that it had left"
    for clause in tree.children(name.head, "acl:relcl"):
        subjects = {tree.word(c) for c in tree.children(clause, "nsubj")}
        if "who" in subjects:
            yield Witness("Person", 2.5, "who")
        if "which" in subjects:
            yield Witness("Group", 1, "which")
            yield Witness("Place", 1, "which")


def _subjects_below(tree: Tree, verb: int, relation: str) -> set[str]:
    """The subjects of the clauses that hang on a verb so."""
    clauses = tree.children(verb, relation)
    return {tree.word(c) for clause in clauses for c in tree.children(clause, "nsubj")}


def _of_owner(
    tree: Tree, head: int, above: int, introduced: frozenset[str], lexicon: Lexicon
) -> Iterator[Witness]:
    """What has fighters, ranks or a spokesman is a group."""
    if not lexicon.is_any("slots-of", tree.lemma(above)):
        return
    if introduced & {"of", "from", "for", "to"} or tree.base[head] in {"compound", "nmod"}:
        noun = lexicon.noun(tree.lemma(above), tree.word(above))
        armed = noun is not None and noun.plural == "ArmedGroup" and noun.type == "Person"
        yield Witness("ArmedGroup" if armed else "Group", 4 if armed else 2.5, "slot")
