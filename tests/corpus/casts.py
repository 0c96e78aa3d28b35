"""Mentions and chains by hand, and trees that no parser should make, for tests."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from allegiance.corpus.mention import Chain, Kind, Mention
from allegiance.corpus.sentence import Sentence, Token


def mentions_of(
    sentences: Sequence[Sentence], types: Mapping[str, str]
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """A mention for every listed phrase, and a chain for every phrase that differs.

    ``"them=Rebels": "ArmedGroup"`` puts the pronoun "them" into the chain of "Rebels".
    """
    mentions: list[Mention] = []
    members: dict[str, list[int]] = {}
    for key, kind in types.items():
        phrase, _, other = key.partition("=")
        for number, sentence in enumerate(sentences):
            found = _find(number, sentence, phrase, kind)
            if found:
                members.setdefault(other or phrase, []).append(len(mentions))
                mentions.append(found)
    chains = tuple(
        Chain(
            tuple(group),
            (),
            types[name],
            name,
            (),
            unnamed=all(mentions[m].kind != "name" for m in group),
        )
        for name, group in members.items()
    )
    return tuple(mentions), chains


def _find(number: int, sentence: Sentence, phrase: str, kind: str) -> Mention | None:
    wanted = phrase.split()
    texts = [token.text for token in sentence.tokens]
    for first in range(len(texts) - len(wanted) + 1):
        if texts[first : first + len(wanted)] == wanted:
            inside = range(first, first + len(wanted))
            tokens = sentence.tokens
            head = next(i for i in inside if tokens[i].head not in inside)
            form: Kind = {"PROPN": "name", "PRON": "pronoun"}.get(tokens[head].upos, "nominal")  # type: ignore[assignment]
            span = tokens[first].start, tokens[first + len(wanted) - 1].end
            return Mention(number, first, first + len(wanted), head, *span, phrase, form, kind)
    return None


@st.composite
def broken(draw: st.DrawFn) -> Sentence:
    """Sentences as no parser should make them: circles, strange heads, any labels."""
    size = draw(st.integers(1, 12))
    labels = ["nsubj", "obj", "conj", "flat", "case", "acl:relcl", "nmod", "appos", "acl", "advcl"]
    tokens = []
    for index in range(size):
        word = draw(
            st.sampled_from(["that", "'s", "of", "attacked", "rebels", "Homs", "by", "who"])
        )
        tag = draw(st.sampled_from(["NOUN", "VERB", "PROPN", "ADP", "PRON", "ADJ", "PART"]))
        head = draw(st.integers(-1, size - 1))
        relation = draw(st.sampled_from(labels))
        tokens.append(Token(index * 9, index * 9 + 8, word, word, tag, head, relation))
    return Sentence(0, size * 9, 0, tuple(tokens))
