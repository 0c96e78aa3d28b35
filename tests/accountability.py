"""What must hold for every claim of every article, whatever is written in it."""

from collections.abc import Iterator

from allegiance.corpus.claim import Claim, End
from allegiance.corpus.reading import Reading
from allegiance.corpus.time.edtf import is_edtf
from allegiance.ontology.vocabulary import load


def faults(reading: Reading) -> list[str]:
    """What is wrong with a reading's claims, a line each; empty where all is well."""
    found = [
        f"{claim.id}: {fault}" for claim in reading.claims for fault in _faults(claim, reading)
    ]
    ids = [claim.id for claim in reading.claims]
    return found + (["two claims have one id"] if len(set(ids)) < len(ids) else [])


def _faults(claim: Claim, reading: Reading) -> Iterator[str]:
    text = reading.document.text
    for piece in claim.evidence:
        if text[piece.start : piece.end] != piece.quote:
            yield "the quote is not what stands there"
        if piece.document != reading.document.id:
            yield "the evidence is of another document"
    for end in (claim.subject, claim.object):
        if text[end.start : end.end] != end.mention:
            yield f"{end.mention!r} is not what stands there"
        if not _is_linked(end, claim, reading):
            yield f"{end.mention!r} is no mention of the sentence, nor linked to one"
    if claim.date is not None and not is_edtf(claim.date):
        yield f"{claim.date!r} is no date"
    if not load().accepts(claim.relation, claim.subject.type, claim.object.type):
        yield f"{claim.subject.type} {claim.relation} {claim.object.type}: types that cannot be"


def _is_linked(end: End, claim: Claim, reading: Reading) -> bool:
    chain = reading.chains[end.chain]
    spans = [(reading.mentions[i].start, reading.mentions[i].end) for i in chain.mentions]
    if (end.start, end.end) not in spans:
        return False
    if len(chain.links) != len(chain.mentions) - 1:
        return False
    return any(
        piece.start <= start and stop <= piece.end
        for piece in claim.evidence
        for start, stop in spans
    )
