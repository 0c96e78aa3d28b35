from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.evaluation.pairing import Pair, best_pairs

WORTHS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.booleans(), st.booleans()),
    max_size=12,
)
Worths = dict[Pair, tuple[bool, ...]]


def test_more_pairs_are_better_than_the_first() -> None:
    worths: Worths = {(0, 0): (True,), (0, 1): (False,), (1, 0): (False,)}

    assert best_pairs(worths) == ((0, 1), (1, 0))


def test_of_as_many_the_worthier_are_taken() -> None:
    worths: Worths = {(0, 0): (False,), (0, 1): (True,), (1, 0): (True,), (1, 1): (False,)}

    assert best_pairs(worths) == ((0, 1), (1, 0))


def test_nothing_gives_no_pairs() -> None:
    assert best_pairs({}) == ()


@given(WORTHS)
def test_no_pairing_is_better(worths: Worths) -> None:
    found = best_pairs(worths)

    assert len({f for f, _ in found}) == len({w for _, w in found}) == len(found)
    assert value(found, worths) == max(value(one, worths) for one in pairings(worths))


@given(WORTHS, st.randoms(use_true_random=False))
def test_the_order_of_what_may_be_does_not_matter(worths: Worths, random: object) -> None:
    items = list(worths.items())
    random.shuffle(items)  # type: ignore[attr-defined]

    assert best_pairs(dict(items)) == best_pairs(worths)


def value(pairs: tuple[Pair, ...], worths: Worths) -> tuple[int, ...]:
    return len(pairs), *(sum(worths[pair][n] for pair in pairs) for n in range(2))


def pairings(worths: Worths) -> list[tuple[Pair, ...]]:
    """Every pairing of four with four, cut down to what may be."""
    return [
        tuple(pair for pair in enumerate(order) if pair in worths)
        for order in permutations(range(4))
    ]
