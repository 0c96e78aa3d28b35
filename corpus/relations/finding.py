"""Relations between mentions: patterns over the trees, weighed by the relation model.

1. a word of the sentence sets off the patterns that list its lemma;
2. each pattern's paths lead to the tokens of its subject and object; of the alternatives the first
   one counts that leads to mentions of acceptable types;
3. coordinated tokens are spelled out, tokens become mentions, and every pair is a relation;
4. patterns whose object may be left unsaid take the group that the subject is said to belong to;
5. what says the same twice or relates a thing to itself is dropped;
6. the model weighs what was found and adds what was missed (``weighing.py``);
7. of a mention and another inside it one alone plays a part (``nesting.py``);
8. what only describes somebody without a name of whom nothing else is told is dropped.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from ...ontology.vocabulary import load
from ..mention import Chain, Mention
from ..relation import Relation
from ..sentence import Sentence
from ..tree import Tree, cases, grow
from .ends import mentions_at, sides
from .fitness import Wanted, wanted
from .model import RelationModel
from .nesting import told_once
from .participants import Cast, Roster, cast, enrol
from .pattern import Pattern, load_patterns
from .roles import fill
from .triggers import triggered
from .weighing import MODEL, weigh

_LONGEST = 400
"""Tokens of the longest sentence that is read: what is longer is a list, not language."""

_BEING = frozenset({"office", "kinship", "geography"})
"""Families of relations that tell who or where somebody is, and nothing that happens."""

_Pair = tuple[int, int]
_Groups = Mapping[int, frozenset[int]]


def find_relations(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    model: RelationModel | None = None,
) -> tuple[Relation, ...]:
    """The relations of a document, sorted by sentence, trigger, subject and object.

    The relation model is the one that ships, unless another is given.
    """
    roster = enrol(sentences, mentions, chains)
    casts = casts_of(sentences, roster)
    weighed = weigh(find_by_patterns(casts, roster), casts, roster, model)
    weighed = told_once(weighed, roster)
    trees = {players.number: players.tree for players in casts}
    return tuple(_worth_telling(weighed, roster, trees))


def casts_of(sentences: Sequence[Sentence], roster: Roster) -> tuple[Cast, ...]:
    """Who appears in each sentence that mentions anybody."""
    return tuple(
        cast(grow(sentence), roster, number, load_patterns().grammar)
        for number, sentence in enumerate(sentences)
        if number in roster.by_sentence and len(sentence.tokens) <= _LONGEST
    )


def find_by_patterns(casts: Sequence[Cast], roster: Roster) -> tuple[Relation, ...]:
    """What the patterns find, sorted by sentence, trigger, subject and object."""
    said = [r for players in casts for r in _in_sentence(players, {}, bare=False)]
    groups = _memberships(said, roster)
    unsaid = [r for players in casts for r in _in_sentence(players, groups, bare=True)]
    trees = {players.number: players.tree for players in casts}
    told = _by_verb(tuple(_once([*said, *unsaid], roster)), roster, trees)
    return tuple(
        sorted(_worth_telling(tuple(told), roster, trees), key=lambda relation: relation.order)
    )


def _in_sentence(players: Cast, groups: _Groups, *, bare: bool) -> Iterator[Relation]:
    """Relations of one sentence, pattern by pattern in the order of the file."""
    for token, found in triggered(players):
        for pattern in found:
            if pattern.bare == bare:
                for subject, target in _pairs(players, token, pattern, groups):
                    yield _relation(players.number, token, pattern, subject, target)


def _relation(sentence: int, token: int, pattern: Pattern, subject: int, target: int) -> Relation:
    return Relation(
        sentence=sentence,
        relation=pattern.relation,
        subject=subject,
        object=target,
        trigger=token,
        pattern=pattern.id,
        negated=pattern.negated,
        planned=pattern.planned,
        accused=pattern.accused,
        background=pattern.background,
        confidence=pattern.confidence,
    )


def _pairs(players: Cast, token: int, pattern: Pattern, groups: _Groups) -> Iterator[_Pair]:
    domain, range_ = wanted(pattern)
    if pattern.each:
        yield from _each(players, token, pattern, domain)
        return
    # A place lies in the one place that is named next; the next in a list has its own.
    alone = load().relations[pattern.relation].family == "geography"
    sole = alone or _describes_one(players, token, pattern)
    subjects = mentions_at(players, token, pattern.subject, domain, alone=sole)
    if not subjects:
        return
    taken = frozenset(subjects)
    targets = mentions_at(players, token, pattern.object, range_, taken, alone=alone)
    if targets:
        yield from product(subjects, targets)
    elif pattern.bare:
        for subject in subjects:
            yield from _left_unsaid(players, token, subject, groups)


def _describes_one(players: Cast, token: int, pattern: Pattern) -> bool:
    """Whether the trigger is an office in the singular: it is not shared by the next in a list."""
    office = any(path[0].role in {"bearer", "described"} for path in pattern.subject)
    return office and players.tree.word(token) == players.tree.lemma(token)


def _each(players: Cast, token: int, pattern: Pattern, types: Wanted) -> Iterator[_Pair]:
    """The first member with each of the others; members of one side are not at odds."""
    for path in pattern.each:
        for group in fill(players.tree, token, path, players.grammar):
            found = sides(players, group, types)
            if len(found) > 1:
                yield from (p for side in found[1:] for p in product(found[0], side))
                return


def _left_unsaid(players: Cast, token: int, subject: int, groups: _Groups) -> Iterator[_Pair]:
    """The subject's own group, by the mention of it that stands nearest to the trigger."""
    own = groups.get(players.roster.chain_of[subject]) or _companions_group(
        players, subject, groups
    )
    mentions = players.roster.mentions
    near = [m for m in players.present if players.roster.chain_of[m] in own]
    if near:
        yield subject, min(near, key=lambda m: (abs(mentions[m].head - token), m))


def _companions_group(players: Cast, subject: int, groups: _Groups) -> frozenset[int]:
    """The one group that others without a name belong to: "its own members ... some militants"."""
    roster = players.roster
    mention = roster.mentions[subject]
    if (
        mention.kind != "nominal"
        or players.tree.lemma(mention.head) not in players.grammar.fighters
    ):
        return frozenset()
    present = {roster.chain_of[m] for m in players.present}
    found = [groups[c] for c in present if c in groups and roster.chains[c].unnamed]
    return found[0] if len(set(found)) == 1 and len(found[0]) == 1 else frozenset()


def _memberships(relations: Iterable[Relation], roster: Roster) -> _Groups:
    """The groups that each chain is said to belong to."""
    found: dict[int, set[int]] = {}
    for relation in relations:
        if relation.relation == "member-of":
            subject = roster.chain_of[relation.subject]
            found.setdefault(subject, set()).add(roster.chain_of[relation.object])
    return {chain: frozenset(groups) for chain, groups in found.items()}


def _once(relations: Iterable[Relation], roster: Roster) -> Iterator[Relation]:
    """Each trigger's relation between two chains once, none of a thing to itself."""
    seen: set[tuple[int, int, str, int, int]] = set()
    for relation in relations:
        ends = [roster.chain_of[relation.subject], roster.chain_of[relation.object]]
        if load().relations[relation.relation].symmetric:
            ends.sort()
        # A description counts once a sentence, an event once a trigger.
        anyhow = (relation.sentence, -1, relation.relation, ends[0], ends[1])
        exact = (relation.sentence, relation.trigger, *anyhow[2:])
        told = anyhow in seen if relation.background else exact in seen
        if ends[0] != ends[1] and not told:
            seen |= {anyhow, exact}
            yield relation


def _by_verb(
    relations: Sequence[Relation], roster: Roster, trees: Mapping[int, Tree]
) -> Iterator[Relation]:
    """What a verb and the noun below it say together ("pledged their allegiance") by the verb."""
    triggers: dict[tuple[int, str, int, int], set[int]] = {}
    for relation in relations:
        triggers.setdefault(_event(relation, roster), set()).add(relation.trigger)
    for relation in relations:
        others = triggers[_event(relation, roster)] - {relation.trigger}
        if not others & set(_governors(trees[relation.sentence], relation.trigger)):
            yield relation


def _event(relation: Relation, roster: Roster) -> tuple[int, str, int, int]:
    return (relation.sentence, relation.relation, *_ends(relation, roster))


def _governors(tree: Tree, noun: int) -> Iterator[int]:
    """The words that a noun completes, nearest first."""
    for _ in range(3):
        completes = tree.base[noun] in {"obj", "nmod", "xcomp", "compound"} or (
            tree.base[noun] == "obl" and cases(tree, noun) <= {"in", "with", "by"}
        )
        if not completes or (noun := tree.head(noun)) < 0:
            return
        yield noun


def _worth_telling(
    relations: Sequence[Relation], roster: Roster, trees: Mapping[int, Tree]
) -> Iterator[Relation]:
    """All but incidental descriptions of somebody without a name who takes part in nothing else.

    Those who have left a group are no members of it, either.
    """
    told = {
        roster.chain_of[end]
        for relation in relations
        if not _is_incidental(relation)
        for end in (relation.subject, relation.object)
    }
    gone = {_ends(r, roster) for r in relations if _has_left(r, trees[r.sentence])}
    for relation in relations:
        chain = roster.chain_of[relation.subject]
        passing = _is_incidental(relation) and roster.chains[chain].unnamed
        if not passing or (chain in told and _ends(relation, roster) not in gone):
            yield relation


def _ends(relation: Relation, roster: Roster) -> _Pair:
    return roster.chain_of[relation.subject], roster.chain_of[relation.object]


def _has_left(relation: Relation, tree: Tree) -> bool:
    """Whether it tells of a departure that took place: not "for trying to desert"."""
    trigger = relation.trigger
    while tree.base[trigger] == "conj" and 0 <= tree.head(trigger) < trigger:
        trigger = tree.head(trigger)
    main = tree.tokens[trigger].relation == "acl:relcl" or (
        tree.base[trigger] not in {"xcomp", "advcl", "acl", "obj", "obl", "nmod"}
    )
    return relation.relation == "defected-from" and main and "to" not in cases(tree, trigger)


def _is_incidental(relation: Relation) -> bool:
    """Whether it only describes somebody in passing."""
    patterns, relations = _incidental()
    if relation.pattern == MODEL:
        family = load().relations[relation.relation].family
        being = relation.relation == "member-of" or family in _BEING
        return relation.relation in relations and (relation.background or being)
    return relation.pattern in patterns


@cache
def _incidental() -> tuple[frozenset[str], frozenset[str]]:
    """The patterns that describe in passing, and their relations; places describe so, too."""
    patterns = [pattern for pattern in load_patterns().patterns if pattern.incidental]
    places = {r.id for r in load().relations.values() if r.family == "geography"}
    relations = frozenset(pattern.relation for pattern in patterns) | places
    return frozenset(pattern.id for pattern in patterns), relations
