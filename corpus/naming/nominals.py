"""Descriptions of people, groups and places by common nouns ("at least 30 jihadis").

1. A noun that the lexicon knows, or that the tagger takes for people, a group or a place, heads a
   description, unless it belongs to a name.
2. A quantifier with "of" ("dozens of fighters", "seven of its own militants") heads one description
   together with what it counts; what it counts is none of its own.
3. The description's text is the phrase of its head; its count comes from the numerals in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...ontology.vocabulary import UNDECIDED
from ..tree import Tree
from .heard import judged, likely_type
from .lexicon import Lexicon, is_plural
from .name import Name
from .noun_types import noun_type
from .numerals import VAGUE, count_of, is_percentage, value_of
from .parts import part_type
from .phrases import phrase
from .place_names import are_people, is_country
from .quantities import COLLECTIVES, counted, is_whole, of_quantity, quantity
from .types import family

_SPANS = {"Person": "Person", "Organisation": "Group", "Location": "Place"}
_HEADS = frozenset({"NOUN", "NUM", "PRON", "ADJ", "DET", "PROPN"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A description in a sentence; tokens ``first`` to ``last`` are half-open."""

    first: int
    last: int
    head: int
    noun: int
    """The token that says what it is: "fighters" in "dozens of fighters"."""
    type: str
    count: int | None = None


def find_nominals(tree: Tree, names: Sequence[Name], lexicon: Lexicon) -> tuple[Nominal, ...]:
    """The descriptions of a sentence in the order of their heads."""
    named = {i for name in names for i in range(name.first, name.last)}
    ends = {name.first: name.last for name in names}
    persons = {name.first for name in names if name.label == "PER"}
    found: list[Nominal] = []
    spent: set[int] = set()
    for head in range(len(tree.tokens)):
        if head in named or head in spent or tree.tokens[head].upos not in _HEADS:
            continue
        if (head + 1 in ends and _is_title(tree, head, lexicon)) or _is_proper(tree, head, lexicon):
            continue
        nominal = _nominal(tree, head, lexicon, named)
        listed = lexicon.noun(tree.lemma(head), tree.word(head)) is not None
        if nominal is not None and head + 1 in persons and not listed:
            nominal = replace(nominal, type="Person")  # "coca grower X"
        if nominal is not None:
            found.append(_to_name(tree, nominal, ends, lexicon))
            if nominal.noun != head and not is_whole(tree, nominal.noun, lexicon):
                spent.update(quantity(tree, nominal.head, nominal.noun, lexicon))
    return tuple(found)


def _is_title(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether a noun is the title of the name that follows ("President X")."""
    return tree.tokens[head].text[:1].isupper() and lexicon.is_any("titles", tree.word(head))


def _is_proper(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised noun for one person is rather part of a name ("The New Arab")."""
    token = tree.tokens[head]
    if token.upos != "PROPN" or not token.text[:1].isupper() or head == 0:
        return False
    if lexicon.is_any("titles", tree.word(head)) and tree.has(head, "det"):
        return head + 1 < len(tree.tokens) and tree.tokens[head + 1].text[:1].isupper()
    noun = lexicon.noun(token.lemma.lower(), token.text.lower())
    if noun is None or noun.type != "Person" or lexicon.is_people(token.text):
        return False
    return family(noun_type(tree, head, lexicon)) != "Group" or not tree.has(head, "det")


def _to_name(tree: Tree, nominal: Nominal, ends: Mapping[int, int], lexicon: Lexicon) -> Nominal:
    """The description, cut right behind the name in "the town of X", or behind its last name."""
    after = nominal.head + 1
    if lexicon.is_any("naming", tree.lemma(nominal.noun)) and after < len(tree.tokens):
        start = after + 1 + (after + 1 < len(tree.tokens) and tree.word(after + 1) == "the")
        if tree.word(after) == "of" and start in ends:
            return replace(nominal, last=ends[start])
    for first, last in ends.items():
        if first < nominal.last < last and first > nominal.head:
            return replace(nominal, last=last)
    return nominal


def _holder(tree: Tree, head: int, lexicon: Lexicon) -> Nominal | None:
    """The "rebels" of "rebel-held": a noun for people or a group before a hyphen."""
    hyphen = head + 1
    entry = lexicon.noun(tree.lemma(head), tree.word(head))
    if not holds(tree, head, lexicon) or entry is None or entry.plural in {"Person", "Place"}:
        return None
    return Nominal(head, hyphen, head, head, entry.plural)


def holds(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands before "-held" or the like."""
    if head + 2 >= len(tree.tokens):
        return False
    if tree.word(head + 1) in {"-", "–", "‑"}:
        return lexicon.is_any("holding", tree.word(head + 2))
    # "rebel held areas": web pages shed hyphens, too
    single = not is_plural(tree.tokens[head].text, tree.lemma(head))
    bare = single and tree.word(head + 1) in {"held", "controlled"}
    subject = tree.has(head, "det") or tree.base[head] == "nsubj"
    return bare and tree.tokens[head + 2].upos == "NOUN" and not subject


def _lone_number(tree: Tree, head: int, lexicon: Lexicon) -> Nominal | None:
    """People of whom only the number is told: "killed 12", "the eight had fled"."""
    token = tree.tokens[head]
    stray = tree.base[head] == "nummod" and tree.tokens[tree.head(head)].upos == "VERB"
    if token.upos not in {"NUM", "NOUN"} or not (stray or tree.base[head] in {"nsubj", "obj"}):
        return None
    if tree.has(head, "nmod", "compound", "amod", "case") or is_percentage(tree, head):
        return None
    number, verb = value_of(tree.word(head), lexicon), tree.head(head)
    pointed = any(tree.word(c) in {"the", "these", "those"} for c in tree.children(head, "det"))
    if (number is None and tree.word(head) not in VAGUE) or tree.tokens[verb].upos != "VERB":
        return None
    first = phrase(tree, head)[0]
    if pointed and number is not None and number > 1:
        return Nominal(first, head + 1, head, head, UNDECIDED, number)
    if pointed or not lexicon.is_any("suffered", tree.lemma(verb)):
        return None
    return Nominal(first, head + 1, head, head, "Person", count_of(tree, first, head + 1, lexicon))


def _people_of_country(tree: Tree, head: int, lexicon: Lexicon) -> Nominal | None:
    """People called by their country: "ten Moroccans"."""
    if not (are_people(tree, head) and is_country(tree, head, lexicon)):
        return None
    first = phrase(tree, head)[0]
    return Nominal(first, head + 1, head, head, "Person", count_of(tree, first, head, lexicon))


def _nominal(tree: Tree, head: int, lexicon: Lexicon, named: set[int]) -> Nominal | None:
    for special in (_holder, _people_of_country):
        found = special(tree, head, lexicon)
        if found is not None:
            return found
    return _lone_number(tree, head, lexicon) or _common(tree, head, lexicon, named)


def _common(tree: Tree, head: int, lexicon: Lexicon, named: set[int]) -> Nominal | None:
    noun = counted(tree, head, lexicon, named)
    if noun < 0 and (tree.tokens[head].upos in {"NOUN", "PROPN"} or _is_like_noun(tree, head)):
        noun = head
    kind = noun_type(tree, noun, lexicon) if noun >= 0 else part_type(tree, head, lexicon)
    if kind is None:
        return None
    if kind == UNDECIDED:
        kind = _tagged_type(tree, noun)
    if kind == UNDECIDED and not _says_no_more(tree, head, lexicon):
        kind = likely_type(tree, head)
    if kind == UNDECIDED or _is_part(tree, head):
        return None
    first, last = phrase(tree, head)
    last = max(last, phrase(tree, noun)[1]) if noun >= 0 else last
    entry = lexicon.noun(tree.lemma(noun), tree.word(noun)) if noun >= 0 else None
    count = count_of(tree, first, max(head, noun) + 1, lexicon)
    collective = noun != head and tree.lemma(head) in COLLECTIVES
    if collective or (count == 1 and entry is not None and entry.group):
        count = None  # "three groups of militants" are not three militants
    if noun != head:
        kind = of_quantity(tree, head, noun, kind, lexicon)
    kind = judged(tree, head, noun, kind, lexicon)
    return Nominal(first, last, head, max(noun, head) if noun < 0 else noun, kind, count)


def _says_no_more(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether a word is but the title of a name, or the ranks of whoever has them."""
    titled = lexicon.is_any("titles", tree.word(head).rstrip("."))
    return titled or tree.lemma(head) in {"rank", "nobody"}


def _is_like_noun(tree: Tree, head: int) -> bool:
    """Whether an adjective stands for a noun: "a Chadian national"."""
    after = tree.tokens[head + 1].upos if head + 1 < len(tree.tokens) else ""
    return (
        tree.tokens[head].upos == "ADJ"
        and tree.has(head, "det")
        and (after not in {"NOUN", "PROPN", "ADJ"})
    )


def _tagged_type(tree: Tree, noun: int) -> str:
    """What the tagger says of a noun that the lexicon does not know."""
    if noun < 0 or tree.tokens[noun].upos != "NOUN":
        return UNDECIDED
    for span in tree.sentence.spans:
        if span.first <= noun < span.last and span.label in _SPANS:
            heads = [
                i
                for i in range(span.first, span.last)
                if not span.first <= tree.head(i) < span.last
            ]
            return _SPANS[span.label] if heads == [noun] else UNDECIDED
    return UNDECIDED


def _is_part(tree: Tree, head: int) -> bool:
    """Whether the noun only narrows another one: "rebel" of "rebel group"."""
    above = tree.head(head)
    if above < 0 or tree.base[head] not in {"compound", "amod", "det", "nummod", "fixed"}:
        return False
    if tree.has(head, "nummod", "det") and tree.word(head).endswith("s"):
        return False  # "over 30 militants desert": a noun only for a parser that missed the verb
    return above > head and tree.tokens[above].upos in {"NOUN", "ADJ"}


def pronouns(tree: Tree) -> Iterator[int]:
    """The personal pronouns of the third person that stand for somebody."""
    for index, token in enumerate(tree.tokens):
        personal = token.upos in {"PRON", "DET"} and tree.word(index) in PRONOUNS
        if personal and tree.base[index] != "expl":
            yield index


PRONOUNS = {
    "he": "Person",
    "him": "Person",
    "his": "Person",
    "himself": "Person",
    "she": "Person",
    "her": "Person",
    "hers": "Person",
    "herself": "Person",
    "it": UNDECIDED,
    "its": UNDECIDED,
    "itself": UNDECIDED,
    "they": UNDECIDED,
    "them": UNDECIDED,
    "their": UNDECIDED,
    "theirs": UNDECIDED,
    "themselves": UNDECIDED,
}
"""Third-person pronouns, with the type that they settle."""
