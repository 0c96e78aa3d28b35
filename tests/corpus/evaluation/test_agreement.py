import re

import pytest

from allegiance.corpus.evaluation.agreement import compare, listed, sheet, with_claims
from allegiance.corpus.evaluation.marking import parse_marked
from tests.corpus.evaluation.articles import MARKED


def test_an_annotation_agrees_with_itself() -> None:
    gold = parse_marked(MARKED)
    found = compare(gold, gold)

    assert found.mentions == (13, 13, 13)
    assert found.claims == (5, 5, 5)
    assert (found.typed, found.status, found.dates) == (13, 5, 5)
    assert not (found.only_first or found.only_second or found.differing)


def test_keys_may_differ() -> None:
    other = re.sub(r"\breed\b", "rb", MARKED)
    found = compare(parse_marked(MARKED), parse_marked(other))

    assert found.claims == (5, 5, 5)
    assert (found.typed, found.status, found.dates) == (13, 5, 5)


def test_differences_are_listed() -> None:
    other = MARKED.replace("+ _sp spokesperson-of reed\n", "").replace(
        "reported by=_sp date=2014-05-04", "planned by=_sp"
    )
    found = compare(parse_marked(MARKED), parse_marked(other))
    lines = list(listed(found))

    assert lines[0].startswith("only first: _sp spokesperson-of reed asserted | The Reed Brigade")
    assert lines[1].startswith("differ: reed split-from council reported 2014-05-04 <> reed split")
    assert lines[-1] == "nowhere-001\t13\t13\t13\t13\t5\t4\t4\t3\t3"


def test_other_texts_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="different texts"):
        compare(parse_marked(MARKED), parse_marked(MARKED.replace("Sunday", "Monday")))


def test_a_sheet_has_numbers_and_no_claims() -> None:
    lines = sheet(MARKED).splitlines()

    assert not any(line.startswith("+") for line in lines)
    assert lines[7].startswith("1\t# [Reed Brigade|reed:ArmedGroup] quits")
    assert lines[-1] == "5\t* Nobody else did."


def test_a_plain_sheet_has_no_marks() -> None:
    assert "The Reed Brigade broke away from the Delta Council on" in sheet(MARKED, plain=True)
    assert not set("[]|") & set(sheet(MARKED, plain=True))


def test_a_filled_sheet_is_an_article_again() -> None:
    claims = "\n".join(
        [
            "1 + reed split-from council",
            "2 + reed split-from council reported by=_sp date=2014-05-04",
            "2 + _sp spokesperson-of reed",
            "3 + reed fought council denied by=_sp place=port",
            '4 + _thirty member-of reed reported by="residents of the port" count=30',
        ]
    )

    assert parse_marked(with_claims(MARKED, claims)) == parse_marked(MARKED)


@pytest.mark.parametrize(
    ("claims", "message"),
    [("reed left", "not a line of a sheet"), ("99 + a b c", "no sentence 99")],
)
def test_a_wrong_sheet_is_told(claims: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        with_claims(MARKED, claims)
