"""Sentences by hand, for tests: a token is ``word_UPOS_head_relation``, heads count from 1.

    read("Liwa_PROPN_3_nsubj Shahba_PROPN_1_flat left_VERB_0_root ~._PUNCT_3_punct | names 1-2:ORG")

gives a document of one sentence for every row. A word glued to the one before it starts with ``~``
(``~'s_PART_2_case``). ``word/lemma`` states a lemma where the usual rule would guess wrong. After
the tokens stand annotations, each behind a bar: ``names 1-2:ORG 5-5:LOC`` and ``spans 1-2:Person``
(first and last token, both included), ``aside 2:ISIS`` (a parenthesis after token 2, left out of
the tree) and ``paragraph`` (the sentence begins a new paragraph).
"""

from dataclasses import dataclass
from hashlib import sha256

import lemminflect

from allegiance.corpus.document import Document
from allegiance.corpus.sentence import Aside, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Row:
    """A row, taken apart."""

    words: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]


def _row(row: str) -> Row:
    words, *notes = (part.strip() for part in row.split(" | "))
    pairs = [note.partition(" ") for note in notes]
    return Row(tuple(words.split()), tuple((key, value) for key, _, value in pairs))


def _lemma(word: str, upos: str) -> str:
    if upos in {"NOUN", "VERB", "AUX", "ADJ", "ADV"}:
        return str(lemminflect.getLemma(word.lower(), upos=upos)[0])
    return word if upos == "PROPN" else word.lower()


def _token(word: str, start: int) -> Token:
    text, upos, head, relation = word.removeprefix("~").rsplit("_", 3)
    text, _, lemma = text.partition("/")
    lemma = lemma or _lemma(text, upos)
    return Token(start, start + len(text), text, lemma, upos, int(head) - 1, relation)


def _spans(value: str) -> list[Span]:
    found = []
    for item in value.split():
        place, _, label = item.partition(":")
        first, _, last = place.partition("-")
        found.append(Span(int(first) - 1, int(last or first), label))
    return found


def _tokens(row: Row, text: str) -> tuple[str, list[Token], list[Aside]]:
    brackets = {
        int(number) - 1: words
        for key, value in row.notes
        if key == "aside"
        for number, _, words in [value.partition(":")]
    }
    tokens: list[Token] = []
    asides: list[Aside] = []
    for index, word in enumerate(row.words):
        text += "" if word.startswith("~") or not tokens else " "
        tokens.append(_token(word, len(text)))
        text += tokens[-1].text
        if index in brackets:
            start = len(text) + 2
            asides.append(Aside(start, start + len(brackets[index]), brackets[index], index))
            text += f" ({brackets[index]})"
    return text, tokens, asides


def read(*rows: str, date: str | None = None) -> tuple[Document, tuple[Sentence, ...]]:
    """A document and its sentences, one a row; the document's text is what the rows spell."""
    text, sentences, paragraph = "", [], 0
    for source in rows:
        row = _row(source)
        begins = any(key == "paragraph" for key, _ in row.notes)
        paragraph += begins and bool(text)
        text += ("\n\n" if begins else " ") if text else ""
        start = len(text)
        text, tokens, asides = _tokens(row, text)
        marks = {
            kind: tuple(s for key, value in row.notes if key == kind for s in _spans(value))
            for kind in ("names", "spans")
        }
        sentences.append(
            Sentence(
                start,
                len(text),
                paragraph,
                tuple(tokens),
                marks["names"],
                marks["spans"],
                tuple(asides),
            )
        )
    document = Document("made.txt", text, sha256(text.encode()).hexdigest(), date=date)
    return document, tuple(sentences)


def parse(row: str) -> Sentence:
    """The one sentence of a row."""
    return read(row)[1][0]
