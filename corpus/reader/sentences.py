"""Where the sentences of a document stand: paragraphs first, then rules; no parser is asked.

1. The lines that belong together make paragraphs (``paragraphs``); what is left out parts them.
2. A full stop, question or exclamation mark, with the closing marks that touch it, may end a
   sentence, and so may a small letter that a capital is glued to (``HamaThe battalion``).
3. It does not where it belongs to an abbreviation, stands in a short parenthesis, or where what
   follows does not look like a beginning.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .english import ENGLISH
from .paragraphs import cut_paragraphs, trim
from .words import UNSEEN

Cut = tuple[int, int]

_CLOSE = "\"'”’»)\\]"
_OPEN = "\"'“‘«(\\[¿¡*–—\\-"
_GLUED = "|".join(sorted(ENGLISH.glued, key=lambda word: (-len(word), word)))
_END = re.compile(
    rf"""
    (?<! [.!?…؟] ) (?: (?: \. [ \xa0] ){{2}} \. | [.!?…؟]+ ) (?: \[\d{{1,3}}\] )* [{_CLOSE}]*
      (?= [\s{UNSEEN}] | $ ) (?: \s* [”»] )*
  | (?<= [^\W\d_]{{2}} ) [.!?] [{_CLOSE}]* (?= [“‘]? [A-Z][a-z]+ [\s,’'] )
  | (?<= [a-z]{{2}} ) (?= (?: {_GLUED} ) \s )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(rf"[\s{UNSEEN}]*(?P<open>[{_OPEN}\s{UNSEEN}]*)(?P<word>[\w.'’-]*)")
_BEFORE = re.compile(r"[\w.]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_NAMED = re.compile(r"[\w'’.-]+(?:\s+[\w'’.-]+){0,5}")
_ARTICLE = re.compile(r"[a-z]{1,3}[-‑][A-Z]")
_SHORT = ENGLISH.abbreviations
_BACK = 24
_ASIDE = 200
"""A parenthesis of at most this many characters is not cut."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a sentence stands, and in which paragraph."""

    start: int
    end: int
    paragraph: int


def cut_sentences(text: str, skip: Sequence[Cut] = ()) -> tuple[Stretch, ...]:
    """The sentences of what ``skip`` leaves of ``text``: trimmed, in order, never overlapping."""
    return tuple(
        Stretch(start, end, number)
        for number, paragraph in enumerate(cut_paragraphs(text, skip))
        for stretch in paragraph.stretches
        for start, end in _sentences(text, *stretch)
    )


def _sentences(text: str, start: int, end: int) -> Iterator[Cut]:
    whole = _parentheses(text, start, end)
    for match in _END.finditer(text, start, end):
        if start < match.end() < end and _ends(text, match, end, whole):
            yield trim(text, start, match.end())
            start = trim(text, match.end(), end)[0]
    if start < end:
        yield start, end


def _parentheses(text: str, start: int, end: int) -> list[Cut]:
    """Short parentheses, which no sentence ends in."""
    found: list[Cut] = []
    opened = -1
    for match in re.compile(r"[()]").finditer(text, start, end):
        if match.group() == "(":
            opened = match.start() if opened < 0 or match.start() - opened > _ASIDE else opened
        elif opened >= 0:
            if match.end() - opened <= _ASIDE:
                found.append((opened, match.end()))
            opened = -1
    return found


def _ends(text: str, match: re.Match[str], end: int, whole: Sequence[Cut]) -> bool:
    """Whether a sentence ends where the pattern matched."""
    mark = match.group()
    if not mark:
        return not _is_name(text, match.end())
    if _is_within(match.end(), whole):
        return False
    after = _NEXT.match(text, match.end(), end)
    word = after.group("word") if after else ""
    opens = bool(after and after.group("open"))
    if not _begins(word, opens):
        return False
    if "?" in mark or "!" in mark:
        return not (mark[-1] in "\"'”’»" and _speaks(text, match.end(), end))
    if mark.startswith(("..", ". ", ".\xa0", "…")):
        return opens or word in ENGLISH.starters
    return mark != "." or _is_full_stop(text, match.start(), word, opens)


def _is_within(place: int, whole: Sequence[Cut]) -> bool:
    before = bisect(whole, (place, 0)) - 1
    return before >= 0 and place < whole[before][1]


def _is_name(text: str, place: int) -> bool:
    """Whether capitals inside the word before are its habit ("LinkedIn"): it stands elsewhere."""
    return text[max(0, place - 6) : place].endswith(("Linked", "Mc", "Mac", "You", "Face"))


def _begins(word: str, opens: bool) -> bool:
    """Whether a sentence may begin with this word."""
    first = word[:1]
    return (not first.islower() and bool(first or opens)) or bool(_ARTICLE.match(word))


def _speaks(text: str, place: int, end: int) -> bool:
    """Whether what follows a quotation says who speaks."""
    after = _NAMED.match(text, trim(text, place, end)[0], end)
    words = after.group().split() if after else []
    return any(word.strip(".,") in ENGLISH.saying for word in words)


def _is_full_stop(text: str, place: int, following: str, opens: bool) -> bool:
    """Whether the dot at ``place`` is more than part of an abbreviation."""
    before = _BEFORE.search(text[max(0, place - _BACK) : place])
    word = before.group() if before else ""
    small = word.lower()
    if small in _SHORT.titles and word[0].isupper():
        return False
    if small in _SHORT.numbered and (len(word) > 1 or word.islower()):
        return not following[:1].isdigit()
    shortened = small in _SHORT.words or (small in _SHORT.days and word[0].isupper())
    if shortened or _INITIALS.match(word) or (len(word) == 1 and word.isupper()):
        return opens or following.rstrip(".,") in ENGLISH.starters
    return True
