import time

import pytest

from allegiance.corpus.document import Document
from allegiance.corpus.reading import Reading
from allegiance.corpus.sources import Skipped
from allegiance.graph.workers import FEW, read_all
from tests.graph.made import document, read


def slowly(source: Document) -> Reading:
    # The later a document, the sooner it is read.
    time.sleep(0.02 if source.id.endswith("0") else 0)
    return read(source)


def documents(*texts: str) -> list[Document]:
    return [document(f"d{number}", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize("workers", [1, 2])
def test_readings_come_in_the_order_of_the_documents(workers: int) -> None:
    given = documents(*["A joined B."] * (FEW + 20))
    found = list(read_all(given, slowly, workers))

    assert [r.document.id for r in found if isinstance(r, Reading)] == [d.id for d in given]


def test_two_processes_that_die_are_both_named() -> None:
    texts = ["A joined B."] * (FEW + 10)
    texts[3] = texts[20] = "They die."
    found = list(read_all(documents(*texts), read, 2))

    assert len(found) == len(texts)
    assert [item.name for item in found if isinstance(item, Skipped)] == ["d3", "d20"]


def test_only_a_window_of_documents_is_taken() -> None:
    taken: list[Document] = []

    def endless() -> object:
        while True:
            taken.append(document(f"d{len(taken)}", "A joined B."))
            yield taken[-1]

    results = read_all(endless(), read, 2)  # type: ignore[arg-type]
    for _ in range(3):
        next(results)
    results.close()  # type: ignore[attr-defined]

    assert len(taken) < 4 * FEW
