"""The lemma of a word: what it is looked up by."""

from functools import lru_cache

from .english import ENGLISH


def is_known(word: str) -> bool:
    """Whether a word in small letters is a form of an English word."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word))


_INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
_LONGEST = 40


@lru_cache(maxsize=65536)
def lemma(word: str, upos: str) -> str:
    """Lemma of ``word`` in small letters; a name and an acronym are their own, as written.

    >>> lemma("Militants", "NOUN"), lemma("fled", "VERB"), lemma("Militants", "PROPN")
    ('militant', 'flee', 'Militants')
    """
    if upos == "PROPN" or (upos == "NOUN" and word.isupper() and len(word) > 1):
        return word
    small = word.lower().replace("’", "'")
    known = ENGLISH.lemmas.get((upos, small))
    if known is not None or upos not in _INFLECTED:
        return known or small
    return _inflected(small, upos) if _is_plain(small, upos) else small


def _is_plain(word: str, upos: str) -> bool:
    letters = word if upos in {"ADJ", "ADV"} else word.replace("-", "")
    return len(word) <= _LONGEST and word.isascii() and letters.isalpha()


def _inflected(word: str, upos: str) -> str:
    # Imported here for it takes a tenth of a second, which commands that read nothing save.
    from lemminflect import getLemma

    found = getLemma(word, upos=upos)
    return str(found[0]) if found else word
