from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.sentence import Aside, Sentence, Span, Token
from allegiance.ontology.vocabulary import load
from tests.corpus.trees import read

ROW = (
    "The_DET_2_det battalion_NOUN_7_nsubj ~’s_PART_2_case Karim_PROPN_7_nsubj Haddad_PROPN_4_flat "
    "~,_PUNCT_7_punct freed_VERB_0_root nine_NUM_9_nummod soldiers_NOUN_7_obj in_ADP_11_case "
    "Harran_PROPN_7_obl | names 4-5:PER 11-11:LOC | aside 5:KH"
)


def test_mentions_in_order() -> None:
    document, sentences = read(ROW, "They_PRON_2_nsubj fled_VERB_0_root")
    mentions = find_mentions(sentences, document.text)
    assert [(m.kind, m.text, m.type) for m in mentions] == [
        ("nominal", "The battalion", "ArmedGroup"),
        ("name", "Karim Haddad", "Person"),
        ("nominal", "nine soldiers", "StateForce"),
        ("name", "Harran", "Place"),
        ("pronoun", "They", "Entity"),
    ]
    assert [m.count for m in mentions] == [None, None, 9, None, None]


def test_mentions_are_spelled_where_the_text_is_not_given() -> None:
    document, sentences = read(ROW)
    with_text = find_mentions(sentences, document.text)
    assert [m.text for m in find_mentions(sentences)] == [m.text for m in with_text]


def test_nested_mentions() -> None:
    _, sentences = read(
        "the_DET_2_det leader_NOUN_7_nsubj of_ADP_5_case ISIS_PROPN_5_compound "
        "fighters_NOUN_2_nmod here_ADV_2_advmod fled_VERB_0_root ~._PUNCT_7_punct"
    )
    texts = [m.text for m in find_mentions(sentences)]
    assert texts == ["the leader of ISIS fighters", "ISIS", "ISIS fighters"]


_WORDS = (
    "the battalion Karim Haddad Usud al-Wadi ISIS rebels of ’s , - 30 it they his Syria group city "
    "town who and nine a ( ] ﷺ İ leader spokesman militants province Homs"
)
_UPOS = "NOUN PROPN VERB DET ADP PUNCT NUM PRON ADJ CCONJ PART AUX"
_RELATIONS = (
    "nsubj obj obl nmod nmod:poss compound flat appos conj case det amod nummod punct acl:relcl "
    "acl cop advcl xcomp root"
)


def words_of(line: str) -> st.SearchStrategy[str]:
    return st.sampled_from(line.split())


@st.composite
def sentences_of(draw: st.DrawFn) -> tuple[str, tuple[Sentence, ...]]:
    """A text and sentences with any trees whatever, circles included."""
    text, found = "", []
    for _ in range(draw(st.integers(1, 4))):
        start, tokens = len(text), []
        size = draw(st.integers(1, 12))
        for _ in range(size):
            word = draw(words_of(_WORDS))
            tokens.append(
                Token(
                    len(text),
                    len(text) + len(word),
                    word,
                    word.lower(),
                    draw(words_of(_UPOS)),
                    draw(st.integers(-1, size - 1)),
                    draw(words_of(_RELATIONS)),
                )
            )
            text += word + draw(st.sampled_from(["", " ", "\n"]))
        first, last = sorted(draw(st.lists(st.integers(0, size), min_size=2, max_size=2)))
        label = draw(st.sampled_from(["PER", "LOC", "ORG"]))
        names = (Span(first, last, label),) if first < last else ()
        spans = (Span(first, last, "Person"),) if first < last else ()
        asides = (Aside(0, 2, "UW", draw(st.integers(-1, size - 1))),)
        found.append(Sentence(start, len(text), 0, tuple(tokens), names, spans, asides))
    return text, tuple(found)


@given(sentences_of())
def test_whatever_the_trees_mentions_and_chains_are_sound(
    made: tuple[str, tuple[Sentence, ...]],
) -> None:
    text, sentences = made
    mentions = find_mentions(sentences, text)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.sentence, m.first, m.last))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.first <= mention.head < mention.last
        assert mention.type in load().types
    _are_sound(mentions, resolve_mentions(sentences, mentions))


def _are_sound(mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
    held = [m for chain in chains for m in chain.mentions]
    assert sorted(held) == list(range(len(mentions)))
    assert [c.mentions[0] for c in chains] == sorted(c.mentions[0] for c in chains)
    for chain in chains:
        assert len(chain.links) == len(chain.mentions) - 1
        assert _connected(chain)
        assert chain.name
        assert chain.name not in chain.aliases
        assert chain.type in load().types


def _connected(chain: Chain) -> bool:
    reached, links = {chain.mentions[0]}, list(chain.links)
    for _ in chain.links:
        for link in links:
            if {link.mention, link.antecedent} & reached:
                reached |= {link.mention, link.antecedent}
    return reached == set(chain.mentions)
