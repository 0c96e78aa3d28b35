"""Numbers that are part of a name: "the 36th Commando Battalion", "Front 29", "Dnipro-1"."""

from ..tree import Tree
from .capitals import is_capital
from .lexicon import Lexicon

_HYPHENS = frozenset("-–‑")
_ENDINGS = ("st", "nd", "rd", "th")
_SPELLED = frozenset(
    {
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "twelfth",
        "twentieth",
        "thirtieth",
        "fortieth",
    }
)
_LONGEST = 5
_ROMAN = frozenset("IVX")


def is_ordinal(text: str) -> bool:
    """Whether a word is an ordinal in digits: "36th"."""
    return text.endswith(_ENDINGS) and text[:-2].isdigit()


def is_number(text: str) -> bool:
    """Whether a word may number a unit: "29", "IV"."""
    return (text.isdigit() or set(text) <= _ROMAN) and 0 < len(text) < _LONGEST


def with_number(tree: Tree, first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """The stretch of a name together with the number of the unit that it names."""
    if first >= last:
        return first, last
    if last < len(tree.tokens) and _is_numbered(tree, first, last, lexicon):
        last += 1 + (tree.tokens[last].text in _HYPHENS)
    if first > 0 and lexicon.is_any("numbered", tree.word(last - 1)):
        before = tree.tokens[first - 1].text
        spelled = before.lower() in _SPELLED and before[:1].isupper() and first > 1
        digits = before.isdigit() and len(before) > 1 and is_capital(tree, last - 1)
        if is_ordinal(before) or spelled or digits:
            first -= 1
    return first, last


def _is_numbered(tree: Tree, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the number of what a stretch names stands right behind it."""
    token, before = tree.tokens[last], tree.tokens[last - 1]
    if token.text in _HYPHENS:
        after = tree.tokens[last + 1 : last + 2]
        glued = token.start == before.end and after and after[0].start == token.end
        return bool(glued and before.text[:1].isupper() and after[0].text.isdigit())
    numbered = lexicon.is_any("numbered", tree.word(last - 1)) and is_capital(tree, last - 1)
    return numbered and is_number(token.text)
