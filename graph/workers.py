"""Reading many documents at once, in processes of their own.

Readings come in the order of the documents, whatever the number of workers, so that what is made of
them is the same. Only a window of documents is in memory at a time. A document that the reader
fails on is named and left out; so is one whose process dies, which costs no other document.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread

from ..corpus.document import Document
from ..corpus.reading import Reading
from ..corpus.sources import Skipped

Read = Callable[[Document], Reading]
"""A function of a module, so that another process can find it."""
WINDOW = 8
"""Documents a worker that are under way at a time."""
FEW = 24
"""Documents that are read before workers would have started."""

_Job = tuple[Document, "Future[Reading | Skipped]"]


def read_all(
    documents: Iterable[Document], read: Read, workers: int
) -> Iterator[Reading | Skipped]:
    """What ``read`` makes of each document, in order.

    One worker is this process itself, which also reads alone where there are few documents.
    """
    waiting = iter(documents)
    first = list(islice(waiting, FEW)) if workers > 1 else []
    waiting = chain(first, waiting)
    if workers <= 1 or len(first) < FEW:
        yield from (attempt(read, document) for document in waiting)
    else:
        yield from _read_in_pool(waiting, read, workers)


def _read_in_pool(
    waiting: Iterator[Document], read: Read, workers: int
) -> Iterator[Reading | Skipped]:
    pending: deque[_Job] = deque()
    pool = _pool(workers)
    try:
        while True:
            pending.extend(_submit(pool, read, islice(waiting, WINDOW * workers - len(pending))))
            if not pending:
                return
            try:
                result = pending[0][1].result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                yield from _read_singly([document for document, _ in pending], read)
                pending.clear()
                pool = _pool(workers)
            else:
                pending.popleft()
                yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def attempt(read: Read, document: Document) -> Reading | Skipped:
    """The reading, or why there is none."""
    try:
        return read(document)
    except Exception as error:
        words = " ".join(f"{type(error).__name__}: {error}".split())
        return Skipped(document.id, f"the reader failed: {words[:200]}")


def _submit(pool: ProcessPoolExecutor, read: Read, documents: Iterable[Document]) -> Iterator[_Job]:
    for document in documents:
        try:
            job = pool.submit(attempt, read, document)
        except BrokenProcessPool as error:
            # Found out with the first of those that are under way.
            job = Future()
            job.set_exception(error)
        yield document, job


def _read_singly(documents: Iterable[Document], read: Read) -> Iterator[Reading | Skipped]:
    """One document at a time, so that it is plain whose fault it is when a process dies."""
    pool = _pool(1)
    for document in documents:
        try:
            yield pool.submit(attempt, read, document).result()
        except BrokenProcessPool:
            pool.shutdown(wait=False)
            pool = _pool(1)
            yield Skipped(document.id, "the reader's process died; the article may be too big")
    pool.shutdown(wait=False)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking a process that has threads (the model's, the database's) can hang it.
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """A worker leaves the keyboard to its parent, and ends with it even if that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
