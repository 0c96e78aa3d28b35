"""The annotated articles themselves, and how they are found and checked."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
import yaml

from allegiance.corpus.evaluation.annotated import (
    FOLDER,
    counts,
    files_of,
    held_out,
    part_of,
    problems_of,
    read_annotated,
)
from allegiance.corpus.evaluation.gold import GoldDocument
from allegiance.corpus.evaluation.marking import parse_marked
from allegiance.ontology.folding import fold
from tests.corpus.evaluation.articles import MARKED, write_marked, written

ACTORS = frozenset({"ArmedGroup", "Coalition", "Person"})


@cache
def corpus() -> tuple[GoldDocument, ...]:
    return read_annotated()


def test_every_article_is_valid() -> None:
    assert list(problems_of([FOLDER])) == []


def test_every_mention_is_a_stretch_of_its_text() -> None:
    for gold in corpus():
        text = gold.document.text
        assert all(0 <= m.start < m.end <= len(text) for m in gold.mentions)
        assert all(text[c.start :].startswith(c.quote) for c in gold.claims)
        assert not set("[]|") & set(text)


def test_every_article_written_anew_says_the_same() -> None:
    assert [g.document.id for g in corpus() if parse_marked(written(g)) != g] == []


def test_no_name_of_the_training_part_is_held_out() -> None:
    known = yaml.safe_load((FOLDER / "known.yml").read_text("utf-8"))
    public = {fold(name) for names in known.values() for name in names}
    held_out = names_of(gold for gold in corpus() if part_of(gold) != "training")
    training = names_of(gold for gold in corpus() if part_of(gold) == "training")

    assert sorted(held_out & training - public) == []


def names_of(golds: Iterable[GoldDocument]) -> set[str]:
    """Names of two words or more, folded."""
    found = {
        fold(gold.document.text[mention.start : mention.end])
        for gold in golds
        for mention in gold.mentions
        if mention.kind == "name" and gold.entities[mention.entity].type in ACTORS
    }
    return {name for name in found if len(name.split()) > 1}


def test_the_held_out_conflicts_have_articles() -> None:
    present = {gold.conflict for gold in corpus()}

    assert held_out(FOLDER / "parts.yml").keys() <= present


def test_files_are_found_once_and_in_order(tmp_path: Path) -> None:
    second = write_marked(tmp_path / "b", name="b-001")
    first = write_marked(tmp_path / "a", name="a-001")

    assert files_of([second, tmp_path]) == [first, second]
    assert [gold.document.id for gold in read_annotated([tmp_path])] == ["a-001", "b-001"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("nowhere-001", MARKED.replace("+ _sp spokes", "+ sp spokes").encode(), "sp is not marked"),
        ("nowhere-001", b"\xff\xfe", "not UTF-8"),
        ("nowhere-002", MARKED.encode(), "its id is nowhere-001, not the file's name"),
    ],
)
def test_what_is_wrong_is_told_with_its_file(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_bytes(data)

    (problem,) = problems_of([path])

    assert re.match(rf"{re.escape(str(path))}:\d+: .*{re.escape(message)}", problem)


def test_reading_stops_at_a_faulty_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff")

    with pytest.raises(ValueError, match=r"a\.txt: not UTF-8"):
        read_annotated([tmp_path])


def test_the_same_id_twice_is_told(tmp_path: Path) -> None:
    write_marked(tmp_path / "a")
    write_marked(tmp_path / "b")

    assert ["has the same id" in problem for problem in problems_of([tmp_path])] == [True]


def test_parts_are_told_by_conflict(tmp_path: Path) -> None:
    (tmp_path / "parts.yml").write_text("looking: [Nowhere]\nreporting: []\n", "utf-8")
    gold = parse_marked(MARKED)

    assert part_of(gold, tmp_path) == "looking"
    assert part_of(parse_marked(MARKED.replace("Nowhere", "Elsewhere")), tmp_path) == "training"


def test_counts_for_the_eye() -> None:
    assert counts([parse_marked(MARKED)]).splitlines() == [
        "1 articles (0 without a claim), 43 words",
        "mentions: nominal 6, name 4, pronoun 3; entities: 5",
        "claims: 5 (asserted 2, reported 2, denied 1; 1 dated)",
        "relations: split-from 2, spokesperson-of 1, fought 1, member-of 1",
    ]
