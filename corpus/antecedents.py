"""Pronouns and descriptions, read from left to right: each is merged with what it takes up.

Nothing is taken up without a fit: a wrong link is worse than none.
"""

from .descriptions import is_lone_weak_noun, named_since, salient, same_noun
from .discourse import Discourse, is_headline, remember
from .headlines import headlined
from .pronouns import antecedent_of_pronoun
from .types import family

_NEAR = 3
_FAR = 12


def link_antecedents(text: Discourse) -> None:
    """Merge every pronoun and every description with what it takes up."""
    for index, mention in enumerate(text.mentions):
        if mention.kind == "pronoun":
            _take_up(text, index, antecedent_of_pronoun(text, index), "pronoun")
        elif mention.kind == "nominal":
            _describe(text, index)
        remember(text, index)


def _describe(text: Discourse, index: int) -> None:
    if _take_up(text, index, headlined(text, index), "headline"):
        return
    same = None if is_lone_weak_noun(text, index) else same_noun(text, index)
    taken = _take_up(text, index, same, "same-description")
    if taken and same is not None and not is_headline(text, text.mentions[same].sentence):
        _take_up(text, index, named_since(text, index, same), "named-since")
        return
    profile = text.profiles[index]
    if not profile.definite or profile.indefinite or profile.owned:
        return
    if not text.lexicon.is_any("anaphoric", profile.noun) or _is_specified(text, index):
        return
    kind = family(text.mentions[index].type)
    near = 1 if kind == "Person" else _NEAR if kind == "Place" or profile.plural else _FAR
    if taken or text.clusters.of(index).names:
        near = 2  # the thing has a name by now: only who was just introduced is still to name
    if _take_up(text, index, salient(text, index, near), "definite-nominal"):
        return
    if not taken:
        _take_up(text, index, same_noun(text, index), "same-description")


def _take_up(text: Discourse, index: int, antecedent: int | None, rule: str) -> bool:
    if antecedent is None:
        return False
    return text.clusters.merge(index, antecedent, rule)


def _is_specified(text: Discourse, index: int) -> bool:
    """Whether the description says itself which one: "the group that fled"."""
    mention = text.mentions[index]
    tree = text.trees[mention.sentence]
    return tree.has(mention.head, "acl:relcl") or (
        mention.last > mention.head + 1 and not text.profiles[index].plural
    )
