import pytest

from allegiance.corpus.coreference.chains import best_name


@pytest.mark.parametrize(
    ("names", "kind", "expected"),
    [
        (["ISIS", "Islamic State", "ISIS"], "Group", "Islamic State"),
        (["FVA", "Free Valley Army", "FVA"], "Group", "Free Valley Army"),
        (["Haddad", "Karim Haddad", "Haddad"], "Person", "Karim Haddad"),
        (["Harran", "Harran city", "Harran"], "Place", "Harran"),
        (["FVA", "FVA"], "Group", "FVA"),
    ],
)
def test_the_best_name(names: list[str], kind: str, expected: str) -> None:
    assert best_name(names, kind) == expected
