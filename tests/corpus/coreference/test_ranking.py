from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from allegiance.corpus.coreference.ranking import (
    DESCRIPTIONS,
    PRONOUNS,
    View,
    load_weights,
    score,
)
from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.reader.reader import load_reader

Resolved = tuple[Sequence[Mention], Sequence[Chain]]


def resolved(text: str) -> Resolved:
    sentences = load_reader().read(text)
    mentions = find_mentions(sentences, text)
    return mentions, resolve_mentions(sentences, mentions)


def chain_of(found: Resolved, word: str) -> str:
    mentions, chains = found
    index = next(i for i, mention in enumerate(mentions) if mention.text == word)
    return next(chain.name for chain in chains if index in chain.mentions)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (
            "The Salt Road Brigade left the Northern Council in May. It had joined two years ago.",
            "It",
            "Salt Road Brigade",
        ),
        (
            "Commander Hamid Rashwan quit the Salt Road Brigade, his brother said.",
            "his",
            "Hamid Rashwan",
        ),
        (
            "Police arrested Samira Doulat in Marea. They said she had carried letters.",
            "she",
            "Samira Doulat",
        ),
    ],
)
def test_pronouns_find_whom_they_mean(text: str, pronoun: str, name: str) -> None:
    assert chain_of(resolved(text), pronoun) == name


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        (
            "The Salt Road Brigade seized Marea on Monday. The rebels then freed ten prisoners.",
            "The rebels",
            "Salt Road Brigade",
        ),
        (
            "The Salt Road Brigade is led by Hamid Rashwan. On Friday the militants attacked a "
            "convoy near Marea and its fighters burned two trucks.",
            "its fighters",
            "Salt Road Brigade",
        ),
        (
            "Salt Road Brigade fighters attacked Marea. Two Salt Road Brigade fighters were killed "
            "by police.",
            "Two Salt Road Brigade fighters",
            "Two Salt Road Brigade fighters",
        ),
    ],
)
def test_descriptions_find_whom_they_mean(text: str, description: str, name: str) -> None:
    assert chain_of(resolved(text), description) == name


def test_without_a_network_the_rules_choose() -> None:
    text = "Hamid Rashwan left. He was tired."
    sentences = [
        replace(sentence, vectors=None, kinds=None) for sentence in load_reader().read(text)
    ]
    mentions = find_mentions(sentences, text)
    chains = resolve_mentions(sentences, mentions)
    assert chain_of((mentions, chains), "He") == "Hamid Rashwan"


@pytest.mark.parametrize("path", [PRONOUNS, DESCRIPTIONS])
def test_nothing_and_every_candidate_has_a_score(path: Path) -> None:
    weights = load_weights(path)
    width, inner = weights["mention"].shape
    mention = np.zeros(len(weights["alone"]) - inner, np.float32)
    traits = np.zeros((2, len(weights["hidden"]) - len(mention) - 2 * inner), np.float32)
    found = score(weights, View((0, 1), mention, traits, np.zeros((3, width), np.float32)))
    assert found.shape == (3,)
    assert found[1] == found[2], "two candidates that look the same"
