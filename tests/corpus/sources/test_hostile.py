"""Whatever a file holds, it is read or named; nothing is raised."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.sources.files import read_all

SUFFIXES = ["txt", "md", "html", "pdf", "docx", "jsonl", "csv", "warc", "warc.gz"]
PREFIXES = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"WARC/1.0\r\n", b"\x1f\x8b", b"id,text\n", b"---\n"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(prefix=st.sampled_from(PREFIXES), data=st.binary(max_size=400))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_are_read_or_named(
    tmp_path: Path, suffix: str, prefix: bytes, data: bytes
) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(prefix + data)

    documents, skipped = read_all(path)

    assert all(document.text.strip() for document in documents)
    assert all("\n" not in skip.reason and skip.reason for skip in skipped)
    assert documents or skipped or suffix in {"jsonl", "csv", "warc", "warc.gz"}
