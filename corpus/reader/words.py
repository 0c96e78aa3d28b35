"""Where the words of a stretch of text stand, cut as the English Web Treebank cuts them.

1. A pattern finds addresses, abbreviations, numbers, words, dots and dashes, single marks.
2. Clitics come off: ``do|n't``, ``group|'s``, ``can|not``.
3. Words that a hyphen joins are put together again where it belongs to a name (``al-Islam``, see
   ``hyphens``) or follows a prefix (``non-violent``); else the hyphen is a word: ``Homs|-|based``.

Marks that nobody sees (U+200E, zero-width spaces) are no words and part no words.
"""

import re
from collections.abc import Iterator

from .english import ENGLISH
from .hyphens import binds

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Characters without a shape of their own, as a pattern's class."""

_MARKS = "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\ufe20-\ufe2f"
_W = rf"[\w{_MARKS}]"
_QUOTES = "'’‘`´ʼ"
_HYPHENS = frozenset("-\u2010\u2011")


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_SHORT = ENGLISH.abbreviations
_DAYS = frozenset(map(str.capitalize, _SHORT.days))
_PATTERN = re.compile(
    rf"""
    (?: https?:// | www\. ) [^\s<>"“”{UNSEEN}]* [^\s<>"“”.,;:!?)\]'’{UNSEEN}]
  | [\w.+-]{{1,64}} @ (?: [\w-]{{1,64}} \. ){{1,8}} [a-zA-Z]{{2,12}} \b
  | \b (?: [\w-]{{1,64}} \. ){{1,4}} (?: com | org | net | info ) \b
  | @ \w+
  | (?: \b [^\W\d_] \. ){{2,}}
  | \b (?i: {_either(_SHORT.titles)} ) \.
  | \b (?: (?i: {_either(_SHORT.words)} ) | {_either(_DAYS)} ) \. (?! [^\W\d_] )
  | \b (?i: {_either(_SHORT.numbered)} ) \. (?= \s? \d )
  | \b [A-Z] \. (?= \s [\w"'“‘(] )
  | (?: US | HK | CA | AU )? [$€£]
  | \d+ (?: [.,:/] \d+ )+ (?= \D | \Z )
  | \d+ (?: st | nd | rd | th | s ) \b
  | \d+ (?= (?: am | pm | km | kg | mm | cm | m | k | bn | mph ) \b )
  | {_W}+ (?: (?: [{UNSEEN}]+ | [{_QUOTES}&] ) {_W}+ )*
  | \. (?: [ \xa0] \. ){{2}} | \.{{2,}} | …+ | [!?]{{2,}}
  | -{{2,}} | [–—―]+ | ={{2,}} | \*{{2,}} | _+
  | `` | '' | [’‘]{{2}}
  | ['’] (?: s | re | ve | ll | d | m | S ) \b
  | [^\s{UNSEEN}]
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(
    r"(?: n[’'´`]t | [’'´`](?: s | re | ve | ll | d | m ) )$", re.VERBOSE | re.IGNORECASE
)
_LONGEST = 40
"""A longer word than this has no clitics that matter."""

Cut = tuple[int, int]


def cut_words(text: str, start: int, end: int) -> list[Cut]:
    """Spans in ``text`` of the words of ``text[start:end]``, in order, never overlapping.

    >>> sentence = "The Homs-based group's men didn't join al-Qaeda."
    >>> [sentence[a:b] for a, b in cut_words(sentence, 0, len(sentence))]
    ['The', 'Homs', '-', 'based', 'group', "'s", 'men', 'did', "n't", 'join', 'al-Qaeda', '.']
    """
    cuts = [cut for match in _PATTERN.finditer(text, start, end) for cut in _parts(match)]
    return _join(text, cuts) if any(text[a] in _HYPHENS for a, _ in cuts) else cuts


def _parts(match: re.Match[str]) -> Iterator[Cut]:
    """The word of a match without its clitic, and the clitic."""
    start, end = match.span()
    word = match.group()
    if 1 < end - start <= _LONGEST:
        clitic = _CLITIC.search(word, 1)
        letters = clitic.start() if clitic else ENGLISH.contracted.get(word.lower(), 0)
        if letters:
            yield start, start + letters
            start += letters
    yield start, end


def _join(text: str, cuts: list[Cut]) -> list[Cut]:
    """The cuts with hyphens and both their sides in one, where the hyphen binds them."""
    joined: list[Cut] = []
    left = ""
    index = 0
    while index < len(cuts):
        start, end = cuts[index]
        left = text[start:end]
        while index + 2 < len(cuts) and _is_bound(text, left, cuts[index : index + 3]):
            index += 2
            end = cuts[index][1]
            left = text[cuts[index][0] : end]
        joined.append((start, end))
        index += 1
    return joined


def _is_bound(text: str, left: str, cuts: list[Cut]) -> bool:
    """Whether a hyphen stands between two words, touches both and belongs to them."""
    before, hyphen, after = cuts
    if before[1] != hyphen[0] or hyphen[1] != after[0] or text[hyphen[0]] not in _HYPHENS:
        return False
    right = text[after[0] : after[1]]
    return hyphen[1] - hyphen[0] == 1 and (binds(left, right) or _is_prefixed(left, right))


def _is_prefixed(left: str, right: str) -> bool:
    shout = left.isupper() and len(left) > 1  # "UN-brokered" is no "un-brokered"
    return left.lower() in ENGLISH.prefixes and right[:1].isalpha() and not shout
