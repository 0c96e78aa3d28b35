"""Slips of a parser that the words themselves show, put right before the tree is read.

1. the second half of a name hangs on its first half, not on another name of the sentence;
2. a preposition belongs to the noun behind it, the first of several; "including" is one;
3. who stands before "'s" owns the noun behind it;
4. a clause with "who", "which" or "that" in it is a relative clause;
5. a relative clause in the singular is not about a plural: "a coalition of groups that was formed";
6. a participle right behind a noun describes it: "bombers said to be acting for X";
7. a noun behind one verb and right before another is the subject of the other;
8. a bare noun before a verb without subject is its subject;
9. a noun without preposition behind a verb without object is its object;
10. a title belongs to the name behind it;
11. the same noun again is coordinated with itself: "fighters from X and fighters from Y";
12. of two subjects of one verb, parted by a comma, the second is in apposition: "its chief, X,";
13. behind "forces backed by X" a verb without subject is the main verb.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from .sentence import Token

_INSIDE = frozenset(
    {"amod", "compound", "det", "nummod", "advmod", "nmod", "flat", "obl", "punct", "case"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_FURTHEST = 8
_LONGEST = 600
"""Tokens of the longest sentence that is mended: what is longer is a list, not language."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
_TIMES = frozenset({*_DAYS, *_MONTHS, "October", "November", "December"})
_SINGULAR = frozenset({"was", "is", "has"})
_PARTICIPLES = frozenset(
    {"said", "known", "led", "held", "run", "thought", "given", "sent", "taken"}
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def mend(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the heads and relations that they should have."""
    mended = list(tokens)
    if len(mended) > _LONGEST:
        return mended
    for rule in _RULES:
        for index in range(len(mended)):
            rule(mended, index)
    return mended


def _attach(tokens: list[Token], index: int, head: int, relation: str) -> None:
    """Hang a token elsewhere, unless it would then hang on itself."""
    above = head
    for _ in range(len(tokens)):
        if above == index:
            return
        if above < 0:
            tokens[index] = replace(tokens[index], head=head, relation=relation)
            return
        above = tokens[above].head


def phrase_top(tokens: Sequence[Token], first: int) -> int:
    """The head of the noun phrase that begins at ``first``, -1 where none begins there."""
    index = first
    while 0 <= index < len(tokens):
        token = tokens[index]
        inside = token.relation.partition(":")[0] in _INSIDE
        if token.upos in _NOUNS and not (inside and token.head > index):
            return index
        if token.head <= index or not inside:
            return index if token.upos in _NOUNS | {"PRON", "NUM"} else -1
        index = token.head
    return -1


def _second_half(tokens: list[Token], index: int) -> None:
    token = tokens[index]
    if token.relation != "flat" or not 0 <= token.head < index - 1:
        return
    between = range(token.head + 1, index)
    if tokens[index - 1].upos == "PROPN" and any(tokens[i].upos != "PROPN" for i in between):
        _attach(tokens, index, index - 1, "flat")


def _preposition(tokens: list[Token], index: int) -> None:
    token = tokens[index]
    preposition = token.upos == "ADP" or token.text.lower() == "including"
    plain = token.relation == "case" and preposition and token.head >= 0
    if not plain or token.text.lower() in _POSSESSIVE | {"ago"}:
        return
    top = phrase_top(tokens, index + 1)
    if index < token.head and _are_joined(tokens, top, token.head):
        _attach(tokens, token.head, top, "conj")
        _attach(tokens, index, top, "case")
    elif token.head < index and top > index:
        _attach(tokens, index, top, "case")


def _verb_as_preposition(tokens: list[Token], index: int) -> None:
    token = tokens[index]
    if token.text.lower() in {"including", "involving"} and token.relation in {"acl", "amod"}:
        top = phrase_top(tokens, index + 1)
        if top == token.head:
            tokens[index] = replace(token, relation="case")


def _are_joined(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether two nouns are coordinated: "the army and the police"."""
    if not 0 <= one < other:
        return False
    between = tokens[one + 1 : other]
    return any(t.upos == "CCONJ" for t in between) and all(
        t.upos in {"CCONJ", "DET", "ADJ", "NUM", "PROPN", "NOUN", "PUNCT"} for t in between
    )


def _fronted(tokens: list[Token], index: int) -> None:
    """A bare noun before a verb that has no subject is its subject."""
    token = tokens[index]
    if not index < token.head or tokens[token.head].upos != "VERB":
        return
    own = [t for t in tokens if t.head == token.head]
    before = [t for t in tokens[index + 1 : token.head] if t.head == token.head]
    taken = any(t.relation.startswith("nsubj") or t.relation == "mark" for t in own)
    if taken or not _could_act(tokens, index, before):
        return
    passive = any(t.relation == "aux:pass" for t in before)
    tokens[index] = replace(token, relation="nsubj:pass" if passive else "nsubj")


def _could_act(tokens: Sequence[Token], index: int, before: Sequence[Token]) -> bool:
    """Whether a noun that is labelled something else stands where subjects stand."""
    token = tokens[index]
    if any(t.head == index and t.relation == "case" for t in tokens):
        return False
    if token.relation in {"obj", "iobj"}:
        return any(t.relation.startswith("aux") for t in before)
    labels = {"obl", "obl:agent", "obl:unmarked"}
    return token.relation in labels and token.upos == "PROPN" and token.lemma not in _TIMES


def _owner(tokens: list[Token], index: int) -> None:
    mark = tokens[index]
    owner = mark.head
    if mark.text not in _POSSESSIVE or mark.relation != "case" or not 0 <= owner < index:
        return
    if not tokens[owner].relation.startswith("flat"):
        top = phrase_top(tokens, index + 1)
        good = tokens[owner].relation == "nmod:poss" and tokens[owner].head > index
        if top > index and not good:
            _attach(tokens, owner, top, "nmod:poss")


def _relative(tokens: list[Token], index: int) -> None:
    token = tokens[index]
    verb = token.head
    if token.text.lower() not in {"who", "which", "that"} or token.upos not in {"PRON", "DET"}:
        return
    if verb >= 0 and index < verb and tokens[verb].relation == "acl":
        tokens[verb] = replace(tokens[verb], relation="acl:relcl")


def _number(tokens: list[Token], index: int) -> None:
    verb = tokens[index]
    if verb.relation != "acl:relcl" or not 0 <= verb.head < index:
        return
    singular = any(
        t.text.lower() in _SINGULAR and t.relation.startswith("aux") and t.head == index
        for t in tokens[verb.head + 1 : index]
    )
    if singular and _is_plural(tokens[verb.head]):
        one = _counted_by(tokens, verb.head)
        if one >= 0 and tokens[one].upos in _NOUNS and not _is_plural(tokens[one]):
            _attach(tokens, index, one, "acl:relcl")


def _counted_by(tokens: Sequence[Token], many: int) -> int:
    """The noun before "of" in "a coalition of nineteen groups", -1 without one."""
    for index in range(many - 1, max(many - _FURTHEST, 0), -1):
        if tokens[index].text.lower() == "of":
            return index - 1
        if tokens[index].upos in {"VERB", "PUNCT"}:
            break
    return -1


def _is_plural(token: Token) -> bool:
    return token.upos == "NOUN" and token.text.lower() != token.lemma.lower()


def _participle(tokens: list[Token], index: int) -> None:
    verb = tokens[index]
    loose = verb.relation in {"advcl", "parataxis"} and verb.upos == "VERB" and index > 0
    if not loose or not _looks_passive(verb) or tokens[index - 1].upos not in _NOUNS:
        return
    if any(t.head == index for t in tokens[:index]):
        return
    noun = index - 1
    while tokens[noun].relation.startswith("flat") and 0 <= tokens[noun].head < noun:
        noun = tokens[noun].head
    _attach(tokens, index, noun, "acl")


def _looks_passive(verb: Token) -> bool:
    word = verb.text.lower()
    return word.endswith("ed") or word in _PARTICIPLES


def _subject(tokens: list[Token], index: int) -> None:
    token = tokens[index]
    if not token.relation.startswith("nsubj") or not 0 <= token.head < index:
        return
    after = index + 1
    while after < len(tokens) and tokens[after].relation.startswith("flat"):
        after += 1
    follows = after < len(tokens) and tokens[after].upos in {"VERB", "AUX"}
    if follows:
        verb = tokens[after].head if tokens[after].upos == "AUX" else after
        if verb >= after:
            _attach(tokens, index, verb, token.relation)


def _bare_object(tokens: list[Token], index: int) -> None:
    """A noun without preposition behind a verb without object is its object."""
    token = tokens[index]
    behind = token.relation == "obl" and token.upos in _NOUNS and 0 <= token.head < index
    if not behind or tokens[token.head].upos != "VERB":
        return
    taken = {"obj", "nsubj:pass", "aux:pass", "iobj"}
    verb = any(t.head == token.head and t.relation in taken for t in tokens)
    marked = any(t.head == index and t.relation in {"case", "mark"} for t in tokens)
    if not verb and not marked:
        tokens[index] = replace(token, relation="obj")


def _title(tokens: list[Token], index: int) -> None:
    """A title that stands beside its name as if it were another noun: "of Colonel Mansour"."""
    if index + 1 >= len(tokens) or tokens[index].upos not in _NOUNS:
        return
    title, name = tokens[index], tokens[index + 1]
    alike = title.head == name.head and title.relation == name.relation
    if not alike or name.upos != "PROPN" or title.relation not in {"nmod", "obl", "obj", "nsubj"}:
        return
    if any(t.head == index + 1 and t.relation in {"case", "cc"} for t in tokens):
        return
    for child, token in enumerate(tokens):
        if token.head == index and (token.relation == "case" or child > index + 1):
            tokens[child] = replace(token, head=index + 1)
    _attach(tokens, index, index + 1, "nmod:desc")


def _same_noun(tokens: list[Token], index: int) -> None:
    token = tokens[index]
    if token.relation != "conj" or token.upos != "NOUN" or not 0 <= token.head < index:
        return
    owner = tokens[token.head]
    if owner.relation != "nmod" or not 0 <= owner.head < token.head:
        return
    first = tokens[owner.head]
    if first.upos == "NOUN" and first.lemma == token.lemma != owner.lemma:
        _attach(tokens, index, owner.head, "conj")


def _main_verb(tokens: list[Token], index: int) -> None:
    """A finite verb behind "forces backed by X", which a parser took for the main clause."""
    token = tokens[index]
    participle = token.head
    if token.relation != "advcl" or token.upos != "VERB" or not 0 < participle < index:
        return
    subject = participle - 1
    if tokens[subject].head != participle or tokens[subject].relation != "nsubj:pass":
        return
    if tokens[participle + 1].text.lower() != "by" or token.text.endswith("ing"):
        return
    own = {t.relation for t in tokens if t.head == index} | {
        t.relation for t in tokens[:participle] if t.head == participle
    }
    if own & {"mark", "nsubj", "nsubj:pass", "aux:pass", "aux", "case"} - {"nsubj:pass"}:
        return
    above = tokens[participle]
    tokens[index] = replace(token, head=above.head, relation=above.relation)
    tokens[participle] = replace(above, head=subject, relation="acl")
    tokens[subject] = replace(tokens[subject], head=index, relation="nsubj")
    for child in range(participle + 1, index):
        if tokens[child].head == index and tokens[child].relation == "obj":
            tokens[child] = replace(tokens[child], head=participle, relation="obl")


def _second_subject(tokens: list[Token], index: int) -> None:
    token = tokens[index]
    if token.relation != "nsubj" or index < 2 or tokens[index - 1].text != ",":
        return
    before = index - 2
    for _ in tokens:
        if before < 0 or tokens[before].relation.partition(":")[0] not in _INSIDE:
            break
        before = tokens[before].head
    twice = 0 <= before < index and tokens[before].relation == "nsubj"
    if twice and tokens[before].head == token.head and token.upos in _NOUNS:
        _attach(tokens, index, before, "appos")


_RULES: tuple[Callable[[list[Token], int], None], ...] = (
    _second_half,
    _preposition,
    _verb_as_preposition,
    _owner,
    _relative,
    _number,
    _participle,
    _subject,
    _fronted,
    _bare_object,
    _title,
    _same_noun,
    _second_subject,
    _main_verb,
)
