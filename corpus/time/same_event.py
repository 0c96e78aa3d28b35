"""Tokens of a sentence that tell of one and the same event, so that a date beside one dates all.

1. inside it: "killed in a raid", "the attack, which happened", "attacked a convoy, killing five",
   "the attack on a bus that killed ten", "set fire to the mill minutes after it closed";
2. above it: the first of coordinated verbs ("broke off and kidnapped"), what is managed or refused
   ("was able to capture"), the clause that it happens in ("while fleeing"), the verb that lends a
   noun its clause ("carried out an attack", "clashes erupted"); of coordinated verbs, the last one
   before a clause that follows from all ("came and stormed it, freeing ten");
3. the verb with which it shares its object: "attacked and captured the town".
"""

from collections.abc import Container, Iterator

from ..speech.cues import load_cues
from ..tree import NOUNS, Tree, cases, is_past, is_verb
from .dates import load_times
from .timeline import is_clause

_DEEPEST = 6
_PLAIN = frozenset({"was", "were", "had", "did"})


def same_event(tree: Tree, event: int, saying: Container[int]) -> Iterator[int]:
    """The tokens that tell of the event of a token, itself first, then the nearest; ``saying`` are
    verbs of speech, which tell of the speaking."""
    yield event
    yield from _parts(tree, event)
    here = event
    for _ in range(_DEEPEST):
        above = _above(tree, here)
        if above < 0 or (above in saying and not _is_object(tree, here)):
            break
        yield from _last_of_several(tree, above, here)
        yield above
        yield from _parts(tree, above)
        here = above
    yield from _sharing(tree, event)


def _last_of_several(tree: Tree, above: int, clause: int) -> Iterator[int]:
    """The last of coordinated verbs, where a clause that follows it hangs on the first: "fired at
    the jail and stormed it on Friday, freeing dozens"."""
    if tree.base[clause] == "advcl" and above < clause:
        ahead = (c for c in tree.children(above, "conj") if c < clause and is_verb(tree, c))
        yield from [c for c in ahead if not tree.has(c, "nsubj")][-1:]


def own_phrase(tree: Tree, event: int) -> Iterator[int]:
    """A token and the verb that says since when it is so: "became leader", "formed an alliance",
    "was chosen to lead"; and what that goes on from: "came back in May and became leader"."""
    yield event
    words, verb = load_times().clauses, tree.head(event)
    if verb < 0 or not is_verb(tree, verb):
        return
    into = tree.base[event] in {"xcomp", "obj", "obl"} or cases(tree, event) == {"to"}
    becomes = tree.lemma(verb) in words["becoming"] and into
    if becomes or (_is_object(tree, event) and tree.lemma(verb) in words["lending"]):
        yield verb
        if becomes and tree.base[verb] == "conj" and _one_happening(tree, verb, tree.head(verb)):
            yield tree.head(verb)


def _parts(tree: Tree, event: int) -> Iterator[int]:
    """What tells of the same event below it: "killed in a raid", "a raid carried out by"."""
    words = load_times().clauses
    if is_verb(tree, event):
        yield from _parts_of_verb(tree, event)
        return
    if tree.lemma(event) not in words["events"]:
        return
    for child in tree.children(event, "acl"):
        if tree.lemma(child) in words["happening"] | words["lending"]:
            yield child
    for target in tree.children(event, "nmod"):
        yield from (c for c in tree.children(target, "acl") if _is_toll(tree, c))


def _parts_of_verb(tree: Tree, verb: int) -> Iterator[int]:
    words = load_times().clauses
    if tree.lemma(verb) in words["happening"]:
        yield from (c for c in tree.children(verb, "nsubj") if tree.lemma(c) in words["events"])
    for child in tree.children(verb, "obl", "nmod"):
        if tree.lemma(child) in words["events"] and cases(tree, child) & words["same_time"]:
            yield child
    yield from (c for c in tree.children(verb, "advcl", "conj") if _result(tree, verb, c))
    for child in tree.children(verb, "advcl"):
        if "when" in _adverbs(tree, child) or _just_after(tree, child):
            yield child


def _is_toll(tree: Tree, clause: int) -> bool:
    """Whether a relative clause says how many an attack killed, whatever noun it hangs on: "the
    attack on a bus that killed ten"."""
    tolls = tree.lemma(clause) in load_times().clauses["tolls"]
    relative = any(tree.word(c) in {"that", "which"} for c in tree.children(clause, "nsubj"))
    return tolls and relative and not tree.has(clause, "aux:pass")


def _result(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a clause tells what the same deed did: "attacked a convoy, killing five"."""
    participle = clause > verb and tree.word(clause).endswith("ing")
    bare = not tree.has(clause, "mark", "nsubj", "aux")
    return participle and bare and tree.lemma(clause) in load_times().clauses["happening"]


def _above(tree: Tree, here: int) -> int:
    """The token above that tells of the same happening, -1 where none does."""
    above = tree.head(here)
    if above < 0:
        return -1
    if is_clause(tree, here) and tree.base[here] not in {"nsubj", "obj", "obl", "nmod"}:
        return above if _one_happening(tree, here, above) else -1
    return above if _names_happening(tree, here, above) else -1


def _one_happening(tree: Tree, verb: int, above: int) -> bool:
    words, base = load_times().clauses, tree.base[verb]
    if tree.tokens[verb].relation in {"aux", "cop"}:
        return True
    if tree.tokens[verb].relation == "acl:relcl":
        return _tells_of(tree, verb, above)
    if base in {"conj", "parataxis"}:
        return is_clause(tree, above) and above < verb and _goes_on(tree, verb)
    if base == "xcomp":
        return tree.lemma(above) in words["going_on"] or not tree.has(verb, "mark")
    if base in {"advcl", "ccomp"}:
        markers = cases(tree, verb) | _adverbs(tree, verb)
        opens = markers & words["same_time"] and not markers - words["same_time"]
        if base == "ccomp":
            return "when" in markers
        bare = not markers and not tree.has(verb, "nsubj", "aux", "cop")
        return bool(opens) or bare or _follows(tree, verb, above, markers)
    return False


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether a coordinated clause tells what happened next on the same date: not what has been so
    ever since, and nothing later."""
    words = load_times().clauses
    after = any(c < verb and "after" in cases(tree, c) for c in tree.children(verb, "obl"))
    if after or any(tree.word(c) in words["parting"] for c in tree.children(verb, "advmod")):
        return False
    own = tree.has(verb, "nsubj")
    helpers = {tree.word(c) for c in tree.children(verb, "aux", "cop")}
    past = bool(helpers) or is_past(tree, verb)
    return not own or (helpers <= _PLAIN and past)


def _tells_of(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a relative clause tells what an event did, or what happened in it: "the bombing that
    killed six", "the clash, in which six died"."""
    words = load_times().clauses
    if _is_toll(tree, verb):
        return _names_attack(tree, noun)
    if tree.lemma(noun) not in words["events"]:
        return False
    pronouns = [c for c in tree.children(verb, "obl") if tree.word(c) == "which"]
    inside = any(cases(tree, c) & words["same_time"] for c in pronouns)
    return inside or tree.lemma(verb) in words["happening"]


def _names_attack(tree: Tree, noun: int) -> bool:
    """Whether a noun tells of an attack, or of what goes off in one: "the bomb that killed ten"."""
    return tree.lemma(noun) in load_times().clauses["events"] | load_times().clauses["weapons"]


def _follows(tree: Tree, verb: int, above: int, markers: frozenset[str]) -> bool:
    """Whether a clause tells what came of a deed at once ("left in 2012 to join"), or what was but
    hours before it ("freed on Monday, hours after gunmen took him")."""
    cues = load_cues()
    if markers == {"to"}:
        outcome = tree.lemma(verb) in cues["happened.outcomes"]
        return outcome and tree.lemma(above) in cues["happened.outcome_after"]
    return _just_after(tree, verb)


def _just_after(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what was but hours or minutes before."""
    marks = [c for c in tree.children(verb, "mark", "case") if tree.word(c) == "after"]
    return any(c and tree.word(c - 1) in {"hours", "minutes"} for c in marks)


def _adverbs(tree: Tree, verb: int) -> frozenset[str]:
    """The adverbs that open a clause: "when", "where"."""
    first = min((c for c in tree.below[verb]), default=verb)
    children = tree.children(verb, "advmod")
    return frozenset(tree.word(c) for c in children if c == first)


def _is_object(tree: Tree, noun: int) -> bool:
    bare = tree.base[noun] == "obl" and not cases(tree, noun)
    return tree.base[noun] == "obj" or bare


def _names_happening(tree: Tree, noun: int, above: int) -> bool:
    words, base = load_times().clauses, tree.base[noun]
    lemma = tree.lemma(above)
    if _is_object(tree, noun):
        return lemma in words["lending"]
    if base == "nsubj":
        return lemma in words["happening"] or (
            tree.has(above, "aux:pass") and lemma in words["lending"]
        )
    if base == "obl":
        return is_clause(tree, above) and bool(cases(tree, noun) & words["same_time"])
    if base == "conj":
        return tree.tokens[above].upos in NOUNS
    return base in {"nmod", "compound"} and lemma in words["events"]


def _sharing(tree: Tree, verb: int) -> Iterator[int]:
    """The next of two verbs with one object: "attacked and captured the town on Friday"."""
    if not is_verb(tree, verb) or tree.has(verb, "obj"):
        return
    for other in tree.children(verb, "conj"):
        between = range(verb + 1, other)
        bare = all(tree.tokens[i].upos in {"CCONJ", "ADV", "PUNCT", "AUX"} for i in between)
        if bare and is_verb(tree, other) and not tree.has(other, "nsubj"):
            yield other
