import pytest

from allegiance.corpus.circumstances.anchored import date_anchored
from allegiance.corpus.circumstances.directory import list_mentions
from allegiance.corpus.relation import Relation
from allegiance.corpus.time.edtf import from_text
from allegiance.corpus.time.event_dates import Dating
from allegiance.corpus.tree import grow
from tests.corpus.mentioned import mention
from tests.corpus.trees import read

SINCE = (
    "Sixty_NUM_2_nummod men_NOUN_4_nsubj have_AUX_4_aux quit_VERB_0_root the_DET_6_det "
    "brigade_NOUN_4_obj since_SCONJ_9_mark it_PRON_9_nsubj declared_VERB_4_advcl "
    "its_PRON_11_nmod:poss wish_NOUN_9_obj to_PART_13_mark join_VERB_11_acl the_DET_15_det "
    "emirate_NOUN_13_obj ~._PUNCT_4_punct"
)
SINCE_FORMS = [
    "0:1-2:nominal:ArmedGroup=sixty men#60",
    "0:5-6:nominal:ArmedGroup=Nahr Brigade",
    "0:8-8:pronoun:ArmedGroup=Nahr Brigade",
    "0:14-15:nominal:ArmedGroup=Emirate",
]
QUIT = Relation(0, "defected-from", 0, 1, 3, "made")
JOIN = Relation(0, "member-of", 2, 3, 12, "made")
PLEDGED = Relation(0, "pledged-to", 2, 3, 8, "made")
SATURDAY = Dating("2014-12-13", "on Saturday", "weekday-before-publication")
OPEN = Dating("../2014-12-15", "since it declared", "since-event-until-publication")
PLAN = Dating("../2014-12-15", "since it declared", "before-what-followed-since")


def _dated(
    rows: list[str],
    forms: list[str],
    told: list[tuple[Relation, Dating, bool]],
    published: str | None = "2014-12-15",
) -> list[Dating]:
    document, sentences = read(*rows)
    directory = list_mentions(document.text, *mention(document, sentences, *forms))
    trees = {number: grow(sentence) for number, sentence in enumerate(sentences)}
    day = from_text(published) if published else None
    relations, datings, happened = zip(*told, strict=True)
    return list(date_anchored(relations, datings, happened, trees, directory, day))


def test_the_perfect_with_since_lies_before_publication() -> None:
    told = [(QUIT, Dating(), True), (JOIN, Dating(), False)]
    assert _dated([SINCE], SINCE_FORMS, told) == [OPEN, PLAN]


def test_it_begins_with_an_event_that_has_a_date() -> None:
    told = [(QUIT, Dating(), True), (PLEDGED, SATURDAY, True)]
    between = Dating("2014-12-13/2014-12-15", "since it declared", "since-event-until-publication")
    assert _dated([SINCE], SINCE_FORMS, told) == [between, SATURDAY]


def test_an_event_after_publication_is_no_beginning() -> None:
    late = Dating("2014-12-20", "on December 20", "day-before-publication")
    told = [(QUIT, Dating(), True), (PLEDGED, late, True)]
    assert _dated([SINCE], SINCE_FORMS, told)[0] == Dating()


def test_without_a_publication_date_there_is_none() -> None:
    assert _dated([SINCE], SINCE_FORMS, [(QUIT, Dating(), True)], None) == [Dating()]


def test_what_the_words_say_stays() -> None:
    vague = Dating(None, "recently", "vague")
    assert _dated([SINCE], SINCE_FORMS, [(QUIT, vague, True)]) == [vague]


@pytest.mark.parametrize(
    "old, new",
    [("have_AUX_4_aux", "may_AUX_4_aux"), ("since_SCONJ", "although_SCONJ")],
)
def test_other_tenses_and_clauses_say_nothing(old: str, new: str) -> None:
    told = [(QUIT, Dating(), True), (JOIN, Dating(), False)]
    assert _dated([SINCE.replace(old, new)], SINCE_FORMS, told) == [Dating(), Dating()]


def test_a_reason_in_the_present_says_nothing() -> None:
    row = SINCE.replace("declared_VERB", "keeps/keep_VERB")
    assert _dated([row], SINCE_FORMS, [(QUIT, Dating(), True)]) == [Dating()]


TELLS = (
    "Hawks_PROPN_2_nsubj pledged_VERB_0_root allegiance_NOUN_2_obj to_ADP_6_case the_DET_6_det "
    "emirate_NOUN_3_nmod ~._PUNCT_2_punct"
)
MARKS = (
    "The_DET_2_det Hawks_PROPN_4_nmod:poss ~'_PART_2_case pledge_NOUN_7_nsubj of_ADP_6_case "
    "allegiance_NOUN_4_nmod marks_VERB_0_root the_DET_10_det first_ADJ_10_amod "
    "presence_NOUN_7_obj of_ADP_13_case the_DET_13_det emirate_NOUN_10_nmod in_ADP_15_case "
    "Daraa_PROPN_10_nmod ~._PUNCT_7_punct"
)
MARKS_FORMS = [
    "0:1-1:name:ArmedGroup=Hawks",
    "0:5-6:nominal:ArmedGroup=Emirate",
    "1:1-2:name:ArmedGroup=Hawks",
    "1:12-13:nominal:ArmedGroup=Emirate",
    "1:15-15:name:Town=Daraa",
]
TOLD = Relation(0, "pledged-to", 0, 1, 2, "made")
PRESENT = Relation(1, "active-in", 3, 4, 9, "made")


def test_what_an_event_marks_happens_with_it() -> None:
    told = [(TOLD, SATURDAY, True), (PRESENT, Dating(), True)]
    marked = Dating("2014-12-13", "on Saturday", "marked-by-event")
    assert _dated([TELLS, MARKS], MARKS_FORMS, told)[1] == marked


@pytest.mark.parametrize(
    "old, new", [("allegiance_NOUN", "peace_NOUN"), ("marks_VERB", "hides_VERB")]
)
def test_another_event_or_verb_marks_nothing(old: str, new: str) -> None:
    told = [(TOLD, SATURDAY, True), (PRESENT, Dating(), True)]
    assert _dated([TELLS, MARKS.replace(old, new)], MARKS_FORMS, told)[1] == Dating()


def test_what_another_group_did_marks_nothing() -> None:
    forms = [
        form.replace("1:1-2:name:ArmedGroup=Hawks", "1:1-2:name:ArmedGroup=Owls")
        for form in MARKS_FORMS
    ]
    told = [(TOLD, SATURDAY, True), (PRESENT, Dating(), True)]
    assert _dated([TELLS, MARKS], forms, told)[1] == Dating()
