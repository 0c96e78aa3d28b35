from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.document import Document
from allegiance.corpus.layout.outline import Outline
from allegiance.corpus.relation import Relation
from allegiance.corpus.sentence import Sentence, Token
from allegiance.corpus.time.edtf import is_edtf
from allegiance.corpus.time.event_dates import Dating, date_relations
from tests.corpus.trees import read

PLAN = Outline((), "2014-12-15", None, None)
UNDATED = Outline((), None, None, None)


@cache
def _cases() -> list[dict[str, Any]]:
    data = Path(__file__).with_name("dated_sentences.yml").read_text(encoding="utf-8")
    return list(yaml.safe_load(data))


def _relation(sentence: Sentence, word: str, number: int = 0, **flags: bool) -> Relation:
    trigger = next(i for i, token in enumerate(sentence.tokens) if token.text == word)
    return Relation(number, "made", 0, 0, trigger, "made", **flags)


def _dating(row: str, word: str, plan: Outline = PLAN, **flags: bool) -> Dating:
    document, sentences = read(row)
    (dating,) = date_relations(sentences, [_relation(sentences[0], word, **flags)], plan, document)
    return dating


@pytest.mark.parametrize(
    "row, word, expected",
    [(case["row"], word, dating) for case in _cases() for word, dating in case["dates"].items()],
    ids=[f"{case['text']} {word}" for case in _cases() for word in case["dates"]],
)
def test_dates_of_events(row: str, word: str, expected: list[str | None]) -> None:
    assert _dating(row, word) == Dating(*expected)


def test_the_rows_spell_their_texts() -> None:
    for case in _cases():
        assert read(case["row"])[0].text == case["text"]


def test_where_a_place_lies_has_no_date() -> None:
    row = (
        "The_DET_2_det town_NOUN_7_nsubj of_ADP_4_case Qara_PROPN_2_nmod in_ADP_6_case"
        " Homs_PROPN_2_nmod fell_VERB_0_root on_ADP_9_case Friday_PROPN_7_obl"
    )
    document, sentences = read(row)
    lies, fell = (
        Relation(0, name, 0, 0, trigger, "made", background=name == "located-in")
        for name, trigger in (("located-in", 1), ("controls", 6))
    )
    dates = [d.date for d in date_relations(sentences, [lies, fell], PLAN, document)]
    assert dates == [None, "2014-12-12"]


THURSDAY = (
    "Three_NUM_2_nummod groups_NOUN_3_nsubj defected_VERB_0_root on_ADP_5_case "
    "Thursday_PROPN_3_obl ~._PUNCT_3_punct"
)
LEADER = (
    "Hawks_PROPN_2_compound leader_NOUN_3_nmod:desc Odeh_PROPN_5_nsubj:pass was_AUX_5_aux:pass "
    "killed_VERB_0_root on_ADP_7_case Friday_PROPN_5_obl ~._PUNCT_5_punct"
)
PLAN_TO_ATTACK = (
    "They_PRON_2_nsubj planned_VERB_0_root to_PART_4_mark attack_VERB_2_xcomp Tafas_PROPN_4_obj "
    "on_ADP_7_case Saturday_PROPN_4_obl ~._PUNCT_2_punct"
)
MONTH = (
    "In_ADP_2_case July_PROPN_5_obl they_PRON_5_nsubj had_AUX_5_aux left_VERB_0_root "
    "~._PUNCT_5_punct"
)


def test_an_undated_article_says_so() -> None:
    assert _dating(THURSDAY, "defected", UNDATED) == Dating(
        None, "on Thursday", "no-publication-date"
    )
    assert _dating(MONTH, "left", UNDATED) == Dating(None, "In July", "no-publication-date")


def test_a_description_takes_no_date_from_the_clause_around_it() -> None:
    assert _dating(LEADER, "leader", background=True) == Dating()
    assert _dating(LEADER, "killed").date == "2014-12-12"


CHOSEN = (
    "Odeh_PROPN_3_nsubj:pass was_AUX_3_aux:pass chosen_VERB_0_root on_ADP_5_case "
    "Friday_PROPN_3_obl to_PART_7_mark command_VERB_3_advcl the_DET_9_det Front_PROPN_7_obj "
    "~._PUNCT_3_punct"
)
NAMED = (
    "In_ADP_2_case October_PROPN_4_obl he_PRON_4_nsubj came_VERB_0_root back_ADV_4_advmod "
    "and_CCONJ_8_cc was_AUX_8_aux:pass named_VERB_4_conj commander_NOUN_8_xcomp of_ADP_11_case "
    "the_DET_11_det Front_PROPN_9_nmod ~._PUNCT_4_punct"
)
HEADED = (
    "Odeh_PROPN_3_nsubj has_AUX_3_aux headed_VERB_0_root the_DET_5_det Front_PROPN_3_obj "
    "since_SCONJ_8_mark he_PRON_8_nsubj founded_VERB_3_advcl it_PRON_8_obj in_ADP_11_case "
    "2011_NUM_8_obl ~._PUNCT_3_punct"
)


@pytest.mark.parametrize(
    "row, word, expected",
    [
        (CHOSEN, "command", "2014-12-12"),
        (NAMED, "commander", "2014-10"),
        (HEADED, "headed", "2011/2014-12-15"),
    ],
)
def test_a_post_is_held_since_it_was_given(row: str, word: str, expected: str) -> None:
    assert _dating(row, word, background=True).date == expected


def test_a_plan_may_lie_on_either_side() -> None:
    dating = _dating(PLAN_TO_ATTACK, "attack", planned=True)
    assert dating == Dating(None, "on Saturday", "before-or-after-publication")


def test_the_next_day_counts_from_the_sentence_before() -> None:
    document, sentences = read(
        "He_PRON_3_nsubj:pass was_AUX_3_aux:pass abducted_VERB_0_root on_ADP_5_case 5_NUM_3_obl "
        "November_PROPN_5_nmod:unmarked ~._PUNCT_3_punct",
        "They_PRON_2_nsubj freed_VERB_0_root him_PRON_2_obj the_DET_6_det following_VERB_6_amod "
        "day_NOUN_2_obl:unmarked ~._PUNCT_2_punct",
    )
    relations = [_relation(sentences[1], "freed", 1), _relation(sentences[0], "abducted", 0)]
    datings = date_relations(sentences, relations, PLAN, document)
    assert [dating.date for dating in datings] == ["2014-11-06", "2014-11-05"]
    unknown = date_relations(sentences, relations, UNDATED, document)
    assert [dating.rule for dating in unknown] == ["no-event-before", "no-publication-date"]


def test_a_day_earlier_counts_from_the_speaking_in_its_sentence() -> None:
    document, sentences = read(
        "They_PRON_2_nsubj left_VERB_0_root on_ADP_4_case 5_NUM_2_obl "
        "November_PROPN_4_nmod:unmarked ~._PUNCT_2_punct",
        "He_PRON_2_nsubj said_VERB_0_root on_ADP_4_case Friday_PROPN_2_obl they_PRON_7_nsubj "
        "had_AUX_7_aux freed_VERB_2_ccomp him_PRON_7_obj a_DET_10_det day_NOUN_11_obl:unmarked "
        "earlier_ADV_7_advmod ~._PUNCT_2_punct",
    )
    relation = _relation(sentences[1], "freed", 1)
    (dating,) = date_relations(sentences, [relation], PLAN, document)
    assert dating.date == "2014-12-11"


def test_a_date_in_a_parenthesis_belongs_to_the_word_before_it() -> None:
    row = (
        "The_DET_2_det raid_NOUN_3_nsubj worries_VERB_0_root villagers_NOUN_3_obj ~._PUNCT_3_punct "
        "| aside 2:3 March 2013"
    )
    assert _dating(row, "worries").date is None
    assert _dating(row, "raid").date == "2013-03-03"


HEADS = st.lists(st.integers(-1, 11), min_size=12, max_size=12)
TAGS = st.lists(
    st.sampled_from(["VERB", "NOUN", "PROPN", "ADP", "PUNCT"]), min_size=12, max_size=12
)
LABELS = st.lists(
    st.sampled_from(
        ["root", "obl", "nsubj", "conj", "advcl", "acl:relcl", "xcomp", "ccomp", "case"]
    ),
    min_size=12,
    max_size=12,
)
TEXT = "On Saturday they said clashes erupted the next day , killing nine"
WORDS = TEXT.split(" ")


@settings(deadline=None)
@given(HEADS, TAGS, LABELS)
def test_broken_trees_do_no_harm(heads: list[int], tags: list[str], labels: list[str]) -> None:
    tokens: list[Token] = []
    for word, tag, head, label in zip(WORDS, tags, heads, labels, strict=True):
        start = tokens[-1].end + 1 if tokens else 0
        tokens.append(Token(start, start + len(word), word, word.lower(), tag, head, label))
    sentence = Sentence(0, len(TEXT), 0, tuple(tokens))
    relations = [Relation(0, "made", 0, 0, trigger, "made") for trigger in range(len(WORDS))]
    datings = date_relations([sentence], relations, PLAN, Document("made.txt", TEXT, ""))
    assert len(datings) == len(relations)
    for dating in datings:
        assert dating.date is None or is_edtf(dating.date)
        assert (dating.text is None) == (dating.rule is None)


def test_many_words_that_count_from_each_other_take_no_time() -> None:
    row = " ".join(
        f"they_PRON_{5 * n + 2}_nsubj left_VERB_{5 * n - 3 if n else 0}_{'conj' if n else 'root'} "
        f"the_DET_{5 * n + 5}_det next_ADJ_{5 * n + 5}_amod day_NOUN_{5 * n + 2}_obl:unmarked"
        for n in range(60)
    )
    document, sentences = read(row)
    triggers = [i for i, token in enumerate(sentences[0].tokens) if token.text == "left"]
    relations = [Relation(0, "made", 0, 0, trigger, "made") for trigger in triggers]
    datings = date_relations(sentences, relations, PLAN, document)
    assert {dating.rule for dating in datings} == {"no-event-before"}
