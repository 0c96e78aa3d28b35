import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from allegiance.corpus.document import Document
from allegiance.corpus.reading import Reading
from allegiance.corpus.sources import Skipped
from allegiance.graph import build as building
from allegiance.graph.addresses import BaseError
from allegiance.graph.build import Options, Reader, Summary, build
from allegiance.graph.directory import load_knowledge, open_directory, read_base
from allegiance.graph.errors import DirectoryError, LockedError
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.lock import hold
from allegiance.graph.page import render_page
from allegiance.graph.store import open_store
from tests.graph.made import read

READER = Reader(read, "v1")
DERIVED = ("graph.ttl", "graph.html", "settings.json")


def rows(*texts: str) -> str:
    return "".join(json.dumps({"id": f"d{n}", "text": text}) + "\n" for n, text in enumerate(texts))


def articles(folder: Path, *texts: str, name: str = "articles.jsonl") -> Path:
    path = folder / name
    path.write_text(rows(*texts), encoding="utf-8")
    return path


def many(number: int) -> list[str]:
    return [f"Fighter {n} joined Rock Battalion {n % 7}." for n in range(number)]


def run(source: Path, path: Path, **options: object) -> Summary:
    return build([str(source)], path, Options(workers=1, **options), reader=READER)  # type: ignore[arg-type]


def bytes_of(path: Path) -> list[bytes]:
    chunks = sorted((path / "readings").iterdir())
    return [file.read_bytes() for file in (*chunks, *(path / name for name in DERIVED))]


def test_articles_become_a_graph(tmp_path: Path) -> None:
    seen: list[Document | Skipped] = []
    source = articles(tmp_path, "Karim joined ISIS.", "Ziad joined Daesh.")
    summary = build([str(source)], tmp_path / "g", reader=READER, tell=seen.append)

    assert (summary.read, summary.unchanged, len(summary.skipped)) == (2, 0, 0)
    assert [claim.object.id for claim in summary.knowledge.claims] == ["islamic-state"] * 2
    assert load_knowledge(tmp_path / "g") == summary.knowledge
    assert [item.id for item in seen if isinstance(item, Document)] == ["d0", "d1"]
    assert {path.name for path in (tmp_path / "g").iterdir()} == {
        ".imprint.json",
        ".lock",
        "readings",
        "store",
        *DERIVED,
    }


def test_a_second_build_reads_nothing_and_changes_nothing(tmp_path: Path) -> None:
    source = articles(tmp_path, *many(5))
    run(source, tmp_path / "g")
    before = bytes_of(tmp_path / "g")
    summary = run(source, tmp_path / "g")

    assert (summary.read, summary.unchanged) == (0, 5)
    assert bytes_of(tmp_path / "g") == before


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Knowledge]:
    """What pages were made of."""
    found: list[Knowledge] = []

    def noted(knowledge: Knowledge) -> str:
        found.append(knowledge)
        return render_page(knowledge)

    monkeypatch.setattr(building, "render_page", noted)
    return found


def test_what_is_current_is_not_made_again(tmp_path: Path, made: list[Knowledge]) -> None:
    source = articles(tmp_path, *many(5))
    first, second = run(source, tmp_path / "g"), run(source, tmp_path / "g")

    assert len(made) == 1
    assert (second.made, second.counts, second.remarks) == (None, first.counts, first.remarks)
    assert second.knowledge == first.knowledge == made[0]


@pytest.mark.parametrize("lost", ["graph.html", "graph.ttl", "store", "store/current"])
def test_a_lost_output_is_made_again(tmp_path: Path, lost: str) -> None:
    source = articles(tmp_path, *many(5))
    run(source, tmp_path / "g")
    before = bytes_of(tmp_path / "g")
    path = tmp_path / "g" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    run(source, tmp_path / "g")

    assert bytes_of(tmp_path / "g") == before
    assert len(open_store(tmp_path / "g").store) > 0


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"of": 1}', "\udcff"])
def test_a_broken_imprint_counts_as_none(tmp_path: Path, made: list[Knowledge], text: str) -> None:
    source = articles(tmp_path, *many(2))
    run(source, tmp_path / "g")
    imprint = tmp_path / "g" / ".imprint.json"
    before = imprint.read_bytes()
    imprint.write_bytes(text.encode("utf-8", "surrogateescape"))
    run(source, tmp_path / "g")

    assert len(made) == 2
    assert imprint.read_bytes() == before


def test_whatever_the_outputs_follow_from_renews_them(
    tmp_path: Path, made: list[Knowledge], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = articles(tmp_path, *many(9))
    run(source, tmp_path / "g")
    (tmp_path / "g" / "decisions.jsonl").write_text("broken\n", encoding="utf-8")
    assert len(run(source, tmp_path / "g").remarks) == len(run(source, tmp_path / "g").remarks) == 1
    assert len(made) == 2
    run(source, tmp_path / "g", base="https://example.org/other/")
    assert len(made) == 3
    run(articles(tmp_path, *many(8)), tmp_path / "g", prune=True)
    assert len(made) == 4
    monkeypatch.setattr("allegiance.graph.imprint.code_version", lambda: "another")
    run(source, tmp_path / "g")
    assert len(made) == 5


def test_a_build_killed_while_it_writes_leaves_no_imprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, more = (articles(tmp_path, *many(n), name=f"{n}.jsonl") for n in (5, 9))
    run(source, tmp_path / "g")
    before = bytes_of(tmp_path / "g")

    def killed(_: Knowledge) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(building, "render_page", killed)
        with pytest.raises(KeyboardInterrupt):
            run(more, tmp_path / "g")
    assert not (tmp_path / "g" / ".imprint.json").exists()
    run(source, tmp_path / "g", prune=True)
    assert bytes_of(tmp_path / "g") == before


def test_workers_and_order_change_nothing(tmp_path: Path) -> None:
    texts = many(60)
    run(articles(tmp_path, *texts), tmp_path / "one")
    build([str(tmp_path / "articles.jsonl")], tmp_path / "two", Options(workers=2), reader=READER)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")

    lines = rows(*texts).splitlines(keepends=True)[::-1]
    back = tmp_path / "back.jsonl"
    back.write_text("".join(lines), encoding="utf-8")
    run(back, tmp_path / "three")
    for name in DERIVED:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "three" / name).read_bytes()


def test_an_interrupted_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "CHUNK", 4)
    source = articles(tmp_path, *many(20))
    read_now: list[str] = []

    def interrupted(document: Document) -> Reading:
        if document.id == "d10":
            raise KeyboardInterrupt
        return read(document)

    def counted(document: Document) -> Reading:
        read_now.append(document.id)
        return read(document)

    with pytest.raises(KeyboardInterrupt):
        build([str(source)], tmp_path / "g", Options(1), reader=Reader(interrupted, "v1"))
    (tmp_path / "g" / "readings" / ".x.parquet.1.part").touch()
    summary = build([str(source)], tmp_path / "g", Options(1), reader=Reader(counted, "v1"))

    assert (summary.read, summary.unchanged) == (12, 8)
    assert read_now == [f"d{n}" for n in range(8, 20)]
    run(source, tmp_path / "whole")
    assert bytes_of(tmp_path / "g") == bytes_of(tmp_path / "whole")


SLOW = """
import sys, time
from pathlib import Path
from allegiance.graph import build
from tests.graph.made import read
def slow(document):
    time.sleep(0.05)
    return read(document)
if __name__ == "__main__":
    build.CHUNK = 5
    build.build([sys.argv[1]], Path(sys.argv[2]), build.Options(2), reader=build.Reader(slow, "v1"))
"""


def wait_for(condition: Callable[[], object], seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.05)
    return bool(condition())


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_a_killed_build_goes_on_and_leaves_no_process(tmp_path: Path) -> None:
    source = articles(tmp_path, *many(150))
    script = tmp_path / "slow.py"
    script.write_text(SLOW, encoding="utf-8")
    folder = tmp_path / "g" / "readings"
    with subprocess.Popen(
        [sys.executable, str(script), str(source), str(tmp_path / "g")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        start_new_session=True,
    ) as process:
        assert wait_for(lambda: len(list(folder.glob("*.parquet"))) >= 6)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert wait_for(lambda: not processes_of(process.pid))

    summary = run(source, tmp_path / "g")
    assert summary.unchanged >= 30
    assert summary.read + summary.unchanged == len(summary.knowledge.documents) == 150
    run(source, tmp_path / "whole")
    for name in DERIVED:
        assert (tmp_path / "g" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def processes_of(session: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(entry.name)) == session:
                found.append(int(entry.name))
        except ProcessLookupError:
            pass
    return found


def test_a_document_that_breaks_the_reader_costs_no_other(tmp_path: Path) -> None:
    source = articles(tmp_path, "A joined B.", "These explode.", "C joined D.")
    summary = run(source, tmp_path / "g")

    assert [str(skipped) for skipped in summary.skipped] == [
        "d1: the reader failed: ValueError: cannot read this"
    ]
    assert len(summary.knowledge.documents) == 2


def test_a_document_that_kills_its_process_costs_no_other(tmp_path: Path) -> None:
    source = articles(tmp_path, *many(30), "They die.", *many(10))
    summary = build([str(source)], tmp_path / "g", Options(workers=2), reader=READER)

    assert [skipped.name for skipped in summary.skipped] == ["d30"]
    assert "process died" in summary.skipped[0].reason
    assert len(summary.knowledge.documents) == 40
    assert not multiprocessing.active_children()


def test_the_same_id_with_the_same_text_counts_once(tmp_path: Path) -> None:
    first = articles(tmp_path, "A joined B.")
    again = articles(tmp_path, "A joined B.", "C joined D.", name="again.jsonl")
    summary = build([str(first), str(again)], tmp_path / "g", Options(1), reader=READER)

    assert (summary.read, summary.repeated) == (2, 1)


def test_the_same_id_with_another_text_is_kept_beside_it(tmp_path: Path) -> None:
    sources = [
        str(articles(tmp_path, f"{name} joined B.", name=f"{name}.jsonl")) for name in "XYZX"
    ]
    for _ in range(2):
        summary = build(sources, tmp_path / "g", Options(1), reader=READER)
        assert summary.renamed == (("d0", "d0~2"), ("d0", "d0~3"))
        assert [d.id for d in summary.knowledge.documents] == ["d0", "d0~2", "d0~3"]
        assert summary.repeated == 1
    assert summary.unchanged == 3


def test_a_changed_document_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    run(articles(tmp_path, "A joined B.", "C joined D."), tmp_path / "g")
    summary = run(articles(tmp_path, "A joined E.", "C joined D."), tmp_path / "g")

    assert (summary.read, summary.unchanged) == (1, 1)
    assert [claim.object.name for claim in summary.knowledge.claims] == ["E", "D"]


def test_a_newer_reader_reads_again(tmp_path: Path) -> None:
    source = articles(tmp_path, *many(3))
    run(source, tmp_path / "g")
    summary = build([str(source)], tmp_path / "g", Options(1), reader=Reader(read, "v2"))

    assert (summary.read, len(summary.knowledge.documents)) == (3, 3)
    assert len(list((tmp_path / "g" / "readings").iterdir())) == 1


@pytest.mark.parametrize(("prune", "left"), [(False, ["d0", "d1", "d2"]), (True, ["d0"])])
def test_documents_stay_unless_pruned(tmp_path: Path, prune: bool, left: Sequence[str]) -> None:
    run(articles(tmp_path, *many(3)), tmp_path / "g")
    summary = run(articles(tmp_path, *many(1)), tmp_path / "g", prune=prune)

    assert [document.id for document in summary.knowledge.documents] == left
    assert summary.forgotten == 3 - len(left)


def test_pruning_gives_what_a_build_from_scratch_gives(tmp_path: Path) -> None:
    run(articles(tmp_path, *many(9)), tmp_path / "g")
    source = articles(tmp_path, *many(4))
    run(source, tmp_path / "g", prune=True)
    run(source, tmp_path / "fresh")

    assert bytes_of(tmp_path / "g") == bytes_of(tmp_path / "fresh")


def test_two_builds_do_not_collide(tmp_path: Path) -> None:
    source = articles(tmp_path, *many(1))
    run(source, tmp_path / "g")
    with hold(tmp_path / "g" / ".lock"):
        before = bytes_of(tmp_path / "g")
        with pytest.raises(LockedError, match="another build"):
            run(source, tmp_path / "g", base="https://example.org/other/")
        assert bytes_of(tmp_path / "g") == before
    run(source, tmp_path / "g")


def test_the_ledger_is_honoured_and_never_written(tmp_path: Path) -> None:
    source = articles(tmp_path, "Karim joined Rock Battalion.", "Ziad joined Stone Battalion.")
    ledger = tmp_path / "g" / "decisions.jsonl"
    run(source, tmp_path / "g")
    same = {"judgement": "same", "entities": ["rock-battalion", "stone-battalion"]}
    ledger.write_text(json.dumps(same) + "\nbroken\n", encoding="utf-8")
    before = ledger.read_bytes()
    summary = run(source, tmp_path / "g")

    assert [claim.object.id for claim in summary.knowledge.claims] == ["rock-battalion"] * 2
    assert summary.remarks == ("decisions.jsonl:2: passed over: no JSON",)
    assert load_knowledge(tmp_path / "g") == summary.knowledge
    assert ledger.read_bytes() == before


def test_the_base_is_kept(tmp_path: Path) -> None:
    source = articles(tmp_path, *many(1))
    run(source, tmp_path / "g", base="https://example.org/g/")
    run(source, tmp_path / "g")

    assert read_base(open_directory(tmp_path / "g")) == "https://example.org/g/"
    assert b"@base <https://example.org/g/>" in (tmp_path / "g" / "graph.ttl").read_bytes()
    with pytest.raises(BaseError):
        run(source, tmp_path / "g", base="no base")


def test_nobodys_folder_is_littered(tmp_path: Path) -> None:
    source = articles(tmp_path, *many(1))
    with pytest.raises(DirectoryError, match="not empty and no graph directory"):
        run(source, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["articles.jsonl"]


def test_standard_input_is_read(tmp_path: Path) -> None:
    options = Options(workers=1, stdin=BytesIO(rows(*many(2)).encode()))
    summary = build(["-"], tmp_path / "g", options, reader=READER)

    assert summary.read == 2
