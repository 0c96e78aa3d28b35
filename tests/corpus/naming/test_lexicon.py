import pytest

from allegiance.corpus.naming.lexicon import is_plural, load_lexicon
from allegiance.ontology.vocabulary import load


@pytest.mark.parametrize(
    ("lemma", "one", "several", "group"),
    [
        ("militant", "Person", "ArmedGroup", False),
        ("soldier", "Person", "StateForce", False),
        ("civilian", "Person", "Person", False),
        ("battalion", "ArmedGroup", "ArmedGroup", True),
        ("coalition", "Coalition", "Coalition", True),
        ("regime", "Government", "Government", True),
        ("village", "Town", "Town", False),
        ("vice-president", "Person", "Person", False),
    ],
)
def test_nouns(lemma: str, one: str, several: str, group: bool) -> None:
    noun = load_lexicon().noun(lemma)
    assert noun is not None
    assert (noun.type, noun.plural, noun.group) == (one, several, group)


def test_unknown_nouns_have_no_entry() -> None:
    assert load_lexicon().noun("treason") is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Gunmen", True), ("insurgents", True), ("Insurgent", False), ("brigades", False)],
)
def test_plural_people(word: str, expected: bool) -> None:
    assert load_lexicon().is_people(word) is expected


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("troops", "troop", True),
        ("men", "man", True),
        ("people", "people", True),
        ("Police", "police", True),
        ("boss", "boss", False),
        ("leader", "leader", False),
    ],
)
def test_number(word: str, lemma: str, expected: bool) -> None:
    assert is_plural(word, lemma) is expected


def test_every_type_is_one_of_the_ontology() -> None:
    lexicon, known = load_lexicon(), load().types
    types = {noun.type for noun in lexicon.nouns.values()}
    types |= {noun.plural for noun in lexicon.nouns.values()}
    types |= {*lexicon.triggers.values(), *lexicon.qualifiers.values(), *lexicon.places.values()}
    assert types <= set(known)


def test_no_noun_is_a_person_and_a_group_at_once() -> None:
    for lemma, noun in load_lexicon().nouns.items():
        assert not (noun.group and noun.type == "Person"), lemma


def test_capitals_belong_to_listed_countries() -> None:
    lexicon = load_lexicon()
    assert set(lexicon.capitals.values()) <= set(lexicon.countries.values())


def test_adjectives_point_at_their_country() -> None:
    countries = load_lexicon().countries
    assert countries["chadian"] == countries["chad"] == "Chad"
