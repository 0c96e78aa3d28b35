"""Mentions and chains by hand, for tests: ``sentence:first-last:kind:Type=Name``.

    mention(document, sentences, "0:1-2:name:Person=Ali Haddad", "1:1-1:pronoun:Person=Ali Haddad")

Tokens count from 1, the last one is the head unless ``@head`` follows the tokens; mentions with the
same name are one chain. A name in small letters is a description: the chain is unnamed. A number
after ``#`` is the count.
"""

import re
from collections.abc import Sequence
from typing import Literal, cast

from allegiance.corpus.document import Document
from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.sentence import Sentence

_FORM = re.compile(
    r"(?P<sentence>\d+):(?P<first>\d+)-(?P<last>\d+)(?:@(?P<head>\d+))?"
    r":(?P<kind>\w+):(?P<type>\w+)=(?P<name>[^#]*)(?:#(?P<count>\d+))?"
)


def _mention(document: Document, sentences: Sequence[Sentence], form: str) -> tuple[Mention, str]:
    match = _FORM.fullmatch(form)
    assert match, form
    number, first, last = int(match["sentence"]), int(match["first"]) - 1, int(match["last"])
    tokens = sentences[number].tokens
    start, end = tokens[first].start, tokens[last - 1].end
    mention = Mention(
        number,
        first,
        last,
        int(match["head"] or last) - 1,
        start,
        end,
        document.text[start:end],
        cast('Literal["name", "nominal", "pronoun"]', match["kind"]),
        match["type"],
        int(match["count"]) if match["count"] else None,
    )
    return mention, match["name"]


def mention(
    document: Document, sentences: Sequence[Sentence], *forms: str
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions, sorted, and their chains."""
    found = sorted(
        (_mention(document, sentences, form) for form in forms),
        key=lambda pair: (pair[0].sentence, pair[0].first, pair[0].last),
    )
    mentions = tuple(one for one, _ in found)
    names = dict.fromkeys(name for _, name in found)
    chains = []
    for name in names:
        members = tuple(i for i, (_, other) in enumerate(found) if other == name)
        counts = [mentions[i].count for i in members if mentions[i].count is not None]
        kind = mentions[members[0]].type
        unnamed = name == name.lower()
        count = counts[0] if counts else None
        chains.append(Chain(members, (), kind, name, (), unnamed, count))
    return mentions, tuple(chains)
