"""An annotated article with its text written otherwise, its annotation moved along."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from ..evaluation.gold import GoldDocument


def rewritten(gold: GoldDocument, text: str, places: Sequence[int]) -> GoldDocument:
    """The article with another text; ``places`` says where each place of the old one stands now."""
    document = replace(gold.document, text=text, sha256=sha256(text.encode()).hexdigest())
    mentions = tuple(replace(m, start=places[m.start], end=places[m.end]) for m in gold.mentions)
    claims = tuple(
        replace(
            claim,
            start=places[claim.start],
            quote=text[places[claim.start] : places[claim.start + len(claim.quote)]],
        )
        for claim in gold.claims
    )
    return replace(gold, document=document, mentions=mentions, claims=claims)
