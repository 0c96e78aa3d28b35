"""Every claim of the sample articles, and of the annotated and the large corpus where they are."""

from pathlib import Path

import pytest

from allegiance.corpus.document import Document
from allegiance.corpus.read import read_document
from allegiance.corpus.sources import read_sources
from tests.accountability import faults

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SOURCES = [
    ROOT / "corpus" / "dispatches",
    SHARED / "exam" / "seeds" / "articles.jsonl",
    SHARED / "exam" / "dev" / "articles.jsonl",
    SHARED / "data" / "fakes_articles.jsonl",
]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_claim_is_accountable(source: Path) -> None:
    if not source.exists():
        pytest.skip(f"no {source.name} beside this checkout")
    documents = [item for item in read_sources([str(source)]) if isinstance(item, Document)]

    assert documents
    assert [fault for document in documents for fault in faults(read_document(document))] == []
