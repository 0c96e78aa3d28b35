import pytest

from allegiance.ontology.folding import fold
from allegiance.ontology.gazetteer import Entry, compile_entries, load
from allegiance.ontology.vocabulary import load as load_vocabulary

GAZETTEER = load()


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("ISIS", "islamic-state"),
        ("the Islamic State", "islamic-state"),
        ("IS", "islamic-state"),
        ("Da’esh", "islamic-state"),
        ("Islamic State of Iraq and the Levant", "islamic-state"),
        ("ISI", "islamic-state-of-iraq"),
        ("Syrian army", "syrian-arab-army"),
        ("Free Syrian Army", "free-syrian-army"),
        ("Feilaq a-Sham", "feilaq-al-sham"),
        ("فيلق الشام", "feilaq-al-sham"),
        ("Al Qaeda", "al-qaeda"),
        ("the Iraqi army", "iraqi-army"),
        ("PKK", "pkk"),
    ],
)
def test_known_names_lead_to_their_entry(name: str, entry: str) -> None:
    found = GAZETTEER.lookup(fold(name))
    assert found is not None
    assert found.id == entry


@pytest.mark.parametrize("name", ["Feilaq al-Homs", "Homs", "Sham", "army", "", "Assoud al-Islam"])
def test_other_names_lead_nowhere(name: str) -> None:
    assert GAZETTEER.lookup(fold(name)) is None


def test_a_weak_name_of_two_entries_names_neither() -> None:
    assert "ansar sharia" not in GAZETTEER.weak
    assert GAZETTEER.lookup("ansar sharia") is None


def test_strong_and_weak_names_never_meet() -> None:
    assert not set(GAZETTEER.strong) & {
        fold(name) for entry in GAZETTEER.entries for name in entry.weak
    }


def test_every_name_has_a_key_and_every_entry_a_known_type() -> None:
    types = load_vocabulary().types
    for entry in GAZETTEER.entries:
        assert entry.type in types, entry.id
        assert all(fold(name) for name in (entry.name, *entry.aliases, *entry.weak)), entry.id


def test_no_alias_repeats_another_spelling_of_its_entry() -> None:
    for entry in GAZETTEER.entries:
        keys = [fold(name) for name in (entry.name, *entry.aliases, *entry.weak)]
        assert len(keys) == len(set(keys)), entry.id


def test_two_entries_may_not_claim_one_strong_name() -> None:
    one = Entry("one", "Red Brigade", "ArmedGroup", (), ())
    two = Entry("two", "Blue Brigade", "ArmedGroup", ("RED BRIGADE",), ())
    with pytest.raises(ValueError, match="'RED BRIGADE' is a strong name of two and one"):
        compile_entries([one, two])
