import pytest

from allegiance.corpus.coreference.first_person import first_persons
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


def test_only_what_somebody_says_has_a_speaker() -> None:
    (sentence,) = load_reader().read("The war reached us in the spring.")
    assert first_persons(grow(sentence)) == {}
