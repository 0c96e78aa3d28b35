"""How long RDF, the store, its queries and the shapes take on an invented graph.

Run it with a number of claims (20,000 unless given): python tests/bench/queries.py 5000 --check
"""

import argparse
import io
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from allegiance.corpus.claim import Claim, End, Evidence, Status
from allegiance.corpus.document import Document
from allegiance.graph.addresses import DEFAULT_BASE
from allegiance.graph.answers import in_words
from allegiance.graph.entity import Entity
from allegiance.graph.exporters import FORMATS
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.queries import load_queries
from allegiance.graph.store import GraphStore, in_memory, open_store, write_store
from allegiance.graph.validation import find_violations
from allegiance.ontology.vocabulary import UNDECIDED, load

STATUSES: list[Status] = ["asserted", "reported", "denied", "planned"]
WEIGHTS = [60, 30, 5, 5]


def invent(claims: int, seed: int = 1) -> Knowledge:
    """A graph in which a few entities are spoken of often, and most of them seldom."""
    dice = random.Random(seed)
    entities = _entities(max(claims // 4, 30), dice)
    documents = tuple(
        Document(f"day/{n:06}.txt", "", f"{n:064x}", f"Article {n}", "2015-03-16")
        for n in range(max(claims // 10, 1))
    )
    found = [
        _claim(n, entities, documents[n * len(documents) // claims], dice) for n in range(claims)
    ]
    used = {end.id for claim in found for end in (claim.subject, claim.object)}
    return Knowledge(documents, tuple(e for e in entities if e.id in used), tuple(found))


def _entities(number: int, dice: random.Random) -> list[Entity]:
    types = [type_id for type_id in load().types if type_id != UNDECIDED]
    return [
        Entity(f"entity-{n:06}", f"Name {n}", dice.choice(types), (f"Other name {n}",))
        for n in range(number)
    ]


def _claim(number: int, entities: list[Entity], document: Document, dice: random.Random) -> Claim:
    relation = dice.choice(list(load().relations.values()))
    start = number % 10 * 120
    ends = [_end(entities, accepted, start, dice) for accepted in (relation.domain, relation.range)]
    quote = f"Sentence {number} says something of {ends[0].name} and of {ends[1].name}."
    status = dice.choices(STATUSES, WEIGHTS)[0]
    dated = number % 3 > 0
    return Claim(
        id=f"{number:016x}",
        subject=ends[0],
        relation=relation.id,
        object=ends[1],
        status=status,
        attributed_to="residents" if status == "reported" else None,
        date=f"2015-{1 + number % 12:02}" if dated else None,
        date_text="then" if dated else None,
        date_rule="invented" if dated else None,
        place="Wadi Rihan" if number % 4 == 0 else None,
        count=number % 50 or None,
        confidence=0.9,
        extractor="pattern:invented",
        evidence=(Evidence(document.id, start, start + len(quote), quote),),
        trigger=(start, start + 8),
    )


def _end(entities: list[Entity], accepted: frozenset[str], start: int, dice: random.Random) -> End:
    while True:
        entity = entities[int(len(entities) * dice.random() ** 2)]
        if load().is_any(entity.type, accepted):
            return End(entity.name, entity.type, (), entity.name, start, start + 4, 0, id=entity.id)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long the block took."""
    start = time.perf_counter()
    yield
    print(f"{time.perf_counter() - start:8.3f} s  {what}")


def time_queries(store: GraphStore, where: str) -> None:
    """Ask every shipped query, each parameter set to a name that many claims speak of."""
    for query in load_queries().values():
        values = {parameter.name: "name 3" for parameter in query.parameters}
        with timed(f"{where}: {query.name} {values or ''}"):
            in_words(query.run(store, values), store.base)


def main() -> None:
    """Time it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=20_000)
    parser.add_argument("--check", action="store_true", help="hold it against the shapes, too")
    options = parser.parse_args()
    with timed(f"invent {options.claims:,} claims"):
        knowledge = invent(options.claims)
    for name, write in FORMATS.items():
        with timed(f"export {name}"):
            write(knowledge, io.BytesIO(), DEFAULT_BASE)
    with TemporaryDirectory() as folder:
        with timed("write the store"):
            write_store(knowledge, Path(folder))
        time_queries(open_store(Path(folder)), "on disk")
    store = in_memory(knowledge)
    print(f"{len(store.store):,} triples")
    time_queries(store, "in memory")
    with timed("strict copy"):
        store.strict()
    if options.check:
        with timed("check the shapes"):
            print(f"{len(find_violations(store))} violations")


if __name__ == "__main__":
    main()
