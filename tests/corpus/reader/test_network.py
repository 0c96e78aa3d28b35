"""The network that ships gives a sentence the same parse whatever is read with it."""

from pathlib import Path

import numpy as np
import pytest

import allegiance.corpus.reader as room
from allegiance.corpus.reader.encoding import Encoded, encode
from allegiance.corpus.reader.network import Network
from allegiance.corpus.reader.wordpiece import WordPiece

FOLDER = Path(str(room.__file__)).parent
SENTENCES = [
    "The brigade left the front .",
    "Three emirs of the northern army , who had fled the town in spring , swore an oath to IS .",
    "Why ?",
    "“ We never joined them , ” said a spokesman for the River Lions , “ and we never will . ”",
    "Omar Salim ,",
    "al-Nusra",
    " ".join(["The men of the valley and the men of the hill fought , then fled ;"] * 12),
]


@pytest.fixture(scope="module")
def encoded() -> list[Encoded]:
    pieces = WordPiece((FOLDER / "vocabulary.txt").read_text("utf-8").splitlines())
    return [window for text in SENTENCES for window in encode(text.split(), pieces)]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(FOLDER)


def test_a_parse_does_not_depend_on_the_batch(network: Network, encoded: list[Encoded]) -> None:
    alone = [network.parse([one])[0] for one in encoded]
    assert network.parse(encoded) == alone
    assert network.parse(encoded[::-1]) == alone[::-1]
    many = network.parse(encoded * 9)
    assert many == alone * 9
    for one, other in zip(many, alone * 9, strict=True):
        np.testing.assert_allclose(one.vectors, other.vectors, atol=1e-4)
        np.testing.assert_allclose(one.kinds, other.kinds, atol=1e-4)


def test_every_word_has_a_tag_and_a_place_in_one_tree(
    network: Network, encoded: list[Encoded]
) -> None:
    for one, parse in zip(encoded, network.parse(encoded), strict=True):
        words = len(one.first)
        assert len(parse.upos) == len(parse.heads) == len(parse.relations) == words
        assert parse.heads.count(-1) == 1
        roots = [h < 0 for h in parse.heads]
        assert roots == [relation == "root" for relation in parse.relations]


def test_nothing_to_read(network: Network) -> None:
    assert network.parse([]) == []
