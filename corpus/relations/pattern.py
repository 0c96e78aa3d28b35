"""Patterns as data: ``patterns.yml`` beside this file, loaded and checked.

``ValueError`` -> :class:`PatternError` (an entry of the file is faulty; the message names it)
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("patterns.yml")

ROLES = frozenset(
    {
        "agent",
        "patient",
        "subject",
        "bearer",
        "self",
        "owner",
        "compound",
        "prefix",
        "modified",
        "described",
        "between",
        "title",
        "belonging",
        "marker",
        "above",
        "below",
        "complement",
        "container",
        "named",
        "comma",
    }
)
"""Roles that are no prepositions; ``patterns.yml`` tells what each means."""

_SINGLE = (
    "of from to with in on upon at by for against into between under as near among over around"
    " across alongside within inside outside toward towards onto through throughout beside behind"
    " than including involving via off"
)
PREPOSITIONS = frozenset(_SINGLE.split(" ")) | {
    "out of",
    "such as",
    "along with",
    "as well as",
    "together with",
    "away from",
    "next to",
    "on behalf of",
}

_KEYS = {
    "id",
    "relation",
    "verbs",
    "nouns",
    "adjectives",
    "names",
    "subject",
    "object",
    "each",
    "when",
    "unless",
    "subject-types",
    "object-types",
    "hyphened",
    "light",
    "bare",
    "negated",
    "planned",
    "accused",
    "background",
    "incidental",
    "confidence",
    "examples",
    "never",
    "note",
}
_FLAGS = ("negated", "planned", "accused", "background", "incidental")


class PatternError(ValueError):
    """An entry of the pattern file is faulty; the message names it and says what to change."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a role's path: where to go, and which lemmas are accepted there."""

    role: str
    lemmas: frozenset[str] = frozenset()


Path_ = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own and the two ends that the pattern finds in it."""

    text: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sets a pattern off: a word of one kind, perhaps with its particle ("break off")."""

    kind: str
    """``verb``, ``noun``, ``adjective``, or ``name``: then ``word`` is a type of entity."""
    word: str
    particle: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One way of saying one relation; every pattern is only equal to itself."""

    id: str
    relation: str
    triggers: tuple[Trigger, ...]
    subject: tuple[Path_, ...]
    """Alternatives, best first; each a path of steps from the trigger."""
    object: tuple[Path_, ...]
    each: tuple[Path_, ...] = ()
    """In place of subject and object: whose members are related pair by pair."""
    when: tuple[Path_, ...] = ()
    """Paths one of which must lead somewhere."""
    unless: tuple[Path_, ...] = ()
    """Paths that must lead nowhere."""
    subject_types: frozenset[str] = frozenset()
    object_types: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    """Verbs one of which must govern the trigger noun ("took control")."""
    hyphened: bool = False
    """Whether a hyphen must stand before the trigger ("Homs-based")."""
    bare: bool = False
    """Whether the object may be left unsaid: it is then the group that the subject belongs to."""
    negated: bool = False
    planned: bool = False
    accused: bool = False
    background: bool = False
    incidental: bool = False
    """Whether nobody without a name is described who takes part in nothing else."""
    confidence: float = 0.9
    examples: tuple[Example, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words that steer how roles are found, whatever the relation."""

    light_verbs: frozenset[str]
    carriers: frozenset[str]
    object_control: frozenset[str]
    object_reason: frozenset[str]
    intentions: frozenset[str]
    becoming: frozenset[str]
    see_through: frozenset[str]
    quantifiers: frozenset[str]
    events: frozenset[str]
    fighters: frozenset[str]
    stand_in: frozenset[str]
    stand_in_object: frozenset[str]
    instruments: frozenset[str]
    named_by_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The whole file."""

    grammar: Grammar
    patterns: tuple[Pattern, ...]
    silent: tuple[str, ...] = ()
    """Sentences in which no pattern may find anything."""


@cache
def load_patterns() -> Patterns:
    """The patterns that the package ships; raises PatternError where the file is faulty."""
    return from_yaml(FILE.read_text(encoding="utf-8"))


def from_yaml(text: str) -> Patterns:
    """The patterns that a YAML text states; raises PatternError where it is faulty."""
    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise PatternError(f"patterns: not YAML: {error}") from error
    if not isinstance(data, dict) or set(data) - {"grammar", "lists", "patterns", "silent"}:
        raise PatternError("patterns: expected the keys grammar, lists, patterns, silent")
    lists = {name: _words(words, f"list {name}", {}) for name, words in data["lists"].items()}
    patterns = tuple(_pattern(entry, lists) for entry in data["patterns"])
    _refuse_doubles(patterns)
    return Patterns(_grammar(data["grammar"], lists), patterns, tuple(data.get("silent", ())))


def _grammar(data: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Grammar:
    names = {name.replace("-", "_"): name for name in data}
    if set(names) != set(Grammar.__dataclass_fields__):
        raise PatternError(f"grammar: expected the lists {sorted(Grammar.__dataclass_fields__)}")
    return Grammar(**{k: frozenset(_words(data[v], v, lists)) for k, v in names.items()})


def _words(words: object, where: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Words of a list, or of one string, ``@name`` standing for a named list."""
    if isinstance(words, str):
        words = words.split(", ") if ", " in words else [words]
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise PatternError(f"{where}: expected a list of words")
    found: list[str] = []
    for word in words:
        if word.startswith("@") and word[1:] not in lists:
            raise PatternError(f"{where}: no list is called {word}")
        found += lists[word[1:]] if word.startswith("@") else [word.lower()]
    return tuple(dict.fromkeys(found))


def _pattern(entry: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Pattern:
    name = str(entry.get("id", "without id"))
    if unknown := set(entry) - _KEYS:
        raise PatternError(f"pattern {name}: unknown key {sorted(unknown)[0]}")
    for key in ("id", "relation", "examples"):
        if not entry.get(key):
            raise PatternError(f"pattern {name}: {key} is missing")
    if bool(entry.get("each")) == bool(entry.get("subject") and entry.get("object")):
        raise PatternError(f"pattern {name}: give subject and object, or each")
    paths = {key: _paths(entry.get(key, ""), name, lists) for key in ("subject", "object", "each")}
    return Pattern(
        id=name,
        relation=entry["relation"],
        triggers=_triggers(entry, name, lists),
        subject=paths["subject"],
        object=paths["object"],
        each=paths["each"],
        when=_paths(entry.get("when", ""), name, lists),
        unless=_paths(entry.get("unless", ""), name, lists),
        subject_types=frozenset(entry.get("subject-types", ())),
        object_types=frozenset(entry.get("object-types", ())),
        light=frozenset(_words(entry.get("light", []), name, lists)),
        hyphened=bool(entry.get("hyphened", False)),
        bare=bool(entry.get("bare", False)),
        confidence=float(entry.get("confidence", 0.9)),
        examples=tuple(_example(example, name) for example in entry["examples"]),
        never=tuple(entry.get("never", ())),
        **{flag: bool(entry.get(flag, False)) for flag in _FLAGS},
    )


def _triggers(
    entry: Mapping[str, Any], name: str, lists: Mapping[str, tuple[str, ...]]
) -> tuple[Trigger, ...]:
    found = [Trigger("name", kind) for kind in entry.get("names", ())] + [
        Trigger(kind[:-1], *word.split(" ", 1))
        for kind in ("verbs", "nouns", "adjectives")
        for word in _words(entry.get(kind, []), f"pattern {name}", lists)
    ]
    if not found:
        raise PatternError(f"pattern {name}: it needs verbs, nouns, adjectives or names")
    return tuple(found)


def _paths(text: str, name: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[Path_, ...]:
    alternatives = [part.strip() for part in text.split("|") if part.strip()]
    return tuple(
        tuple(_step(step.strip(), name, lists) for step in alternative.split(">"))
        for alternative in alternatives
    )


def _step(text: str, name: str, lists: Mapping[str, tuple[str, ...]]) -> Step:
    match = re.fullmatch(r"([a-z ]+?)(?:\{(.+)\})?", text)
    role = match[1] if match else text
    if not match or role not in ROLES | PREPOSITIONS:
        raise PatternError(f"pattern {name}: {text!r} is no role")
    lemmas = [lemma.strip() for lemma in (match[2] or "").split(",") if lemma.strip()]
    return Step(role, frozenset(_words(lemmas, f"pattern {name}", lists)))


def _example(entry: object, name: str) -> Example:
    if not isinstance(entry, list) or len(entry) != 3:
        raise PatternError(f"pattern {name}: an example is [sentence, subject, object]")
    return Example(*map(str, entry))


def _refuse_doubles(patterns: Sequence[Pattern]) -> None:
    seen: set[str] = set()
    for pattern in patterns:
        if pattern.id in seen:
            raise PatternError(f"pattern {pattern.id}: the id is taken; choose another")
        seen.add(pattern.id)
