"""What somebody is accused of, and what nouns of speech tell: "on charges of", "reports that"."""

from collections.abc import Iterable, Iterator

from ..tree import Tree, cases
from .frame import Frame, Kind, all_below, next_word
from .speaker import find_speaker

_OF = frozenset({"of", "for", "with", "on", "over"})


def accusations(tree: Tree, verb: int) -> Iterator[Frame]:
    """What somebody is accused of: "accused them of deserting", "blamed for the attack"."""
    charged = [
        c
        for c in tree.children(verb, "obl", "advcl", "xcomp", "ccomp", "acl", "nmod")
        if _is_charge(tree, c) or tree.base[c] == "ccomp"
    ]
    for target in tree.children(verb, "obj"):
        charged += [c for c in tree.children(target, "acl", "nmod") if "of" in cases(tree, c)]
    if tree.lemma(verb) == "blame":
        charged += [c for c in tree.children(verb, "obj") if tree.has(verb, "obl")]
    content = all_below(tree, charged) - _added(tree, charged)
    if content:
        yield Frame(verb, _accuser(tree, verb), content, "accusation", quotes=False)


def _is_charge(tree: Tree, index: int) -> bool:
    """Whether "of" or "for" introduces a phrase or clause, be it hung elsewhere."""
    before = index - 1
    while before >= 0 and tree.tokens[before].upos == "ADV":
        before -= 1
    return bool(cases(tree, index) & _OF) or (before >= 0 and tree.word(before) in {"of", "for"})


def _added(tree: Tree, charged: Iterable[int]) -> frozenset[int]:
    """What relative clauses add to a charge: that is the writer's again."""
    within = all_below(tree, charged)
    return all_below(tree, (i for i in within if tree.tokens[i].relation.endswith(":relcl")))


def _accuser(tree: Tree, verb: int) -> int:
    if tree.base[verb] == "acl" and not tree.word(verb).endswith("ing"):
        # "fighters accused of": the noun is the accused.
        agents = [c for c in tree.children(verb, "obl") if "by" in cases(tree, c)]
        return agents[0] if agents else -1
    return find_speaker(tree, verb)


def reports(tree: Tree, noun: int) -> Iterator[Frame]:
    """What a noun of speech tells: "claims of", "reports that"."""
    told = [c for c in tree.children(noun, "acl") if cases(tree, c) & {"that", "of"}]
    if not told and next_word(tree, noun) == "that" and tree.head(noun + 1) > noun:
        told.append(tree.head(noun + 1))
    told += [c for c in tree.children(noun, "ccomp")]
    told += [c for c in tree.children(noun, "nmod") if "of" in cases(tree, c)]
    content = all_below(tree, told)
    if content:
        charge = bool(cases(tree, noun) & {"on", "over"})
        kind: Kind = "accusation" if charge else "speech"
        yield Frame(noun, _noun_speaker(tree, noun, charge=charge), content, kind, quotes=False)


def _noun_speaker(tree: Tree, noun: int, *, charge: bool) -> int:
    owners = tree.children(noun, "nmod:poss") + tuple(
        c for c in tree.children(noun, "nmod") if cases(tree, c) & {"by", "from"}
    )
    if owners:
        return owners[0]
    verb = tree.head(noun)
    if charge and verb >= 0 and not tree.has(verb, "aux:pass"):
        return find_speaker(tree, verb)
    return -1
