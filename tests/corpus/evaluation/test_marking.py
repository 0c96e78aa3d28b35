import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.evaluation.gold import GoldClaim
from allegiance.corpus.evaluation.marking import MarkingError, parse_marked
from tests.corpus.evaluation.articles import MARKED, marked, written

TEXT = """Reed Brigade quits council

The Reed Brigade broke away from the Delta Council on Sunday, its spokesman said. \
He denied that the brigade had fought the council near Port Amon.

* Thirty of its men left for the port.
* Nobody else did."""


def test_the_text_is_what_remains_without_marks() -> None:
    found = parse_marked(MARKED).document

    assert found.text == TEXT
    assert (found.id, found.date, found.publisher) == ("nowhere-001", "2014-05-06", "Delta Wire")


def test_mentions_have_their_kind_and_nest() -> None:
    found = parse_marked(MARKED)
    words = [(found.document.text[m.start : m.end], m.entity, m.kind) for m in found.mentions]

    assert words == [
        ("Reed Brigade", "reed", "name"),
        ("council", "council", "nominal"),
        ("The Reed Brigade", "reed", "name"),
        ("the Delta Council", "council", "name"),
        ("its spokesman", "_sp", "nominal"),
        ("its", "reed", "pronoun"),
        ("He", "_sp", "pronoun"),
        ("the brigade", "reed", "nominal"),
        ("the council", "council", "nominal"),
        ("Port Amon", "port", "name"),
        ("Thirty of its men", "_thirty", "nominal"),
        ("its", "reed", "pronoun"),
        ("the port", "port", "nominal"),
    ]


def test_entities_gather_their_names_and_no_pronouns() -> None:
    found = parse_marked(MARKED).entities

    assert found["reed"].names == ("Reed Brigade", "The Reed Brigade", "the brigade")
    assert found["council"].names == ("the Delta Council", "council", "the council")
    assert found["_sp"].unnamed
    assert not found["reed"].unnamed


def test_claims_stand_under_their_sentence() -> None:
    found = parse_marked(MARKED)

    assert found.claims[1] == GoldClaim(
        "reed",
        "split-from",
        "council",
        status="reported",
        speaker=("its spokesman",),
        date="2014-05-04",
        quote="The Reed Brigade broke away from the Delta Council on Sunday, its spokesman said.",
        start=28,
    )
    assert found.claims[3].place == "port"
    assert (found.claims[4].speaker, found.claims[4].count) == (("residents of the port",), 30)
    assert found.claims[4].quote == "* Thirty of its men left for the port."


SENTENCE = "[The Reed Brigade|reed:ArmedGroup] saw [Amon|amon:Town] and [Idris|idris:Person].\n"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[The Reed Brigade|reed] left.", "line 8: reed has no type"),
        ("[The Reed Brigade|reed:Army] left.", "line 8: Army is no type"),
        ("[A|a:Town] and [B|a:Person] left.", "line 8: a is a Town already, not a Person"),
        ("[The Reed Brigade left.", "line 8: a mention is not closed"),
        ("[The Reed Brigade|reed left.", "line 8: a mention is not closed"),
        ("The Reed Brigade] left.", "line 8: a stray ]"),
        ("[|reed:ArmedGroup] left.", "line 8: the mention of reed has no words"),
        ("[Reeds|Reed:ArmedGroup] left.", "line 8: 'Reed' is no key"),
        ("+ reed controls amon", "line 8: a claim without a sentence above it"),
        (SENTENCE + "+ reed holds amon", "line 9: holds is no relation"),
        (SENTENCE + "+ reed controls", "line 9: a claim is: + subject relation object"),
        (SENTENCE + "+ reed controls sirte", "line 9: sirte is not marked in the text"),
        (SENTENCE + "+ reed fought reed", "line 9: fought relates reed to itself"),
        (SENTENCE + "+ amon leads reed", "line 9: leads cannot hold from Town to ArmedGroup"),
        (SENTENCE + "+ reed controls amon maybe", "line 9: 'maybe' is no status"),
        (SENTENCE + "+ reed controls amon denied planned", "line 9: more than one status"),
        (SENTENCE + "+ reed controls amon by=idris", "line 9: an asserted claim has no by="),
        (SENTENCE + "+ reed controls amon date=May", "line 9: date=May is not EDTF"),
        (SENTENCE + "+ idris member-of reed place=reed", "line 9: place=reed is no place"),
        (SENTENCE + "+ idris member-of reed place=sirte", "line 9: place=sirte is not marked"),
        (SENTENCE + "+ idris member-of reed count=some", "line 9: count=some is no whole number"),
        (SENTENCE + '+ idris member-of reed by="x', "line 9: No closing quotation"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(body: str, message: str) -> None:
    with pytest.raises(MarkingError, match=re.escape(message)):
        parse_marked(marked(body))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "no header"),
        ("---\n[\n---\nText.", "no header"),
        ("---\npublished: 2014-02-31\n---\nText.", "no header"),
        ("---\nid: a\n---\nText.", "the header has no conflict"),
        ("---\nid: a\nconflict: b\nvoice: c\npublished: May\n---\nText.", "May is no day"),
    ],
)
def test_a_faulty_header_is_told(source: str, message: str) -> None:
    with pytest.raises(MarkingError, match=message):
        parse_marked(source)


def test_pronouns_alone_end_no_claim() -> None:
    with pytest.raises(MarkingError, match="mentioned by pronouns alone"):
        parse_marked(
            marked("[He|_he:Person] left [the Reed Brigade|r:ArmedGroup].\n+ _he defected-from r")
        )


@given(st.text(alphabet="[]|+:*# ab_\n-=\"'Ä", max_size=200))
def test_any_text_is_an_article_or_told_to_be_none(body: str) -> None:
    try:
        found = parse_marked(marked(body))
    except MarkingError as error:
        assert error.problems
    else:
        assert all(0 <= m.start < m.end <= len(found.document.text) for m in found.mentions)


WORD = st.from_regex(r"[A-Za-zäß’]{1,8}", fullmatch=True)
MENTION = st.tuples(st.lists(WORD, min_size=1, max_size=3), st.sampled_from("abc"))
SENTENCES = st.lists(st.lists(st.one_of(WORD, MENTION), min_size=1, max_size=6), max_size=5)
Piece = str | tuple[list[str], str]


def line(pieces: list[Piece]) -> str:
    return " ".join(
        piece if isinstance(piece, str) else f"[{' '.join(piece[0])}|{piece[1]}:ArmedGroup]"
        for piece in pieces
    )


@given(SENTENCES)
def test_a_mention_is_the_words_that_were_marked(sentences: list[list[Piece]]) -> None:
    wanted = [
        (" ".join(piece[0]), piece[1])
        for sentence in sentences
        for piece in sentence
        if isinstance(piece, tuple)
    ]

    found = parse_marked(marked("\n".join(map(line, sentences))))

    text = found.document.text
    assert [(text[m.start : m.end], m.entity) for m in found.mentions] == wanted


@given(SENTENCES)
def test_an_article_written_anew_says_the_same(sentences: list[list[Piece]]) -> None:
    example = MARKED.removeprefix(marked("# "))
    first = parse_marked(marked("\n".join([*map(line, sentences), example])))

    assert parse_marked(written(first)) == first


def test_mentions_of_one_span_stay_nested_when_written_anew() -> None:
    first = parse_marked(marked("[[The Reeds|_men:Person]|reed:ArmedGroup] left."))

    assert parse_marked(written(first)) == first
