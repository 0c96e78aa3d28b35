"""Chains over news in our own words, read by the shipped reader."""

import pytest

from tests.corpus.news import chains_of, together


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "Feilaq al-Homs seized the headquarters of Assoud al-Islam and arrested eleven of its "
            "fighters.",
            "its",
            {"its", "Assoud al-Islam"},
        ),
        (
            "Feilaq al-Homs arrested eleven of its fighters in Rastan.",
            "its",
            {"its", "Feilaq al-Homs"},
        ),
        (
            "In May, ISIS executed eight of its fighters in Manbij. The eight had tried to flee.",
            "The eight",
            {"The eight", "eight of its fighters"},
        ),
        (
            "Hadi Barakat, the spokesman for Feilaq al-Sham, said that his coalition had expelled "
            "Jund al-Rif.",
            "his coalition",
            {"his coalition", "Feilaq al-Sham"},
        ),
        (
            "A rebel battalion in northern Homs lost its base on Friday. Jund al-Rif declared its "
            "retreat, said Karim Haddad, a spokesman for the battalion.",
            "A rebel battalion",
            {"A rebel battalion", "its", "Jund al-Rif", "the battalion"},
        ),
        (
            "The FSA met on Friday. The FSAs commander in Homs left.",
            "FSA",
            {"FSA", "FSAs"},
        ),
        (
            "Colonel Karim Hamidi spoke on Friday. Hamidis statement was short.",
            "Karim Hamidi",
            {"Karim Hamidi", "Hamidis"},
        ),
        (
            "Clashes erupted between fighters from Jund al-Rif and fighters from Liwa al-Wadi.",
            "fighters",
            {"fighters"},
        ),
        (
            "The rebels left Homs. The army shelled rebel-held suburbs.",
            "rebel",
            {"The rebels", "rebel"},
        ),
        (
            "Samir Qaddour, who leads the battalion, fled to Raqqa. His cousin Ziad Qaddour "
            "resigned as spokesman.",
            "Samir Qaddour",
            {"Samir Qaddour", "His"},
        ),
        (
            'A spokesman, Ziad Qaddour, met us. "Samir Qaddour has left ISIS," he told the Levant '
            "Monitor.",
            "he",
            {"he", "Ziad Qaddour", "A spokesman"},
        ),
        (
            "The ELN attacked dissident members of the Revolutionary Armed Forces of Colombia "
            "(FARC) on Friday. Officials spoke with the FARC dissidents.",
            "the FARC dissidents",
            {
                "the FARC dissidents",
                "dissident members of the Revolutionary Armed Forces of Colombia",
            },
        ),
        (
            "Jund al-Rif left Homs on Friday. Last month the Western-backed rebel group Liwa "
            "al-Wadi fled.",
            "Jund al-Rif",
            {"Jund al-Rif"},
        ),
        ("Medics treated the victims in Homs.", "Medics", {"Medics"}),
        (
            "A correspondent watched the market. The suicide attacker came by car.",
            "A correspondent",
            {"A correspondent"},
        ),
        (
            "The UK-based Syrian Observatory for Human Rights tracks violence across the country.",
            "UK",
            {"UK"},
        ),
        (
            "Jund al-Rif attacked Liwa al-Wadi, which had lost its base.",
            "its",
            {"Liwa al-Wadi", "its"},
        ),
        ("The US attacked the camp, the Observatory said.", "US", {"US"}),
        (
            "Karim Haddad met the Foreign Secretary on Friday. The Foreign Secretary left.",
            "the Foreign Secretary",
            {"the Foreign Secretary", "The Foreign Secretary"},
        ),
    ],
)
def test_who_is_who(text: str, phrase: str, expected: set[str]) -> None:
    assert together(text, phrase) == expected


def test_whose_army_is_called_by_its_owner() -> None:
    _, chains = chains_of("Iran supports the Syrian government, whose army holds Homs.")
    assert "Syrian government's army" in {chain.name for chain in chains}
