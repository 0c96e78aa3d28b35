"""How many people a relation is about: those killed, those who left."""

from collections.abc import Mapping

from ..mention import Mention
from ..naming.lexicon import load_lexicon
from ..relation import Relation
from ..speech.cues import load_cues
from ..tree import Tree
from .directory import Directory


def find_count(trees: Mapping[int, Tree], relation: Relation, directory: Directory) -> int | None:
    """The number that the text gives for the end whose number the relation tells, or None."""
    cues = load_cues()
    if relation.relation in cues["counts.object"]:
        return _count(trees, relation.object, directory)
    if relation.relation in cues["counts.subject"]:
        return _count(trees, relation.subject, directory)
    return None


def _count(trees: Mapping[int, Tree], index: int, directory: Directory) -> int | None:
    """The mention's own number, else that of the body of people it stands for."""
    mention = directory.mentions[index]
    if mention.count is not None or mention.kind == "name":
        return mention.count if _of_people(trees, mention) else None
    chain = directory.chain_of[index]
    counted = (directory.mentions[i] for i in chain.mentions)
    own = (m for m in counted if m.count is not None and m.count == chain.count)
    return chain.count if any(_of_people(trees, m) for m in own) else None


def _of_people(trees: Mapping[int, Tree], mention: Mention) -> bool:
    """Whether a mention counts people: three brigades are not three people."""
    token = trees[mention.sentence].tokens[mention.head]
    noun = load_lexicon().noun(token.lemma.lower(), token.text.lower())
    return not (noun and noun.group)
