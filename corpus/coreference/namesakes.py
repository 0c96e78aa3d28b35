"""Names that are one name: the same, an acronym, a known alias, a part, another spelling.

Each rule yields links from a mention to an earlier one (to a later one where only that tells what
a short name stands for). Nothing but names is looked at.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...ontology import gazetteer
from ...ontology.folding import fold
from ..mention import Link, Mention
from ..naming.lexicon import Lexicon
from ..naming.types import agree, family
from ..sentence import Sentence
from .profile import Profile

_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{1,9}")
_LONG_WORD = 6
_SHORTEST = 3
_LONGEST_ASIDE = 6
_LONGEST_PART = 5
_MOST_ALIKE = 20
_Keys = Mapping[str, list[int]]


def link_names(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    profiles: Sequence[Profile],
    lexicon: Lexicon,
) -> Iterator[Link]:
    """Links between mentions by name, surest rules first."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        if mention.kind == "name":
            by_key[profiles[index].key].append(index)
    for members in by_key.values():
        yield from (Link(m, members[0], "same-name") for m in members[1:])
    yield from _known_aliases(by_key, lexicon)
    yield from _owners(by_key)
    yield from _acronyms(sentences, mentions, profiles, by_key)
    yield from _bracketed(mentions, profiles)
    yield from _initials(profiles, by_key)
    yield from _place_nouns(by_key, mentions, lexicon)
    yield from _organs(by_key, lexicon)
    yield from _parts(mentions, profiles, by_key, lexicon)
    yield from _spellings(mentions, by_key)


def asides_of(
    sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[tuple[int, str]]:
    """Names that stand in brackets right behind a name: the mention and the other name."""
    ends = {(m.sentence, m.last - 1): i for i, m in enumerate(mentions) if m.kind == "name"}
    for number, sentence in enumerate(sentences):
        for aside in sentence.asides:
            mention = ends.get((number, aside.token))
            text = " ".join(aside.text.strip(" \"'“”‘’,;").split())
            if mention is not None and _is_other_name(text, mentions[mention]):
                yield mention, text


def _is_other_name(text: str, mention: Mention) -> bool:
    """Whether a bracket holds another name: an acronym, or a few capitalised words."""
    words = text.split()
    if not words or len(words) > _LONGEST_ASIDE or family(mention.type) == "Place":
        return False
    if len(words) == 1:
        capitals = sum(letter.isupper() for letter in text)
        return bool(_ACRONYM.fullmatch(text)) and (capitals > 1 or family(mention.type) == "Group")
    return all(word != word.lower() or len(word) < len("with") for word in words)


def _known_aliases(by_key: _Keys, lexicon: Lexicon) -> Iterator[Link]:
    """Names of one entry of the gazetteer; a weak one only beside a strong one, or by itself."""
    known = gazetteer.load()
    strong: dict[str, int] = {}
    for key, members in by_key.items():
        entry = known.strong.get(key)
        identity = entry.id if entry else lexicon.countries.get(key, "")
        if identity and strong.setdefault(identity, members[0]) != members[0]:
            yield Link(members[0], strong[identity], "known-alias")
    weak: dict[str, int] = {}
    for key, members in by_key.items():
        entry = None if key in known.strong else known.weak.get(key)
        if entry:
            target = strong.get(entry.id, weak.setdefault(entry.id, members[0]))
            if target != members[0]:
                yield Link(members[0], target, "known-alias")


def _owners(by_key: _Keys) -> Iterator[Link]:
    """A name with the "s" of an owner that lost its apostrophe: "the FSAs commander"."""
    known = gazetteer.load().strong
    for key, members in by_key.items():
        bare = key.removesuffix("s")
        surnamed = [k for k in by_key if k.endswith(f" {bare}")] if " " not in key else []
        if len(surnamed) == 1 and len(bare) > _SHORTEST and bare != key and bare not in by_key:
            yield Link(members[0], by_key[surnamed[0]][0], "owner")
        if bare != key and len(bare) >= _SHORTEST and bare in by_key and key not in known:
            yield Link(members[0], by_key[bare][0], "owner")


def _acronyms(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    profiles: Sequence[Profile],
    by_key: _Keys,
) -> Iterator[Link]:
    """What a bracket introduced ("the Peoples Protection Units (YPG)") names the same."""
    for mention, text in asides_of(sentences, mentions):
        for key in dict.fromkeys((fold(text), fold(text).removesuffix("s"))):
            if key != profiles[mention].key and key in by_key:
                yield Link(by_key[key][0], mention, "acronym")


def _bracketed(mentions: Sequence[Mention], profiles: Sequence[Profile]) -> Iterator[Link]:
    """An acronym in square brackets, which the tree keeps: "the Free Valley Army [FVA]"."""
    ends = {(m.sentence, m.last): i for i, m in enumerate(mentions) if m.kind == "name"}
    for index, mention in enumerate(mentions):
        before = ends.get((mention.sentence, mention.first))
        label = profiles[index].label
        if mention.kind != "name" or before is None or not label.isupper() or " " in label:
            continue
        if mention.start - mentions[before].end == len(" [") and " " in profiles[before].label:
            yield Link(index, before, "acronym")


def _initials(profiles: Sequence[Profile], by_key: _Keys) -> Iterator[Link]:
    """An acronym that nothing introduced, where one name alone has its initials."""
    full: dict[str, set[str]] = defaultdict(set)
    for key, members in by_key.items():
        for initials in _initials_of(profiles[members[0]].label):
            full[initials].add(key)
    for members in by_key.values():
        label = profiles[members[0]].label.replace(".", "")
        if label.isupper() and 3 <= len(label) <= 7 and len(full.get(label, ())) == 1:
            other = by_key[min(full[label])]
            if other is not members:
                yield Link(members[0], other[0], "initials")


def _initials_of(label: str) -> set[str]:
    words = re.split(r"[\s-]+", label)
    if len(words) < 3:
        return set()
    every = "".join(word[:1] for word in words).upper()
    capital = "".join(word[0] for word in words if word[:1].isupper())
    return {every, capital}


def _place_nouns(by_key: _Keys, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Link]:
    """X city is X; X province is X only where nothing says that X is a town."""
    for key, members in by_key.items():
        name, _, noun = key.rpartition(" ")
        kind = mentions[members[0]].type
        if name not in by_key or not lexicon.is_any("places-after", noun):
            continue
        bare = mentions[by_key[name][0]].type
        if kind == "Town" or (kind == "Province" and bare in {"Place", "Province"}):
            yield Link(members[0], by_key[name][0], "place-noun")


def _organs(by_key: _Keys, lexicon: Lexicon) -> Iterator[Link]:
    """The army command acts for the army."""
    for key, members in by_key.items():
        body, _, organ = key.rpartition(" ")
        if body in by_key and lexicon.is_any("organs", organ):
            yield Link(members[0], by_key[body][0], "organ")


def _parts(
    mentions: Sequence[Mention], profiles: Sequence[Profile], by_key: _Keys, lexicon: Lexicon
) -> Iterator[Link]:
    """Part of a longer name: a surname, a first name, "Feilaq" for "Feilaq X"."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        words = key.split()
        for size in range(1, min(len(words), _LONGEST_PART)):
            for part in dict.fromkeys((" ".join(words[:size]), " ".join(words[-size:]))):
                longer[part].append(key)
    for key, members in by_key.items():
        full = [k for k in longer.get(key, ()) if _can_stand_for(key, k, mentions, by_key, lexicon)]
        if full:
            candidates = [i for k in full for i in by_key[k]]
            target = _nearest(members[0], candidates, mentions, profiles)
            yield Link(members[0], target, "name-part")


def _can_stand_for(
    part: str, full: str, mentions: Sequence[Mention], by_key: _Keys, lexicon: Lexicon
) -> bool:
    short, long = mentions[by_key[part][0]], mentions[by_key[full][0]]
    kind = family(long.type)
    if kind == "Group" and part in lexicon.triggers and full.startswith(f"{part} "):
        return True  # "Feilaq" alone
    if kind not in {"Person", "Group"} or part in lexicon.places:
        return False
    rest = full.replace(part, "", 1).split()
    if kind == "Group" and (
        any(lexicon.is_any("possessed", word) for word in rest)
        or all(lexicon.is_any("generic", word) for word in part.split())
        or gazetteer.load().lookup(part)
    ):
        return False
    if kind == "Person" and not gazetteer.load().lookup(part):
        return True  # a surname, whatever the tagger took it for
    return agree(short.type, long.type) or family(short.type) == kind


def _nearest(
    mention: int, candidates: list[int], mentions: Sequence[Mention], profiles: Sequence[Profile]
) -> int:
    """The last one before the mention, by sentence and then subjects first; else the first one."""
    before = [c for c in candidates if c < mention]
    if not before:
        return min(candidates)
    return max(before, key=lambda c: (mentions[c].sentence, profiles[c].part == "subject", c))


def _spellings(mentions: Sequence[Mention], by_key: _Keys) -> Iterator[Link]:
    """Names of several words that differ in one letter of one long word."""
    buckets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in by_key:
        words = key.split()
        for index, word in enumerate(words[:_LONGEST_PART]):
            if len(words) < 2 or len(word) < _LONG_WORD:
                continue
            rest = (*words[:index], "", *words[index + 1 :])
            for other in buckets[rest][:_MOST_ALIKE]:
                one, two = by_key[key][0], by_key[other][0]
                if one_letter(word, other.split()[index]) and _alike(mentions[one], mentions[two]):
                    yield Link(one, two, "spelling")
                    break
            buckets[rest].append(key)


def _alike(one: Mention, other: Mention) -> bool:
    return family(one.type) == family(other.type) and family(one.type) in {"Person", "Group"}


def one_letter(one: str, other: str) -> bool:
    """Whether one letter, not the first, was put in, left out or changed."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return start > 0 and (
        one[start + 1 :] == other[start + 1 :]
        or one[start:] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
    )
