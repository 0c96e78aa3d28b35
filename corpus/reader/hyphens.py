"""Which hyphens belong to a name: "al-Islam", "a-Sham", "Deir ez-Zor", "Abdul-Rahman".

Treebanks cut words at hyphens. An article cut from its name leaves "Feilaq a-Sham" and "Feilaq
al-Homs" with one head, "Feilaq", and no way to tell them apart. So the one rule of this file holds
in training and at run time.
"""

from .english import ENGLISH


def binds(left: str, right: str) -> bool:
    """Say whether the hyphen between two parts of a word belongs to a name."""
    if not (left.isalpha() and right[:1].isalpha()):
        return False
    return _is_article(left, right) or _is_name_part(left, right) or _is_inner(left, right)


def _is_article(left: str, right: str) -> bool:
    small = left.lower()
    if small in ENGLISH.sure_articles:
        return True
    if small not in ENGLISH.assimilated_articles or not right[0].isupper():
        return False
    return left.islower() or (len(left) > 1 and right.lower().startswith(small[1:]))


def _is_name_part(left: str, right: str) -> bool:
    named = right[0].isupper() or right.lower() in ENGLISH.sure_articles
    return left.lower() in ENGLISH.name_parts and named


def _is_inner(left: str, right: str) -> bool:
    return left.istitle() and right.lower() in ENGLISH.inner_articles
