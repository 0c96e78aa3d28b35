from dataclasses import replace

import pytest

from allegiance.graph.portrait import in_time, portray
from tests.graph.sample import MARCH_CLAIMS, sample


def test_allegiances_are_in_the_order_of_time() -> None:
    portrait = portray(sample(), "Eagles of the Valley")

    assert [(c.date, c.relation) for c in portrait.allegiances] == [
        ("2015-03~", "defected-from"),
        ("2015-03", "pledged-to"),
        (None, "merged-into"),
        (None, "member-of"),
        (None, "member-of"),
        (None, "member-of"),
    ]


def test_every_claim_of_an_entity_is_there() -> None:
    given = sample()
    for entity in given.entities:
        own = {c.id for c in given.claims if entity.id in (c.subject.id, c.object.id)}
        assert {claim.id for claim in portray(given, entity.id).claims} == own


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2014", "2015"),
        ("2014-12", "2014-12-02"),
        ("2014-12-13/2014-12-14", "2014-12-14"),
        ("../2014-12-14", "2014-12-15"),
        ("2014-12-14", None),
        ("2014-12-14", "no date"),
    ],
)
def test_claims_are_ordered_by_their_first_day(earlier: str, later: str | None) -> None:
    claims = [replace(MARCH_CLAIMS[0], date=date) for date in (later, earlier)]

    assert [claim.date for claim in in_time(claims)] == [earlier, later]
