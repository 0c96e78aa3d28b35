import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.circumstances.attribution import Voice, find_voices
from allegiance.corpus.circumstances.directory import list_mentions
from allegiance.corpus.sentence import Sentence, Token
from allegiance.corpus.speech.quotation import find_quotations
from allegiance.corpus.tree import grow
from tests.corpus.mentioned import mention
from tests.corpus.trees import read


def voice(rows: list[str], forms: list[str], word: str, number: int = -1) -> Voice | None:
    """Who is cited for the word, looked for in the last sentence unless ``number`` says which."""
    document, sentences = read(*rows)
    mentions, chains = mention(document, sentences, *forms)
    trees = {n: grow(sentence) for n, sentence in enumerate(sentences)}
    voices = find_voices(sentences, trees, list_mentions(document.text, mentions, chains))
    number %= len(sentences)
    token = next(i for i, t in enumerate(sentences[number].tokens) if t.text == word)
    return voices.voice(number, token)


SAID_THAT = (
    "Activists_NOUN_2_nsubj said_VERB_0_root that_SCONJ_6_mark the_DET_5_det army_NOUN_6_nsubj"
    " shelled_VERB_2_ccomp the_DET_8_det town_NOUN_6_obj ~._PUNCT_2_punct"
)
SAID_LAST = (
    "The_DET_2_det army_NOUN_3_nsubj shelled_VERB_9_ccomp the_DET_5_det town_NOUN_3_obj"
    " ~,_PUNCT_3_punct"
    " local_ADJ_8_amod sources_NOUN_9_nsubj said_VERB_0_root on_ADP_11_case Friday_PROPN_9_obl"
    " ~._PUNCT_9_punct"
)
SAID_INVERTED = (
    "Forty_NUM_2_nummod men/man_NOUN_3_nsubj left_VERB_7_ccomp the_DET_5_det unit_NOUN_3_obj"
    " ~,_PUNCT_3_punct said_VERB_0_root Haddad_PROPN_7_nsubj ~,_PUNCT_8_punct who_PRON_11_nsubj"
    " commanded_VERB_8_acl:relcl it_PRON_11_obj ~._PUNCT_7_punct"
)
ACCORDING = (
    "The_DET_2_det band_NOUN_3_nsubj broke_VERB_0_root away_ADV_3_advmod and_CCONJ_6_cc"
    " kidnapped_VERB_3_conj him_PRON_6_obj ~,_PUNCT_12_punct according_VERB_12_case to_ADP_9_fixed"
    " a_DET_12_det page_NOUN_3_obl run_VERB_12_acl by_ADP_15_case activists_NOUN_13_obl"
    " ~._PUNCT_3_punct"
)
TOLD_AS_SUBJECT = (
    "The_DET_2_det Hawks_PROPN_3_nsubj shot_VERB_8_ccomp two_NUM_5_nummod men/man_NOUN_3_obj"
    " ~,_PUNCT_3_punct villagers_NOUN_3_nsubj told_VERB_0_root the_DET_10_det Post_PROPN_8_nsubj"
)
DENIED_SAYING = (
    "The_DET_2_det brigade_NOUN_3_nsubj denied_VERB_0_root any_DET_5_det role_NOUN_3_obj"
    " saying_VERB_5_acl its_PRON_8_nmod:poss men/man_NOUN_9_nsubj attacked_VERB_6_ccomp"
    " a_DET_11_det depot_NOUN_9_obj ~._PUNCT_3_punct"
)
SAID_DIRECTOR = (
    "The_DET_2_det men/man_NOUN_3_nsubj fled_VERB_5_ccomp ~,_PUNCT_3_punct said_VERB_0_root"
    " Centre_PROPN_9_compound for_ADP_8_case Peace_PROPN_9_compound director_NOUN_10_nmod:desc"
    " Odeh_PROPN_5_nsubj Nasri_PROPN_10_flat ~._PUNCT_3_punct"
)
VIDEO = (
    "A_DET_2_det video_NOUN_3_nsubj showed_VERB_0_root Odeh_PROPN_3_obj as_SCONJ_7_mark"
    " he_PRON_7_nsubj swore_VERB_3_advcl an_DET_9_det oath_NOUN_7_obj ~._PUNCT_3_punct"
)
HEADLINE = (
    "Army_NOUN_2_nsubj shells/shell_VERB_0_root Qara_PROPN_2_obj ~:_PUNCT_5_punct"
    " activists_NOUN_2_parataxis ~._PUNCT_2_punct"
)
WEEKDAY = (
    "The_DET_2_det army_NOUN_3_nsubj shelled_VERB_7_ccomp Qara_PROPN_3_obj"
    " Thursday_PROPN_6_compound activists_NOUN_7_nsubj said_VERB_0_root ~._PUNCT_7_punct"
)
MONITOR = (
    "The_DET_3_det Syrian_ADJ_3_amod Observatory_PROPN_8_nsubj for_ADP_6_case Human_ADJ_6_amod"
    " Rights_PROPN_7_compound monitor_NOUN_8_nsubj said_VERB_0_root men/man_NOUN_10_nsubj"
    " fled_VERB_8_ccomp"
)
EVENT = (
    "Rebels_NOUN_2_nsubj fled_VERB_6_ccomp ~,_PUNCT_2_punct the_DET_5_det violence_NOUN_6_nsubj"
    " said_VERB_0_root ~._PUNCT_6_punct"
)
CITED = [
    ([MONITOR], [], "fled", "The Syrian Observatory for Human Rights monitor"),
    ([EVENT], [], "fled", None),
    ([TOLD_AS_SUBJECT], [], "shot", "villagers"),
    ([DENIED_SAYING], ["0:1-2:nominal:ArmedGroup=Nahr Brigade"], "attacked", "Nahr Brigade"),
    ([SAID_DIRECTOR], ["0:10-11@10:name:Person=Odeh Nasri"], "fled", "Odeh Nasri"),
    ([VIDEO], [], "swore", "A video"),
    ([HEADLINE], [], "shells", "activists"),
    ([WEEKDAY], [], "shelled", "activists"),
    ([SAID_THAT], [], "shelled", "Activists"),
    ([SAID_LAST], [], "shelled", "local sources"),
    ([SAID_INVERTED], ["0:8-8:name:Person=Sami Haddad"], "left", "Sami Haddad"),
    ([ACCORDING], [], "broke", "a page"),
    ([ACCORDING], [], "kidnapped", "a page"),
    # Whoever is told is not who speaks.
    (
        [
            "Sami_PROPN_3_nsubj Haddad_PROPN_1_flat told_VERB_0_root Orient_PROPN_3_obj"
            " News_PROPN_4_flat"
            " that_SCONJ_8_mark they_PRON_8_nsubj left_VERB_3_ccomp the_DET_10_det unit_NOUN_8_obj"
        ],
        ["0:1-2@1:name:Person=Sami Haddad", "0:4-5@4:name:Organisation=Orient News"],
        "left",
        "Sami Haddad",
    ),
    # A title before the name.
    (
        [
            "Activist_NOUN_2_nmod:desc Sami_PROPN_4_nsubj Haddad_PROPN_2_flat added_VERB_0_root"
            " that_SCONJ_7_mark they_PRON_7_nsubj left_VERB_4_ccomp town_NOUN_7_obj"
        ],
        ["0:2-3@2:name:Person=Sami Haddad"],
        "left",
        "Sami Haddad",
    ),
    # A source that cites another one.
    (
        [
            "A_DET_2_det paper_NOUN_3_nsubj quoted_VERB_0_root a_DET_5_det general_NOUN_3_obj"
            " as_SCONJ_7_mark"
            " saying_VERB_3_advcl they_PRON_9_nsubj left_VERB_7_ccomp town_NOUN_9_obj"
        ],
        [],
        "left",
        "a general",
    ),
    # Who speaks through a document.
    (
        [
            "The_DET_2_det group_NOUN_3_nsubj issued_VERB_0_root a_DET_5_det statement_NOUN_3_obj"
            " saying_VERB_5_acl it_PRON_8_nsubj left_VERB_6_ccomp town_NOUN_8_obj"
        ],
        [],
        "left",
        "The group",
    ),
    (
        [
            "The_DET_2_det army_NOUN_3_nsubj denied_VERB_0_root shelling_VERB_3_xcomp the_DET_6_det"
            " town_NOUN_4_obj"
        ],
        [],
        "shelling",
        "The army",
    ),
    (
        [
            "Residents_NOUN_2_nsubj reported_VERB_0_root clashes_NOUN_2_obj between_ADP_5_case"
            " gangs_NOUN_3_nmod"
        ],
        [],
        "clashes",
        "Residents",
    ),
    # Nobody is named.
    (
        [
            "They_PRON_3_nsubj:pass were_AUX_3_aux:pass said_VERB_0_root to_PART_6_mark"
            " have_AUX_6_aux"
            " left_VERB_3_xcomp the_DET_8_det town_NOUN_6_obj"
        ],
        [],
        "left",
        None,
    ),
    # A headline.
    (
        [
            "Army_NOUN_2_nsubj shells_VERB_0_root town_NOUN_2_obj ~:_PUNCT_5_punct"
            " activists_NOUN_2_parataxis"
        ],
        [],
        "shells",
        "activists",
    ),
]

HE_ADDED = (
    "He_PRON_2_nsubj added_VERB_0_root that_SCONJ_5_mark rebels_NOUN_5_nsubj fled_VERB_2_ccomp"
    " ~._PUNCT_2_punct"
)
THE_SOURCE = (
    "The_DET_2_det source_NOUN_3_nsubj added_VERB_0_root that_SCONJ_6_mark rebels_NOUN_6_nsubj"
    " fled_VERB_3_ccomp ~._PUNCT_3_punct"
)
A_SOURCE = (
    "A_DET_2_det source_NOUN_5_nsubj in_ADP_4_case Homs_PROPN_2_nmod said_VERB_0_root"
    " that_SCONJ_8_mark"
    " he_PRON_8_nsubj left_VERB_5_ccomp ~._PUNCT_5_punct"
)
ACROSS = [
    ([A_SOURCE, THE_SOURCE], [], "A source in Homs"),
    ([A_SOURCE, THE_SOURCE + " | paragraph"], [], "A source in Homs"),
    ([A_SOURCE, HE_ADDED], [], "A source in Homs"),
    ([SAID_INVERTED, HE_ADDED], ["0:8-8:name:Person=Sami Haddad"], "Sami Haddad"),
    # "He" is known, and nobody like him spoke before.
    ([SAID_LAST, HE_ADDED], ["1:1-1:pronoun:Person=Sami Haddad"], None),
]


@pytest.mark.parametrize(("rows", "forms", "word", "name"), CITED)
def test_who_is_cited(rows: list[str], forms: list[str], word: str, name: str | None) -> None:
    found = voice(rows, forms, word)
    assert found == Voice(name)


@pytest.mark.parametrize(("rows", "forms", "name"), ACROSS)
def test_who_is_cited_across_sentences(rows: list[str], forms: list[str], name: str | None) -> None:
    found = voice(rows, forms, "fled")
    assert found and found.name == name


def test_the_article_speaks_for_itself() -> None:
    assert voice([SAID_INVERTED], [], "commanded") is None
    row = "The_DET_2_det army_NOUN_3_nsubj shelled_VERB_0_root the_DET_5_det town_NOUN_3_obj"
    assert voice([SAID_THAT, row], [], "shelled") is None


OPEN = (
    "“_PUNCT_5_punct ~Thirty_NUM_3_nummod men/man_NOUN_5_nsubj have_AUX_5_aux deserted_VERB_0_root"
    " the_DET_7_det group_NOUN_5_obj ~._PUNCT_5_punct"
)
CLOSED = (
    "They_PRON_2_nsubj fled_VERB_9_ccomp to_ADP_5_case the_DET_5_det north_NOUN_2_obl"
    " ~,_PUNCT_2_punct"
    " ~”_PUNCT_2_punct activists_NOUN_9_nsubj told_VERB_0_root us_PRON_9_obj ~._PUNCT_9_punct"
)
ALONE = (
    "“_PUNCT_3_punct ~They_PRON_3_nsubj took_VERB_0_root their_PRON_5_nmod:poss weapons_NOUN_3_obj"
    " with_ADP_7_case them_PRON_3_obl ~._PUNCT_3_punct ~”_PUNCT_3_punct"
)


def test_a_quotation_over_several_sentences() -> None:
    assert voice([OPEN, CLOSED], [], "deserted", 0) == Voice("activists", quoted=True)
    assert voice([OPEN, CLOSED], [], "fled", 1) == Voice("activists", quoted=True)


def test_a_quotation_of_the_next_paragraph_goes_on() -> None:
    rows = [OPEN, CLOSED, ALONE + " | paragraph"]
    assert voice(rows, [], "took") == Voice("activists", quoted=True)


def test_a_quotation_after_its_speaker() -> None:
    assert voice([SAID_THAT, ALONE], [], "took") == Voice("Activists", quoted=True)


def test_few_words_in_marks_are_no_quotation() -> None:
    row = (
        "The_DET_2_det men/man_NOUN_3_nsubj committed_VERB_0_root “_PUNCT_6_punct ~high_ADJ_6_amod"
        " treason_NOUN_3_obj ~”_PUNCT_6_punct ~._PUNCT_3_punct"
    )
    assert voice([row], [], "treason") is None


ACCUSED = (
    "The_DET_2_det men/man_NOUN_4_nsubj:pass were_AUX_4_aux:pass accused_VERB_0_root"
    " of_SCONJ_6_mark"
    " leaving_VERB_4_advcl the_DET_8_det front_NOUN_6_obj ~._PUNCT_4_punct"
)
ACCUSER = (
    "The_DET_2_det court_NOUN_3_nsubj accused_VERB_0_root them_PRON_3_obj of_ADP_6_case"
    " treason_NOUN_3_obl"
    " ~._PUNCT_3_punct"
)
ON_CHARGES = (
    "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj on_ADP_6_case"
    " charges_NOUN_2_obl"
    " of_SCONJ_8_mark leaving_VERB_6_acl the_DET_10_det front_NOUN_8_obj ~._PUNCT_2_punct"
)
ARRESTED_FOR = (
    "He_PRON_3_nsubj:pass is_AUX_3_aux:pass wanted_VERB_0_root for_SCONJ_5_mark"
    " leaving_VERB_3_advcl"
    " the_DET_7_det front_NOUN_5_obj ~._PUNCT_3_punct"
)


@pytest.mark.parametrize(
    ("rows", "number", "name"),
    [
        ([ACCUSED], 0, None),
        ([ACCUSED, ACCUSER], 0, "The court"),
        ([ACCUSER, ACCUSED], 1, "The court"),
        ([ON_CHARGES], 0, "ISIS"),
        ([ARRESTED_FOR], 0, None),
    ],
)
def test_accusations(rows: list[str], number: int, name: str | None) -> None:
    assert voice(rows, [], "leaving", number) == Voice(name, accused=True)


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“We left the front,” he said.", ["We left the front,"]),
        (
            '"We left the front," he said. "We fled to the north."',
            ["We left the front,", "We fled to the north."],
        ),
        ("‘We left the brigades’ front,’ he said.", ["We left the brigades’ front,"]),
        ("The fighters’ families left the brigade’s base.", []),
        ("“We left the front last week", ["We left the front last week"]),
        ("They call it “the land”.", []),
        # A straight mark that lost its fellow opens nothing, where the next one opens again.
        (
            'He said: "We left the front. They saw him. "We fled to the north," he said.',
            ["We fled to the north,"],
        ),
        (
            'They left on Friday" and fled north. "We fled to the hills," he said.',
            ["We fled to the hills,"],
        ),
        ('He said: "We left the front. ' + "They fled north again. " * 80, []),
    ],
)
def test_quotations(text: str, quotations: list[str]) -> None:
    words = " ".join(f"{word}_X_0_dep" for word in text.split())
    document, sentences = read(words)
    found = find_quotations(document.text, sentences)
    assert [document.text[q.start : q.end] for q in found] == quotations


WORDS = [
    "said",
    "who",
    "accused",
    "of",
    "according",
    "to",
    "“",
    "”",
    "army",
    "He",
    "that",
    ",",
    ":",
]
RELATIONS = ["nsubj", "ccomp", "acl", "conj", "case", "parataxis", "obj", "nsubj:pass", "advcl"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS),
            st.sampled_from(["VERB", "NOUN", "PRON", "PROPN", "ADP", "SCONJ", "PUNCT"]),
            st.integers(-1, 11),
            st.sampled_from(RELATIONS),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_tree_is_survived(rows: list[tuple[str, str, int, str]]) -> None:
    text = " ".join(word for word, *_ in rows)
    starts = [len(" ".join(word for word, *_ in rows[:i])) + bool(i) for i in range(len(rows))]
    tokens = tuple(
        Token(start, start + len(word), word, word, upos, min(head, len(rows) - 1), relation)
        for start, (word, upos, head, relation) in zip(starts, rows, strict=True)
    )
    sentence = Sentence(0, len(text), 0, tokens)
    voices = find_voices([sentence], {0: grow(sentence)}, list_mentions(text, (), ()))
    for index in range(len(tokens)):
        found = voices.voice(0, index)
        assert found is None or found.name is None or found.name.split()[0] in text


THREAT = (
    "The_DET_2_det Hawks_PROPN_3_nsubj threatened_VERB_0_root to_PART_5_mark kill_VERB_3_xcomp"
    " him_PRON_5_obj ~._PUNCT_3_punct"
)
TRADER = (
    "The_DET_2_det band_NOUN_4_nsubj has_AUX_4_aux joined_VERB_13_ccomp the_DET_6_det"
    " Hawks_PROPN_4_obj ~,_PUNCT_9_punct a_DET_9_det trader_NOUN_6_appos in_ADP_11_case"
    " Tafas_PROPN_9_nmod today_NOUN_13_obl:unmarked said_VERB_0_root ~._PUNCT_13_punct"
)
STATES = (
    "According_VERB_4_case to_ADP_1_fixed Member_PROPN_4_compound States_PROPN_7_obl"
    " ~,_PUNCT_7_punct they_PRON_7_nsubj fled_VERB_0_root ~._PUNCT_7_punct"
)
MISTAGGED = (
    "They_PRON_2_nsubj fled_VERB_6_ccomp ~,_PUNCT_2_punct a_DET_5_det spokesman_ADV_6_nsubj"
    " said_VERB_0_root ~._PUNCT_6_punct"
)


@pytest.mark.parametrize(
    ("row", "forms", "word", "name"),
    [
        (THREAT, ["0:2-2:name:ArmedGroup=Hawks"], "kill", "Hawks"),
        (TRADER, ["0:6-6:name:ArmedGroup=Hawks", "0:11-11:name:Town=Tafas"], "joined", "a trader"),
        (STATES, ["0:3-4:name:Province=Member States"], "fled", "Member States"),
        (MISTAGGED, ["0:1-1:pronoun:ArmedGroup=Hawks"], "fled", "a spokesman"),
    ],
)
def test_speakers_that_trees_hide(row: str, forms: list[str], word: str, name: str) -> None:
    found = voice([row], forms, word)
    assert found
    assert (found.name or "").startswith(name)
