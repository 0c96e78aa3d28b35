"""Annotated articles once more under other names, so that no name is learnt by heart.

1. The names of an entity are told apart by form: the longest, those made of some of its words,
   acronyms, and others.
2. A person, group or town gives way to a donor of its type from another conflict's articles: each
   form to the donor's own. Articles before a name and small words after it stay.
3. An entity keeps its names where one of them holds another's mention; that one may change.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from ..evaluation.gold import GoldDocument, GoldMention
from .rewriting import rewritten

OPEN_TYPES = frozenset({"Person", "ArmedGroup", "Coalition", "Organisation", "Town"})
"""Countries, governments and armies stay: their adjectives stand outside of any mention."""
RENAMED = 0.8
"""So many of the entities that are open to it get another name."""
_TRIES = 20
_LONGEST_ACRONYM = 7

_Forms = Mapping[str, str]
"""``long``, ``short``, ``acronym``, ``other``: the name that an entity has in each form."""


@dataclass(frozen=True, slots=True)
class Donor:
    """Whose names are lent."""

    conflict: str
    forms: _Forms


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def donors_of(documents: Iterable[GoldDocument]) -> dict[str, tuple[Donor, ...]]:
    """By type, everybody whose names may be lent, each once."""
    found: defaultdict[str, dict[str, Donor]] = defaultdict(dict)
    for gold in documents:
        for key, mentions in _named(gold).items():
            forms = _forms([_core(gold, mention)[2] for mention in mentions])
            if "long" in forms:
                of_type = found[gold.entities[key].type]
                of_type.setdefault(forms["long"].lower(), Donor(gold.conflict, forms))
    return {type_id: tuple(some.values()) for type_id, some in found.items()}


def renamed(
    gold: GoldDocument, donors: Mapping[str, Sequence[Donor]], random: Random
) -> GoldDocument:
    """The article under other names, its annotation moved along."""
    edits: list[_Edit] = []
    for key, mentions in sorted(_named(gold).items()):
        cores = [_core(gold, mention) for mention in mentions]
        donor = _donor(gold, key, donors, random)
        if donor is None or random.random() >= RENAMED:
            continue
        longest = _forms([text for _, _, text in cores]).get("long", "")
        edits += [
            _Edit(start, end, _lent(text, longest, donor.forms)) for start, end, text in cores
        ]
    return _edited(gold, sorted(edits, key=lambda edit: edit.start))


def renamed_copies(
    documents: Sequence[GoldDocument], copies: int, seed: int
) -> Iterator[GoldDocument]:
    """Each of the articles so many times under other names."""
    donors = donors_of(documents)
    random = Random(seed)
    for _ in range(copies):
        yield from (renamed(gold, donors, random) for gold in documents)


def _donor(
    gold: GoldDocument, key: str, donors: Mapping[str, Sequence[Donor]], random: Random
) -> Donor | None:
    some = donors.get(gold.entities[key].type, ())
    for _ in range(_TRIES if some else 0):
        donor = random.choice(some)
        if donor.conflict != gold.conflict:
            return donor
    return None


def _named(gold: GoldDocument) -> dict[str, list[GoldMention]]:
    """By entity that is open to change, the mentions that name it."""
    found: defaultdict[str, list[GoldMention]] = defaultdict(list)
    closed: set[str] = set()
    for place, mention in enumerate(gold.mentions):
        if mention.kind == "name" and gold.entities[mention.entity].type in OPEN_TYPES:
            found[mention.entity].append(mention)
            following = gold.mentions[place + 1 : place + 2]
            if any(other.start < mention.end for other in following):
                closed.add(mention.entity)
    return {key: mentions for key, mentions in found.items() if key not in closed}


def _core(gold: GoldDocument, mention: GoldMention) -> tuple[int, int, str]:
    """The name inside a mention, without small words at either end."""
    text = gold.document.text[mention.start : mention.end]
    words = text.split(" ")
    first, last = 0, len(words)
    while first < last and (not _capital(words[first]) or words[first].lower() == "the"):
        first += 1
    while last > first and not _capital(words[last - 1]):
        last -= 1
    if first == last:
        return mention.start, mention.end, text
    start = mention.start + sum(len(word) + 1 for word in words[:first])
    core = " ".join(words[first:last])
    return start, start + len(core), core


def _capital(word: str) -> bool:
    return any(letter.isupper() or letter.isdigit() for letter in word)


def _forms(names: Iterable[str]) -> _Forms:
    """The names of an entity by form; the first of each form stands for it."""
    every = list(dict.fromkeys(names))
    full = [name for name in every if not _is_acronym(name)]
    longest = max(full, key=len, default="")
    found = {"long": longest} if longest else {}
    for name in every:
        found.setdefault(_form(name, longest), name)
    return found


def _form(name: str, longest: str) -> str:
    if name.lower() == longest.lower():
        return "long"
    if _is_acronym(name):
        return "acronym"
    words = set(longest.lower().split())
    return "short" if words.issuperset(name.lower().split()) else "other"


def _is_acronym(name: str) -> bool:
    letters = name.replace("-", "").replace(".", "")
    return 1 < len(letters) <= _LONGEST_ACRONYM and letters.isupper() and " " not in name


def _lent(name: str, longest: str, forms: _Forms) -> str:
    """What a donor is called where the other was called ``name``."""
    form = _form(name, longest)
    if form == "acronym" and form not in forms:
        return _initials(forms["long"])
    lent = forms.get(form, forms["long"])
    return lent.upper() if form != "acronym" and name.isupper() else lent


def _initials(name: str) -> str:
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return letters if len(letters) > 1 else name


def _edited(gold: GoldDocument, edits: Sequence[_Edit]) -> GoldDocument:
    text = "".join(_pieces(gold.document.text, edits))
    return rewritten(gold, text, _moved(len(gold.document.text), edits))


def _pieces(text: str, edits: Sequence[_Edit]) -> Iterator[str]:
    done = 0
    for edit in edits:
        yield text[done : edit.start]
        yield edit.text
        done = edit.end
    yield text[done:]


def _moved(length: int, edits: Sequence[_Edit]) -> list[int]:
    """Where each place of the old text stands in the new one; inside a name, at its start."""
    places: list[int] = []
    shift = 0
    for edit in edits:
        places += [place + shift for place in range(len(places), edit.start)]
        places += [edit.start + shift] * (edit.end - edit.start)
        shift += len(edit.text) - (edit.end - edit.start)
    return [*places, *(place + shift for place in range(len(places), length + 1))]
