import pytest

from allegiance.corpus.coreference.namesakes import asides_of, link_names, one_letter
from allegiance.corpus.coreference.profile import profiles
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.tree import grow
from tests.corpus.trees import read


def links_of(*names: str) -> list[tuple[str, str, str]]:
    """Links between names (with their labels, ``Free_Army:ORG``), each in a sentence of its own."""
    rows = []
    for name in names:
        words, _, label = name.partition(":")
        tokens = words.split("_")
        head = len(tokens) + 1
        row = f"{tokens[0]}_PROPN_{head}_nsubj "
        row += "".join(f"{word}_PROPN_1_flat " for word in tokens[1:])
        rows.append(f"{row}fled_VERB_0_root ~._PUNCT_{head}_punct | names 1-{len(tokens)}:{label}")
    document, sentences = read(*rows)
    lexicon = load_lexicon()
    mentions = find_mentions(sentences, document.text)
    found = profiles([grow(s) for s in sentences], mentions, lexicon)
    links = link_names(sentences, mentions, found, lexicon)
    return [(mentions[k.mention].text, mentions[k.antecedent].text, k.rule) for k in links]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("ISIS:ORG", "Islamic_State:ORG"), [("Islamic State", "ISIS", "known-alias")]),
        (("Karim_Haddad:PER", "Haddad:PER"), [("Haddad", "Karim Haddad", "name-part")]),
        (("Haddad:PER", "Karim_Haddad:PER"), [("Haddad", "Karim Haddad", "name-part")]),
        (("Karim_Haddad:PER", "Salim_Haddad:PER"), []),
        (
            ("Free_Valley_Army:ORG", "FVA:ORG"),
            [("FVA", "Free Valley Army", "initials")],
        ),
        (("Free_Valley_Army:ORG", "Free_Vale_Army:ORG", "FVA:ORG"), []),
        (
            ("Karim_Muthanna:PER", "Karim_Muthana:PER"),
            [("Karim Muthana", "Karim Muthanna", "spelling")],
        ),
        (("Rafid_Saleh:PER", "Rafiq_Saleh:PER"), []),
        (("Hama_Brigade:ORG", "Hama:LOC"), []),
        (("Assad_regime:ORG", "Karim_Assad:PER"), []),
        (
            ("Harran_Guard:ORG", "Harran_Guard_command:ORG"),
            [
                ("Harran Guard command", "Harran Guard", "organ"),
                ("Harran Guard", "Harran Guard command", "name-part"),
            ],
        ),
        (
            ("Harran_City:LOC", "Harran:LOC"),
            [("Harran City", "Harran", "place-noun")],
        ),
    ],
)
def test_names_that_are_one(names: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert links_of(*names) == expected


@pytest.mark.parametrize(
    ("aside", "expected"),
    [("FVA", "FVA"), ("2014", None), ("who left", None), ("Jaysh al-Wadi", "Jaysh al-Wadi")],
)
def test_other_names_in_brackets(aside: str, expected: str | None) -> None:
    document, sentences = read(
        "the_DET_4_det Free_PROPN_4_compound Valley_PROPN_4_compound Army_PROPN_5_nsubj "
        f"fled_VERB_0_root | names 2-4:ORG | aside 4:{aside}"
    )
    mentions = find_mentions(sentences, document.text)
    assert [text for _, text in asides_of(sentences, mentions)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("mithal", "mithqal", True),
        ("mohamed", "mohammed", True),
        ("hassan", "hassen", True),
        ("karim", "salim", False),
        ("karim", "karim", False),
        ("karim", "arim", False),
    ],
)
def test_one_letter(one: str, other: str, expected: bool) -> None:
    assert one_letter(one, other) is one_letter(other, one) is expected
