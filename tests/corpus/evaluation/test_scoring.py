import importlib.util
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.claim import Evidence
from allegiance.corpus.evaluation.candidate import Candidate, read_candidates
from allegiance.corpus.evaluation.exam import read_exam
from allegiance.corpus.evaluation.gold import GoldClaim, GoldDocument
from allegiance.corpus.evaluation.marking import parse_marked
from allegiance.corpus.evaluation.scores import Evaluation, Share, Tally
from allegiance.corpus.evaluation.scoring import evaluate
from tests.corpus.evaluation.articles import (
    MARKED,
    TEXT,
    answers,
    candidate,
    entity,
    exam_row,
    gold,
    write_exam,
)

ENTITIES = [
    entity("reed", "Reed Brigade", "the brigade"),
    entity("council", "Delta Council", "the brigade's rivals"),
    entity("amon", "Port Amon"),
    entity("_men", "thirty fighters of the brigade", unnamed=True),
]
FIRST = TEXT.partition(" It")[0]
SECOND = TEXT.removeprefix(FIRST + " ")


def told(subject: str, relation: str, target: str, **details: object) -> GoldClaim:
    return replace(GoldClaim(subject, relation, target, quote=FIRST, start=0), **details)  # type: ignore[arg-type]


def score(claims: Sequence[GoldClaim], candidates: Sequence[Candidate]) -> Evaluation:
    return evaluate([gold(claims, ENTITIES)], candidates)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (candidate("the Reed Brigade", "split-from", "Delta Council"), 1),
        (candidate("RB/brigade", "split-from", "the Delta Council"), 1),
        (candidate("Reed", "split-from", "Delta Council"), 0),
        (candidate("Delta Council", "split-from", "Reed Brigade"), 0),
        (candidate("Reed Brigade", "fought", "Delta Council"), 0),
        (candidate("Reed Brigade", "split-from", "Port Amon"), 0),
    ],
)
def test_an_edge_is_right_when_relation_ends_and_direction_agree(
    found: Candidate, right: int
) -> None:
    scores = score([told("reed", "split-from", "council")], [found]).overall

    assert scores.edges == Tally(1, 1, right, right)
    assert scores.edges.f1 == right


def test_either_order_will_do_for_a_symmetric_relation() -> None:
    found = [
        candidate("Delta Council", "fought", "Reed Brigade"),
        candidate("Reed Brigade", "fought", "Delta Council"),
    ]
    claims = [told("reed", "fought", "council"), told("council", "fought", "reed")]

    assert score(claims, found).overall.edges == Tally(1, 1, 1, 1)


def test_who_has_no_name_is_known_by_his_words() -> None:
    found = candidate("at least thirty of the brigade's fighters", "defected-from", "Reed Brigade")

    assert score([told("_men", "defected-from", "reed")], [found]).overall.edges.right == 1


def test_what_is_told_twice_is_one_edge_and_what_is_denied_another() -> None:
    claims = [
        told("reed", "pledged-to", "council"),
        told("reed", "pledged-to", "council", start=len(FIRST) + 1, quote=SECOND),
        told("reed", "pledged-to", "council", status="denied"),
    ]
    found = [
        candidate("Reed Brigade", "pledged-to", "Delta Council"),
        candidate("the Reed Brigade", "pledged-to", "Delta Council", status="reported"),
    ]

    assert score(claims, found).overall.edges == Tally(2, 1, 1, 1)
    denial = candidate("Reed Brigade", "pledged-to", "Delta Council", status="denied")
    assert score(claims, [*found, denial]).overall.edges == Tally(2, 2, 2, 2)
    assert score(claims, [*found, denial]).overall.status == Share(2, 2)


def test_a_shared_name_is_given_to_whom_most_pairs_come_of() -> None:
    # Taken in order, the first would take the council's edge and leave nothing for the second.
    twins = [entity("a", "the guard", "Amon Guard"), entity("b", "the guard", "Reed Guard")]
    claims = [told("a", "controls", "amon"), told("b", "controls", "amon")]
    found = [
        candidate("guard/Amon Guard", "controls", "Port Amon"),
        candidate("Amon Guard", "controls", "Port Amon"),
    ]

    scores = evaluate([gold(claims, [*twins, *ENTITIES])], found).overall

    assert scores.edges == Tally(2, 2, 2, 2)


def test_ends_relation_and_direction_are_scored_apart() -> None:
    claims = [
        told("reed", "split-from", "council"),
        told("reed", "controls", "amon"),
        told("_men", "member-of", "reed"),
    ]
    found = [
        candidate("Delta Council", "split-from", "Reed Brigade"),
        candidate("Reed Brigade", "attacked", "Port Amon"),
        candidate("thirty fighters", "member-of", "Reed Brigade"),
    ]
    evaluation = score(claims, found)

    assert evaluation.overall.edges == Tally(3, 3, 1, 1)
    assert evaluation.overall.ends == Tally(3, 3, 3, 3)
    assert evaluation.overall.relation == Share(2, 3)
    assert evaluation.overall.direction == Share(1, 2)
    assert evaluation.by_relation["controls"].ends == Tally(1, 0, 0, 1)
    assert evaluation.by_relation["attacked"].ends == Tally(0, 1, 1, 0)
    assert [(m.relation, m.remark) for m in evaluation.missed] == [
        ("split-from", "found the other way round"),
        ("controls", "found as attacked"),
    ]
    assert [(m.subject, m.object, m.remark) for m in evaluation.wrong] == [
        ("Delta Council", "Reed Brigade", "annotated the other way round"),
        ("Reed Brigade", "Port Amon", "annotated as controls"),
    ]


DETAILS = {
    "speaker": ("a spokesman of the brigade",),
    "date": "2014-05-04",
    "place": "amon",
    "count": 30,
}


@pytest.mark.parametrize(
    ("changes", "detail", "tally"),
    [
        ({"speaker": "brigade spokesman"}, "attribution", Tally(1, 1, 1, 1)),
        ({"speaker": "a nurse"}, "attribution", Tally(1, 1, 0, 0)),
        ({"date": "2014-05-03/2014-05-04"}, "date", Tally(1, 1, 1, 1)),
        ({"date": "2014-05-03/2014-05-04"}, "exact_date", Tally(1, 1, 0, 0)),
        ({"date": "2014-05-04"}, "exact_date", Tally(1, 1, 1, 1)),
        ({"date": "2014-05"}, "date", Tally(1, 1, 0, 0)),
        ({"place": "port Amon"}, "place", Tally(1, 1, 1, 1)),
        ({"place": "Sirte"}, "place", Tally(1, 1, 0, 0)),
        ({"count": 30}, "count", Tally(1, 1, 1, 1)),
        ({"count": 31}, "count", Tally(1, 1, 0, 0)),
        ({}, "count", Tally(1, 0, 0, 0)),
    ],
)
def test_details_are_scored_on_right_edges(
    changes: dict[str, object], detail: str, tally: Tally
) -> None:
    claims = [told("reed", "split-from", "council", status="reported", **DETAILS)]
    found = [candidate("Reed Brigade", "split-from", "Delta Council", **changes)]

    assert getattr(score(claims, found).overall, detail) == tally
    wrong = [candidate("Reed Brigade", "split-from", "Port Amon", **changes)]
    assert getattr(score(claims, wrong).overall, detail) == Tally(0, 0, 0, 0)


def test_what_nobody_states_is_found_too_much() -> None:
    found = [candidate("Reed Brigade", "split-from", "Delta Council", date="2014", count=3)]
    scores = score([told("reed", "split-from", "council")], found).overall

    assert (scores.date, scores.count) == (Tally(0, 1, 0, 0), Tally(0, 1, 0, 0))


def test_details_are_compared_where_both_tell_the_edge() -> None:
    start = len(FIRST) + 1
    claims = [
        told("reed", "split-from", "council"),
        told(
            *("reed", "split-from", "council"),
            status="reported",
            date="2014-05-04",
            quote=SECOND,
            start=start,
        ),
    ]
    later = (Evidence("x1", start, len(TEXT), SECOND),)
    found = candidate(
        *("Reed Brigade", "split-from", "Delta Council"),
        status="reported",
        date="2014-05-04",
        evidence=later,
    )
    early = candidate("Reed Brigade", "split-from", "Delta Council", date="2013")

    for candidates in ([found], [found, early]):
        scores = score(claims, candidates).overall
        assert scores.status == Share(1, 1)
        assert scores.date == Tally(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("evidence", "right"),
    [
        (Evidence("x1", 0, len(FIRST), FIRST), 1),
        (Evidence("x1", 1, len(FIRST), FIRST), 0),
        (Evidence("x1", 0, 3, "the"), 0),
        (Evidence("x1", -1, -1, ""), 0),
        (Evidence("x1", 0, 10**12, TEXT), 1),
    ],
)
def test_quotes_are_verbatim_at_their_offsets(evidence: Evidence, right: int) -> None:
    scores = score([], [candidate("a", "fought", "b", evidence=(evidence,))]).overall

    assert scores.quotes == Share(right, 1)


def test_without_a_text_no_quote_is_judged() -> None:
    scores = evaluate([gold([], [], text="")], [candidate("a", "fought", "b")]).overall

    assert scores.quotes == Share(0, 0)
    assert scores.quotes.value is None


def test_a_relation_that_nobody_knows_is_wrong_and_counted() -> None:
    evaluation = score([told("reed", "fought", "council")], [candidate("a", "befriended", "b")])

    assert list(evaluation.by_relation) == ["fought", "befriended"]
    assert evaluation.overall.edges == Tally(1, 1, 0, 0)


def test_nothing_at_all_scores_nothing() -> None:
    scores = score([], []).overall

    assert (scores.edges.precision, scores.edges.recall, scores.edges.f1) == (0.0, 0.0, 0.0)
    assert scores.status.value is None


KEYS = st.sampled_from(["reed", "council", "amon", "_men"])
CLAIMS = st.lists(
    st.builds(
        GoldClaim,
        KEYS,
        st.sampled_from(["fought", "attacked", "member-of"]),
        KEYS,
        status=st.sampled_from(["asserted", "reported", "denied", "planned"]),
        speaker=st.sampled_from([(), ("a nurse",)]),
        date=st.sampled_from([None, "2014", "2014-05-03/2014-05-04"]),
        place=st.sampled_from([None, "amon", "_men"]),
        count=st.sampled_from([None, 0, 3]),
        quote=st.just(FIRST),
        start=st.just(0),
    ),
    max_size=8,
)


def assert_perfect(document: GoldDocument) -> None:
    evaluation = evaluate([document], answers(document))
    for scores in (evaluation.overall, *evaluation.by_relation.values()):
        for tally in (scores.edges, scores.ends, scores.attribution, scores.date):
            assert tally.gold == tally.found == tally.right == tally.met
        for tally in (scores.exact_date, scores.count, scores.place):
            assert tally.gold == tally.found == tally.right == tally.met
        for share in (scores.relation, scores.direction, scores.status, scores.quotes):
            assert share.right == share.of
    assert not evaluation.missed and not evaluation.wrong


@given(CLAIMS)
def test_who_says_what_the_annotator_says_is_right_in_all(claims: list[GoldClaim]) -> None:
    # One claim an edge: where one sentence tells an edge twice, its details are anybody's choice.
    edges = {(c.relation, *sorted((c.subject, c.object)), c.status == "denied"): c for c in claims}
    assert_perfect(gold(edges.values(), ENTITIES))


def test_the_example_against_itself_is_right_in_all() -> None:
    assert_perfect(parse_marked(MARKED))


@given(CLAIMS, CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(
    claims: list[GoldClaim], others: list[GoldClaim], random: object
) -> None:
    found = answers(gold(others, ENTITIES))
    mixed = list(found)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert score(claims, mixed) == score(claims, found)


EXAM = Path(__file__).parents[4] / "shared" / "exam"


@pytest.fixture(scope="module")
def exam_scorer() -> ModuleType:
    path = EXAM / "score.py"
    if not path.is_file():
        pytest.skip("no exam beside the checkout")
    spec = importlib.util.spec_from_file_location("exam_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("wrong", [0, 2])
def test_the_headline_is_that_of_the_exams_own_scorer(
    exam_scorer: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wrong: int,
) -> None:
    folder = write_exam(tmp_path / "exam", exam_row())
    rows = [
        {
            "subject": {"name": "Reed Brigade", "aliases": ["it"]},
            "relation": relation,
            "object": {"name": target},
            "status": "reported",
            "date": "2014-05-04",
            "evidence": [{"document": "x1", "start": 0, "end": len(FIRST), "quote": FIRST}],
        }
        for relation, target in [
            ("split-from", "Delta Council"),
            ("controls", "Port Amon"),
            ("fought", "Delta Council"),
            ("attacked", "a ship"),
        ][: 2 + wrong]
    ]
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    monkeypatch.setattr(sys, "argv", ["score.py", str(folder / "gold"), str(path)])
    exam_scorer.main()
    candidates = read_candidates(path.read_bytes().splitlines(), "claims")
    edges = evaluate(read_exam(folder), candidates).overall.edges

    assert f"edges: gold 2 found {2 + wrong} right 2  P {edges.precision:.3f}" in (
        capsys.readouterr().out
    )
    assert edges == Tally(2, 2 + wrong, 2, 2)
