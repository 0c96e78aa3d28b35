from dataclasses import replace

import pytest

from allegiance.graph.knowledge import Knowledge
from allegiance.graph.ledger import Decision
from allegiance.graph.replay import replay
from allegiance.graph.resolve import resolve
from tests.graph.made import reading

GROUPS = ["Alpha Front", "Beta Front", "Gamma Front"]
READINGS = [
    reading(
        name,
        ("Person", ["Karim Haddad"]),
        ("ArmedGroup", [name]),
        claims=[(0, "member-of", 1)],
    )
    for name in GROUPS
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return resolve(READINGS)


def same(line: int, *ids: str) -> Decision:
    return Decision(line, "same", entities=ids)


def different(line: int, *ids: str) -> Decision:
    return Decision(line, "different", entities=ids)


def groups(knowledge: Knowledge) -> list[str]:
    return [claim.object.id for claim in knowledge.claims]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], ["alpha-front", "beta-front", "gamma-front"]),
        ([same(1, "beta-front", "alpha-front")], ["beta-front", "beta-front", "gamma-front"]),
        (
            [same(1, "alpha-front", "beta-front"), same(2, "beta-front", "gamma-front")],
            ["alpha-front"] * 3,
        ),
        (
            [same(1, "beta-front", "gamma-front"), same(2, "alpha-front", "gamma-front")],
            ["alpha-front"] * 3,
        ),
        ([same(1, "alpha-front", "beta-front", "gamma-front")], ["alpha-front"] * 3),
        (
            [
                same(1, "alpha-front", "beta-front"),
                Decision(2, "unsure", entities=("beta-front", "alpha-front")),
            ],
            ["alpha-front", "beta-front", "gamma-front"],
        ),
        ([same(1, "old-id", "beta-front")], ["alpha-front", "old-id", "gamma-front"]),
    ],
)
def test_merges(knowledge: Knowledge, decisions: list[Decision], expected: list[str]) -> None:
    judged = replay(knowledge, decisions).knowledge

    assert groups(judged) == expected
    assert {entity.id for entity in judged.entities} == {*expected, "karim-haddad"}


def test_what_was_judged_different_stays_two(knowledge: Knowledge) -> None:
    judged = replay(
        knowledge,
        [
            different(1, "alpha-front", "gamma-front"),
            same(2, "alpha-front", "beta-front"),
            same(3, "beta-front", "gamma-front"),
        ],
    )

    assert groups(judged.knowledge) == ["alpha-front", "alpha-front", "gamma-front"]
    assert judged.remarks == (
        "decisions.jsonl:3: not merged: 'alpha-front' and 'gamma-front' were judged different",
    )


def test_the_last_judgement_on_a_pair_counts(knowledge: Knowledge) -> None:
    first, last = same(1, "alpha-front", "beta-front"), different(2, "beta-front", "alpha-front")

    assert len(set(groups(replay(knowledge, [first, last]).knowledge))) == 3
    assert len(set(groups(replay(knowledge, [last, first]).knowledge))) == 2


def test_a_merged_entity_keeps_all_names(knowledge: Knowledge) -> None:
    judged = replay(knowledge, [same(1, "beta-front", "alpha-front")]).knowledge
    entity = judged.entities_by_id()["beta-front"]

    assert (entity.name, entity.aliases) == ("Beta Front", ("Alpha Front",))


def test_retype_and_rename_follow_a_merge(knowledge: Knowledge) -> None:
    judged = replay(
        knowledge,
        [
            Decision(1, "retype", entities=("alpha-front",), value="Coalition"),
            Decision(2, "rename", entities=("beta-front",), value="Delta"),
            same(3, "beta-front", "alpha-front"),
        ],
    ).knowledge
    entity = judged.entities_by_id()["beta-front"]

    assert (entity.name, entity.type) == ("Delta", "Coalition")
    assert entity.aliases == ("Alpha Front", "Beta Front")


def test_a_rejected_claim_goes_and_who_stands_in_no_other_goes_too(knowledge: Knowledge) -> None:
    judged = replay(knowledge, [Decision(1, "rejected", claim=knowledge.claims[0].id)]).knowledge

    assert groups(judged) == ["beta-front", "gamma-front"]
    assert "alpha-front" not in judged.entities_by_id()


def test_a_confirmation_takes_a_rejection_back(knowledge: Knowledge) -> None:
    id = knowledge.claims[0].id
    decisions = [Decision(1, "rejected", claim=id), Decision(2, "confirmed", claim=id)]

    assert replay(knowledge, decisions).knowledge == knowledge


def test_a_corrected_claim_says_so(knowledge: Knowledge) -> None:
    changes = (("date", "2014-12"), ("status", "denied"))
    decision = Decision(1, "corrected", claim=knowledge.claims[0].id, changes=changes)
    claim = replay(knowledge, [decision]).knowledge.claims[0]

    expected = replace(knowledge.claims[0], date="2014-12", date_rule="ledger", status="denied")
    assert claim == expected


def test_what_does_not_apply_is_told(knowledge: Knowledge) -> None:
    judged = replay(
        knowledge,
        [
            Decision(4, "rejected", claim="none"),
            Decision(7, "rename", entities=("nobody",), value="X"),
        ],
    )

    assert judged.knowledge == knowledge
    assert judged.remarks == (
        "decisions.jsonl:4: kept for later: there is no claim 'none'",
        "decisions.jsonl:7: kept for later: there is no entity 'nobody'",
    )
