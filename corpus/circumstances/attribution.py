"""Who is cited for what a sentence tells: ``find_voices`` once a document, then ask it.

1. The frames of every sentence give who says what (:mod:`.speech`); their speakers are named in
   text order, so that "he" and "the source" can mean who spoke before.
2. Every quotation gets a speaker: the frame outside of it in one of its own sentences, nearest
   first; else the one right before it in its paragraph, else the one after it there; else, where
   the paragraph is all quotation, who was quoted last.
3. A token's voice is the nearest frame around it; inside a quotation, a frame within the quotation
   counts before the quotation's own speaker.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..sentence import Sentence
from ..speech.frame import Frame
from ..speech.quotation import Quotation, find_quotations
from ..speech.speech import find_frames
from ..tree import Tree
from .citation import Spoke, kind_of, name_speaker
from .directory import Directory

_MEMORY = 2
"""Paragraphs after which "he" no longer means who spoke."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is cited, if known, and how."""

    name: str | None
    quoted: bool = False
    """In a direct quotation."""
    accused: bool = False
    """As an accusation."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A frame of a sentence with its speaker's name."""

    sentence: int
    frame: Frame
    name: str | None
    quoted: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """All that is cited in a document."""

    sentences: Sequence[Sentence]
    frames: Mapping[int, tuple[Cited, ...]]
    """By sentence."""
    quotations: tuple[tuple[Quotation, str | None], ...] = field(default=())

    def quotation_at(self, offset: int) -> tuple[Quotation, str | None] | None:
        """The quotation that a document offset stands in, with its speaker."""
        at = bisect_right(self.quotations, offset, key=lambda q: q[0].start) - 1
        found = self.quotations[at] if at >= 0 else None
        return found if found and offset < found[0].end else None

    def voice(self, sentence: int, token: int) -> Voice | None:
        """Who is cited for a token of a sentence; None where the article speaks for itself."""
        quotation = self.quotation_at(self.sentences[sentence].tokens[token].start)
        around = sorted(
            (c for c in self.frames.get(sentence, ()) if token in c.frame.content),
            key=lambda c: (len(c.frame.content), c.frame.word),
        )
        accused = [c for c in around if c.frame.kind == "accusation"]
        name = next((c.name for c in around if c.name), None)
        if accused and not accused[0].name:
            name = self._other_accuser(sentence) or name
        if quotation is None:
            return Voice(name, accused=bool(accused)) if around else None
        inside = next((c.name for c in around if c.name and c.quoted), None)
        return Voice(inside or quotation[1] or name, quoted=True, accused=bool(accused))

    def _other_accuser(self, sentence: int) -> str | None:
        """Who accuses in the sentence after or before, where this one does not tell."""
        return next(
            (
                cited.name
                for beside in (sentence + 1, sentence - 1)
                for cited in self.frames.get(beside, ())
                if cited.frame.kind == "accusation" and cited.name
            ),
            None,
        )

    def accuser(self, sentence: int, trigger: int) -> Voice | None:
        """Who is cited for an accusation that the trigger itself states."""
        for cited in self.frames.get(sentence, ()):
            if cited.frame.word == trigger and cited.frame.kind == "accusation":
                return Voice(cited.name, accused=True)
        return None


def find_voices(
    sentences: Sequence[Sentence], trees: Mapping[int, Tree], directory: Directory
) -> Voices:
    """What is cited in a document, and who."""
    quotations = find_quotations(directory.text, sentences)
    listed: dict[int, list[Cited]] = {}
    for cited in _cited(sentences, trees, directory, quotations):
        listed.setdefault(cited.sentence, []).append(cited)
    frames = {number: tuple(cited) for number, cited in listed.items()}
    voices = Voices(sentences, frames)
    return Voices(sentences, frames, tuple(_spoken(voices, directory, trees, quotations)))


def _cited(
    sentences: Sequence[Sentence],
    trees: Mapping[int, Tree],
    directory: Directory,
    quotations: Sequence[Quotation],
) -> Iterator[Cited]:
    """The frames of the document with their speakers' names."""
    last: Spoke | None = None
    since = 0
    for number, sentence in enumerate(sentences):
        if last and sentence.paragraph != since:
            forgotten = sentence.paragraph - since > _MEMORY
            last = None if forgotten else replace(last, near=False)
        for frame in find_frames(trees[number]):
            start = sentence.tokens[frame.word].start
            before = bisect_right(quotations, start, key=lambda q: q.start) - 1
            quoted = before >= 0 and start < quotations[before].end
            name = (
                name_speaker(directory, trees[number], number, frame.speaker, last)
                if frame.speaker >= 0
                else None
            )
            if name and frame.kind == "speech" and not quoted and frame.quotes:
                kind = kind_of(directory, trees[number], number, frame.speaker)
                same = last is not None and last.name == name
                last = Spoke(name, last.kind if last and same else kind)
                since = sentence.paragraph
            yield Cited(number, frame, name, quoted)


# --- quotations -----------------------------------------------------------------------------------


def _spoken(
    voices: Voices,
    directory: Directory,
    trees: Mapping[int, Tree],
    quotations: Sequence[Quotation],
) -> Iterator[tuple[Quotation, str | None]]:
    last: str | None = None
    since = -1
    for quotation in quotations:
        span = _sentences_of(voices.sentences, quotation)
        paragraph = voices.sentences[span.start].paragraph if span else since
        name = _speaker_of(voices, directory, quotation, span)
        if name is None and (quotation.goes_on or 0 <= paragraph - since <= 1):
            name = last
        if name:
            last, since = name, paragraph
        elif quotation.goes_on:
            since = paragraph
        yield quotation, name


def _sentences_of(sentences: Sequence[Sentence], quotation: Quotation) -> range:
    first = bisect_right(sentences, quotation.start, key=lambda s: s.end)
    last = bisect_left(sentences, quotation.end, key=lambda s: s.start)
    return range(first, max(first, last))


def _speaker_of(
    voices: Voices, directory: Directory, quotation: Quotation, span: range
) -> str | None:
    if not span:
        return None
    own = _introducing(voices, span)
    if own:
        return min(own, key=lambda c: _distance(voices, c, quotation)).name
    named = _before_colon(voices, directory, quotation, span.start)
    if named:
        return named
    paragraph = voices.sentences[span.start].paragraph
    for beside, nearest in ((span.start - 1, -1), (span.stop, 0)):
        inside = 0 <= beside < len(voices.sentences)
        if inside and voices.sentences[beside].paragraph == paragraph:
            found = _introducing(voices, range(beside, beside + 1))
            if found:
                return found[nearest].name
    return None


def _introducing(voices: Voices, span: range) -> list[Cited]:
    """The frames outside of quotations that can introduce one."""
    return [
        cited
        for number in span
        for cited in voices.frames.get(number, ())
        if cited.frame.quotes and cited.name and not cited.quoted
    ]


def _distance(voices: Voices, cited: Cited, quotation: Quotation) -> tuple[int, int]:
    at = voices.sentences[cited.sentence].tokens[cited.frame.word].start
    return (min(abs(at - quotation.start), abs(at - quotation.end)), at)


def _before_colon(
    voices: Voices, directory: Directory, quotation: Quotation, number: int
) -> str | None:
    """The last one named before the colon that introduces a quotation."""
    before = directory.text[max(0, quotation.start - 4) : quotation.start - 1].rstrip()
    if not before.endswith(":"):
        return None
    named = [
        index
        for sentence in (number, number - 1)
        for index in directory.by_sentence.get(sentence, ())
        if directory.mentions[index].end <= quotation.start
        and directory.mentions[index].kind == "name"
    ]
    return directory.chain_of[max(named)].name if named else None
