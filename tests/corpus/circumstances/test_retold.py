from collections.abc import Sequence

import pytest

from allegiance.corpus.circumstances.retold import date_plans_again, date_retellings
from allegiance.corpus.mention import Chain
from allegiance.corpus.relation import Relation
from allegiance.corpus.time.event_dates import Dating

# Mentions 0 and 1 are the Hawks, 2 is the emirate, 3 is Odeh, 4 the Front.
CHAINS = tuple(
    Chain(mentions, (), "Entity", name, (), False)
    for mentions, name in [((0, 1), "Hawks"), ((2,), "emirate"), ((3,), "Odeh"), ((4,), "Front")]
)
SATURDAY = Dating("2014-12-13", "on Saturday", "weekday-before-publication")
FRIDAY = Dating("2014-12-12", "on Friday", "weekday-before-publication")
AGAIN = Dating("2014-12-13", "on Saturday", "told-again")
VAGUE = Dating(None, "recently", "vague")


def _told(
    *tellings: tuple[str, int, int, Dating], happened: Sequence[bool] = ()
) -> tuple[Dating, ...]:
    relations = [Relation(0, name, s, o, 0, "made") for name, s, o, _ in tellings]
    facts = happened or [True] * len(tellings)
    return date_retellings(relations, [t[-1] for t in tellings], CHAINS, facts)


@pytest.mark.parametrize(
    "first, second, expected",
    [
        (("pledged-to", 0, 2, SATURDAY), ("pledged-to", 1, 2, Dating()), AGAIN),
        (("pledged-to", 0, 2, SATURDAY), ("pledged-to", 1, 2, VAGUE), VAGUE),
        (("pledged-to", 0, 2, SATURDAY), ("pledged-to", 1, 4, Dating()), Dating()),
        (("pledged-to", 0, 2, SATURDAY), ("pledged-to", 3, 2, Dating()), Dating()),
        (("pledged-to", 0, 2, SATURDAY), ("split-from", 1, 2, Dating()), Dating()),
        (("attacked", 0, 4, SATURDAY), ("attacked", 1, 4, Dating()), Dating()),
        (("pledged-to", 0, 2, Dating()), ("pledged-to", 1, 2, Dating()), Dating()),
    ],
)
def test_one_event_told_twice(
    first: tuple[str, int, int, Dating], second: tuple[str, int, int, Dating], expected: Dating
) -> None:
    assert _told(first, second)[1] == expected


def test_a_group_and_its_leader_pledge_together() -> None:
    pledge, leaders = ("pledged-to", 0, 2, SATURDAY), ("pledged-to", 3, 2, Dating())
    assert _told(pledge, leaders, ("leads", 3, 1, Dating()))[1] == AGAIN


def test_two_dates_are_two_events_or_a_contradiction() -> None:
    tellings = [
        ("pledged-to", 0, 2, SATURDAY),
        ("pledged-to", 0, 2, FRIDAY),
        ("pledged-to", 1, 2, Dating()),
    ]
    assert _told(*tellings)[2] == Dating()


def test_what_did_not_happen_lends_no_date_and_takes_none() -> None:
    pledge, again = ("pledged-to", 0, 2, SATURDAY), ("pledged-to", 1, 2, Dating())
    assert _told(pledge, again, happened=[False, True])[1] == Dating()
    assert _told(pledge, again, happened=[True, False])[1] == Dating()


@pytest.mark.parametrize(
    "first, second, expected",
    [
        (("member-of", 0, 2, SATURDAY), ("member-of", 1, 2, Dating()), AGAIN),
        (("pledged-to", 0, 2, SATURDAY), ("pledged-to", 1, 2, Dating()), AGAIN),
        (("member-of", 0, 2, SATURDAY), ("member-of", 3, 2, Dating()), Dating()),
        (("attacked", 0, 4, SATURDAY), ("attacked", 1, 4, Dating()), Dating()),
    ],
)
def test_one_plan_told_twice(
    first: tuple[str, int, int, Dating], second: tuple[str, int, int, Dating], expected: Dating
) -> None:
    relations = [Relation(0, name, s, o, 0, "made") for name, s, o, _ in (first, second)]
    datings = [first[-1], second[-1]]
    assert date_plans_again(relations, datings, CHAINS, [True, True])[1] == expected
    assert date_plans_again(relations, datings, CHAINS, [False, True])[1] == Dating()
    assert date_plans_again(relations, datings, CHAINS, [True, False])[1] == Dating()
