"""The circumstances of a relation: whether it happened, who says so, when, where, how many.

The parts are :mod:`.status`, :mod:`.attribution`, :mod:`.event_dates`, :mod:`.place` and
:mod:`.count`; here they are put together:

* a description in the writer's own words (a post, a location, a backing, a group "founded by X")
  stays asserted inside an attributed sentence; in a direct quotation it is reported, unless square
  brackets say that the writer put it in. Who nameless participants are that a number or a
  description sets apart ("several members of the group") is part of what the source tells, and
  reported with it; so is what a clause states ("is the leader of");
* an accusation is reported, with the accuser as its speaker;
* whatever is asserted has no speaker;
* circumstances of what the model found are read around the word that tells it (:mod:`.predicate`);
* an event of allegiance that is told again without a date has the date of the dated telling
  (:mod:`.retold`), and lends it to what happened since (:mod:`.anchored`);
* an event without any date takes the one that carries over to it (:mod:`.carried`);
* a headline is no surer than the body of its article (:mod:`.headline`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..claim import Status
from ..document import Document
from ..layout.outline import Outline
from ..mention import Chain, Mention
from ..relation import Relation
from ..sentence import Sentence
from ..speech.cues import load_cues
from ..time.edtf import from_text
from ..time.event_dates import Dating, date_relations
from ..tree import Tree, grow
from .anchored import date_anchored
from .attribution import Voice, Voices, find_voices
from .carried import carry_dates
from .count import find_count
from .directory import Directory, list_mentions
from .headline import is_headline, same_below
from .place import find_place
from .predicate import by_predicate
from .retold import begins_or_ends, date_plans_again, date_retellings
from .status import marks_of, status_of

_HAPPENED = frozenset({"asserted", "reported"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What makes a claim of a relation."""

    status: Status
    attributed_to: str | None = None
    date: str | None = None
    """EDTF."""
    date_text: str | None = None
    date_rule: str | None = None
    place: str | None = None
    count: int | None = None


def describe(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    relations: Sequence[Relation],
    plan: Outline,
    document: Document,
) -> tuple[Circumstances | None, ...]:
    """The circumstances of every relation; None for a habit, a rule or a slip: no claim."""
    if not relations:
        return ()
    trees = {number: grow(sentence) for number, sentence in enumerate(sentences)}
    directory = list_mentions(document.text, mentions, chains)
    relations = by_predicate(relations, mentions, trees)
    voices = find_voices(sentences, trees, directory)
    stances = [_told(r, trees[r.sentence], directory, voices) for r in relations]
    datings = _dated(sentences, trees, directory, relations, stances, plan, document)
    told = [
        about and _describe(about, relation, dating, trees, directory)
        for about, relation, dating in zip(stances, relations, datings, strict=True)
    ]
    titles = frozenset(r.sentence for r in relations if is_headline(sentences, r.sentence))
    return tuple(
        _like_body(about, relations, index, told, titles, directory)
        for index, about in enumerate(told)
    )


def _dated(
    sentences: Sequence[Sentence],
    trees: Mapping[int, Tree],
    directory: Directory,
    relations: Sequence[Relation],
    stances: Sequence[Circumstances | None],
    plan: Outline,
    document: Document,
) -> tuple[Dating, ...]:
    """The dates by the clauses themselves, then by what else the article tells."""
    happened = [about is not None and about.status in _HAPPENED for about in stances]
    planned = [about is not None and about.status == "planned" for about in stances]
    published = from_text(plan.date) if plan.date else None
    datings = date_relations(sentences, relations, plan, document, trees)
    datings = date_retellings(relations, datings, directory.chains, happened)
    datings = date_anchored(relations, datings, happened, trees, directory, published)
    datings = carry_dates(relations, datings, happened, sentences, trees, directory, plan, document)
    datings = date_retellings(relations, datings, directory.chains, happened)
    return date_plans_again(relations, datings, directory.chains, planned)


def _like_body(
    about: Circumstances | None,
    relations: Sequence[Relation],
    index: int,
    told: Sequence[Circumstances | None],
    titles: frozenset[int],
    directory: Directory,
) -> Circumstances | None:
    """A headline's statement with status and speaker of the body, where that is less sure."""
    if about is None or about.status != "asserted" or relations[index].sentence not in titles:
        return about
    body = same_below(relations, index, titles, directory)
    below = told[body] if body >= 0 else None
    if below is None or below.status not in {"reported", "planned"}:
        return about
    return replace(about, status=below.status, attributed_to=below.attributed_to)


def _describe(
    told: Circumstances,
    relation: Relation,
    dating: Dating,
    trees: Mapping[int, Tree],
    directory: Directory,
) -> Circumstances:
    tree = trees[relation.sentence]
    place = None if relation.background else find_place(tree, relation, directory)
    return replace(
        told,
        date=dating.date,
        date_text=dating.text,
        date_rule=dating.rule,
        place=place,
        count=find_count(trees, relation, directory),
    )


def _told(
    relation: Relation, tree: Tree, directory: Directory, voices: Voices
) -> Circumstances | None:
    """Status and speaker; None for what is no claim."""
    described = _is_description(relation, tree) or _names_an_end(relation, directory)
    marks = marks_of(tree, relation.trigger, described=described)
    if "generic" in marks:
        return None
    voice = _voice(relation, tree, directory, voices)
    if voice is not None and _is_quoting(relation, tree, directory, voice):
        return None
    if relation.negated:
        marks |= {"denied"}
    if relation.planned:
        marks |= {"planned"}
    status = status_of(marks, reported=relation.accused or voice is not None)
    if status == "asserted" or voice is None:
        return Circumstances(status)
    return Circumstances(status, voice.name)


def _is_quoting(relation: Relation, tree: Tree, directory: Directory, voice: Voice) -> bool:
    """Whether the one who acts is the speaker, named behind the quotation: a slip of the parser.

    In "the raid hit a well, killing nine," the director said, nobody says that he killed.
    """
    subject = directory.mentions[relation.subject]
    if relation.background or directory.chain_of[relation.subject].name != voice.name:
        return False
    if subject.sentence != relation.sentence:
        return False
    token = tree.tokens[relation.trigger]
    between = directory.text[token.end : subject.start]
    return any(mark in between for mark in '"”')


def _names_an_end(relation: Relation, directory: Directory) -> bool:
    """Whether the trigger is the noun for one of the ends: "defectors from", "leader of"."""
    ends = (directory.mentions[relation.subject], directory.mentions[relation.object])
    return relation.trigger in {end.head for end in ends}


def _voice(relation: Relation, tree: Tree, directory: Directory, voices: Voices) -> Voice | None:
    voice = voices.voice(relation.sentence, relation.trigger)
    if relation.accused:
        return voices.accuser(relation.sentence, relation.trigger) or voice
    if voice and _in_passing(relation, tree, directory):
        return voice if voice.quoted and not _bracketed(relation, tree, directory) else None
    return voice or _told_beside(relation, tree, directory, voices)


def _told_beside(
    relation: Relation, tree: Tree, directory: Directory, voices: Voices
) -> Voice | None:
    """Who is cited for an event that the word of speech itself tells ("claimed the bombing"), or
    that a broken tree coordinated with it: "said the army had sent men and pushed them back"."""
    if relation.background or begins_or_ends(relation):
        return None
    subject = directory.mentions[relation.subject]
    return next(
        (
            Voice(cited.name, accused=cited.frame.kind == "accusation")
            for cited in voices.frames.get(relation.sentence, ())
            if cited.frame.word == relation.trigger
            or (
                tree.base[relation.trigger] == "conj"
                and tree.head(relation.trigger) == cited.frame.word
                and subject.sentence == relation.sentence
                and subject.head in cited.frame.content
            )
        ),
        None,
    )


def _in_passing(relation: Relation, tree: Tree, directory: Directory) -> bool:
    """Whether the relation is but a description, put in by the writer."""
    if not _is_description(relation, tree):
        return False
    if relation.relation not in load_cues()["speech.who_they_are"]:
        return True
    unnamed = [directory.chain_of[end].unnamed for end in (relation.subject, relation.object)]
    return not (all(unnamed) or (unnamed[0] and _is_set_apart(relation, tree, directory)))


def _is_set_apart(relation: Relation, tree: Tree, directory: Directory) -> bool:
    """Whether nameless people are told of by number or description: "thirty of its fighters",
    "militants who guard the border"; "its fighters" are known without the source."""
    mention = directory.mentions[relation.subject]
    words = frozenset(mention.text.lower().split())
    if mention.count is not None or words & load_cues()["speech.how_many"]:
        return True
    return mention.sentence == relation.sentence and tree.has(mention.head, "acl:relcl", "appos")


def _is_description(relation: Relation, tree: Tree) -> bool:
    """Whether the trigger only describes a noun, rather than heading a clause that states it."""
    trigger = relation.trigger
    if _is_added(relation, tree):
        return True
    if not relation.background or tree.has(trigger, "cop"):
        return False
    told_of = tree.base[trigger] == "acl" and tree.has(trigger, "mark")
    clause = tree.base[trigger] in {"root", "ccomp", "xcomp", "conj", "advcl", "parataxis"}
    return not ((clause or told_of) and tree.tokens[trigger].upos == "VERB")


def _is_added(relation: Relation, tree: Tree) -> bool:
    """Whether a clause about a noun adds who somebody is: "a group founded by Ali said"."""
    at = relation.trigger
    plain = not tree.has(at, "mark")
    return relation.relation in load_cues()["speech.make_up"] and tree.base[at] == "acl" and plain


def _bracketed(relation: Relation, tree: Tree, directory: Directory) -> bool:
    """Whether the trigger stands in square brackets, as the writer's insertion."""
    sentence, token = tree.sentence, tree.tokens[relation.trigger]
    before = directory.text[sentence.start : token.start]
    return before.rfind("[") > before.rfind("]") and "]" in directory.text[token.end : sentence.end]
