"""Who takes part in a clause: its subjects, its objects, and whether it is passive.

A clause without a subject of its own borrows one, in this order of cases:

1. coordination: the subject of the first verb ("broke off and kidnapped");
2. participles and relative clauses: the noun that they describe ("fighters who fled");
3. control: the subject of the governing verb, or its object where that verb hands the object on
   ("forced them to leave") or names the reason for what was done to it ("executed X for
   deserting").
"""

from dataclasses import dataclass

from ..tree import NOUNS, Tree, cases, is_relative, is_verb
from .pattern import Grammar

_DEEPEST = 8
_REASONS = frozenset({"for", "of", "while", "when", "after", "over"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens that stand as subjects and objects; coordinated ones are not spelled out."""

    subjects: tuple[int, ...] = ()
    passive: bool = False
    objects: tuple[int, ...] = ()

    @property
    def doers(self) -> tuple[int, ...]:
        """Who acts, as far as subject position says so."""
        return () if self.passive else self.subjects

    @property
    def undergoers(self) -> tuple[int, ...]:
        """Who is acted on."""
        return self.subjects if self.passive else self.objects


def clause(tree: Tree, verb: int, grammar: Grammar, depth: int = 0) -> Clause:
    """The clause that ``verb`` (or a predicate noun or adjective) heads."""
    objects = tree.children(verb, "obj")[:1] or tree.children(verb, "iobj")
    objects = objects or _shared_objects(tree, verb)
    passive = tree.has(verb, "aux:pass", "nsubj:pass")
    subjects = tree.children(verb, "nsubj", "nsubj:pass")
    if subjects and tree.tokens[verb].relation == "acl:relcl" and not passive:
        objects = objects or _gap(tree, verb, subjects)
    if subjects or depth > _DEEPEST:
        return Clause(_own(tree, verb, subjects), passive, objects)
    subjects, passive = _borrowed(tree, verb, passive, grammar, depth)
    if passive and tree.children(verb, "obj"):
        passive = tree.has(verb, "aux:pass")
    return Clause(subjects, passive, objects)


def _own(tree: Tree, verb: int, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """The subject: a parser that gives several means an apposition, or has strayed."""
    inner = [s for s in subjects if tree.tokens[s].relation != "nsubj:outer"] or list(subjects)
    opens = max((m for m in tree.children(verb, "mark") if m < verb), default=-1)
    inner = [s for s in inner if s > opens] or inner
    inner = [s for s in inner if s < verb] or inner
    if len(inner) > 1 and inner[-1] < verb:
        inner = inner[:1] if _are_apposed(tree, inner[0], inner[-1]) else inner[-1:]
    return tuple(inner)


def _are_apposed(tree: Tree, name: int, description: int) -> bool:
    """Whether the second noun describes the first: "Haddad, a captain", "Haddad the captain"."""
    between = range(name + 1, description)
    parts = [i for i in between if tree.head(i) != description and tree.base[i] != "flat"]
    opens = next((i for i in between if tree.base[i] != "flat"), description)
    return any(tree.word(i) == "," for i in between) or (
        not parts and tree.tokens[opens].upos == "DET"
    )


def _gap(tree: Tree, verb: int, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """The antecedent as object: "the town (that) they seized"."""
    if any(is_relative(tree, s) for s in subjects):
        return ()
    if any(is_relative(tree, c) for c in tree.below[verb] if tree.base[c] in {"obl", "advmod"}):
        return ()
    return (tree.head(verb),)


def _shared_objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """The object that two coordinated verbs share: "attacked and captured the town"."""
    if tree.base[verb] == "conj":
        above = tree.head(verb)
        return tuple(o for o in tree.children(above, "obj") if o > verb)
    for other in tree.children(verb, "conj"):
        between = range(verb + 1, other)
        if is_verb(tree, other) and all(_joins(tree, i, other) for i in between):
            return () if tree.has(other, "nsubj", "nsubj:pass") else tree.children(other, "obj")
    return ()


def _joins(tree: Tree, index: int, other: int) -> bool:
    token = tree.tokens[index]
    return token.upos in {"CCONJ", "ADV", "PUNCT", "AUX"} or index == other


def _borrowed(
    tree: Tree, verb: int, passive: bool, grammar: Grammar, depth: int
) -> tuple[tuple[int, ...], bool]:
    relation, head = tree.tokens[verb].relation, tree.head(verb)
    if head < 0:
        return (), passive
    if intending := _who_intends(tree, verb, grammar):
        return intending, passive
    if relation == "conj":
        return _from_conjunct(tree, verb, head, passive, grammar, depth)
    if relation in {"acl", "amod", "acl:relcl"}:
        return _from_noun(tree, verb, head, passive, grammar, depth)
    if relation in {"xcomp", "advcl", "ccomp", "parataxis", "advcl:relcl", "dep"}:
        return _from_governor(tree, verb, head, passive, grammar, depth)
    return (), passive


def _who_intends(tree: Tree, verb: int, grammar: Grammar) -> tuple[int, ...]:
    """The owner of the noun right before "to": "his decision to join"."""
    to = next((c for c in tree.children(verb, "mark") if tree.word(c) == "to"), -1)
    if to < 1 or tree.lemma(to - 1) not in grammar.intentions:
        return ()
    return tree.children(to - 1, "nmod:poss")


def _from_conjunct(
    tree: Tree, verb: int, head: int, passive: bool, grammar: Grammar, depth: int
) -> tuple[tuple[int, ...], bool]:
    first = clause(tree, head, grammar, depth + 1)
    participle = first.passive and not _is_active(tree, verb)
    return first.subjects, passive or participle


def _is_active(tree: Tree, verb: int) -> bool:
    """Whether the verb cannot share the passive of the verb before it."""
    if tree.has(verb, "obj", "aux", "mark") or tree.word(verb).endswith("ing"):
        return True
    return tree.tokens[verb].upos != "VERB"


def _from_noun(
    tree: Tree, verb: int, noun: int, passive: bool, grammar: Grammar, depth: int
) -> tuple[tuple[int, ...], bool]:
    """The noun that a participle describes, or whoever owns it ("its decision to join")."""
    if "to" in cases(tree, verb):
        return _owners(tree, noun, grammar, depth), passive
    if not is_verb(tree, verb):
        return (noun,), passive
    return (noun,), passive or is_past_participle(tree, verb)


def is_past_participle(tree: Tree, verb: int) -> bool:
    """Whether a verb without subject and auxiliary reads as passive: "armed by", "based in"."""
    word = tree.word(verb)
    if word.endswith("ing") or tree.has(verb, "aux", "cop"):
        return False
    return word != tree.lemma(verb) or word in {"hit", "put", "set", "cut", "split", "overrun"}


def _owners(tree: Tree, noun: int, grammar: Grammar, depth: int) -> tuple[int, ...]:
    owners = tree.children(noun, "nmod:poss")
    if owners:
        return owners
    of = tuple(c for c in tree.children(noun, "nmod") if cases(tree, c) & {"of", "by"})
    if of:
        return of
    head = tree.head(noun)
    if head >= 0 and tree.base[noun] in {"obj", "obl", "xcomp"}:
        return clause(tree, head, grammar, depth + 1).subjects
    return ()


def _from_governor(
    tree: Tree, verb: int, head: int, passive: bool, grammar: Grammar, depth: int
) -> tuple[tuple[int, ...], bool]:
    head = _reasoned(tree, verb, head, grammar)
    above = clause(tree, head, grammar, depth + 1)
    participle = passive or (
        tree.base[verb] in {"xcomp", "advcl"}
        and is_verb(tree, verb)
        and not cases(tree, verb) - {"as", "when", "while", "after"}
        and is_past_participle(tree, verb)
    )
    if _object_controls(tree, verb, head, grammar) and above.objects and not above.passive:
        return above.objects, participle
    if tree.tokens[head].upos in NOUNS and not above.subjects:
        return _owners(tree, head, grammar, depth), participle
    return above.subjects, participle


def _reasoned(tree: Tree, verb: int, head: int, grammar: Grammar) -> int:
    """The deed inside the governor whose reason the verb gives: "were able to capture X while"."""
    for child in tree.children(head, "xcomp"):
        if child < verb and tree.lemma(child) in grammar.object_reason:
            return child
    return head


def _object_controls(tree: Tree, verb: int, head: int, grammar: Grammar) -> bool:
    lemma = tree.lemma(head)
    if tree.base[verb] == "xcomp":
        return lemma in grammar.object_control
    return lemma in grammar.object_reason and bool(cases(tree, verb) & _REASONS)
