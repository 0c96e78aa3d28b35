"""What pronouns and descriptions stand for, by small models trained on the annotated articles.

Of every candidate they see the traits of ``candidates.py`` or ``recurrence.py`` and how the vectors
of both words go together; "nothing that is mentioned" is a candidate, too ("it is known that", a
description of somebody new). Where no network has read the sentences, rules choose.
``corpus/training/antecedents.py`` trains them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .candidates import candidates, traits_of, traits_of_pronoun
from .discourse import Discourse, is_read
from .pronouns import antecedent_of_pronoun
from .recurrence import antecedents, may_recur, traits_of_antecedents, traits_of_description

_ROOM = Path(__file__).parent
PRONOUNS, DESCRIPTIONS = _ROOM / "pronouns.npz", _ROOM / "descriptions.npz"
"""The weights that ship."""
LEAST = 0.5
"""The least likelihood of what a description stands for: a wrong link is worse than none."""
_DIGITS = 4
"""Scores are compared to so many digits, so that another processor chooses the same."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class View:
    """A mention and what it may stand for, as a model looks at them."""

    candidates: Sequence[int]
    mention: Floats
    """The mention's traits."""
    traits: Floats
    """Candidates x traits."""
    vectors: Floats
    """The heads' vectors, the mention's first."""


Look = Callable[[Discourse, int], View | None]
"""Gives the view of a mention; None where no network has read the text."""


def rank_pronoun(text: Discourse, index: int) -> int | None:
    """The mention that a pronoun stands for; None where there is none."""
    seen = look_at_pronoun(text, index)
    if seen is None:
        return antecedent_of_pronoun(text, index)
    return _chosen(seen, choose(load_weights(PRONOUNS), seen))


def rank_description(text: Discourse, index: int) -> int | None:
    """The mention that a description stands for; None where there is none."""
    seen = look_at_description(text, index)
    return _chosen(seen, choose(load_weights(DESCRIPTIONS), seen, LEAST)) if seen else None


def look_at_pronoun(text: Discourse, index: int) -> View | None:
    """The view of a pronoun."""
    if not is_read(text, index):
        return None
    found = candidates(text, index)
    traits = [traits_of(text, index, other, nearer) for nearer, other in enumerate(found)]
    return _view(text, index, found, traits_of_pronoun(text, index), traits)


def look_at_description(text: Discourse, index: int) -> View | None:
    """The view of a description."""
    if not is_read(text, index):
        return None
    found = antecedents(text, index) if may_recur(text, index) else ()
    traits = traits_of_antecedents(text, index, found)
    return _view(text, index, found, traits_of_description(text, index), traits)


def _view(
    text: Discourse,
    index: int,
    found: Sequence[int],
    mention: Sequence[float],
    traits: Sequence[Sequence[float]],
) -> View:
    return View(
        found,
        np.array(mention, np.float32),
        np.array(traits, np.float32),
        np.array([_vector(text, one) for one in (index, *found)], np.float32),
    )


def _vector(text: Discourse, mention: int) -> Floats:
    found = text.mentions[mention]
    vectors = text.trees[found.sentence].sentence.vectors
    if vectors is None:
        raise ValueError("a sentence that no network has read")
    row: Floats = vectors[found.head]
    return row


def _chosen(seen: View, choice: int) -> int | None:
    return seen.candidates[choice - 1] if choice else None


def choose(weights: dict[str, Floats], seen: View, least: float = 0.0) -> int:
    """Which candidate scores best, counted from 1; 0 for nothing, or where none is that likely."""
    if not seen.candidates:
        return 0
    scores = score(weights, seen)
    best = int(np.round(scores, _DIGITS).argmax())
    likely = 1 / float(np.exp(scores - scores[best]).sum())
    return best if likely >= least else 0


def score(weights: dict[str, Floats], seen: View) -> Floats:
    """Scores: first of "nothing", then of every candidate."""
    mine = seen.vectors[:1] @ weights["mention"]
    theirs = seen.vectors[1:] @ weights["candidate"]
    own = np.broadcast_to(seen.mention, (len(seen.traits), len(seen.mention)))
    both = [own, seen.traits, mine * theirs, np.broadcast_to(mine, theirs.shape)]
    hidden = np.concatenate(both, 1) @ weights["hidden"] + weights["hidden_bias"]
    alone = np.concatenate([seen.mention[None], mine], 1)
    nothing = np.maximum(alone @ weights["alone"] + weights["alone_bias"], 0)
    scores = [nothing @ weights["nothing"], np.maximum(hidden, 0) @ weights["out"]]
    result: Floats = np.concatenate([part[:, 0] for part in scores])
    return result


@cache
def load_weights(path: Path) -> dict[str, Floats]:
    """The weights of a file; loaded once."""
    with np.load(path) as stored:
        return {name: stored[name] for name in stored.files}
