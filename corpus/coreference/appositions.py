"""Names and descriptions that one sentence puts side by side as one thing.

1. Apposition in the tree ("X, a coalition of ..."), or by commas where the tree lost it; more
   descriptions joined to it by "and" ("a spokesman for X and cousin of Y").
2. A description right before a name ("activist X", "the rebel group X").
3. "The town of X", "the X group".
4. "X is a militia", "a group called X".
"""

from collections.abc import Iterator, Mapping, Sequence

from ..mention import Link, Mention
from ..naming.lexicon import Lexicon
from ..naming.types import family
from ..tree import Tree, cases
from .clusters import compatible
from .profile import Profile

_NAMING = frozenset({"call", "name", "know", "dub", "title"})
_BECOMING = frozenset({"become", "remain"})
_CLOSING = frozenset({",", ".", ";", ":", "—", "–", "-", ")"})
_HYPHENS = frozenset("-–‑")
_FURTHEST = 15


class Scene:
    """The mentions of one sentence, found by where they stand."""

    def __init__(
        self,
        tree: Tree,
        indexes: Sequence[int],
        mentions: Sequence[Mention],
        profiles: Sequence[Profile],
    ) -> None:
        """Sort the mentions by head, first and last token."""
        self.tree = tree
        self.indexes = indexes
        self.mentions = mentions
        self.profiles = profiles
        self.by_head: dict[int, int] = {}
        self.starting: dict[int, list[int]] = {}
        self.ending: dict[int, list[int]] = {}
        for index in indexes:
            mention = mentions[index]
            self.by_head.setdefault(mention.head, index)
            self.starting.setdefault(mention.first, []).append(index)
            self.ending.setdefault(mention.last, []).append(index)

    def fit(self, one: int, other: int) -> bool:
        """Whether two mentions can be one thing by type and number."""
        first, second = self.mentions[one], self.mentions[other]
        if one == other or "pronoun" in (first.kind, second.kind):
            return False
        places = family(first.type) == family(second.type) == "Place"
        if not places and not compatible(first.type, second.type):
            return False
        numbers = {self.profiles[one].plural, self.profiles[other].plural}
        return len(numbers) == 1 or first.type == "Entity"


def link_appositions(
    trees: Sequence[Tree],
    by_sentence: Mapping[int, Sequence[int]],
    mentions: Sequence[Mention],
    profiles: Sequence[Profile],
    lexicon: Lexicon,
) -> Iterator[Link]:
    """Links inside sentences, surest rules first."""
    for number, indexes in by_sentence.items():
        scene = Scene(trees[number], indexes, mentions, profiles)
        yield from _descriptions_before(scene, lexicon)
        yield from _named_by_of(scene, lexicon)
        yield from _groups_named(scene, lexicon)
        found = list(_side_by_side(scene))
        yield from found
        yield from _joined(scene, found)
        yield from _predicates(scene)
        yield from _becomings(scene)
        yield from _callings(scene)


def _descriptions_before(scene: Scene, lexicon: Lexicon) -> Iterator[Link]:
    for index in scene.indexes:
        name = scene.mentions[index]
        if name.kind != "name":
            continue
        for other in (*scene.ending.get(name.first, ()), *scene.ending.get(name.last, ())):
            nominal = scene.mentions[other]
            if nominal.kind != "nominal" or scene.profiles[other].plural:
                continue
            covers = nominal.last == name.last and nominal.head != name.first - 1
            if covers or not _is_noun(scene.tree, nominal.head):
                continue
            if nominal.last != nominal.head + 1 and nominal.last != name.last:
                continue  # "the city of X northern Y"
            if family(name.type) == family(nominal.type) and _may_lead(
                scene, other, index, lexicon
            ):
                yield Link(other, index, "title")


def _is_noun(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos in {"NOUN", "PROPN"}


def _may_lead(scene: Scene, nominal: int, name: int, lexicon: Lexicon) -> bool:
    """Whether the description leads in the name: "the rebel group X", but no lone "brigade X"."""
    profile = scene.profiles[nominal]
    if family(scene.mentions[nominal].type) == "Person":
        return True
    words = scene.profiles[name].key.split()
    kinds = {w for w in words if w in lexicon.triggers and lexicon.is_any("anaphoric", w)}
    if kinds - {profile.noun} or (profile.bare and len(profile.words) < 2):
        return False
    return lexicon.is_any("anaphoric", profile.noun) or lexicon.is_any("apposed", profile.noun)


def _named_by_of(scene: Scene, lexicon: Lexicon) -> Iterator[Link]:
    """The town of X."""
    for index in scene.indexes:
        nominal = scene.mentions[index]
        if nominal.kind != "nominal" or not lexicon.is_any("naming", scene.profiles[index].noun):
            continue
        for other in scene.ending.get(nominal.last, ()):
            name = scene.mentions[other]
            fits = scene.fit(index, other) and family(name.type) == family(nominal.type)
            fits = fits and _agree_as_places(nominal.type, name.type, scene.profiles[index].noun)
            if name.kind == "name" and fits and _of(scene.tree, name.first, nominal.head):
                yield Link(index, other, "named-by-of")


def _agree_as_places(nominal: str, name: str, noun: str) -> bool:
    """The area of a province is not the province; the province of a city's name is one."""
    if family(name) != "Place" or nominal == name or name == "Place":
        return True
    return nominal in {"Town", "Province"} and name in {"Town", "Province"} and noun != "suburb"


def _of(tree: Tree, first: int, head: int) -> bool:
    """Whether "of" (and perhaps "the") stands between a noun and a name."""
    before = first - 1
    if before > head and tree.word(before) == "the":
        before -= 1
    return before == head + 1 and tree.word(before) == "of"


def _groups_named(scene: Scene, lexicon: Lexicon) -> Iterator[Link]:
    """The X group, the X rebel movement."""
    for index in scene.indexes:
        nominal, profile = scene.mentions[index], scene.profiles[index]
        if nominal.kind != "nominal" or profile.plural or profile.owned:
            continue
        if profile.indefinite and not lexicon.is_any("one-of-a-kind", profile.noun):
            continue
        if not lexicon.is_any("groups-after", profile.noun):
            continue
        for other in scene.indexes:
            name = scene.mentions[other]
            inside = nominal.first <= name.first and name.last <= nominal.head
            if name.kind != "name" or not inside or family(name.type) != "Group":
                continue
            # "the ISIS-led group" is not ISIS; nor is a group many words away
            if nominal.head - name.last <= 2 and scene.tree.word(name.last) not in _HYPHENS:
                yield Link(index, other, "named-before")


def _side_by_side(scene: Scene) -> Iterator[Link]:
    """Apposition: by the tree, then by commas."""
    for index in scene.indexes:
        mention = scene.mentions[index]
        if mention.kind == "pronoun":
            continue
        target = _governor(scene, index)
        described = mention.type == "Person" and mention.kind == "nominal"
        if target is None and (described or scene.tree.base[mention.head] not in {"nsubj", "obj"}):
            target = _across_comma(scene, index)
        if target is not None:
            yield Link(index, target, "apposition")


def _governor(scene: Scene, index: int) -> int | None:
    """What the tree says that the mention stands in apposition to."""
    tree, mention = scene.tree, scene.mentions[index]
    if tree.base[mention.head] != "appos":
        return None
    before = mention.first - 1 - (mention.first > 0 and tree.word(mention.first - 1) == "the")
    if before >= 0 and tree.tokens[before].upos in {"ADP", "VERB", "AUX"}:
        return None
    above = scene.by_head.get(tree.head(mention.head))
    if above is None or above > index or not scene.fit(index, above):
        return None
    following = tree.word(mention.last) if mention.last < len(tree.tokens) else ""
    if (
        scene.mentions[above].kind == "nominal"
        and scene.profiles[index].bare
        and following == "and"
    ):
        return None  # "its chief of staff, minister and officials"
    names = {mention.kind, scene.mentions[above].kind} == {"name"}
    return None if names and scene.profiles[above].key != scene.profiles[index].key else above


def _across_comma(scene: Scene, index: int) -> int | None:
    """What stands right before the comma before the mention."""
    tree, mention = scene.tree, scene.mentions[index]
    comma = mention.first - 1
    while comma > 0 and tree.tokens[comma].upos == "DET":
        comma -= 1
    if comma >= 0 and mention.kind == "nominal" and tree.word(comma) not in {",", "–", "—"}:
        return _without_comma(scene, index)
    if comma < 1 or tree.word(comma) not in {",", "–", "—"} or _in_list(tree, mention):
        return None
    profile = scene.profiles[index]
    if mention.kind == "name" and not _closed(tree, mention.last):
        return None
    if mention.kind == "nominal" and (profile.plural or not _tells_more(scene, index)):
        return None
    for other in scene.ending.get(comma, ()):
        kinds = {mention.kind, scene.mentions[other].kind}
        if kinds == {"name"} or not scene.fit(index, other):
            continue
        if scene.mentions[other].kind == "nominal" and scene.profiles[other].bare:
            continue
        place = family(mention.type) == "Place"
        if mention.type == "Entity" or (place and not scene.profiles[index].indefinite):
            continue
        return other
    return None


def _without_comma(scene: Scene, index: int) -> int | None:
    """The name right before "a", "an", "the" or "former": news sheds commas on the web."""
    mention = scene.mentions[index]
    opening = scene.tree.word(mention.first)
    if scene.profiles[index].plural or opening not in {"a", "an", "the", "former"}:
        return None
    for other in scene.ending.get(mention.first, ()):
        name = scene.mentions[other]
        if name.kind == "name" and name.type == "Person" == mention.type:
            return other
        if name.kind == "name" and opening == "the" and family(name.type) == "Group":
            return other if scene.fit(index, other) else None
    return None


def _tells_more(scene: Scene, index: int) -> bool:
    """Whether a description behind a comma can tell who stands before it."""
    profile, mention = scene.profiles[index], scene.mentions[index]
    if profile.owned or profile.definite:
        return mention.type == "Person" and (
            mention.last > mention.head + 1 or _closed(scene.tree, mention.last)
        )
    return True


def _closed(tree: Tree, index: int) -> bool:
    return index >= len(tree.tokens) or tree.word(index) in _CLOSING


def _in_list(tree: Tree, mention: Mention) -> bool:
    """Whether the mention is a member of an enumeration."""
    if tree.base[mention.head] == "conj" and not tree.has(mention.head, "cc"):
        siblings = tree.children(tree.head(mention.head), "conj")
        return any(tree.has(s, "cc") for s in siblings)
    after = mention.last
    return (
        after < len(tree.tokens)
        and tree.word(after) in {"and", "or"}
        and (tree.base[mention.head] == "conj")
    )


def _joined(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
    """Further descriptions of who was described: "... and cousin of Y"."""
    tree = scene.tree
    for link in links:
        described = scene.mentions[link.mention]
        if described.kind != "nominal" or described.type != "Person":
            continue
        for index in scene.indexes:
            mention, profile = scene.mentions[index], scene.profiles[index]
            near = 0 < mention.first - described.last <= _FURTHEST
            if not near or mention.kind != "nominal" or mention.type != "Person":
                continue
            lone = profile.bare and not profile.plural and mention.first == mention.head
            if lone and tree.word(mention.first - 1) == "and":
                yield Link(index, link.antecedent, "apposition")


def _predicates(scene: Scene) -> Iterator[Link]:
    """X is a militia."""
    tree = scene.tree
    for index in scene.indexes:
        mention = scene.mentions[index]
        head = mention.head
        if mention.kind == "pronoun" or not tree.has(head, "cop"):
            continue
        if any(tree.word(c) in {"not", "n't", "n’t", "no", "never"} for c in tree.below[head]):
            continue
        if any(tree.base[c] == "aux" for c in tree.below[head]) or cases(tree, head):
            continue
        yield from _with_subjects(scene, index, head)


def _becomings(scene: Scene) -> Iterator[Link]:
    """X became prime minister."""
    tree = scene.tree
    for index in scene.indexes:
        mention, verb = scene.mentions[index], tree.head(scene.mentions[index].head)
        if mention.kind != "nominal" or verb < 0 or tree.lemma(verb) not in _BECOMING:
            continue
        if tree.base[mention.head] not in {"xcomp", "obj"} or tree.has(verb, "aux", "advmod:neg"):
            continue
        yield from _with_subjects(scene, index, verb)


def _with_subjects(scene: Scene, index: int, predicate: int) -> Iterator[Link]:
    """Links of a noun to the subjects of the predicate that says they are it."""
    for subject in scene.tree.children(predicate, "nsubj"):
        other = scene.by_head.get(subject)
        if other is not None and scene.fit(index, other):
            yield Link(index, other, "copula")


def _callings(scene: Scene) -> Iterator[Link]:
    """A group called X."""
    tree = scene.tree
    for index in scene.indexes:
        mention = scene.mentions[index]
        verb = mention.first - 1
        while verb > 0 and tree.word(verb) in {"as", "the"}:
            verb -= 1
        if mention.kind != "name" or verb < 1 or tree.lemma(verb) not in _NAMING:
            continue
        called = _called(scene, index, verb)
        if called is not None:
            yield Link(index, called, "called")


def _called(scene: Scene, name: int, verb: int) -> int | None:
    """The description that a calling verb hangs on, else the last one before it that fits."""
    above = scene.by_head.get(scene.tree.head(verb))
    near = [i for i in scene.indexes if -_FURTHEST < scene.mentions[i].last - 1 - verb < 0]
    for index in [above, *reversed(near)]:
        if index is None or scene.mentions[index].kind != "nominal":
            continue
        if scene.profiles[index].plural:
            continue  # "three members of a group called X"
        if scene.mentions[index].head < verb and scene.fit(name, index):
            return index
    return None
