"""Whether what a trigger tells happened, did not happen, is only intended, or is hearsay.

1. The trigger's own words are asked first (:mod:`.stance`): "did not join", "may join".
2. Then the words that govern it, from the nearest up: what is refused or denied is denied, what is
   intended, threatened or demanded is planned. A governor has its say only over what it takes as a
   complement; "when", "after" and relative clauses end the way up, as what they tell is taken as
   known whatever the sentence around them says.
3. A noun for an event ("the attack on") shares the tense and negation of a verb only where that
   verb lends it its clause ("will launch an attack").
"""

from collections.abc import Iterable

from ..claim import Status
from ..speech.cues import load_cues
from ..tree import NOUNS, Tree, cases, is_verb, upwards
from .stance import Mark, is_past, own_marks

_INTERROGATIVE = frozenset({"why", "how", "when", "where"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "csubj", "acl", "advcl"})
_NOMINAL = frozenset({"obj", "iobj", "obl", "nmod", "nsubj", "compound"})
_KIND = {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
_BESIDE = frozenset({"with", "over", "after", "before", "amid", "despite", "during", "since"})
"""What they introduce is beside a plan, no part of it: "crimes over its bombing of"."""
_INTO_PLAN = frozenset({"for", "of", "on", "to", "against", "with", "over", "about", "into"})


def marks_of(tree: Tree, trigger: int, *, described: bool = False) -> frozenset[Mark]:
    """The marks of a trigger; of a mere description, those of its own predicate alone."""
    if tree.word(len(tree.tokens) - 1) == "?":
        return frozenset({"generic"})
    found = set(own_marks(tree, trigger))
    if tree.head(trigger) < 0 and "to" in cases(tree, trigger):
        # "Rebels to leave town"
        found.add("planned")
    if _is_counterfactual(tree, trigger) and "denied" in found:
        # "if they had not killed him": they did.
        return frozenset()
    if described or _is_hyphened(tree, trigger):
        return frozenset(found)
    at = trigger
    for above in upwards(tree, trigger):
        found |= _before_to(tree, at)
        marks, goes_on = _step(tree, at, above)
        found |= marks
        if not goes_on:
            break
        at = above
    return frozenset(found)


def _is_counterfactual(tree: Tree, at: int) -> bool:
    had = any(tree.word(c) == "had" for c in tree.children(at, "aux"))
    return had and "if" in cases(tree, at)


def _is_hyphened(tree: Tree, at: int) -> bool:
    """Whether a participle only describes a noun, whatever a broken tree says: "rebel-held"."""
    return (
        at > 1
        and tree.word(at - 1) in {"-", "‑"}
        and tree.tokens[at - 1].end == tree.tokens[at].start
    )


def _before_to(tree: Tree, at: int) -> frozenset[Mark]:
    """What stands right before "to" governs what follows it, whatever a broken tree says."""
    for mark in tree.children(at, "mark"):
        if mark == 0:
            continue
        before = tree.word(mark - 1)
        if (before, tree.word(mark)) in {("yet", "to"), ("short", "of")}:
            return frozenset({"denied"})
        if tree.word(mark) == "to":
            return _meant(tree, mark - 1, clausal=True)
    return frozenset()


def status_of(marks: Iterable[Mark], *, reported: bool) -> Status:
    """The first that fits of denied, planned, reported and asserted."""
    found = frozenset(marks)
    if "denied" in found:
        return "denied"
    if "planned" in found:
        return "planned"
    return "reported" if reported or "hearsay" in found else "asserted"


_Step = tuple[frozenset[Mark], bool]
_END: _Step = (frozenset(), False)


def _step(tree: Tree, at: int, above: int) -> _Step:
    """What ``above`` makes of ``at``, and whether words further up have a say."""
    relation = tree.base[at]
    if relation == "conj":
        return _coordinated(tree, at, above)
    if tree.tokens[at].relation.endswith(":relcl"):
        return _END
    clausal = is_verb(tree, at) or tree.has(at, "cop")
    if relation in _CLAUSAL and (clausal or relation != "acl"):
        return _clause(tree, at, above)
    if relation in _NOMINAL:
        return _noun(tree, at, above)
    return _END


def _coordinated(tree: Tree, at: int, above: int) -> _Step:
    """A coordinated verb shares what stands before the first, if it has the same form."""
    if tree.tokens[at].upos in NOUNS and not tree.has(at, "cop"):
        return (_shared_noun_marks(tree, above), True)
    if tree.has(at, "nsubj", "nsubj:pass", "aux", "cop"):
        return (frozenset(), tree.base[above] in {"ccomp", "conj"})
    if any(tree.word(c) == "but" for c in tree.children(at, "cc")):
        return _END
    bare = [tree.word(i) == tree.lemma(i) for i in (at, above)]
    to_before = any(tree.word(i) == "to" for i in range(above + 1, at))
    if bare == [True, False] and to_before:
        # "trying to escape and cross", with the crossing hung on the trying.
        return (_meant(tree, above, clausal=True), True)
    if bare[0] != bare[1]:
        # "decided to leave and joined": the joining hangs on the deciding.
        return _END
    return (own_marks(tree, above) - {"generic"}, True)


def _shared_noun_marks(tree: Tree, above: int) -> frozenset[Mark]:
    return own_marks(tree, above) & {"planned", "hearsay"}


def _clause(tree: Tree, at: int, above: int) -> _Step:
    opening = _opening(tree, at)
    asked = tree.base[at] in {"ccomp", "csubj"} and "if" in opening
    if asked or "whether" in opening:
        return (frozenset({"generic"}), False)
    if opening & _INTERROGATIVE:
        return _END
    relation = tree.base[at]
    if relation == "advcl":
        return _adverbial(tree, at, above)
    if relation == "acl":
        return _of_noun(tree, at, above)
    return _complement(tree, at, above)


def _opening(tree: Tree, at: int) -> frozenset[str]:
    """Words that open a clause: its conjunctions, its words of question."""
    asking = {tree.word(c) for c in tree.children(at, "advmod", "mark")}
    return cases(tree, at) | asking


def _adverbial(tree: Tree, at: int, above: int) -> _Step:
    cues = load_cues()
    opening = _opening(tree, at)
    if opening & cues["denied.openers"]:
        return (frozenset({"denied"}), False)
    if opening & cues["planned.openers"]:
        return (frozenset({"planned"}), False)
    marks: frozenset[Mark] = frozenset()
    if opening & (_INTO_PLAN | {"from"}):
        marks = _governed(tree, at, above) | _through_object(tree, at, above)
    if "to" in opening:
        return (marks | _purpose(tree, at, above), False)
    if tree.lemma(above) in cues["denied.verbs"] and tree.word(at).endswith("ing") and not opening:
        return (frozenset({"denied"}), True)
    return (marks, bool(marks) and tree.lemma(above) in cues["planned.verbs"])


def _purpose(tree: Tree, at: int, above: int) -> frozenset[Mark]:
    """What is done in order to do something is a plan, unless one comes of the other."""
    cues = load_cues()
    outcome = tree.lemma(above) in cues["happened.outcome_after"]
    if outcome and tree.lemma(at) in cues["happened.outcomes"] and is_past(tree, above):
        return frozenset()
    known = cues["happened.verbs"] | cues["happened.adjectives"]
    if tree.lemma(above) in known or tree.has(at, "aux"):
        return frozenset()
    return frozenset({"planned"})


def _of_noun(tree: Tree, at: int, above: int) -> _Step:
    """A clause that tells what a noun is about: "its decision to join", "claims that"."""
    cues = load_cues()
    opening = cases(tree, at)
    if not opening & (_INTO_PLAN | {"that", "in"}):
        return _END
    lemma = tree.lemma(above)
    if lemma in cues["denied.nouns"] or "denied" in own_marks(tree, above):
        return (frozenset({"denied"}), True)
    if lemma in cues["planned.nouns"] or ("to" in opening and lemma in _toward()):
        return (frozenset({"planned"}), True)
    return (frozenset(), True)


def _toward() -> frozenset[str]:
    return load_cues()["planned.nouns_before_to"]


def _complement(tree: Tree, at: int, above: int) -> _Step:
    cues = load_cues()
    lemma = tree.lemma(above)
    spoken = tree.base[at] == "ccomp" and lemma in cues["speech.verbs"]
    if spoken:
        by_word = {lemma, tree.lemma(above - 1) if above else ""} & cues["denied.verbs"]
        denies = by_word and "denied" not in own_marks(tree, above)
        return (frozenset({"denied"} if denies else ()), False)
    marks = _governed(tree, at, above)
    if tree.base[at] == "xcomp" and "to" in cases(tree, at):
        marks |= _infinitive(tree, at, above)
    return (marks | (own_marks(tree, above) - {"generic"}), True)


def _infinitive(tree: Tree, at: int, above: int) -> frozenset[Mark]:
    """Marks of "to join" under a verb that is no cue itself."""
    cues = load_cues()
    participle = tree.base[above] in {"acl", "advcl"} and not tree.word(above).endswith("ing")
    passive = tree.has(above, "aux:pass") or participle
    if passive and tree.lemma(above) in cues["hearsay.passives"]:
        return frozenset({"hearsay"})
    known = cues["happened.verbs"] | cues["happened.adjectives"]
    if tree.lemma(above) in known or tree.has(at, "aux"):
        return frozenset()
    return frozenset({"planned"}) if tree.has(above, "obj", "aux:pass") else frozenset()


def _governed(tree: Tree, at: int, above: int) -> frozenset[Mark]:
    """What the governor itself, by its meaning, makes of its complement."""
    if tree.lemma(above) in load_cues()["speech.accusing"] and cases(tree, at) & {"for", "of"}:
        return frozenset()
    return _meant(tree, above, clausal=tree.base[at] in _CLAUSAL)


def _meant(tree: Tree, above: int, *, clausal: bool) -> frozenset[Mark]:
    cues = load_cues()
    lemma, word = tree.lemma(above), tree.word(above)
    kind = _KIND.get(tree.tokens[above].upos, "verbs")
    if lemma in cues[f"denied.{kind}"]:
        return frozenset({"denied"})
    before_clause = lemma in cues["planned.verbs_before_clause"] or word in cues["planned.words"]
    if clausal and before_clause and kind != "nouns":
        return frozenset({"planned"})
    return frozenset({"planned"} if lemma in cues[f"planned.{kind}"] else ())


def _through_object(tree: Tree, at: int, above: int) -> frozenset[Mark]:
    """What the verb's object makes of a phrase that belongs to it: "reached a deal on"."""
    objects = [c for c in tree.children(above, "obj") if c < at]
    return frozenset().union(*(_meant(tree, c, clausal=True) for c in objects))


def _noun(tree: Tree, at: int, above: int) -> _Step:
    """What governs the noun of an event: "threatened an attack", "calls for the release of"."""
    cues = load_cues()
    relation = tree.base[at]
    if tree.lemma(above) in cues["generic.unknown"]:
        return _END
    if relation == "obl" and not cases(tree, at) & (_INTO_PLAN | {"through", "by", "via"}):
        return _END
    if relation == "nsubj" and tree.tokens[at].relation != "nsubj:pass" and is_verb(tree, above):
        return _END
    if relation == "nsubj" and tree.lemma(above) in cues["happened.aims"]:
        # "The raids are aimed at": there are raids.
        return _END
    marks = _governed(tree, at, above)
    if relation == "obl":
        marks |= _through_object(tree, at, above)
    beside = cases(tree, at) & _BESIDE
    if is_verb(tree, above) and tree.lemma(above) in cues["events.carriers"] and not beside:
        return (marks | own_marks(tree, above), True)
    if relation == "obl" and cases(tree, at) & {"through", "by", "via"}:
        return (own_marks(tree, above) & {"planned", "denied"}, True)
    if tree.tokens[above].upos in NOUNS and not beside:
        return (marks | own_marks(tree, above) & {"planned", "hearsay"}, True)
    return (marks, False)
