from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.evaluation.gold import GoldClaim
from allegiance.corpus.training.reliability import Bin, bins, error, judged, plot, rows
from tests.corpus.evaluation.articles import candidate, entity, gold

FOUND = [(0.65, True), (0.7, False), (0.95, True), (1.0, True), (0.99, False)]


def test_an_edge_is_as_sure_as_its_surest_claim() -> None:
    article = gold([GoldClaim("reed", "fought", "delta")], [entity("reed"), entity("delta")])
    claims = [
        candidate("reed", "fought", "delta", confidence=0.4),
        candidate("reed", "fought", "delta", confidence=0.8),
        candidate("reed", "fought", "others", confidence=0.3),
    ]

    assert judged([article], claims) == [(0.8, True), (0.3, False)]


def test_edges_go_into_bins_by_confidence() -> None:
    low, middle, high = bins(FOUND, 10)

    assert low == Bin(0.6, 0.7, edges=1, sure=0.65, right=1.0)
    assert middle == Bin(0.7, 0.8, edges=1, sure=0.7, right=0.0)
    assert high.edges == 3
    assert high.right == pytest.approx(2 / 3)


def test_a_table_of_bins() -> None:
    assert list(rows(bins(FOUND, 5)))[1:] == [
        "| 0.6 to 0.8 | 2 | 0.68 | 0.50 |",
        "| 0.8 to 1.0 | 3 | 0.98 | 0.67 |",
    ]


def test_the_error_weighs_bins_by_their_edges() -> None:
    some = [Bin(0.0, 0.5, 1, sure=0.2, right=0.0), Bin(0.5, 1.0, 3, sure=0.8, right=0.7)]

    assert error(some) == pytest.approx((0.2 + 3 * 0.1) / 4)
    assert error([]) == 0


def test_chance_allows_less_where_edges_are_many() -> None:
    few, many = (Bin(0.5, 0.6, edges, 0.55, 0.5).range for edges in (10, 1000))

    assert few == pytest.approx((0.237, 0.763), abs=1e-3)
    assert many == pytest.approx((0.469, 0.531), abs=1e-3)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())), st.integers(1, 20))
def test_every_edge_is_in_one_bin_and_drawn(found: list[tuple[float, bool]], number: int) -> None:
    some = bins(found, number)
    drawn = ElementTree.fromstring(plot(some, "Edges"))

    assert sum(one.edges for one in some) == len(found)
    assert all(0 <= one.range[0] <= one.right <= one.range[1] + 1e-9 for one in some)
    assert len(drawn.findall("{*}circle")) == len(some)
    assert plot(some, "Edges") == plot(bins(found, number), "Edges")
