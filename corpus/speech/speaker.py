"""Who speaks: the head token of a speaker, found from the word that speaks.

1. the subject of the verb of speech, or the one that it shares with another verb;
2. who stands behind a document: the group of "the group issued a statement saying";
3. where the tree is broken, who stands where speakers stand: after a quotation or a last comma and
   before the verb, or after it in "..., said X".
"""

from ..tree import NOUNS, Tree, antecedent, cases
from .cues import load_cues
from .frame import NAME_WORDS, below

_DEEPEST = 8
_FEWEST = 3
_LONGEST_NAME = 14
_MARKS = frozenset(",”\"’'»?!")
_CLOSING = frozenset({"”", '"', "»", "’’", "''"})
_SHOWING = frozenset({"show", "feature", "depict"})


def find_speaker(tree: Tree, verb: int, depth: int = 0) -> int:
    """The head token of who speaks, be the subject the verb's own or shared; -1: nobody."""
    if depth > _DEEPEST:
        return -1
    subject = own_subject(tree, verb)
    if subject >= 0:
        found = antecedent(tree, subject)
        return _beyond_document(tree, found if found >= 0 else subject, depth)
    for agent in tree.children(verb, "obl"):
        if "by" in cases(tree, agent) and tree.has(verb, "aux:pass"):
            return agent
    if tree.has(verb, "aux:pass", "nsubj:pass", "expl", "csubj"):
        return -1
    return _borrowed(tree, verb, depth)


def own_subject(tree: Tree, verb: int) -> int:
    """The verb's own subject; of several the nearest, as the others belong to what is said."""
    passive = tree.has(verb, "aux:pass")
    own = [
        c
        for c in tree.children(verb, "nsubj")
        if not (passive and tree.tokens[c].relation == "nsubj:pass")
        and not _is_hearer(tree, c)
        and not (c > verb and tree.word(verb).endswith("ing") and not tree.has(verb, "aux"))
    ]
    alone = [c for c in own if not _is_joined(tree, c)] or own
    if alone:
        return max([c for c in alone if c < verb], default=min(alone))
    if passive:
        return -1
    return _left_neighbour(tree, verb)


def _is_hearer(tree: Tree, noun: int) -> bool:
    """Whether who is told was made the subject by a broken tree: "two men told the Post"."""
    return tree.lemma(tree.head(noun)) in load_cues()["speech.telling"] and noun > tree.head(noun)


def _is_joined(tree: Tree, noun: int) -> bool:
    """Whether "and" stands before a noun that a broken tree made a subject of its own."""
    first = min(below(tree, noun))
    return first > 0 and tree.tokens[first - 1].upos == "CCONJ"


def _left_neighbour(tree: Tree, verb: int) -> int:
    """The noun right before a verb that a broken tree made the subject of another verb."""
    at = verb - 1
    while at >= 0 and tree.tokens[at].upos in {"AUX", "ADV"}:
        at -= 1
    while at >= 0 and tree.base[at] in {"flat", "compound"} and tree.head(at) < verb:
        at = tree.head(at)
    return at if at >= 0 and tree.tokens[at].relation == "nsubj" else _noun_before(tree, verb)


def _noun_before(tree: Tree, verb: int) -> int:
    """The noun with its article right before a verb, whatever a broken tree makes of it."""
    start = verb
    if tree.word(verb).endswith("ing"):
        return -1
    while start > 0 and tree.tokens[start - 1].upos in NAME_WORDS:
        start -= 1
        if tree.tokens[start].upos == "DET":
            break
    introduced = start > 0 and tree.tokens[start - 1].upos == "ADP"
    if start == verb or introduced or tree.tokens[start].upos != "DET":
        return -1
    return named_first(tree, start, verb)


def _borrowed(tree: Tree, verb: int, depth: int) -> int:
    head, relation = tree.head(verb), tree.base[verb]
    if head < 0:
        return _misread(tree, verb)
    if relation == "acl":
        if (
            tree.base[head] == "obj"
            and _speaks(tree, tree.head(head))
            and not _is_document(tree, head)
        ):
            # "denied any part in it, saying": who denied.
            return find_speaker(tree, tree.head(head), depth + 1)
        return _beyond_document(tree, head, depth)
    if relation in {"advcl", "xcomp", "ccomp"} and quoted_one(tree, head) >= 0:
        return quoted_one(tree, head)
    shown = [c for c in tree.children(head, "obj", "nsubj", "nsubj:pass") if head < c < verb]
    if shown and tree.lemma(head) in _SHOWING and tree.word(verb).endswith("ing"):
        return shown[0]
    if relation in {"advcl", "xcomp", "conj"} and head < verb:
        if tree.tokens[head].upos in NOUNS:
            return _beyond_document(tree, head, depth)
        if relation == "conj" and tree.base[head] == "ccomp" and not _speaks(tree, head):
            # "said it was grave and noted": the noting is the sayer's.
            head = tree.head(head)
        return find_speaker(tree, head, depth + 1)
    return _misread(tree, verb)


def _is_document(tree: Tree, noun: int) -> bool:
    return tree.lemma(noun) in load_cues()["speech.documents"]


def _speaks(tree: Tree, verb: int) -> bool:
    return verb >= 0 and tree.lemma(verb) in load_cues()["speech.verbs"]


def _misread(tree: Tree, verb: int) -> int:
    """The subject that a broken tree hides: read as an object, or given to another verb."""
    before = _after_last_comma(tree, verb)
    objects = tree.children(verb, "obj")
    if before < 0 and tree.lemma(verb) in {"say", "add"} and objects:
        return objects[0]
    return before


def _after_last_comma(tree: Tree, verb: int) -> int:
    """The noun between the last comma and a verb, which a broken tree gave to another verb."""
    start = verb
    while start > 0 and tree.word(start - 1) not in _MARKS:
        start -= 1
    if start == 0 or tree.tokens[verb].upos != "VERB" or tree.word(verb).endswith("ing"):
        return -1
    outside = [i for i in range(start, verb) if tree.head(i) < start]
    subjects = [i for i in outside if tree.base[i] == "nsubj"]
    # "..., a trader in Darak said": read as an apposition to what stands before the comma.
    added = [i for i in outside if tree.base[i] == "appos" and _is_final(tree, verb)]
    return next(iter(subjects or added), -1)


def _is_final(tree: Tree, verb: int) -> bool:
    """Whether nothing is said behind a verb of speech: its sentence or clause ends there."""
    return verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].upos == "PUNCT"


def _beyond_document(tree: Tree, noun: int, depth: int) -> int:
    """Who speaks through a document: the group of "the group issued a statement saying"."""
    if tree.word(noun) == "it" and tree.has(tree.head(noun), "aux:pass", "expl"):
        return -1
    if not _is_document(tree, noun):
        return noun
    owners = tree.children(noun, "nmod:poss") + tuple(
        c for c in tree.children(noun, "nmod") if cases(tree, c) & {"by", "from", "of"}
    )
    for made in tree.children(noun, "acl"):
        owners += tuple(c for c in tree.children(made, "obl") if "by" in cases(tree, c))
    if owners:
        return owners[0]
    verb = tree.head(noun)
    if verb >= 0 and tree.base[noun] in {"obj", "obl"} and tree.tokens[verb].upos == "VERB":
        found = find_speaker(tree, verb, depth + 1)
        return found if found >= 0 else noun
    return noun


def after_quotation(tree: Tree, verb: int, found: int) -> int:
    """The speaker between a closing mark and the verb, where the tree's is not there."""
    start = verb
    while start > 0 and tree.word(start - 1) not in _CLOSING:
        start -= 1
    if start == 0 or start <= found or verb - start > _LONGEST_NAME * 2:
        return found
    first = named_first(tree, start, verb)
    return first if first >= 0 else found


def inverted_speaker(tree: Tree, verb: int) -> int:
    """The speaker of "..., said Taha", whatever the tree makes of it; -1 elsewhere."""
    if tree.lemma(verb) not in load_cues()["speech.inverting"] or verb < _FEWEST:
        return -1
    if tree.word(verb - 1)[-1:] not in _MARKS:
        return -1
    for subject in tree.children(verb, "nsubj"):
        between = range(verb + 1, subject)
        if between and all(tree.tokens[i].upos in NAME_WORDS | {"ADP"} for i in between):
            # "said Centre for Peace director Odeh": who comes last.
            return subject
    return named_first(tree, verb + 1, len(tree.tokens))


def named_first(tree: Tree, start: int, stop: int) -> int:
    """The head of the noun that begins at ``start``: the name in it, else its last word."""
    run = start
    while run < stop and tree.tokens[run].upos in NAME_WORDS:
        run += 1
    if run == start or tree.tokens[run - 1].upos not in NOUNS:
        return -1
    first = run - 1
    while first > start and tree.tokens[first - 1].upos == tree.tokens[run - 1].upos == "PROPN":
        first -= 1
    return first


def quoted_one(tree: Tree, verb: int) -> int:
    """The speaker of "quoted him as saying", "was quoted as saying"; -1 for other verbs."""
    if tree.lemma(verb) not in load_cues()["speech.citing"]:
        return -1
    for at in range(verb + 1, min(verb + _LONGEST_NAME, len(tree.tokens) - 1)):
        if tree.word(at) == "as" and tree.word(at + 1).endswith("ing"):
            return _name_before(tree, at, verb)
    return -1


def _name_before(tree: Tree, at: int, verb: int) -> int:
    """The noun between the verb and ``at``; the subject where nothing stands there."""
    if at - 1 == verb:
        subjects = tree.children(verb, "nsubj:pass", "nsubj")
        return subjects[0] if subjects else -1
    if tree.tokens[verb + 1].upos == "PRON":
        return verb + 1
    return named_first(tree, verb + 1, at)
