import pytest

from allegiance.corpus.reader.english import ENGLISH

SMALL = {
    "sure_articles": ENGLISH.sure_articles,
    "assimilated_articles": ENGLISH.assimilated_articles,
    "inner_articles": ENGLISH.inner_articles,
    "name_parts": ENGLISH.name_parts,
    "prefixes": ENGLISH.prefixes,
    "titles": ENGLISH.abbreviations.titles,
    "words": ENGLISH.abbreviations.words,
    "numbered": ENGLISH.abbreviations.numbered,
    "days": ENGLISH.abbreviations.days,
    "saying": ENGLISH.saying,
    "contracted": frozenset(ENGLISH.contracted),
    "genitives": ENGLISH.lost.genitives,
    "plain": ENGLISH.lost.plain,
}


@pytest.mark.parametrize("name", SMALL)
def test_lists_are_of_small_letters(name: str) -> None:
    assert SMALL[name]
    assert all(word == word.lower() for word in SMALL[name])


@pytest.mark.parametrize("words", [ENGLISH.starters, ENGLISH.glued])
def test_beginnings_have_a_capital(words: frozenset[str]) -> None:
    assert all(word[0].isupper() for word in words)


def test_contracted_words_are_cut_inside() -> None:
    assert all(0 < letters < len(word) for word, letters in ENGLISH.contracted.items())


def test_an_abbreviation_has_one_rule() -> None:
    short = ENGLISH.abbreviations
    lists = [short.titles, short.words, short.numbered, short.days]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
