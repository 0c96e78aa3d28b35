from collections import Counter
from collections.abc import Iterator

import pytest

from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.reader.reader import load_reader
from allegiance.corpus.relation import Relation
from allegiance.corpus.relations.finding import casts_of, find_by_patterns
from allegiance.corpus.relations.participants import enrol
from allegiance.corpus.relations.pattern import (
    Pattern,
    PatternError,
    Trigger,
    from_yaml,
    load_patterns,
)
from allegiance.ontology.folding import fold
from allegiance.ontology.vocabulary import load

PATTERNS = load_patterns().patterns
EXAMPLES = [
    pytest.param(pattern, number, id=f"{pattern.id}-{number}")
    for pattern in PATTERNS
    for number in range(len(pattern.examples))
]
NEVER = [(pattern, text) for pattern in PATTERNS for text in pattern.never]
TYPES = set(load().types) | {"People", "Body", "Named"}


def read(text: str) -> tuple[tuple[Mention, ...], tuple[Chain, ...], tuple[Relation, ...]]:
    sentences = load_reader().read(text)
    mentions = find_mentions(sentences)
    chains = resolve_mentions(sentences, mentions)
    roster = enrol(sentences, mentions, chains)
    return mentions, chains, find_by_patterns(casts_of(sentences, roster), roster)


def names(index: int, mentions: tuple[Mention, ...], chains: tuple[Chain, ...]) -> set[str]:
    """What an end may be called, without articles."""
    chain = next(chain for chain in chains if index in chain.mentions)
    found = (mentions[index].text, chain.name, *chain.aliases)
    return {bare(name) for name in found}


def bare(name: str) -> str:
    words = fold(name).split()
    return " ".join(words[1:] if words[0] in {"the", "a", "an"} else words)


# --- the file -----------------------------------------------------------------------------------


def test_every_relation_of_the_ontology_has_patterns_and_back() -> None:
    assert {pattern.relation for pattern in PATTERNS} == set(load().relations)


def test_types_are_known() -> None:
    for pattern in PATTERNS:
        assert pattern.subject_types | pattern.object_types <= TYPES, pattern.id
        names = {trigger.word for trigger in pattern.triggers if trigger.kind == "name"}
        assert names <= TYPES, pattern.id


def test_stand_ins_are_relations() -> None:
    grammar = load_patterns().grammar
    assert grammar.stand_in | grammar.stand_in_object <= set(load().relations)


def test_light_verbs_are_listed() -> None:
    for pattern in PATTERNS:
        assert pattern.light <= load_patterns().grammar.light_verbs, pattern.id


def test_symmetric_relations_alone_use_each() -> None:
    for pattern in PATTERNS:
        assert not pattern.each or load().relations[pattern.relation].symmetric, pattern.id


def signature(pattern: Pattern, trigger: Trigger) -> tuple[object, ...]:
    return (
        trigger,
        pattern.subject,
        pattern.object,
        pattern.each,
        pattern.when,
        pattern.unless,
        pattern.hyphened,
        pattern.light,
        pattern.subject_types,
        pattern.object_types,
    )


def test_no_trigger_says_two_things_at_once() -> None:
    """The same word, read the same way, may not mean two relations."""
    found: dict[tuple[object, ...], set[str]] = {}
    for pattern in PATTERNS:
        for trigger in pattern.triggers:
            found.setdefault(signature(pattern, trigger), set()).add(pattern.relation)
    assert not {key: relations for key, relations in found.items() if len(relations) > 1}


def test_no_trigger_stands_twice_in_one_relation_and_reading() -> None:
    counts = Counter(
        (pattern.relation, *signature(pattern, trigger))
        for pattern in PATTERNS
        for trigger in pattern.triggers
    )
    assert [key for key, count in counts.items() if count > 1] == []


def test_confidence_lies_between_nothing_and_certainty() -> None:
    assert all(0 < pattern.confidence < 1 for pattern in PATTERNS)


# --- faulty files ---------------------------------------------------------------------------------

GRAMMAR = (
    "grammar: {"
    + ", ".join(
        f"{name.replace('_', '-')}: []" for name in load_patterns().grammar.__dataclass_fields__
    )
    + "}\nlists: {}\n"
)
ENTRY = (
    "patterns: [{id: x, relation: fought, verbs: [fight], subject: agent, object: patient,"
    ' examples: [["A fought B.", A, B]]'
)


def faulty() -> Iterator[tuple[str, str]]:
    yield "a: [", "not YAML"
    yield "things: []", "expected the keys"
    yield GRAMMAR + ENTRY + ", colour: red}]", "unknown key colour"
    yield GRAMMAR + "patterns: [{id: x, relation: fought}]", "examples is missing"
    yield GRAMMAR + ENTRY.replace("verbs: [fight], ", "") + "}]", "needs verbs"
    yield GRAMMAR + ENTRY.replace("agent", "actor") + "}]", "'actor' is no role"
    yield GRAMMAR + ENTRY.replace("[fight]", '["@fights"]') + "}]", "no list is called @fights"
    yield GRAMMAR + ENTRY + ", each: between}]", "give subject and object, or each"
    yield GRAMMAR + ENTRY.replace(", A, B", "") + "}]", "an example is"
    yield GRAMMAR + ENTRY + "}, " + ENTRY.removeprefix("patterns: [") + "}]", "the id is taken"
    yield "grammar: {}\nlists: {}\npatterns: []", "grammar: expected the lists"


@pytest.mark.parametrize(("text", "message"), list(faulty()))
def test_a_faulty_file_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        from_yaml(text)


def test_a_file_that_is_right() -> None:
    patterns = from_yaml(GRAMMAR + ENTRY + "}]")
    assert [pattern.id for pattern in patterns.patterns] == ["x"]


# --- sentences, read by the real reader ----------------------------------------------------------


@pytest.mark.parametrize(("pattern", "number"), EXAMPLES)
def test_an_example_gives_its_claim(pattern: Pattern, number: int) -> None:
    example = pattern.examples[number]
    mentions, chains, relations = read(example.text)
    found = [
        (names(r.subject, mentions, chains), names(r.object, mentions, chains))
        for r in relations
        if r.pattern == pattern.id
    ]
    wanted = bare(example.subject), bare(example.object)
    assert any(wanted[0] in subject and wanted[1] in target for subject, target in found), found


@pytest.mark.parametrize(("pattern", "text"), NEVER)
def test_never_sentences_give_nothing(pattern: Pattern, text: str) -> None:
    assert pattern.id not in {relation.pattern for relation in read(text)[2]}


@pytest.mark.parametrize("text", load_patterns().silent)
def test_silent_sentences_give_nothing(text: str) -> None:
    assert read(text)[2] == ()
