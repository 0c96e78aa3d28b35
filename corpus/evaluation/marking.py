"""The marked articles of ``corpus/annotated``: one sentence a line, claims below it.

``corpus/annotated/GUIDELINE.md`` describes the form. The text that is read is what remains without
the marks: lines of a paragraph joined by a space, those of a list by a line break.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, cast

import yaml

from ...ontology.vocabulary import load
from ..claim import Status
from ..document import Document
from ..mention import Kind
from ..time.edtf import from_text, is_edtf
from .gold import GoldClaim, GoldDocument, GoldEntity, GoldMention

_HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_KEY = re.compile(r"_?[a-z0-9][a-z0-9-]*\Z")
_WORDS = re.compile(r"[^\[\]|]+")
_STATUS = frozenset({"reported", "denied", "planned"})
_PRONOUN_WORDS = """
he him his himself she her hers herself it its itself they them their theirs themselves
i me my mine myself we us our ours ourselves you your yours this that these those both
one some others each all none either neither many most several another
"""
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_SMALL_WORDS = "the a an this that these those its their his her our some at of in"
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a marked article, and in which line, counted from 1."""

    line: int
    message: str


class MarkingError(ValueError):
    """A marked article that cannot be used as it is."""

    def __init__(self, problems: list[Problem]) -> None:
        """Take all that is wrong."""
        self.problems = problems
        super().__init__("; ".join(f"line {p.line}: {p.message}" for p in problems))


@dataclass(frozen=True, slots=True)
class _Marked:
    """A mention before its kind is known."""

    start: int
    end: int
    key: str
    own: str
    """Its words without those of the mentions inside it."""


@dataclass(slots=True)
class _Draft:
    """What has been read of an article so far."""

    text: str = ""
    marked: list[_Marked] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    claims: list[tuple[int, tuple[int, int], str]] = field(default_factory=list)
    """Line, span of the sentence, and the words of a claim."""
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, message))


def parse_marked(source: str) -> GoldDocument:
    """The article of a marked file; raises MarkingError with all that is wrong in it."""
    draft = _Draft()
    header, first = _header(source, draft)
    lines = source.splitlines()[first:]
    _read_lines(lines, first + 1, draft)
    entities = _entities(draft)
    claims = tuple(_claims(draft, entities))
    _find_orphans(draft, entities, claims, first)
    if draft.problems:
        raise MarkingError(sorted(draft.problems, key=lambda problem: problem.line))
    mentions = tuple(
        GoldMention(m.start, m.end, m.key, _kind(m, draft.text))
        for m in sorted(draft.marked, key=lambda m: (m.start, -m.end))
    )
    document = Document(
        id=str(header["id"]),
        text=draft.text,
        sha256=sha256(draft.text.encode()).hexdigest(),
        date=_text(header.get("published")),
        publisher=_text(header.get("publisher")),
    )
    return GoldDocument(document, mentions, entities, claims, str(header["conflict"]))


def _header(source: str, draft: _Draft) -> tuple[dict[str, Any], int]:
    """The values above the text, and how many lines they take."""
    match = _HEADER.match(source)
    try:
        values = yaml.safe_load(match[1]) if match else None
    except (
        yaml.YAMLError,
        ValueError,
        RecursionError,
    ):  # a day that no calendar has is a ValueError
        values = None
    if not match or not isinstance(values, dict):
        raise MarkingError([Problem(1, "no header between two lines of ---")])
    for name in ("id", "conflict", "voice"):
        if not values.get(name):
            draft.complain(1, f"the header has no {name}")
            values[name] = ""
    published = _text(values.get("published"))
    if published is not None and from_text(published) is None:
        draft.complain(1, f"published: {published} is no day as 2014-05-06")
    return values, source[: match.end()].count("\n")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _read_lines(lines: list[str], number: int, draft: _Draft) -> None:
    gap = ""
    sentence: tuple[int, int] | None = None
    for number, line in enumerate(lines, number):  # noqa: B020
        line = line.strip()
        if not line:
            gap = "\n\n" if draft.text else ""
        elif line.startswith("+ "):
            if sentence is None:
                draft.complain(number, "a claim without a sentence above it")
            else:
                draft.claims.append((number, sentence, line[2:]))
        else:
            if line.startswith(("# ", "* ")):
                gap = "\n" if gap == " " else gap
            start = len(draft.text) + len(gap)
            draft.text += gap
            _read_sentence(line.removeprefix("# "), number, draft)
            sentence = (start, len(draft.text))
            gap = "\n\n" if line.startswith("# ") else " "


def _read_sentence(line: str, number: int, draft: _Draft) -> None:
    """Append a line's words to the text, and its marks to the mentions."""
    open_: list[tuple[int, list[tuple[int, int]]]] = []
    position = 0
    while position < len(line):
        letter = line[position]
        if letter == "[":
            open_.append((len(draft.text), []))
        elif letter == "|" and open_:
            end = line.find("]", position)
            if end < 0:
                draft.complain(number, "a mention is not closed")
                return
            start, inner = open_.pop()
            _mark(start, inner, line[position + 1 : end], number, draft)
            if open_:
                open_[-1][1].append((start, len(draft.text)))
            position = end
        elif letter in "]|":
            draft.complain(number, f"a stray {letter}: a mention is [words|key]")
        else:
            words = _WORDS.match(line, position)
            assert words is not None
            draft.text += words[0]
            position = words.end() - 1
        position += 1
    if open_:
        draft.complain(number, "a mention is not closed, or has no key: [words|key]")


def _mark(start: int, inner: list[tuple[int, int]], mark: str, number: int, draft: _Draft) -> None:
    key, _, type_ = mark.strip().partition(":")
    end = len(draft.text)
    if not draft.text[start:end].strip():
        draft.complain(number, f"the mention of {key} has no words")
    if not _KEY.match(key):
        draft.complain(number, f"{key!r} is no key: small letters, digits and hyphens")
    if type_ and type_ not in load().types:
        draft.complain(number, f"{type_} is no type")
        draft.types.setdefault(key, "Entity")
    elif type_ and draft.types.get(key, type_) != type_:
        draft.complain(number, f"{key} is a {draft.types[key]} already, not a {type_}")
    elif type_:
        draft.types[key] = type_
    elif key not in draft.types:
        draft.complain(number, f"{key} has no type at its first mention: [words|{key}:Type]")
        draft.types[key] = "Entity"
    own, at = "", start
    for a, b in inner:
        own += draft.text[at:a]
        at = b
    draft.marked.append(_Marked(start, end, key, own + draft.text[at:end]))


def _kind(mention: _Marked, text: str) -> Kind:
    """A pronoun by its word; a name by a capital beyond its first small word and its inner names.

    An unnamed entity has no names.
    """
    words = text[mention.start : mention.end].split()
    if len(words) == 1 and words[0] != "US" and words[0].lower() in _PRONOUNS:
        return "pronoun"
    if mention.key.startswith("_"):
        return "nominal"
    own = [word for word in mention.own.split() if word.lower() not in _SMALL]
    return "name" if any(letter.isupper() for word in own for letter in word) else "nominal"


def _entities(draft: _Draft) -> dict[str, GoldEntity]:
    names: dict[str, dict[Kind, list[str]]] = {key: {} for key in draft.types}
    for mention in sorted(draft.marked, key=lambda m: m.start):
        words = draft.text[mention.start : mention.end]
        names[mention.key].setdefault(_kind(mention, draft.text), []).append(words)
    return {
        key: GoldEntity(
            key=key,
            type=draft.types[key],
            names=tuple(dict.fromkeys([*found.get("name", ()), *found.get("nominal", ())])),
            unnamed=key.startswith("_"),
        )
        for key, found in names.items()
    }


def _claims(draft: _Draft, entities: dict[str, GoldEntity]) -> Iterator[GoldClaim]:
    for line, sentence, words in draft.claims:
        try:
            yield _claim(shlex.split(words.replace("'", "’")), sentence, draft, entities)
        except ValueError as error:
            draft.complain(line, str(error))


def _claim(
    words: list[str],
    sentence: tuple[int, int],
    draft: _Draft,
    entities: dict[str, GoldEntity],
) -> GoldClaim:
    """One claim; raises ValueError with what is wrong in it."""
    if len(words) < 3:
        raise ValueError("a claim is: + subject relation object")
    subject, relation, target, *rest = words
    flags, values = _arguments(rest)
    _check_ends(subject, relation, target, entities)
    status = flags.pop() if flags else "asserted"
    if flags:
        raise ValueError("more than one status")
    if status == "asserted" and "by" in values:
        raise ValueError("an asserted claim has no by=")
    place = values.get("place")
    if place and place not in entities:
        raise ValueError(f"place={place} is not marked")
    if place and not load().is_a(entities[place].type, "Place"):
        raise ValueError(f"place={place} is no place")
    if "date" in values and not is_edtf(values["date"]):
        raise ValueError(f"date={values['date']} is not EDTF")
    if "count" in values and not values["count"].isdecimal():
        raise ValueError(f"count={values['count']} is no whole number")
    return GoldClaim(
        subject,
        relation,
        target,
        status=cast(Status, status),
        speaker=_speaker(values.get("by"), entities),
        date=values.get("date"),
        place=place,
        count=int(values["count"]) if "count" in values else None,
        quote=draft.text[slice(*sentence)],
        start=sentence[0],
    )


def _arguments(words: list[str]) -> tuple[list[str], dict[str, str]]:
    flags: list[str] = []
    values: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name in {"by", "date", "place", "count"} and value:
            values[name] = value
        elif word in _STATUS:
            flags.append(word)
        elif word != "asserted":
            raise ValueError(f"{word!r} is no status and no by=, date=, place= or count=")
    return flags, values


def _check_ends(subject: str, relation: str, target: str, entities: dict[str, GoldEntity]) -> None:
    if relation not in load().relations:
        raise ValueError(f"{relation} is no relation")
    for end in (subject, target):
        if end not in entities:
            raise ValueError(f"{end} is not marked in the text")
    if subject == target:
        raise ValueError(f"{relation} relates {subject} to itself")
    types = entities[subject].type, entities[target].type
    if not load().accepts(relation, *types):
        raise ValueError(f"{relation} cannot hold from {types[0]} to {types[1]}")


def _speaker(by: str | None, entities: dict[str, GoldEntity]) -> tuple[str, ...]:
    if not by:
        return ()
    return entities[by].names if by in entities else (by,)


def _find_orphans(
    draft: _Draft, entities: dict[str, GoldEntity], claims: tuple[GoldClaim, ...], first: int
) -> None:
    ends = {end for claim in claims for end in (claim.subject, claim.object)}
    for key in sorted(ends):
        if not entities[key].names:
            draft.complain(first, f"{key} ends a claim, and is mentioned by pronouns alone")
