import pytest

from allegiance.corpus.coreference.first_person import first_persons, spoken_persons
from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.reader.reader import load_reader
from allegiance.corpus.tree import grow


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Jund al-Rif attacked us," said Hadi Barakat, a spokesman for Feilaq al-Sham.',
            {"us", "Feilaq al-Sham"},
        ),
        (
            "Feilaq al-Homs commander Karim Haddad arrived on Monday. "
            '"We are fighting the Syrian army," Haddad said.',
            {"We", "Feilaq al-Homs"},
        ),
        ('"We are fighting the Syrian army," Karim Haddad said.', {"We"}),
    ],
)
def test_we_are_the_group_that_a_speaker_speaks_for(text: str, expected: set[str]) -> None:
    sentences = load_reader().read(text)
    mentions = find_mentions(sentences, text)
    chains = resolve_mentions(sentences, mentions)
    we = next(i for i, m in enumerate(mentions) if m.text.lower() in {"we", "us"})
    assert {mentions[m].text for c in chains if we in c.mentions for m in c.mentions} == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            '"The army came at dawn," Karim Haddad said. "It killed my brother and burned a farm."',
            "my",
            "Karim Haddad",
        ),
        (
            "Hadi Barakat, a colonel of Feilaq al-Sham, spoke to Strait. "
            '"The army came at dawn," he said. "It killed our men and burned a farm."',
            "our",
            "Feilaq al-Sham",
        ),
        (
            'Karim Haddad shrugged: "They came to me at dawn with their guns."',
            "me",
            "Karim Haddad",
        ),
        (
            'Sami Barakat met Karim Haddad: "They came to me at dawn with their guns."',
            "me",
            "Karim Haddad",
        ),
        (
            '"We are lost in this valley," it began, and Karim Haddad shrugged: '
            '"They came to me at dawn with their guns."',
            "me",
            "Karim Haddad",
        ),
    ],
)
def test_a_quotation_has_its_speaker_beside_it(text: str, word: str, expected: str) -> None:
    sentences = load_reader().read(text)
    mentions = find_mentions(sentences, text)
    chains = resolve_mentions(sentences, mentions)
    said = next(i for i, m in enumerate(mentions) if m.text.lower() == word)
    assert next(c.name for c in chains if said in c.mentions) == expected


def test_nobody_is_called_i_outside_of_somebodys_words() -> None:
    text = "The militia told our reporter that I was free to go."
    mentions = find_mentions(load_reader().read(text), text)
    assert not {"our", "I"} & {m.text for m in mentions}


def test_only_between_marks_or_in_told_words_is_anybody_we() -> None:
    text = (
        '"We hold the bridge," Karim Haddad said. The militia told our reporter nothing. '
        '"They sent us home at dawn," Hadi Barakat added. The road is ours.'
    )
    sentences = load_reader().read(text)
    said = spoken_persons(sentences, [grow(sentence) for sentence in sentences], text)
    words = [s.tokens[i].text for s, found in zip(sentences, said, strict=True) for i in found]
    assert words == ["We", "us"]


def test_only_what_somebody_says_has_a_speaker() -> None:
    (sentence,) = load_reader().read("The war reached us in the spring.")
    assert first_persons(grow(sentence)) == {}
