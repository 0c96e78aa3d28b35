"""What a common noun describes: its entry in the lexicon, its number, the words before it."""

from ...ontology.vocabulary import UNDECIDED
from ..tree import Tree
from .lexicon import Lexicon, Noun, is_plural


def noun_type(tree: Tree, index: int, lexicon: Lexicon) -> str:
    """The type of a common noun in its sentence: its entry, its number, the words before it."""
    noun = lexicon.noun(tree.lemma(index), tree.word(index))
    if noun is None:
        return UNDECIDED
    named = _in_name(tree, index, noun, lexicon)
    if named:
        return named
    if not noun.group and noun.type == "Person" and noun.plural == "Person":
        described = fighting(tree, index, lexicon) if plural(tree, index, lexicon) else -1
        if described >= 0:
            return lexicon.nouns[tree.word(described)].plural
    if not noun.group and noun.type == "Person":
        return noun.plural if plural(tree, index, lexicon) else noun.type
    if noun.weak or tree.lemma(index) == "force":
        return _qualified(tree, index, lexicon) or noun.type
    return noun.type


def _in_name(tree: Tree, index: int, noun: Noun, lexicon: Lexicon) -> str:
    """The type of a noun that its capital makes a short name: "he left for the Front"."""
    capital = index > 0 and tree.tokens[index].text[:1].isupper()
    proper = noun.type == "Place" or tree.tokens[index].upos == "PROPN"
    if not (capital and proper) or noun.type not in {"Place", "Person"}:
        return ""
    listed = lexicon.triggers.get(tree.word(index), noun.type)
    return listed if listed != noun.type else ""


def fighting(tree: Tree, index: int, lexicon: Lexicon) -> int:
    """The "dissident" of "dissident members": what says that members fight; -1 for others."""
    if tree.lemma(index) != "member":
        return -1
    for child in tree.children(index, "amod", "compound"):
        noun = lexicon.nouns.get(tree.word(child))
        if child < index and noun is not None and not noun.group and noun.plural != "Person":
            return child
    return -1


def _qualified(tree: Tree, index: int, lexicon: Lexicon) -> str:
    words = [tree.word(c) for c in tree.below[index] if c < index]
    if tree.lemma(index) == "force" and "armed" in words:
        return "StateForce"
    found = [lexicon.qualifiers[w] for w in words if w in lexicon.qualifiers]
    if not found:
        return ""
    ranked = list(dict.fromkeys(lexicon.qualifiers.values()))
    return min(found, key=ranked.index)


def plural(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun speaks of several, by its form or by the number before it."""
    token = tree.tokens[index]
    if is_plural(token.text, token.lemma) or lexicon.is_people(token.text):
        return True
    return any(
        tree.word(c) not in {"1", "one"} and tree.tokens[c].upos == "NUM"
        for c in tree.children(index, "nummod")
    )
