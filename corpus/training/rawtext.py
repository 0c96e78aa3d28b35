"""The whole reader measured: raw text in, words and trees out, against a treebank's.

A word counts as found where both cut it at the same characters, its tag, head and relation only
then: precision and recall of each, as the shared tasks on parsing raw text have it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..reader.reader import Reader
from ..sentence import Sentence
from .example import Example
from .scores import f1
from .treebank import blocks, read_treebank

_TEXT = "# text = "
Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of a word."""

    upos: str
    head: Cut | None
    """Where its head stands; none has the root."""
    relation: str


@dataclass(frozen=True, slots=True)
class TreebankDocument:
    """A document's text, its sentences and the words that stand in it."""

    text: str
    sentences: frozenset[Cut]
    words: Mapping[Cut, Word]


def read_documents(path: Path) -> Iterator[TreebankDocument]:
    """Documents of a CoNLL-U file."""
    texts: list[str] = []
    examples: list[Example] = []
    for block, example in zip(blocks(path), read_treebank(path), strict=True):
        if examples and any(line.startswith("# newdoc") for line in block):
            yield _document(texts, examples)
            texts, examples = [], []
        text = next(line[len(_TEXT) :] for line in block if line.startswith(_TEXT))
        parted = any(line.startswith("# newpar") for line in block)
        texts.append(("\n\n" if parted else " ") + text)
        examples.append(example)
    if examples:
        yield _document(texts, examples)


def raw_scores(reader: Reader, documents: Iterable[TreebankDocument]) -> dict[str, float]:
    """F1 in percent of sentences, words, tags, heads (uas) and labelled heads (las)."""
    counts: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for document in documents:
        sentences = reader.read(document.text)
        words = dict(_words_read(sentences))
        cuts = {(s.tokens[0].start, s.tokens[-1].end) for s in sentences if s.tokens}
        counts["sentences"] += len(cuts & document.sentences)
        counts += _agreement(document.words, words)
        wanted += Counter(sentences=len(document.sentences), words=len(document.words))
        found += Counter(sentences=len(cuts), words=len(words))
    units = {"sentences": "sentences"} | dict.fromkeys(("words", "upos", "uas", "las"), "words")
    return {key: f1(counts[key], found[unit], wanted[unit]) for key, unit in units.items()}


def _agreement(wanted: Mapping[Cut, Word], found: Mapping[Cut, Word]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for cut in wanted.keys() & found.keys():
        ours, theirs = found[cut], wanted[cut]
        counts["words"] += 1
        counts["upos"] += ours.upos == theirs.upos
        counts["uas"] += ours.head == theirs.head
        counts["las"] += (ours.head, ours.relation) == (theirs.head, theirs.relation)
    return counts


def _words_read(sentences: Sequence[Sentence]) -> Iterator[tuple[Cut, Word]]:
    for sentence in sentences:
        cuts = [(token.start, token.end) for token in sentence.tokens]
        for cut, token in zip(cuts, sentence.tokens, strict=True):
            head = cuts[token.head] if token.head >= 0 else None
            yield cut, Word(token.upos, head, token.relation)


def _document(texts: Sequence[str], examples: Sequence[Example]) -> TreebankDocument:
    text = "".join(texts)
    words: dict[Cut, Word] = {}
    sentences = set()
    place = 0
    for example in examples:
        cuts = []
        for form in example.words:
            start = text.index(form, place)
            place = start + len(form)
            cuts.append((start, place))
        sentences.add((cuts[0][0], cuts[-1][1]))
        for i, cut in enumerate(cuts):
            head = example.heads[i]
            words[cut] = Word(
                example.upos[i], cuts[head - 1] if head else None, example.relations[i]
            )
    return TreebankDocument(text, frozenset(sentences), words)
