import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.circumstances.status import marks_of, status_of
from allegiance.corpus.sentence import Sentence, Token
from allegiance.corpus.tree import Tree, grow
from tests.corpus.trees import parse


def trigger_of(tree: Tree, word: str) -> int:
    return next(i for i, token in enumerate(tree.tokens) if token.text == word)


def status(row: str, word: str) -> str | None:
    tree = grow(parse(row))
    marks = marks_of(tree, trigger_of(tree, word))
    return None if "generic" in marks else status_of(marks, reported=False)


ASSERTED = [
    # What is aimed at something is there, and what a reproach is about as well.
    (
        "The_DET_2_det shelling_NOUN_7_nsubj:pass of_ADP_5_case the_DET_5_det town_NOUN_2_nmod"
        " is_AUX_7_aux:pass aimed_VERB_0_root at_ADP_10_case the_DET_10_det airport_NOUN_7_obl",
        "shelling",
    ),
    (
        "They_PRON_2_nsubj told_VERB_0_root of_ADP_5_case possible_ADJ_5_amod crimes_NOUN_2_obl"
        " over_ADP_8_case its_PRON_8_nmod:poss bombing_NOUN_5_nmod of_ADP_10_case"
        " Qara_PROPN_8_nmod",
        "bombing",
    ),
    (
        "They_PRON_2_nsubj try_VERB_0_root to_PART_4_mark take_VERB_2_xcomp Qara_PROPN_4_obj"
        " with_ADP_7_case support_NOUN_4_obl from_ADP_9_case Iran_PROPN_7_nmod",
        "support",
    ),
    (
        "They_PRON_2_nsubj vowed_VERB_0_root to_PART_4_mark retake_VERB_2_xcomp"
        " rebel_NOUN_7_compound ~-_PUNCT_7_punct ~held_VERB_4_xcomp Qara_PROPN_4_obj",
        "held",
    ),
    ("The_DET_2_det band_NOUN_3_nsubj left_VERB_0_root the_DET_5_det front_NOUN_3_obj", "left"),
    # What is told in passing is known, whatever the main clause says.
    (
        "The_DET_2_det army_NOUN_5_nsubj did_AUX_5_aux not_PART_5_advmod react_VERB_0_root"
        " after_SCONJ_8_mark"
        " men/man_NOUN_8_nsubj fled_VERB_5_advcl the_DET_10_det unit_NOUN_8_obj",
        "fled",
    ),
    (
        "He_PRON_3_nsubj will_AUX_3_aux meet_VERB_0_root men/man_NOUN_3_obj who_PRON_6_nsubj"
        " deserted_VERB_4_acl:relcl the_DET_8_det army_NOUN_6_obj",
        "deserted",
    ),
    (
        "He_PRON_2_nsubj refused_VERB_0_root to_PART_4_mark say_VERB_2_xcomp why_ADV_8_advmod"
        " the_DET_7_det unit_NOUN_8_nsubj left_VERB_4_ccomp the_DET_10_det front_NOUN_8_obj",
        "left",
    ),
    # "to" alone makes no plan.
    (
        "They_PRON_2_nsubj managed_VERB_0_root to_PART_4_mark seize_VERB_2_xcomp the_DET_6_det"
        " town_NOUN_4_obj",
        "seize",
    ),
    (
        "Guards_NOUN_3_nsubj were_AUX_3_cop able_ADJ_0_root to_PART_5_mark seize_VERB_3_xcomp"
        " him_PRON_5_obj",
        "seize",
    ),
    (
        "The_DET_2_det raid_NOUN_3_nsubj forced_VERB_0_root them_PRON_3_obj to_PART_6_mark"
        " leave_VERB_3_xcomp the_DET_8_det town_NOUN_6_obj",
        "leave",
    ),
    (
        "Two_NUM_2_nummod units_NOUN_3_nsubj left_VERB_0_root the_DET_5_det army_NOUN_3_obj"
        " to_PART_7_mark join_VERB_3_advcl the_DET_9_det front_NOUN_7_obj",
        "join",
    ),
    (
        "They_PRON_2_nsubj decided_VERB_0_root to_PART_4_mark leave_VERB_2_xcomp and_CCONJ_6_cc"
        " joined_VERB_4_conj the_DET_8_det front_NOUN_6_obj",
        "joined",
    ),
    (
        "They_PRON_4_nsubj did_AUX_4_aux not_PART_4_advmod surrender_VERB_0_root but_CCONJ_6_cc"
        " join_VERB_4_conj the_DET_8_det front_NOUN_6_obj",
        "join",
    ),
    (
        "He_PRON_4_nsubj not_PART_4_advmod only_ADV_4_advmod led_VERB_0_root the_DET_6_det"
        " group_NOUN_4_obj",
        "led",
    ),
    # A vow of allegiance is one.
    (
        "The_DET_2_det brigade_NOUN_3_nsubj vowed_VERB_0_root allegiance_NOUN_3_obj to_ADP_6_case"
        " him_PRON_3_obl",
        "allegiance",
    ),
    (
        "If_SCONJ_5_mark they_PRON_5_nsubj had_AUX_5_aux not_PART_5_advmod killed_VERB_8_advcl"
        " him_PRON_5_obj he_PRON_8_nsubj fled_VERB_0_root",
        "killed",
    ),
    (
        "They_PRON_2_nsubj killed_VERB_0_root everyone_PRON_2_obj there_ADV_2_advmod",
        "killed",
    ),
    # A noun for an event has its own tense.
    (
        "Police_NOUN_3_nsubj will_AUX_3_aux investigate_VERB_0_root the_DET_5_det"
        " kidnapping_NOUN_3_obj",
        "kidnapping",
    ),
    (
        "The_DET_2_det army_NOUN_3_nsubj launched_VERB_0_root an_DET_5_det attack_NOUN_3_obj"
        " on_ADP_8_case"
        " the_DET_8_det town_NOUN_5_nmod",
        "attack",
    ),
    (
        "He_PRON_3_nsubj no_ADV_3_advmod doubt_VERB_0_root fought_VERB_3_ccomp them_PRON_4_obj",
        "fought",
    ),
]

DENIED = [
    (
        "The_DET_2_det militia_NOUN_4_nsubj was_AUX_4_cop unable_ADJ_0_root to_PART_6_mark"
        " regain_VERB_4_xcomp control_NOUN_6_obj of_ADP_9_case Qara_PROPN_7_nmod",
        "control",
    ),
    (
        "There_PRON_2_expl is_VERB_0_root no_DET_4_det evidence_NOUN_2_nsubj that_SCONJ_7_mark"
        " they_PRON_7_nsubj support_VERB_4_acl him_PRON_7_obj",
        "support",
    ),
    (
        "They_PRON_2_nsubj stopped_VERB_0_root short_ADV_2_advmod of_SCONJ_5_mark"
        " attacking_VERB_2_advcl it_PRON_5_obj",
        "attacking",
    ),
    (
        "They_PRON_2_nsubj have_VERB_0_root yet_ADV_2_advmod to_PART_5_mark join_VERB_2_xcomp"
        " him_PRON_5_obj",
        "join",
    ),
    (
        "He_PRON_3_nsubj had_AUX_3_aux left_VERB_0_root without_SCONJ_5_mark joining_VERB_3_advcl"
        " them_PRON_5_obj",
        "joining",
    ),
    (
        "The_DET_2_det band_NOUN_5_nsubj has_AUX_5_aux never_ADV_5_advmod joined_VERB_0_root"
        " the_DET_7_det front_NOUN_5_obj",
        "joined",
    ),
    (
        "They_PRON_4_nsubj did_AUX_4_aux n't_PART_4_advmod surrender_VERB_0_root or_CCONJ_6_cc"
        " join_VERB_4_conj the_DET_8_det front_NOUN_6_obj",
        "join",
    ),
    (
        "No_DET_2_det fighters_NOUN_3_nsubj deserted_VERB_0_root the_DET_5_det group_NOUN_3_obj",
        "deserted",
    ),
    ("None_PRON_4_nsubj of_ADP_3_case them_PRON_1_nmod deserted_VERB_0_root", "deserted"),
    (
        "He_PRON_2_nsubj refused_VERB_0_root to_PART_4_mark pledge_VERB_2_xcomp"
        " allegiance_NOUN_4_obj",
        "pledge",
    ),
    (
        "He_PRON_2_nsubj refused_VERB_0_root to_PART_4_mark pledge_VERB_2_xcomp"
        " allegiance_NOUN_4_obj",
        "allegiance",
    ),
    (
        "The_DET_2_det group_NOUN_3_nsubj denied_VERB_0_root having_AUX_5_aux"
        " kidnapped_VERB_3_xcomp"
        " them_PRON_5_obj",
        "kidnapped",
    ),
    (
        "The_DET_2_det group_NOUN_3_nsubj denied_VERB_0_root that_SCONJ_6_mark it_PRON_6_nsubj"
        " kidnapped_VERB_3_ccomp them_PRON_6_obj",
        "kidnapped",
    ),
    (
        "The_DET_2_det group_NOUN_3_nsubj denied_VERB_0_root involvement_NOUN_3_obj in_ADP_7_case"
        " the_DET_7_det attack_NOUN_4_nmod",
        "attack",
    ),
    (
        "The_DET_2_det group_NOUN_3_nsubj rejected_VERB_0_root a_DET_5_det merger_NOUN_3_obj",
        "merger",
    ),
    (
        "He_PRON_2_nsubj left_VERB_0_root without_SCONJ_4_mark pledging_VERB_2_advcl"
        " allegiance_NOUN_4_obj",
        "pledging",
    ),
    (
        "He_PRON_6_nsubj is_AUX_6_cop not_PART_6_advmod a_DET_6_det senior_ADJ_6_amod"
        " member_NOUN_0_root of_ADP_9_case the_DET_9_det group_NOUN_6_nmod",
        "member",
    ),
    (
        "The_DET_2_det unit_NOUN_6_nsubj is_AUX_6_cop no_ADV_5_advmod longer_ADV_6_advmod"
        " part_NOUN_0_root of_ADP_9_case the_DET_9_det army_NOUN_6_nmod",
        "part",
    ),
    (
        "Their_PRON_2_nmod:poss refusal_NOUN_5_nsubj to_PART_4_mark join_VERB_2_acl"
        " angered_VERB_0_root him_PRON_5_obj",
        "join",
    ),
    (
        "They_PRON_4_nsubj were_AUX_4_cop not_PART_4_advmod able_ADJ_0_root to_PART_6_mark"
        " seize_VERB_4_xcomp it_PRON_6_obj",
        "seize",
    ),
]

PLANNED = [
    (
        "The_DET_2_det army_NOUN_3_nsubj announced_VERB_0_root an_DET_5_det operation_NOUN_3_obj"
        " to_PART_7_mark retake_VERB_5_acl the_DET_9_det town_NOUN_7_obj",
        "retake",
    ),
    (
        "Rebels_NOUN_3_nsubj to_PART_3_mark leave_VERB_0_root town_NOUN_3_obj",
        "leave",
    ),
    (
        "They_PRON_3_nsubj are_AUX_3_cop about_ADJ_0_root to_PART_5_mark leave_VERB_3_xcomp"
        " it_PRON_5_obj",
        "leave",
    ),
    # The tree errs, the words do not.
    (
        "They_PRON_3_nsubj:pass were_AUX_3_aux:pass shot_VERB_0_root for_SCONJ_5_mark"
        " trying_VERB_3_advcl to_PART_7_mark desert_VERB_3_advcl and_CCONJ_9_cc flee_VERB_5_conj",
        "desert",
    ),
    (
        "They_PRON_3_nsubj:pass were_AUX_3_aux:pass shot_VERB_0_root for_SCONJ_5_mark"
        " trying_VERB_3_advcl to_PART_7_mark desert_VERB_3_advcl and_CCONJ_9_cc flee_VERB_5_conj",
        "flee",
    ),
    (
        "The_DET_2_det band_NOUN_4_nsubj may_AUX_4_aux join_VERB_0_root the_DET_6_det"
        " front_NOUN_4_obj",
        "join",
    ),
    (
        "They_PRON_3_nsubj will_AUX_3_aux attack_VERB_0_root and_CCONJ_5_cc kill_VERB_3_conj"
        " them_PRON_5_obj",
        "kill",
    ),
    (
        "They_PRON_3_nsubj will_AUX_3_aux launch_VERB_0_root an_DET_5_det attack_NOUN_3_obj",
        "attack",
    ),
    (
        "The_DET_2_det emir_NOUN_3_nsubj threatened_VERB_0_root to_PART_5_mark kill_VERB_3_xcomp"
        " them_PRON_5_obj",
        "kill",
    ),
    (
        "The_DET_2_det emir_NOUN_3_nsubj threatened_VERB_0_root to_PART_5_mark capture_VERB_3_xcomp"
        " and_CCONJ_7_cc kill_VERB_5_conj them_PRON_7_obj",
        "kill",
    ),
    (
        "He_PRON_2_nsubj signalled_VERB_0_root his_PRON_4_nmod:poss intent_NOUN_2_obj"
        " to_PART_6_mark"
        " join_VERB_4_acl the_DET_8_det front_NOUN_6_obj",
        "join",
    ),
    (
        "They_PRON_3_nsubj:pass were_AUX_3_aux:pass caught_VERB_0_root while_SCONJ_5_mark"
        " trying_VERB_3_advcl to_PART_7_mark flee_VERB_5_xcomp the_DET_9_det town_NOUN_7_obj",
        "flee",
    ),
    (
        "They_PRON_3_nsubj:pass were_AUX_3_aux:pass shot_VERB_0_root for_SCONJ_5_mark"
        " attempting_VERB_3_advcl desertion_NOUN_5_obj",
        "desertion",
    ),
    (
        "He_PRON_2_nsubj called_VERB_0_root for_ADP_5_case the_DET_5_det release_NOUN_2_obl"
        " of_ADP_8_case the_DET_8_det hostages_NOUN_5_nmod",
        "release",
    ),
    (
        "He_PRON_2_nsubj called_VERB_0_root on_ADP_4_case fighters_NOUN_2_obl to_PART_6_mark"
        " leave_VERB_2_xcomp the_DET_8_det group_NOUN_6_obj",
        "leave",
    ),
    (
        "The_DET_2_det family_NOUN_3_nsubj demanded_VERB_0_root that_SCONJ_7_mark the_DET_6_det"
        " group_NOUN_7_nsubj free_VERB_3_ccomp him_PRON_7_obj",
        "free",
    ),
    (
        "Three_NUM_2_nummod units_NOUN_4_nsubj:pass were_AUX_4_aux:pass sent_VERB_0_root"
        " to_PART_6_mark"
        " fight_VERB_4_xcomp the_DET_8_det army_NOUN_6_obj",
        "fight",
    ),
    (
        "The_DET_3_det planned_ADJ_3_amod merger_NOUN_4_nsubj stalled_VERB_0_root",
        "merger",
    ),
    (
        "Both_PRON_2_nsubj signed_VERB_0_root a_DET_4_det deal_NOUN_2_obj on_ADP_7_case"
        " the_DET_7_det"
        " merger_NOUN_4_nmod",
        "merger",
    ),
    (
        "The_DET_2_det band_NOUN_4_nsubj is_AUX_4_aux going_VERB_0_root to_PART_6_mark"
        " join_VERB_4_xcomp them_PRON_6_obj",
        "join",
    ),
    (
        "The_DET_2_det band_NOUN_4_nsubj is_AUX_4_cop ready_ADJ_0_root to_PART_6_mark"
        " fight_VERB_4_xcomp"
        " them_PRON_6_obj",
        "fight",
    ),
    (
        "They_PRON_2_nsubj wait_VERB_0_root until_SCONJ_5_mark he_PRON_5_nsubj leaves_VERB_2_advcl"
        " the_DET_7_det front_NOUN_5_obj",
        "leaves",
    ),
    (
        "Police_NOUN_2_nsubj foiled_VERB_0_root an_DET_4_det attack_NOUN_2_obj on_ADP_7_case"
        " the_DET_7_det"
        " town_NOUN_4_nmod",
        "attack",
    ),
]

REPORTED = [
    (
        "The_DET_2_det band_NOUN_4_nsubj reportedly_ADV_4_advmod joined_VERB_0_root the_DET_6_det"
        " front_NOUN_4_obj",
        "joined",
    ),
    (
        "Suspected_ADJ_2_amod militants_NOUN_3_nsubj attacked_VERB_0_root the_DET_5_det"
        " town_NOUN_3_obj",
        "attacked",
    ),
    (
        "They_PRON_3_nsubj:pass are_AUX_3_aux:pass believed_VERB_0_root to_PART_6_mark"
        " have_AUX_6_aux"
        " fled_VERB_3_xcomp the_DET_8_det town_NOUN_6_obj",
        "fled",
    ),
]

NO_CLAIM = [
    (
        "It_PRON_3_nsubj is_AUX_3_cop unclear_ADJ_0_root if_SCONJ_6_mark they_PRON_6_nsubj"
        " joined_VERB_3_ccomp him_PRON_6_obj",
        "joined",
    ),
    (
        "It_PRON_2_nsubj kills_VERB_0_root every_DET_4_det deserter_NOUN_2_obj",
        "kills",
    ),
    (
        "The_DET_2_det group_NOUN_4_nsubj usually_ADV_4_advmod executes_VERB_0_root"
        " deserters_NOUN_4_obj",
        "executes",
    ),
    (
        "It_PRON_2_nsubj considers_VERB_0_root anyone_PRON_2_obj who_PRON_5_nsubj"
        " deserts_VERB_3_acl:relcl it_PRON_5_obj a_DET_8_det traitor_NOUN_2_xcomp",
        "deserts",
    ),
    (
        "Those_PRON_7_nsubj who_PRON_3_nsubj flee_VERB_1_acl:relcl the_DET_5_det front_NOUN_3_obj"
        " are_AUX_7_cop traitors_NOUN_0_root",
        "flee",
    ),
    ("Who_PRON_2_nsubj killed_VERB_0_root him_PRON_2_obj ~?_PUNCT_2_punct", "killed"),
    (
        "He_PRON_4_nsubj did_AUX_4_aux not_PART_4_advmod know_VERB_0_root whether_SCONJ_7_mark"
        " they_PRON_7_nsubj joined_VERB_4_ccomp the_DET_9_det front_NOUN_7_obj",
        "joined",
    ),
]


@pytest.mark.parametrize(("row", "word"), ASSERTED)
def test_what_happened(row: str, word: str) -> None:
    assert status(row, word) == "asserted"


@pytest.mark.parametrize(("row", "word"), DENIED)
def test_what_did_not_happen(row: str, word: str) -> None:
    assert status(row, word) == "denied"


@pytest.mark.parametrize(("row", "word"), PLANNED)
def test_what_is_only_intended(row: str, word: str) -> None:
    assert status(row, word) == "planned"


@pytest.mark.parametrize(("row", "word"), REPORTED)
def test_what_is_hearsay(row: str, word: str) -> None:
    assert status(row, word) == "reported"


@pytest.mark.parametrize(("row", "word"), NO_CLAIM)
def test_what_is_no_claim(row: str, word: str) -> None:
    assert status(row, word) is None


def test_a_habit_of_the_past_is_a_claim() -> None:
    row = "It_PRON_3_nsubj usually_ADV_3_advmod shot_VERB_0_root deserters_NOUN_3_obj"
    assert status(row.replace("shot", "executed"), "executed") == "asserted"


def test_denied_comes_before_planned_before_reported() -> None:
    assert status_of({"planned", "denied", "hearsay"}, reported=True) == "denied"
    assert status_of({"planned", "hearsay"}, reported=True) == "planned"
    assert status_of(set(), reported=True) == "reported"
    assert status_of(set(), reported=False) == "asserted"


def test_a_description_is_not_touched_by_what_governs_it() -> None:
    row = (
        "They_PRON_2_nsubj threatened_VERB_0_root the_DET_4_det leader_NOUN_2_obj of_ADP_7_case"
        " the_DET_7_det band_NOUN_4_nmod"
    )
    assert marks_of(grow(parse(row)), 3, described=True) == frozenset()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["not", "refused", "to", "will", "attack", "anyone", "said", "?"]),
            st.sampled_from(["VERB", "NOUN", "PART", "AUX"]),
            st.integers(-1, 6),
            st.sampled_from(["xcomp", "advcl", "acl:relcl", "conj", "obj", "nmod", "mark"]),
        ),
        min_size=1,
        max_size=7,
    )
)
def test_any_tree_has_an_answer(rows: list[tuple[str, str, int, str]]) -> None:
    tokens = tuple(
        Token(i, i + 1, word, word, upos, min(head, len(rows) - 1), relation)
        for i, (word, upos, head, relation) in enumerate(rows)
    )
    tree = grow(Sentence(0, len(tokens), 0, tokens))
    for index in range(len(tokens)):
        assert status_of(marks_of(tree, index), reported=False)
