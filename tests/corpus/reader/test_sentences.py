from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.reader.sentences import cut_sentences


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in cut_sentences(text)]


@pytest.mark.parametrize(
    "row",
    [
        "The brigade left. | It joined the front.",
        "Gen. Omar and Dr. Salim met Sgt. Adel. | They talked.",
        "Troops left the U.S. base in the U.S. | The army stayed.",
        "The U.N. Security Council met. | Nobody came.",
        "He met George W. Karam at 5 p.m. on Dec. 3 in Homs. | Then he left.",
        "Art. 5 and No. 7 hold. | They said no. | Men left.",
        "“We left. | We will not return,” said Omar. | He wept.",
        "“We left.” | He wept.",
        '"We left." | "We will return."',
        "“Where is the emir?” Omar Salim asked. | Nobody knew.",
        "“Who rules here?” | The man shrugged.",
        "“They fled!” he said. | Rebels laughed.",
        "He waited ... and left. | The rest stayed.",
        "He waited . . . and left with Omar P. Salim. | The rest stayed.",
        "He waited… | The rest stayed.",
        "They met the Army of Light ... Brigade yesterday.",
        "The front (formed in 2012. It is small.) grew. | It split.",
        "It fell in 2012. | 30 men died.",
        "It fell. | al-Homsi fled.",
        "Some 3.5 million fled. | Others stayed.",
        "It fell.[3] | Others fled.",
        "They fled.^The army came. | It stayed.",
        "A camp in Hama^The battalion celebrates.",
        "He uses LinkedIn often.",
        "Is it over? | No! | It is not.",
        "It fell.\u00a0\u200e | \u200eThey fled.",
        "The leader of Hamas, i.e. the politburo, left. | So did others.",
        "(The names were changed.) | They fled.",
    ],
)
def test_a_sentence_ends_where_the_bar_stands(row: str) -> None:
    """A circumflex stands where nothing parts two sentences."""
    parts = row.replace("^", " | ").split(" | ")
    text = row.replace("| ", "").replace("^", "")
    assert sentences(text) == [part.strip("\u200e\u00a0 ") for part in parts]


def test_paragraphs_and_headlines_end_sentences() -> None:
    text = "Rebels leave\n\nBy Omar Salim\n\nRebels left the town. They went\n\nnorth"
    assert sentences(text) == [
        "Rebels leave", "By Omar Salim", "Rebels left the town.", "They went", "north",
    ]  # fmt: skip
    assert [s.paragraph for s in cut_sentences(text)] == [0, 1, 2, 2, 3]


def test_wrapped_lines_are_joined_and_separate_lines_are_not() -> None:
    wrapped = (
        "Rebels leave the town\n"
        "The rebels left the town on Monday after a week of fighting with the Islamic\n"
        "State and went north, where they joined the ranks of the Army of the Lighted\n"
        "Path in a village near the Turkish border. The army took the town on Tuesday\n"
        "morning."
    )
    assert [s.split()[0] for s in sentences(wrapped)] == ["Rebels", "The", "The"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Homs\nOmar Salim", 2),
        ("The army took the town\nand left", 1),
        ("The army,\nOmar said, left", 1),
        ("• first point\n• second point", 2),
        ("1. take the town\n2. leave it", 2),
        ("It fell\r\nand rose", 1),
        ("It fell\r\n\r\nand rose", 2),
        ("", 0),
        (" \n\u200b\n\xa0", 0),
    ],
)
def test_lines_that_look_separate_are(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_what_is_left_out_parts_sentences() -> None:
    text = "HOMS: The army left. Photo by Omar. Rebels came."
    skip = [(0, 5), (21, 35)]
    assert [text[s.start : s.end] for s in cut_sentences(text, skip)] == [
        "The army left.",
        "Rebels came.",
    ]


def test_a_sentence_begins_where_something_empty_is_left_out() -> None:
    text = "Rebels flee Rebels fled the town."
    assert [text[s.start : s.end] for s in cut_sentences(text, [(12, 12)])] == [
        "Rebels flee",
        "Rebels fled the town.",
    ]


_TEXT = st.text(alphabet="ab A.?!'\"“”()[]\n\u200eTheMr 1-\r…:", max_size=120) | st.text(
    max_size=120
)


@given(_TEXT, st.lists(st.integers(0, 120), max_size=6, unique=True))
def test_sentences_are_in_order_trimmed_and_outside_of_what_is_left_out(
    text: str, edges: list[int]
) -> None:
    pairs = sorted(min(edge, len(text)) for edge in edges)
    skip = [(a, b) for a, b in zip(pairs[::2], pairs[1::2], strict=False) if a < b]
    found = cut_sentences(text, skip)
    assert all(s.start < s.end for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.end <= a or b <= s.start for s in found for a, b in skip)
    read = {i for s in found for i in range(s.start, s.end)}
    left = {i for a, b in skip for i in range(a, b)}
    assert all(i in read or i in left for i, c in enumerate(text) if c.isalnum())


@pytest.mark.parametrize("part", [".", "(a). ", "a.\n", "\n", "....a", "! ", ")", "“", "[1]", "x "])
def test_long_rows_of_anything_are_cut_in_no_time(part: str) -> None:
    assert cut_sentences(part * 20_000) is not None
