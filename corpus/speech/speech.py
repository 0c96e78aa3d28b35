"""Who says what in a sentence: the words that speak, their speaker, and what is spoken.

A frame is found for

1. verbs of speech: "activists said that ...", "..., he added", "was quoted as saying";
2. accusations: "accused them of deserting", "arrested for", "on charges of";
3. "according to X";
4. nouns of speech: "reports that", "claims of";
5. headlines: "Town falls: activists", "Army: town taken".

The content is what hangs on the frame in a right parse, and where that is missing, what stands
before a frame at the sentence's end.
"""

from collections.abc import Iterable, Iterator

from ..tree import NOUNS, Tree, cases, upwards
from .accusation import accusations, reports
from .cues import load_cues
from .frame import NAME_WORDS, Frame, all_below, below, next_word
from .speaker import (
    after_quotation,
    find_speaker,
    inverted_speaker,
    own_subject,
    quoted_one,
)

_FEWEST = 3
_HEADLINE = 4
_LONGEST = 1000
"""Tokens: what is longer is a list, not language."""
_CLAUSE_WORDS = NAME_WORDS | {"PRON", "AUX"}


def find_frames(tree: Tree) -> tuple[Frame, ...]:
    """The frames of a sentence, in text order."""
    if len(tree.tokens) > _LONGEST:
        return ()
    found = [frame for index in _candidates(tree) for frame in _frames(tree, index)]
    return (*found, *(() if found else _headline(tree)))


def _candidates(tree: Tree) -> list[int]:
    """The tokens that can speak."""
    according = load_cues()["speech.according"]
    return [
        index
        for index, token in enumerate(tree.tokens)
        if token.upos in {"VERB", "NOUN"} or token.text.lower() in according
    ]


def _frames(tree: Tree, index: int) -> Iterator[Frame]:
    cues = load_cues()
    lemma, upos = tree.lemma(index), tree.tokens[index].upos
    if upos == "VERB":
        if lemma in cues["speech.accusing"]:
            yield from accusations(tree, index)
        if lemma in cues["speech.verbs"]:
            yield from _spoken(tree, index)
    if tree.word(index) in cues["speech.according"] and next_word(tree, index) == "to":
        yield from _according(tree, index)
    if upos == "NOUN" and lemma in cues["speech.nouns"]:
        yield from reports(tree, index)


def _spoken(tree: Tree, verb: int) -> Iterator[Frame]:
    inverted = inverted_speaker(tree, verb)
    speaker = inverted if inverted >= 0 else quoted_one(tree, verb)
    if speaker < 0:
        speaker = after_quotation(tree, verb, find_speaker(tree, verb))
    content = frozenset(range(verb)) if inverted >= 0 else _content(tree, verb)
    if speaker >= 0:
        content -= below(tree, speaker) - below(tree, verb)
    quotes = tree.lemma(verb) not in load_cues()["speech.clause_only"]
    if content or (quotes and speaker >= 0 and not _says_a_thing(tree, verb)):
        yield Frame(verb, speaker, content, quotes=quotes)


def _says_a_thing(tree: Tree, verb: int) -> bool:
    """Whether the verb has an object that it does not address: "declared war"."""
    return tree.lemma(verb) not in load_cues()["speech.addressing"] and tree.has(verb, "obj")


def _content(tree: Tree, verb: int) -> frozenset[int]:
    clauses = tree.children(verb, "ccomp") + _shown(tree, verb)
    if tree.has(verb, "aux:pass") or tree.lemma(verb) in load_cues()["speech.before_verb"]:
        clauses += tree.children(verb, "xcomp", "csubj")
    if next_word(tree, verb) == "that" and tree.head(verb + 1) > verb:
        clauses += (tree.head(verb + 1),)
    found = set(all_below(tree, clauses) - all_below(tree, _finite_beside(tree, clauses)))
    if any(c > verb for c in clauses):
        found |= all_below(tree, _trailing(tree, verb, max(clauses)))
    if any(c < verb for c in clauses):
        found |= set(range(max(i for i in found if i < verb) + 1))
    clause_only = tree.lemma(verb) in load_cues()["speech.clause_only"]
    if tree.base[verb] == "parataxis" and not clause_only:
        found |= below(tree, tree.head(verb)) - below(tree, verb)
        if verb > tree.head(verb):
            found |= set(range(min(_own(tree, verb))))
    elif _is_as_reported(tree, verb) and not clauses:
        found |= set(range(len(tree.tokens))) - below(tree, verb)
    if not found:
        found |= _objects(tree, verb) or _after(tree, verb) or _before(tree, verb)
    return frozenset(found - _own(tree, verb))


def _shown(tree: Tree, verb: int) -> tuple[int, ...]:
    """What a document shows of somebody: "a video showed him as he swore an oath"."""
    cues = load_cues()
    if tree.lemma(verb) not in cues["speech.showing"]:
        return ()
    shows = {tree.lemma(c) for c in tree.children(verb, "nsubj")}
    if not shows & cues["speech.documents"]:
        return ()
    clauses = [c for c in tree.children(verb, "advcl") if cases(tree, c) & {"as", "while"}]
    return (*clauses, *(a for c in tree.children(verb, "obj") for a in tree.children(c, "acl")))


def _finite_beside(tree: Tree, clauses: Iterable[int]) -> Iterator[int]:
    """Finite verbs coordinated with an infinitive: "is believed to lead and has taken"."""
    for clause in clauses:
        if tree.base[clause] == "xcomp":
            yield from (c for c in tree.children(clause, "conj") if tree.has(c, "aux", "nsubj"))


def _is_as_reported(tree: Tree, verb: int) -> bool:
    """Whether the verb of speech comes in passing: "as activists reported"."""
    if tree.lemma(verb) in load_cues()["speech.clause_only"]:
        return False
    return tree.base[verb] == "advcl" and "as" in cases(tree, verb) and not tree.has(verb, "obj")


def _trailing(tree: Tree, verb: int, clause: int) -> tuple[int, ...]:
    """What the parser hung on the verb of speech but stands after what is said."""
    children = tree.children(verb, "advcl", "obl", "parataxis", "dep")
    return tuple(c for c in children if c > clause and not tree.has(c, "nsubj"))


def _own(tree: Tree, verb: int) -> frozenset[int]:
    """The verb, its subject and whom it addresses."""
    named = tree.children(verb, "nsubj", "nsubj:pass", "iobj", "aux", "mark")
    return all_below(tree, named) | {verb}


def _objects(tree: Tree, verb: int) -> frozenset[int]:
    """Nouns that are said: "reported clashes", "claimed responsibility for the attack"."""
    if tree.lemma(verb) not in load_cues()["speech.before_noun"]:
        return frozenset()
    objects = tree.children(verb, "obj", "nsubj:pass")
    about = [c for c in tree.children(verb, "obl") if "for" in cases(tree, c)]
    return all_below(tree, (*objects, *about)) if objects else frozenset()


def _after(tree: Tree, verb: int) -> frozenset[int]:
    """What follows a verb of speech, where the tree hangs it elsewhere."""
    size = len(tree.tokens)
    for at in range(verb + 1, size):
        if tree.word(at) == "that" and tree.tokens[at].upos == "SCONJ":
            return frozenset(range(at, size))
        if tree.tokens[at].upos == "VERB" and tree.lemma(at) not in load_cues()["speech.citing"]:
            break
    said = tree.lemma(verb) in load_cues()["speech.inverting"]
    spoken = said and not tree.has(verb, "obj", "aux:pass") and verb + 1 < size
    if spoken and tree.tokens[verb + 1].upos in _CLAUSE_WORDS and own_subject(tree, verb) >= 0:
        relative = tree.tokens[verb].relation == "acl:relcl"
        commas = (i for i in range(verb + 1, size) if relative and tree.word(i) == ",")
        rest = range(verb + 1, next(commas, size))
        return frozenset(rest if any(tree.tokens[i].upos == "VERB" for i in rest) else ())
    return frozenset()


def _before(tree: Tree, verb: int) -> frozenset[int]:
    """What stands before a frame at the end of its sentence, where the tree does not tell."""
    clause_only = tree.lemma(verb) in load_cues()["speech.clause_only"]
    aside = tree.base[verb] in {"acl", "advcl", "xcomp", "amod"}
    if clause_only or aside or not _is_final(tree, verb) or _says_a_thing(tree, verb):
        return frozenset()
    start = min(_own(tree, verb))
    words = [i for i in range(start) if tree.tokens[i].upos != "PUNCT"]
    has_verb = any(tree.tokens[i].upos in {"VERB", "AUX"} for i in words)
    return frozenset(range(start)) if has_verb and len(words) >= _FEWEST else frozenset()


def _is_final(tree: Tree, verb: int) -> bool:
    """Whether no other clause follows that the verb could introduce."""
    after = range(verb + 1, len(tree.tokens))
    own = all_below(tree, tree.children(verb, "nsubj", "advcl", "iobj", "obj", "obl"))
    return not any(tree.tokens[i].upos == "VERB" and i not in own for i in after)


def _according(tree: Tree, word: int) -> Iterator[Frame]:
    speaker = _after_according(tree, word)
    if speaker < 0:
        return
    out = below(tree, speaker) | {word, word + 1}
    clause = _clause_around(tree, speaker)
    inside = range(len(tree.tokens)) if clause < 0 else below(tree, clause)
    yield Frame(word, speaker, frozenset(inside) - out, quotes=True)


def _after_according(tree: Tree, word: int) -> int:
    head = tree.head(word)
    if head > word + 1 and tree.tokens[head].upos in NOUNS:
        return head
    for child in tree.children(word, "obl", "obj", "nmod", "pobj"):
        if child > word:
            return child
    after = range(word + 2, min(word + 12, len(tree.tokens)))
    first = next((i for i in after if tree.tokens[i].upos in NOUNS), -1)
    for above in upwards(tree, first) if first >= 0 else ():
        if tree.tokens[above].upos not in NOUNS or above < first:
            break
        first = above
    return first


def _clause_around(tree: Tree, index: int) -> int:
    """The relative clause that a phrase inside a sentence belongs to; -1 for the whole sentence."""
    for above in upwards(tree, index):
        if tree.tokens[above].relation.endswith(":relcl"):
            return above
    return -1


def _headline(tree: Tree) -> Iterator[Frame]:
    """Who stands before or after the colon of a headline."""
    words = [token.text for token in tree.tokens]
    ended = words[-1:] == ["."]
    if ":" not in words or words[-1] in {"!", "?"}:
        return
    colon = len(words) - 1 - words[::-1].index(":")
    sides = (range(colon), range(colon + 1, len(words) - ended))
    for side, other in (sides[::-1],) if ended else (sides, sides[::-1]):
        names = [i for i in side if tree.tokens[i].upos in NOUNS]
        verbal = any(tree.tokens[i].upos == "VERB" for i in side)
        told = any(tree.tokens[i].upos == "VERB" for i in other)
        if names and told and not verbal and len(side) <= _HEADLINE:
            yield Frame(colon, names[-1], frozenset(other), quotes=False)
            return
