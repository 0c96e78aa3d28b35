"""Pronouns and descriptions, read from left to right: each is merged with what it takes up.

Nothing is taken up without a fit: a wrong link is worse than none.
"""

from collections.abc import Callable

from ..naming.types import family
from .clusters import clash
from .descriptions import is_lone_weak_noun, named_since, salient, same_noun, same_number
from .discourse import SPEAKERS, Discourse, is_headline, remember
from .first_person import FIRST_PERSONS, groups_of_speakers, side_of, speakers_of
from .headlines import headlined

_NEAR = 3
_FAR = 12


Choose = Callable[[Discourse, int], int | None]
"""Gives the mention that a pronoun or a description stands for; None where there is none."""


def link_antecedents(text: Discourse, pronoun: Choose, description: Choose) -> None:
    """Merge every pronoun and every description with what it takes up, as the choosers will."""
    we, speaking = (
        [
            i
            for i, mention in enumerate(text.mentions)
            if mention.kind == "pronoun" and text.profiles[i].key in words
        ]
        for words in (FIRST_PERSONS, SPEAKERS)
    )
    first = {*we, *speaking}
    for index, mention in enumerate(text.mentions):
        if mention.kind == "pronoun" and index not in first:
            _take_up(text, index, pronoun(text, index), "pronoun")
        elif mention.kind == "nominal":
            _describe(text, index, description)
        remember(text, index)
    for index in range(len(text.mentions)):
        _take_up(text, index, _own_group(text, index), "own-group")
    for index, speaker in speakers_of(text, speaking):
        if family(text.clusters.of(speaker).type) == "Person":
            _take_up(text, index, speaker, "speaker")
    for index, group in groups_of_speakers(text, we):
        _take_up(text, index, group, "first-person")


def _describe(text: Discourse, index: int, choose: Choose) -> None:
    for antecedent, rule in ((headlined, "headline"), (same_number, "same-number")):
        if _take_up(text, index, antecedent(text, index), rule):
            return
    same, rule = _told_before(text, index, choose)
    taken = _take_up(text, index, same, rule)
    if taken and same is not None and not is_headline(text, text.mentions[same].sentence):
        _take_up(text, index, named_since(text, index, same), "named-since")
        return
    near = _reach(text, index, taken)
    if near and _take_up(text, index, salient(text, index, near), "definite-nominal"):
        return
    if near and not taken:
        _take_up(text, index, same_noun(text, index), "same-description")


def _told_before(text: Discourse, index: int, choose: Choose) -> tuple[int | None, str]:
    """What the chooser, or else the same noun, says that a description takes up, and which did."""
    chosen = choose(text, index)
    if chosen is not None:
        return min(text.clusters.of(chosen).mentions), "description"
    same = None if is_lone_weak_noun(text, index) else same_noun(text, index)
    return same, "same-description"


def _reach(text: Discourse, index: int, taken: bool) -> int:
    """How many sentences back a definite description may find something of another noun."""
    profile = text.profiles[index]
    if not profile.definite or profile.indefinite or profile.owned:
        return 0
    if not text.lexicon.is_any("anaphoric", profile.noun) or _is_specified(text, index):
        return 0
    if taken or text.clusters.of(index).names:
        return 2  # the thing has a name by now: only who was just introduced is still to name
    kind = family(text.mentions[index].type)
    return 1 if kind == "Person" else _NEAR if kind == "Place" or profile.plural else _FAR


def _own_group(text: Discourse, index: int) -> int | None:
    """The group that "his coalition" means: the one whose voice its owner is."""
    mention, profile = text.mentions[index], text.profiles[index]
    if mention.kind != "nominal":
        return None
    ours = profile.owned in {"his", "her"} and len(profile.words) == 1 and not profile.plural
    if not ours or family(mention.type) != "Group":
        return None
    owner = index - 1  # of two that begin together the shorter comes first
    if owner < 0 or text.mentions[owner].start != mention.start:
        return None
    side = side_of(text, text.clusters.of(owner))
    fits = side is not None and not clash(text.clusters.of(index), text.clusters.of(side))
    return side if fits else None


def _take_up(text: Discourse, index: int, antecedent: int | None, rule: str) -> bool:
    if antecedent is None:
        return False
    return text.clusters.merge(index, antecedent, rule)


def _is_specified(text: Discourse, index: int) -> bool:
    """Whether the description says itself which one: "the group that fled"."""
    mention = text.mentions[index]
    tree = text.trees[mention.sentence]
    after = text.trees[mention.sentence].tokens[mention.last :][:1]
    if after and after[0].text == "for" and tree.tokens[mention.head].text[:1].isupper():
        return True  # "the Organisation for ..." is a name
    return tree.has(mention.head, "acl:relcl") or (
        mention.last > mention.head + 1 and not text.profiles[index].plural
    )
