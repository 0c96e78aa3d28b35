from dataclasses import replace

from allegiance.corpus.circumstances.carried import carry_dates
from allegiance.corpus.circumstances.directory import list_mentions
from allegiance.corpus.layout.outline import Outline
from allegiance.corpus.relation import Relation
from allegiance.corpus.time.event_dates import Dating
from allegiance.corpus.tree import grow
from tests.corpus.mentioned import mention
from tests.corpus.trees import read

PLAN = Outline((), "2014-12-15", None, None)
SUNDAY = "sentence-before"
ATTACKED = (
    "The_DET_2_det Hawks_PROPN_3_nsubj attacked_VERB_0_root the_DET_5_det post_NOUN_3_obj"
    " on_ADP_7_case Sunday_PROPN_3_obl ~._PUNCT_3_punct"
)
SEIZED = "They_PRON_2_nsubj seized_VERB_0_root two_NUM_4_nummod guards_NOUN_2_obj ~._PUNCT_2_punct"
HOLD = "They_PRON_2_nsubj hold_VERB_0_root two_NUM_4_nummod guards_NOUN_2_obj ~._PUNCT_2_punct"
ENDS = ["1:1-1:pronoun:ArmedGroup=Hawks", "1:3-4:nominal:Person=two guards"]
DETAINED = Relation(1, "detained", 0, 1, 1, "made")


def _carried(
    rows: list[str],
    forms: list[str],
    relation: Relation,
    *,
    plan: Outline = PLAN,
    fact: bool = True,
    line: str = "",
) -> Dating:
    document, sentences = read(*rows)
    document = replace(document, text=line or document.text)
    directory = list_mentions(document.text, *mention(document, sentences, *forms))
    trees = {number: grow(sentence) for number, sentence in enumerate(sentences)}
    (found,) = carry_dates(
        [relation], [Dating()], [fact], sentences, trees, directory, plan, document
    )
    return found


def test_the_next_sentence_goes_on_with_a_day() -> None:
    found = _carried([ATTACKED, SEIZED], ENDS, DETAINED)
    assert found == Dating("2014-12-14", "on Sunday", "sentence-before")


def test_what_is_so_or_planned_has_no_day_of_another_sentence() -> None:
    assert _carried([ATTACKED, HOLD], ENDS, DETAINED) == Dating()
    assert _carried([ATTACKED, SEIZED], ENDS, DETAINED, fact=False) == Dating()
    assert _carried([ATTACKED, SEIZED], ENDS, replace(DETAINED, relation="leads")) == Dating()
    described = replace(DETAINED, background=True)
    assert _carried([ATTACKED, SEIZED], ENDS, described) == Dating()


def test_a_new_paragraph_or_a_vague_date_carries_nothing() -> None:
    vague = ATTACKED.replace("on_ADP_7_case Sunday_PROPN_3_obl", "in_ADP_7_case 2012_NUM_3_obl")
    assert _carried([vague, SEIZED], ENDS, DETAINED) == Dating()
    assert _carried([ATTACKED, f"{SEIZED} | paragraph"], ENDS, DETAINED) == Dating()


def test_an_announcement_is_the_deed() -> None:
    row = (
        "The_DET_2_det Hawks_PROPN_3_nsubj announced_VERB_0_root on_ADP_5_case Friday_PROPN_3_obl"
        " that_SCONJ_9_mark they_PRON_9_nsubj had_AUX_9_aux left_VERB_3_ccomp the_DET_11_det"
        " Front_PROPN_9_obj ~._PUNCT_3_punct"
    )
    forms = [
        "0:7-7:pronoun:ArmedGroup=Hawks",
        "0:11-11:name:ArmedGroup=Front",
        "0:2-2:name:ArmedGroup=Hawks",
    ]
    friday = Dating("2014-12-12", "on Friday", "announced")
    assert _carried([row], forms, Relation(0, "split-from", 0, 1, 8, "made")) == friday
    assert _carried([row], forms, Relation(0, "attacked", 0, 1, 8, "made")) == Dating()


def test_the_head_of_a_line_dates_all_that_it_tells() -> None:
    head = (
        "12_NUM_0_root May_PROPN_1_nmod:unmarked ~:_PUNCT_5_punct a_DET_5_det bomb_NOUN_6_nsubj"
        " killed_VERB_1_parataxis six_NUM_8_nummod guards_NOUN_6_obj ~._PUNCT_1_punct"
    )
    blamed = "The_DET_2_det army_NOUN_3_nsubj blames_VERB_0_root Hawks_PROPN_3_obj ~._PUNCT_3_punct"
    forms = ["1:4-4:name:ArmedGroup=Hawks", "0:7-8:nominal:Person=six guards"]
    relation = Relation(1, "killed", 0, 1, 2, "made")
    found = _carried([head, blamed], forms, relation)
    assert found == Dating("2014-05-12", "12 May", "head-of-item")


def test_a_time_of_day_is_of_the_day_of_publication() -> None:
    row = (
        "08:15_NUM_0_root Sixty_NUM_3_nummod soldiers_NOUN_5_nsubj have_AUX_5_aux"
        " left_VERB_1_parataxis the_DET_7_det fort_NOUN_5_obj ~._PUNCT_1_punct"
    )
    forms = ["0:2-3:nominal:StateForce=sixty soldiers#60", "0:6-7:nominal:Place=the fort"]
    relation = Relation(0, "withdrew-from", 0, 1, 4, "made")
    found = _carried([row], forms, relation)
    assert found == Dating("2014-12-15", "08:15", "time-on-day-of-publication")
    undated = Outline((), None, None, None)
    assert _carried([row], forms, relation, plan=undated) == Dating()


def test_the_only_date_of_a_sentence_dates_what_hangs_on_it() -> None:
    row = (
        "On_ADP_2_case Friday_PROPN_4_obl they_PRON_4_nsubj fired_VERB_0_root on_ADP_8_case"
        " a_DET_8_det farm_NOUN_8_compound truck_NOUN_4_obl ~,_PUNCT_10_punct"
        " leaving_VERB_4_ccomp two_NUM_12_nummod men_NOUN_13_nsubj killed_VERB_10_xcomp"
        " ~._PUNCT_4_punct"
    )
    forms = ["0:3-3:pronoun:ArmedGroup=Hawks", "0:11-12:nominal:Person=two men"]
    found = _carried([row], forms, Relation(0, "killed", 0, 1, 12, "made"))
    assert found == Dating("2014-12-12", "On Friday", "date-of-sentence")


def test_a_relative_clause_goes_on_with_a_day_but_not_with_a_month() -> None:
    row = (
        "On_ADP_2_case Friday_PROPN_4_obl they_PRON_4_nsubj raided_VERB_0_root a_DET_6_det"
        " mill_NOUN_4_obj ~,_PUNCT_11_punct where_ADV_11_advmod two_NUM_10_nummod"
        " men_NOUN_11_nsubj died_VERB_6_acl:relcl ~._PUNCT_4_punct"
    )
    forms = ["0:3-3:pronoun:ArmedGroup=Hawks", "0:9-10:nominal:Person=two men"]
    killed = Relation(0, "killed", 0, 1, 10, "made")
    assert _carried([row], forms, killed) == Dating("2014-12-12", "On Friday", "date-of-sentence")
    month = row.replace("On_ADP_2_case Friday", "In_ADP_2_case May")
    assert _carried([month], forms, killed) == Dating()
    earlier = row.replace("died_VERB_6_acl:relcl", "had_AUX_12_aux died_VERB_6_acl:relcl")
    earlier = earlier.replace("_11_", "_12_")
    assert _carried([earlier], forms, replace(killed, trigger=11)) == Dating()


def test_a_participle_is_as_past_as_the_verb_before_it() -> None:
    row = (
        "They_PRON_2_nsubj fired_VERB_0_root on_ADP_5_case a_DET_5_det truck_NOUN_2_obl"
        " ~,_PUNCT_7_punct detaining_VERB_2_advcl two_NUM_9_nummod guards_NOUN_7_obj"
        " ~._PUNCT_2_punct"
    )
    forms = ["1:1-1:pronoun:ArmedGroup=Hawks", "1:8-9:nominal:Person=two guards"]
    detaining = replace(DETAINED, trigger=6)
    found = _carried([ATTACKED, row], forms, detaining)
    assert found == Dating("2014-12-14", "on Sunday", "sentence-before")
    present = row.replace("fired_VERB", "fire_VERB")
    assert _carried([ATTACKED, present], forms, detaining) == Dating()
    purpose = row.replace("~,_PUNCT_7_punct", "for_SCONJ_7_mark")
    assert _carried([ATTACKED, purpose], forms, detaining) == Dating()


def test_days_of_fighting_end_on_the_day_of_their_telling() -> None:
    row = (
        "They_PRON_2_nsubj said_VERB_0_root on_ADP_4_case Sunday_PROPN_2_obl they_PRON_7_nsubj"
        " had_AUX_7_aux detained_VERB_2_ccomp two_NUM_9_nummod guards_NOUN_7_obj in_ADP_12_case"
        " three_NUM_12_nummod days_NOUN_7_obl of_ADP_14_case clashes_NOUN_12_nmod ~._PUNCT_2_punct"
    )
    forms = ["0:5-5:pronoun:ArmedGroup=Hawks", "0:8-9:nominal:Person=two guards"]
    found = _carried([row], forms, Relation(0, "detained", 0, 1, 6, "made"))
    assert found == Dating("2014-12-11/2014-12-14", "in three days", "days-until-told")
