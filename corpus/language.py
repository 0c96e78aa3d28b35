"""Which language an article is in, by py3langid; only a sure answer counts.

1. A text of few letters is not judged: names outweigh words in it.
2. A text where enough words are the small words of English is English, whatever names fill it.
3. Else the identifier's answer counts where its normalised probability is high.
"""

import re
from functools import cache
from typing import Any

LETTERS = 80
"""Fewer are not judged."""
SURE = 0.9
ENGLISH_SHARE = 0.12
"""Of words such as "the" among all words; English news has about 0.25, its neighbours 0.03."""
ENGLISH = re.compile(
    "the|of|and|to|in|that|was|were|has|have|had|by|with|from|for|on|said|his|their|is|are|it|at|"
    "an|as|be|been|who|which|this|after"
)
NEAR_ENGLISH = frozenset({"en", "pcm", "sco"})
"""Headlines full of names are taken for Nigerian Pidgin now and then."""
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Code points that are looked at."""


def foreign_language(text: str) -> str | None:
    """Give the ISO 639 code of the language of a text that is surely not English, else None.

    >>> foreign_language("Les combattants ont quitté la ville pendant la nuit, " * 3)
    'fr'
    """
    words = WORD.findall(text[:SAMPLE].lower())
    if sum(map(len, words)) < LETTERS or _english_share(words) >= ENGLISH_SHARE:
        return None
    language, probability = _identifier().classify(" ".join(words))
    return language if language not in NEAR_ENGLISH and probability >= SURE else None


def _english_share(words: list[str]) -> float:
    return sum(ENGLISH.fullmatch(word) is not None for word in words) / len(words)


@cache
def _identifier() -> Any:  # py3langid states no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
