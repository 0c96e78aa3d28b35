"""What is read out of the sample articles, claim by claim.

A change of this file's golden copy is a change of what users get: look at the difference, and where
it is for the better, write it anew with ``python -m tests.test_golden``.
"""

from collections.abc import Iterator
from pathlib import Path

from allegiance.corpus.claim import Claim
from allegiance.corpus.document import Document
from allegiance.corpus.read import read_document
from allegiance.corpus.sources import read_sources

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden" / "dispatches.txt"


def in_words(claim: Claim) -> str:
    said = [claim.status, f"by {claim.attributed_to}" if claim.attributed_to else ""]
    when = [claim.date or "", f"({claim.date_rule})" if claim.date_rule else ""]
    where = [f"in {claim.place}" if claim.place else "", str(claim.count or "")]
    told = " ".join(part for part in (*said, *when, *where) if part)
    return f"  {claim.subject.name} | {claim.relation} | {claim.object.name} | {told}"


def lines() -> Iterator[str]:
    for document in read_sources([str(ROOT / "corpus" / "dispatches")]):
        assert isinstance(document, Document)
        yield document.id
        yield from map(in_words, read_document(document).claims)


def test_the_sample_articles_are_read_as_before() -> None:
    assert list(lines()) == GOLDEN.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(lines()) + "\n", encoding="utf-8")
