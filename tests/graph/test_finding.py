from dataclasses import replace

import pytest

from allegiance.graph.errors import UnknownNameError
from allegiance.graph.finding import find
from allegiance.graph.knowledge import Knowledge
from tests.graph.sample import sample


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("islamic-state", "islamic-state"),
        ("Islamic State", "islamic-state"),
        ("the ISLAMIC state", "islamic-state"),
        ("daesh", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("Nusur a-Wadi", "eagles-of-the-valley"),
        ("nusur al-wadi", "eagles-of-the-valley"),
        ("Eagles", "eagles-of-the-valley"),
    ],
)
def test_any_spelling_of_any_name(name: str, expected: str) -> None:
    assert [entity.id for entity in find(sample(), name)] == [expected]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Islamik State", "'Islamik State' here; did you mean Islamic State?"),
        ("Haddad", "did you mean Karim Haddad?"),
        ("Valley", "did you mean Eagles of the Valley?"),
        ("zzzz", "allegiance stats lists who is"),
        ("", "nobody is called ''"),
        ("?!", "nobody is called '?!'"),
    ],
)
def test_near_names_are_offered(name: str, words: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(sample(), name)

    assert words in str(caught.value)


def test_namesakes_come_with_the_most_claimed_first() -> None:
    given = sample()
    renamed = tuple(
        replace(entity, name="Front") if entity.id in {"abu-salim", "homeland-front"} else entity
        for entity in given.entities
    )
    found = find(Knowledge(given.documents, renamed, given.claims), "Front")

    assert [entity.id for entity in found] == ["homeland-front", "abu-salim"]
