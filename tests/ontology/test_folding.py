import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.ontology.folding import fold, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Feilaq al-Homs", "Feilaq a-Homs"),
        ("Feilaq a-Sham", "FEILAQ ASH-SHAM"),
        ("Jabhat an-Nusra", "Jabhat al-Nusra"),
        ("Deir ez-Zor", "Deir el-Zor"),
        ("al Qaeda", "Al-Qaeda"),
        ("the Islamic State’s", "Islamic State"),
        ("ISIS’", "isis"),
        ("I.S.I.S.", "ISIS"),
        ("U.N.", "UN"),
        ("Da’esh", "Da'esh"),
        ("Muʿādh al-Ḥasan", "Muadh al-Hasan"),
        ("Boko–Haram", "Boko Haram"),
        ("Army of the Conquest", "Army of Conquest"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Feilaq al-Homs", "Feilaq a-Sham"),
        ("Free Syrian Army", "Syrian Arab Army"),
        ("ISI", "ISIS"),
        ("A. Haddad", "Haddad"),
        ("Homs", "Homs province"),
        ("A-Team", "Team"),
        ("as-is", "is"),
    ],
)
def test_other_names_keep_their_own_key(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_slug_spells_the_arabic_article_one_way() -> None:
    assert slug("Feilaq ash-Sham") == slug("Feilaq a-Sham") == "feilaq-al-sham"
    assert slug("Assoud al-Islam") == "assoud-al-islam"


def test_nothing_but_an_article_keeps_a_key() -> None:
    assert fold("The") == "the"


@given(st.text(max_size=40))
def test_folding_a_key_gives_the_key(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_only_what_has_no_letter_has_no_key(name: str) -> None:
    if any(letter.isascii() and letter.isalnum() for letter in name):
        assert fold(name)


@given(st.text(max_size=40))
def test_a_slug_holds_no_character_that_an_address_would_mind(name: str) -> None:
    assert not set(slug(name)) & set(" /\\#?%<>\"'{}|^`\n\t\x00")
