"""What a document says: its mentions, its chains, its claims."""

from dataclasses import dataclass

from .claim import Claim
from .document import Document
from .mention import Chain, Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read."""

    document: Document
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    claims: tuple[Claim, ...]
