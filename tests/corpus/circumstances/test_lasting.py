import pytest

from allegiance.corpus.circumstances.lasting import date_lasting
from allegiance.corpus.time.edtf import Partial
from allegiance.corpus.time.event_dates import Dating
from allegiance.corpus.tree import grow
from tests.corpus.trees import read

SUNDAY, TUESDAY = Partial(2014, 12, 14), Partial(2014, 12, 16)
COUNTED = (
    "They_PRON_2_nsubj seized_VERB_0_root nine_NUM_4_nummod clerks_NOUN_2_obj"
    " {case}_ADP_7_case {number}_NUM_7_nummod days_NOUN_2_obl of_ADP_9_case clashes_NOUN_7_nmod"
    " ~._PUNCT_2_punct"
)
BARE = (
    "They_PRON_2_nsubj seized_VERB_0_root nine_NUM_4_nummod clerks_NOUN_2_obj"
    " in_ADP_7_case three_NUM_7_nummod days_NOUN_2_obl ~._PUNCT_2_punct"
)
GOES_ON = (
    "They_PRON_2_nsubj shelled_VERB_0_root the_DET_4_det mill_NOUN_2_obj"
    " for_ADP_8_case a_DET_8_det third_ADJ_8_amod day_NOUN_2_obl ~._PUNCT_2_punct"
)


def _lasting(row: str, trigger: int, told: Partial | None = SUNDAY) -> Dating:
    _, (sentence,) = read(row)
    return date_lasting(grow(sentence), trigger, told, TUESDAY)


@pytest.mark.parametrize(
    ("case", "number", "date"),
    [
        ("in", "three", "2014-12-11/2014-12-14"),
        ("after", "two", "2014-12-12/2014-12-14"),
        ("after", "4", "2014-12-10/2014-12-14"),
        ("for", "three", None),
        ("after", "ninety", None),
        ("after", "many", None),
    ],
)
@pytest.mark.parametrize("trigger", [1, 8])
def test_days_are_counted_back_from_the_telling(
    case: str, number: str, date: str | None, trigger: int
) -> None:
    found = _lasting(COUNTED.format(case=case, number=number), trigger)
    assert found.date == date
    assert found.text == (f"{case} {number} days" if date else None)


def test_what_is_told_on_no_day_is_not_counted_back() -> None:
    assert _lasting(COUNTED.format(case="in", number="three"), 1, None) == Dating()
    assert _lasting(COUNTED.format(case="in", number="three"), 1, Partial(2014, 12)) == Dating()


def test_days_of_nothing_or_of_another_event_do_not_count() -> None:
    assert _lasting(BARE, 1) == Dating()
    assert _lasting(COUNTED.format(case="in", number="three"), 3) == Dating()


def test_what_goes_on_for_another_day_is_told_on_its_last() -> None:
    told = Dating("2014-12-12/2014-12-14", "for a third day", "days-until-told")
    assert _lasting(GOES_ON, 1) == told
    assert _lasting(GOES_ON, 1, None).date == "2014-12-14/2014-12-16"
