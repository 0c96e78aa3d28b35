"""News in our own words, read by the shipped reader, for tests of mentions and chains."""

from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.reader.reader import load_reader


def chains_of(text: str) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions and the chains of a text."""
    sentences = load_reader().read(text)
    mentions = find_mentions(sentences, text)
    return mentions, resolve_mentions(sentences, mentions)


def together(text: str, phrase: str) -> set[str]:
    """The texts of the mentions that are one with the first mention of a phrase."""
    mentions, chains = chains_of(text)
    index = next(i for i, mention in enumerate(mentions) if mention.text == phrase)
    return {mentions[m].text for chain in chains if index in chain.mentions for m in chain.mentions}


def types_of(text: str) -> dict[str, str]:
    """The type of every mention's chain by the mention's text, pronouns left out."""
    mentions, chains = chains_of(text)
    return {
        mentions[m].text: chain.type
        for chain in chains
        for m in chain.mentions
        if mentions[m].kind != "pronoun"
    }
