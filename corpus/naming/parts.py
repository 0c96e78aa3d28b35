"""Words that stand for people or things without a noun: "those who fled", "four of them".

1. "Those", "these" and "others" where a clause says who they are.
2. A number or a quantifier with "of" and a pronoun: "two of us", "most of them".
3. A number, "anyone", "the latter" and the like, where the reader takes it for somebody.
"""

from ..tree import Tree, cases, is_relative
from .heard import heard, likely_type
from .lexicon import Lexicon

_POINTING = frozenset({"those", "others", "these"})
_WHOLES = frozenset({"them", "us", "whom", "you", "these", "those", "which"})
_LONE = frozenset({"NUM", "DET", "PRON", "ADJ"})
_FAINT = 0.3


def part_type(tree: Tree, head: int, lexicon: Lexicon) -> str | None:
    """The type of whom a word without a noun stands for; None where it stands for nobody."""
    if tree.word(head) in _POINTING and (tree.has(head, "acl") or tree.word(head) == "others"):
        return "Person"
    if _counts_pronoun(tree, head, lexicon):
        said = heard(tree, head)
        return said.type if said.share >= _FAINT else "Person"
    lone = tree.tokens[head].upos in _LONE and not lexicon.is_any("no-parts", tree.word(head))
    if not lone or is_relative(tree, head) or _narrows(tree, head):
        return None
    kind = likely_type(tree, head)
    return kind if kind != "Entity" else None


def _counts_pronoun(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether a word says how many of those whom a pronoun means."""
    quantifier = lexicon.is_any("quantifiers", tree.lemma(head), tree.word(head))
    if tree.tokens[head].upos != "NUM" and not quantifier:
        return False
    return any(
        child > head and "of" in cases(tree, child) and tree.word(child) in _WHOLES
        for child in tree.children(head, "nmod", "obl")
    )


def _narrows(tree: Tree, head: int) -> bool:
    """Whether a word only counts or describes another one: "two men", "the old man"."""
    return tree.base[head] in {"nummod", "amod", "det", "compound", "advmod", "fixed", "flat"}
