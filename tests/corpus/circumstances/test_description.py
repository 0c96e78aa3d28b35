from dataclasses import replace

import pytest

from allegiance.corpus.circumstances.description import Circumstances, describe
from allegiance.corpus.layout.outline import outline
from allegiance.corpus.relation import Relation
from tests.corpus.mentioned import mention
from tests.corpus.trees import read


def told(
    rows: list[str], forms: list[str], relation: Relation, date: str | None = None
) -> Circumstances | None:
    document, sentences = read(*rows, date=date)
    mentions, chains = mention(document, sentences, *forms)
    (found,) = describe(sentences, mentions, chains, [relation], outline(document), document)
    return found


LEFT = (
    "Forty_NUM_2_nummod fighters_NOUN_3_nsubj left_VERB_7_ccomp ISIS_PROPN_3_obj ~,_PUNCT_3_punct"
    " activists_NOUN_7_nsubj said_VERB_0_root ~._PUNCT_7_punct"
)
LEFT_FORMS = ["0:1-2:nominal:ArmedGroup=forty fighters#40", "0:4-4:name:ArmedGroup=ISIS"]
DEFECTED = Relation(0, "defected-from", 0, 1, 2, "made")


def test_reported_with_count_and_speaker() -> None:
    found = told([LEFT], LEFT_FORMS, DEFECTED)
    assert found == Circumstances("reported", "activists", count=40)


def test_asserted_has_no_speaker() -> None:
    row = "Forty_NUM_2_nummod fighters_NOUN_3_nsubj left_VERB_0_root ISIS_PROPN_3_obj"
    assert told([row], LEFT_FORMS, DEFECTED) == Circumstances("asserted", count=40)


@pytest.mark.parametrize(
    ("flag", "status"), [("negated", "denied"), ("planned", "planned"), ("accused", "reported")]
)
def test_what_the_pattern_says(flag: str, status: str) -> None:
    flagged = replace(
        DEFECTED,
        negated=flag == "negated",
        planned=flag == "planned",
        accused=flag == "accused",
    )
    found = told([LEFT], LEFT_FORMS, flagged)
    assert found
    assert (found.status, found.attributed_to) == (status, "activists")


def test_denied_comes_before_planned() -> None:
    found = told([LEFT], LEFT_FORMS, replace(DEFECTED, planned=True, negated=True))
    assert found
    assert found.status == "denied"


def test_a_habit_is_no_claim() -> None:
    row = "ISIS_PROPN_3_nsubj usually_ADV_3_advmod executes_VERB_0_root deserters_NOUN_3_obj"
    forms = ["0:1-1:name:ArmedGroup=ISIS", "0:4-4:nominal:ArmedGroup=deserters"]
    assert told([row], forms, Relation(0, "killed", 0, 1, 2, "made")) is None


LEADER = (
    "The_DET_2_det leader_NOUN_5_nsubj of_ADP_4_case ISIS_PROPN_2_nmod died_VERB_8_ccomp"
    " ~,_PUNCT_5_punct"
    " activists_NOUN_8_nsubj said_VERB_0_root ~._PUNCT_8_punct"
)
LEADS = Relation(0, "leads", 0, 1, 1, "made", background=True)
MEMBER = Relation(0, "member-of", 0, 1, 1, "made", background=True)


def test_a_description_is_the_writers_own() -> None:
    forms = ["0:1-2:nominal:Person=Abu Ali", "0:4-4:name:ArmedGroup=ISIS"]
    assert told([LEADER], forms, LEADS) == Circumstances("asserted")
    assert told([LEADER], forms, MEMBER) == Circumstances("asserted")


def test_who_counted_but_nameless_people_are_is_the_sources_word() -> None:
    forms = ["0:1-2:nominal:Person=three men#3", "0:4-4:name:ArmedGroup=ISIS"]
    assert told([LEADER], forms, LEADS) == Circumstances("asserted")
    assert told([LEADER], forms, MEMBER) == Circumstances("reported", "activists", count=3)


def test_who_an_uncounted_body_is_remains_the_writers() -> None:
    forms = ["0:1-2:nominal:Person=a leader", "0:4-4:name:ArmedGroup=ISIS"]
    assert told([LEADER], forms, MEMBER) == Circumstances("asserted")


def test_a_clause_about_a_noun_adds_the_writers_word() -> None:
    row = (
        "Activists_NOUN_2_nsubj said_VERB_0_root the_DET_4_det Hawks_PROPN_13_nsubj"
        " ~,_PUNCT_7_punct a_DET_7_det group_NOUN_4_appos founded_VERB_7_acl by_ADP_10_case"
        " Odeh_PROPN_8_obl:agent ~,_PUNCT_4_punct had_AUX_13_aux shelled_VERB_2_ccomp"
        " Tafas_PROPN_13_obj ~._PUNCT_2_punct"
    )
    forms = ["0:10-10:name:Person=Odeh", "0:4-4:name:ArmedGroup=Hawks", "0:14-14:name:Town=Tafas"]
    assert told([row], forms, Relation(0, "formed", 0, 1, 7, "made")) == Circumstances("asserted")
    shelled = Relation(0, "attacked", 1, 2, 12, "made")
    assert told([row], forms, shelled) == Circumstances("reported", "Activists")


def test_what_a_broken_tree_coordinates_with_speech_is_told() -> None:
    row = (
        "An_DET_2_det officer_NOUN_3_nsubj said_VERB_0_root the_DET_5_det army_NOUN_7_nsubj"
        " had_AUX_7_aux sent_VERB_3_ccomp tanks_NOUN_7_obj and_CCONJ_10_cc expelled_VERB_3_conj"
        " the_DET_12_det Hawks_PROPN_10_obj ~._PUNCT_3_punct"
    )
    forms = ["0:4-5:nominal:StateForce=the army", "0:12-12:name:ArmedGroup=Hawks"]
    found = told([row], forms, Relation(0, "killed", 0, 1, 9, "made"))
    assert found == Circumstances("reported", "An officer")


def test_a_word_of_speech_may_tell_the_deed_itself() -> None:
    row = (
        "The_DET_2_det Hawks_PROPN_3_nsubj claimed_VERB_0_root the_DET_5_det bombing_NOUN_3_obj"
        " of_ADP_8_case the_DET_8_det bridge_NOUN_5_nmod ~._PUNCT_3_punct"
    )
    forms = ["0:2-2:name:ArmedGroup=Hawks", "0:7-8:nominal:Place=the bridge"]
    found = told([row], forms, Relation(0, "attacked", 0, 1, 2, "made"))
    assert found == Circumstances("reported", "Hawks")


def test_a_stated_post_is_reported() -> None:
    row = (
        "Ali_PROPN_4_nsubj is_AUX_4_cop the_DET_4_det leader_NOUN_9_ccomp of_ADP_6_case"
        " ISIS_PROPN_4_nmod ~,_PUNCT_4_punct activists_NOUN_9_nsubj said_VERB_0_root"
    )
    forms = ["0:1-1:name:Person=Ali", "0:6-6:name:ArmedGroup=ISIS"]
    found = told([row], forms, Relation(0, "leads", 0, 1, 3, "made", background=True))
    assert found == Circumstances("reported", "activists")


QUOTED = (
    "“_PUNCT_7_punct ~It_PRON_7_nsubj shrank_VERB_10_ccomp after_SCONJ_7_mark its_PRON_6_nmod:poss"
    " leader_NOUN_7_nsubj left_VERB_3_advcl ~,_PUNCT_3_punct ~”_PUNCT_3_punct said_VERB_0_root"
    " activists_NOUN_10_nsubj"
)


def test_a_description_in_a_quotation_is_reported() -> None:
    forms = ["0:5-5:pronoun:ArmedGroup=ISIS", "0:6-6:nominal:Person=Abu Ali"]
    relation = Relation(0, "leads", 1, 0, 5, "made", background=True)
    assert told([QUOTED], forms, relation) == Circumstances("reported", "activists")


def test_brackets_in_a_quotation_are_the_writers() -> None:
    document, sentences = read(QUOTED)
    mentions, chains = mention(
        document, sentences, "0:5-5:pronoun:ArmedGroup=ISIS", "0:6-6:nominal:Person=Abu Ali"
    )
    before, after = document.text.index(" its"), document.text.index(" left")
    text = (
        f"{document.text[:before]}[{document.text[before + 1 : after]}]{document.text[after + 1 :]}"
    )
    bracketed = replace(document, text=text)
    relation = Relation(0, "leads", 1, 0, 5, "made", background=True)
    found = describe(sentences, mentions, chains, [relation], outline(document), bracketed)
    assert found == (Circumstances("asserted"),)


def test_date_and_place_come_along() -> None:
    row = (
        "ISIS_PROPN_2_nsubj killed_VERB_0_root forty_NUM_4_nummod guards_NOUN_2_obj in_ADP_6_case"
        " Manbij_PROPN_2_obl on_ADP_8_case Friday_PROPN_2_obl"
    )
    forms = [
        "0:1-1:name:ArmedGroup=ISIS",
        "0:3-4:nominal:Person=forty guards#40",
        "0:6-6:name:Town=Manbij",
    ]
    found = told([row], forms, Relation(0, "killed", 0, 1, 1, "made"), date="2014-12-15")
    assert found
    assert (found.date, found.place, found.count) == ("2014-12-12", "Manbij", 40)


def test_without_relations_nothing_is_told() -> None:
    document, sentences = read(LEFT)
    assert describe(sentences, (), (), (), outline(document), document) == ()


def test_a_headline_is_no_surer_than_the_body() -> None:
    title = "Fighters_NOUN_2_nsubj desert_VERB_0_root ISIS_PROPN_2_obj"
    document, sentences = read(title, LEFT + " | paragraph")
    mentions, chains = mention(
        document,
        sentences,
        "0:1-1:nominal:ArmedGroup=fighters",
        "0:3-3:name:ArmedGroup=ISIS",
        "1:1-2:nominal:ArmedGroup=forty fighters#40",
        "1:4-4:name:ArmedGroup=ISIS",
    )
    relations = [
        Relation(0, "defected-from", 0, 1, 1, "made"),
        Relation(1, "defected-from", 2, 3, 2, "made"),
    ]
    found = describe(sentences, mentions, chains, relations, outline(document), document)
    assert [about and (about.status, about.attributed_to) for about in found] == [
        ("reported", "activists"),
        ("reported", "activists"),
    ]


def test_an_event_told_again_has_its_date() -> None:
    told_first = (
        "Forty_NUM_2_nummod fighters_NOUN_3_nsubj left_VERB_0_root ISIS_PROPN_3_obj"
        " on_ADP_6_case Friday_PROPN_3_obl"
    )
    document, sentences = read(told_first, LEFT, date="2014-12-15")
    forms = [*LEFT_FORMS, *(form.replace("0:", "1:", 1) for form in LEFT_FORMS)]
    mentions, chains = mention(document, sentences, *forms)
    relations = [DEFECTED, replace(DEFECTED, sentence=1, subject=2, object=3)]
    found = describe(sentences, mentions, chains, relations, outline(document), document)
    assert [about and (about.date, about.date_rule) for about in found] == [
        ("2014-12-12", "weekday-before-publication"),
        ("2014-12-12", "told-again"),
    ]


def test_who_is_quoted_does_not_do_what_the_quotation_tells() -> None:
    row = (
        '"_PUNCT_3_punct ~Planes_NOUN_3_nsubj hit_VERB_10_ccomp wells_NOUN_3_obj'
        " killing_VERB_10_advcl nine_NUM_7_nummod men/man_NOUN_5_obj"
        ' ~"_PUNCT_3_punct Haddad_PROPN_10_nsubj said_VERB_0_root ~._PUNCT_10_punct'
    )
    forms = ["0:6-7:nominal:Person=nine men#9", "0:9-9:name:Person=Haddad"]

    assert told([row], forms, Relation(0, "killed", 1, 0, 4, "made")) is None
