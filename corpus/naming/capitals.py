"""How words are written, and what that tells of names."""

from ..tree import Tree
from .lexicon import Lexicon

_NO_ACTORS = frozenset(
    (
        "Temporal",
        "Quantity",
        "Money",
        "Weapon",
        "MilitaryPlatform",
        "DocumentReference",
        "Frequency",
    )
)
_LONG = 3


def is_capital(tree: Tree, index: int) -> bool:
    """Whether a word has a capital: at its start, or behind an article ("al-Wadi")."""
    text = tree.tokens[index].text
    return text[:1].isupper() or any(letter.isupper() for letter in text[1:4])


def is_title_case(tree: Tree) -> bool:
    """Whether the sentence is a headline that capitalises every word."""
    if not tree.tokens or tree.tokens[-1].text in {".", "?", "!", "”", '"'}:
        return False
    words = [t.text for t in tree.tokens if t.text.isalpha() and len(t.text) > _LONG]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 4 and capitals * 5 >= len(words) * 4


def is_no_actor(tree: Tree, index: int) -> bool:
    """Whether the tagger takes the token for a time, a weapon or the like."""
    return any(s.first <= index < s.last and s.label in _NO_ACTORS for s in tree.sentence.spans)


def is_common(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is a common noun or adjective that alone names nobody."""
    word, lemma = tree.word(index).rstrip("."), tree.lemma(index)
    return bool(
        lexicon.noun(lemma, word)
        or lexicon.is_any("titles", word)
        or lexicon.is_any("generic", word)
        or lexicon.is_any("directions", word)
        or lexicon.is_any("unnamed", word)
        or word in lexicon.qualifiers
        or lexicon.is_any("quantifiers", lemma)
    )
