import pytest

from allegiance.corpus.evaluation.dates import date_agrees


@pytest.mark.parametrize(
    ("ours", "gold", "right"),
    [
        ("2014-12-13", "2014-12-13", True),
        ("2014-12-13", "2014-12", True),
        ("2014-12", "2014-12-13", False),
        ("2014-12-13/2014-12-14", "2014-12-14", True),
        ("2014-12~", "2014-12", True),
        ("2014-12", "2014-12~", True),
        (None, "2014", False),
        ("2013", "2014", False),
        ("2014-12-13", "2014-12-12/2014-12-14", True),
        ("2014-12-12/2014-12-14", "2014-12-12/2014-12-14", True),
        ("2014-12", "2014-12-12/2014-12-14", False),
        ("2014-12-15", "2014-12-12/2014-12-14", False),
        ("2014-12-15", "2014-12-12/..", True),
        ("2014-12-11", "2014-12-12/..", False),
        ("../2014-12", "../2015", True),
        ("soon", "2014-12-12/..", False),
        ("2014-12-13T10:00", "2014-12-13", True),
    ],
)
def test_a_date_agrees_at_the_precision_of_the_annotation(
    ours: str | None, gold: str, right: bool
) -> None:
    assert date_agrees(ours, gold) is right
