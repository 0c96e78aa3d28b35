"""What a pronoun stands for, by a small model that was trained on the annotated articles.

Of every candidate it sees the traits of ``candidates.py`` and how the vectors of both words go
together; "nothing that is mentioned" is a candidate, too ("it is known that"). Where no network
has read the sentences, the rules of ``pronouns.py`` choose.
``corpus/training/antecedents.py`` trains it.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .candidates import candidates, traits_of, traits_of_pronoun
from .discourse import Discourse
from .pronouns import antecedent_of_pronoun

WEIGHTS = Path(__file__).with_name("ranking.npz")
_DIGITS = 4
"""Scores are compared to so many digits, so that another processor chooses the same."""

Floats = NDArray[np.float32]


def rank(text: Discourse, index: int) -> int | None:
    """The mention that a pronoun stands for; None where there is none."""
    seen = look(text, index)
    if seen is None:
        return antecedent_of_pronoun(text, index)
    found, pronoun, traits, vectors = seen
    if not found:
        return None
    scores = np.round(score(load_weights(), pronoun, traits, vectors), _DIGITS)
    best = int(scores.argmax())
    return found[best - 1] if best else None


def look(text: Discourse, index: int) -> tuple[Sequence[int], Floats, Floats, Floats] | None:
    """Candidates, the pronoun's traits, theirs (a row each), and the vectors of all, its own first.

    None where no network has read the text.
    """
    if text.trees[text.mentions[index].sentence].sentence.vectors is None:
        return None
    found = candidates(text, index)
    traits = [traits_of(text, index, other, nearer) for nearer, other in enumerate(found)]
    vectors = [_vector(text, mention) for mention in (index, *found)]
    return (
        found,
        np.array(traits_of_pronoun(text, index), np.float32),
        np.array(traits, np.float32),
        np.array(vectors, np.float32),
    )


def _vector(text: Discourse, mention: int) -> Floats:
    found = text.mentions[mention]
    vectors = text.trees[found.sentence].sentence.vectors
    if vectors is None:
        raise ValueError("a sentence that no network has read")
    row: Floats = vectors[found.head]
    return row


def score(weights: dict[str, Floats], pronoun: Floats, traits: Floats, vectors: Floats) -> Floats:
    """Scores: first of "nothing", then of every candidate."""
    mine = vectors[:1] @ weights["pronoun"]
    theirs = vectors[1:] @ weights["candidate"]
    own = np.broadcast_to(pronoun, (len(traits), len(pronoun)))
    seen = np.concatenate([own, traits, mine * theirs, np.broadcast_to(mine, theirs.shape)], 1)
    hidden = np.maximum(seen @ weights["hidden"] + weights["hidden_bias"], 0)
    alone = np.concatenate([pronoun[None], mine], 1)
    nothing = np.maximum(alone @ weights["alone"] + weights["alone_bias"], 0)
    scores = [nothing @ weights["nothing"], hidden @ weights["out"]]
    result: Floats = np.concatenate([part[:, 0] for part in scores])
    return result


@cache
def load_weights() -> dict[str, Floats]:
    """The weights that ship; loaded once."""
    with np.load(WEIGHTS) as stored:
        return {name: stored[name] for name in stored.files}
