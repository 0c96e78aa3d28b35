"""Names and types of news in our own words, read by the shipped reader."""

import pytest

from allegiance.ontology.vocabulary import load
from tests.corpus.news import types_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels still hold Qasrun. Residents of Qasrun fled.", {"Qasrun": "Place"}),
        ("Liwa al-Wadi declared its support for ISIS.", {"Liwa al-Wadi": "ArmedGroup"}),
        ("The strike killed 12 and wounded dozens.", {"12": "Person", "dozens": "Person"}),
        ("Ten Moroccans were abducted in Mali.", {"Ten Moroccans": "Person"}),
        ("The army left northeastern Syrian towns.", {"Syrian": "Country"}),
        (
            "SDF [Syrian Democratic Forces] fighters left.",
            {"SDF": "Coalition", "Syrian Democratic Forces": "Coalition"},
        ),
        ("The bombs fell on Aleppo Syria on Friday.", {"Aleppo": "Town", "Syria": "Country"}),
        ("Colombia's armed forces met them.", {"Colombia's armed forces": "StateForce"}),
        ("The army left al-Qaedas camp.", {"al-Qaedas": "ArmedGroup"}),
        ("Assad met the FMLN in Nicaragua.", {"Assad": "Person", "Nicaragua": "Country"}),
        (
            "The groups included the FSA SRF Hazzm and others.",
            {"FSA": "Coalition", "SRF": "Coalition", "Hazzm": "Group"},
        ),
        (
            "The raid hit al-Qaedas Syria branch.",
            {"al-Qaedas": "ArmedGroup", "Syria": "Country"},
        ),
        ("The army shelled a rebel-held area.", {"rebel": "ArmedGroup"}),
        ("Forty fighters have deserted Nusur al-Rih since then.", {"Nusur al-Rih": "Group"}),
        (
            "Nusur al-Rih changed its name after it had lost Qasrun.",
            {"Nusur al-Rih": "Group"},
        ),
    ],
)
def test_everyday_names(text: str, expected: dict[str, str]) -> None:
    found = types_of(text)
    wrong = [name for name, kind in expected.items() if not load().is_a(found[name], kind)]
    assert not wrong, found
