"""What to call who is cited: a name where the document knows one, else the words there."""

from dataclasses import dataclass
from typing import Literal

from ..mention import Chain
from ..naming.lexicon import load_lexicon
from ..speech.cues import load_cues
from ..speech.frame import phrase
from ..time.dates import load_times
from ..tree import Tree, conjuncts
from .directory import Directory, mention_at

Kind = Literal["person", "people", "group"]

_LONGEST = 14
_MOST = 3
_NAMES = frozenset({"PROPN", "ADJ", "DET"})
_NAMING = ("appos", "flat", "compound", "nmod:desc", "nmod:unmarked", "dep", "nmod")


@dataclass(frozen=True, slots=True)
class Spoke:
    """Who spoke before."""

    name: str
    kind: Kind
    near: bool = True
    """In the same paragraph: nearer than whoever else was named since."""

    def fits(self, pronoun: str) -> bool:
        """Whether a pronoun can mean this speaker."""
        if pronoun in {"he", "she", "him", "her"}:
            return self.kind == "person"
        return self.kind != "person" if pronoun == "it" else True


def _is_sure(directory: Directory, tree: Tree, mention: int) -> bool:
    """Whether a mention can go by its chain's name: not where the two are of different kinds."""
    here, chain = directory.mentions[mention], directory.chain_of[mention]
    if here.kind != "nominal":
        return here.kind == "name"
    noun = load_lexicon().noun(tree.lemma(here.head))
    weak = noun is None or noun.weak
    return weak or here.type in {chain.type, "Entity"}


def kind_of(directory: Directory, tree: Tree, sentence: int, head: int) -> Kind:
    """Whether a speaker is one person, several, or a group."""
    token = tree.tokens[head]
    if token.upos == "NOUN":
        if token.lemma.lower() != token.text.lower():
            return "people"
        noun = load_lexicon().noun(token.lemma.lower())
        return "group" if noun and noun.group else "person"
    mention = mention_at(directory, sentence, head)
    if mention is None or directory.chain_of[mention].type in {"Person", "Entity"}:
        return "person"
    return "group"


def name_speaker(
    directory: Directory, tree: Tree, sentence: int, head: int, last: Spoke | None
) -> str | None:
    """The name or the words for the speaker whose head token is ``head``.

    ``last`` is who spoke before: "he said", "the source added" mean that one.
    """
    both = [c for c in conjuncts(tree, head) if c >= head][:_MOST]
    if len(both) > 1:
        names = [name_one(directory, tree, sentence, one, None) for one in both]
        return " and ".join(dict.fromkeys(name for name in names if name)) or None
    return name_one(directory, tree, sentence, head, last)


def name_one(
    directory: Directory, tree: Tree, sentence: int, head: int, last: Spoke | None
) -> str | None:
    """Like :func:`name_speaker`, without those who are coordinated."""
    beside = tree.base[head] in {"nmod:desc", "appos", "nmod"} and not tree.has(head, "case")
    if beside and not _is_set_off(tree, head):
        above = tree.head(head)
        head = above if tree.tokens[above].upos == "PROPN" else head
    mention = mention_at(directory, sentence, head)
    if mention is not None:
        chain = directory.chain_of[mention]
        sure = not chain.unnamed and _is_sure(directory, tree, mention)
        if sure and not _is_where(tree, head, chain):
            return chain.name
    if _cannot_speak(directory, tree, head, mention):
        return None
    named = _named_beside(directory, tree, sentence, head)
    if named:
        return named
    if tree.tokens[head].upos == "PRON" or _is_pronoun(directory, mention):
        fits = last is not None and last.fits(tree.word(head))
        if last and fits and last.near:
            return last.name
        return _of_pronoun(directory, mention) or (last.name if last and fits else None)
    if last and _is_definite(tree, head):
        return last.name
    return _words(directory.text, tree, head)


def _is_set_off(tree: Tree, head: int) -> bool:
    """Whether a comma parts somebody new from the name before: "..., a trader said"."""
    articles = [c for c in tree.children(head, "det") if tree.word(c) in {"a", "an"}]
    return any(c > 0 and tree.word(c - 1) == "," for c in articles)


def _cannot_speak(directory: Directory, tree: Tree, head: int, mention: int | None) -> bool:
    """Whether a broken tree made a speaker of what is none: an event, a day, a place."""
    times = load_times()
    event = tree.tokens[head].upos == "NOUN" and tree.lemma(head) in times.clauses["events"]
    if event or tree.word(head) in {*times.words["weekday"], *times.words["month"]}:
        return True
    return mention is not None and _is_where(tree, head, directory.chain_of[mention])


def _is_where(tree: Tree, head: int, chain: Chain) -> bool:
    """Whether a name tells where somebody speaks; capitals and countries speak themselves."""
    if tree.word(head) == "states":
        # "according to Member States"
        return False
    return chain.type == "Province" or (chain.type == "Town" and tree.has(head, "case"))


def _named_beside(directory: Directory, tree: Tree, sentence: int, head: int) -> str | None:
    """The person named beside a title: "local media activist Amro", "a spokesman, Amro"."""
    for child in tree.children(head, *_NAMING):
        if tree.base[child] == "nmod" and tree.has(child, "case"):
            continue
        mention = mention_at(directory, sentence, child)
        if mention is None or directory.mentions[mention].kind != "name":
            continue
        chain = directory.chain_of[mention]
        if chain.type in {"Person", "Entity"} or tree.base[child] == "appos":
            return chain.name
    return None


def _is_pronoun(directory: Directory, mention: int | None) -> bool:
    return mention is not None and directory.mentions[mention].kind == "pronoun"


def _of_pronoun(directory: Directory, mention: int | None) -> str | None:
    """The name or description of who a pronoun stands for, None where that is but a pronoun."""
    if mention is None:
        return None
    chain = directory.chain_of[mention]
    kinds = {directory.mentions[index].kind for index in chain.mentions}
    return chain.name if kinds != {"pronoun"} else None


def _is_definite(tree: Tree, head: int) -> bool:
    """Whether the noun is one like "the source", bare of all that would tell whose."""
    cues = load_cues()
    if tree.lemma(head) not in cues["speech.speakers"]:
        return False
    if tree.has(head, "nmod", "compound", "amod", "appos", "nmod:poss", "flat"):
        return False
    determiners = [tree.word(c) for c in tree.children(head, "det")]
    return determiners in (["the"], ["this"]) or (
        not determiners and tree.lemma(head) == tree.word(head)
    )


def _run(tree: Tree, index: int) -> int:
    """Where the run of names begins that a token stands in."""
    while index > 0 and tree.tokens[index - 1].upos in _NAMES and tree.base[index] != "det":
        index -= 1
    return index


def _parts(tree: Tree, index: int) -> bool:
    """Whether who speaks begins only after a word: "shelled it Thursday activists said"."""
    return tree.word(index) in load_times().words["weekday"]


def _words(text: str, tree: Tree, head: int) -> str | None:
    known = tree.word(head) in load_cues()["speech.speakers"]
    if tree.tokens[head].upos not in {"NOUN", "PROPN", "ADJ", "NUM", "X"} and not known:
        return None
    first, last = phrase(tree, head)
    if last - first > _LONGEST:
        first, last = max(first, head - 4), min(last, head + 4)
    first = max((i + 1 for i in range(first, head) if _parts(tree, i)), default=first)
    first += first < head and tree.base[first] == "cc"
    while first > 0 and tree.tokens[first].upos == "ADP" and tree.tokens[first - 1].upos in _NAMES:
        first = _run(tree, first - 1)
    words = text[tree.tokens[first].start : tree.tokens[last - 1].end]
    return " ".join(words.split()) or None
