import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.reader.words import UNSEEN, cut_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in cut_words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't join.", "They did n't join ."),
        ("They didn’t join.", "They did n’t join ."),
        ("the group's ranks", "the group 's ranks"),
        ("the rebels’ ranks", "the rebels ’ ranks"),
        ("They cannot, and we'll see", "They can not , and we 'll see"),
        ("I'm here", "I 'm here"),
        ("it doesnt matter", "it does nt matter"),
        ("O'Brien met Sana'a's mayor", "O'Brien met Sana'a 's mayor"),
        ("al-Qaeda, Al-Nusra and a-Sham", "al-Qaeda , Al-Nusra and a-Sham"),
        ("Deir ez-Zor, Deir-ez-Zor", "Deir ez-Zor , Deir-ez-Zor"),
        ("Lashkar-e-Taiba's Abdul-Rahman", "Lashkar-e-Taiba 's Abdul-Rahman"),
        ("a Homs-based, ISIS-led and Turkey-backed band", "a Homs - based , ISIS - led and Turkey"
         " - backed band"),
        ("non-violent ex-rebels", "non-violent ex-rebels"),
        ("a U.N.-brokered truce in the U.S. today", "a U.N. - brokered truce in the U.S. today"),
        ("a UN-backed plan", "a UN - backed plan"),
        ("al-Qaeda-linked", "al-Qaeda - linked"),
        ("Gen. Omar and Mr.Said", "Gen. Omar and Mr. Said"),
        ("on Sat. at 5pm", "on Sat. at 5 pm"),
        ("he sat. They stood.", "he sat . They stood ."),
        ("No. 5 said no.", "No. 5 said no ."),
        ("George W. Karam", "George W. Karam"),
        ("1,500 men, 3.5 km, 10:30", "1,500 men , 3.5 km , 10:30"),
        ("$5.3m or 50%", "$ 5.3 m or 50 %"),
        ("the 3rd, in the 1990s", "the 3rd , in the 1990s"),
        ("on 12/03/2014", "on 12/03/2014"),
        ("either/or", "either / or"),
        ("“Go!!” he said … twice -- no", "“ Go !! ” he said … twice -- no"),
        ("see https://example.org/a?b=c.", "see https://example.org/a?b=c ."),
        ("write to news@example.org.", "write to news@example.org ."),
        ("left.They stayed", "left . They stayed"),
        ("north\u00a0of the town", "north of the town"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_are_cut_as_the_treebank_cuts_them(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_unseen_marks_part_no_words() -> None:
    assert words("\u200eal-\u200eHoms\u200b, x\u200dy's") == [
        "al",
        "-",
        "Homs",
        ",",
        "x\u200dy",
        "'s",
    ]


def test_only_the_stretch_is_cut() -> None:
    assert cut_words("one two three", 4, 7) == [(4, 7)]


@given(st.text(alphabet="ab A.'’-1s!\u200e\n(\"$%…x", max_size=60) | st.text(max_size=60))
def test_words_are_in_order_apart_and_miss_nothing_that_is_seen(text: str) -> None:
    cuts = cut_words(text, 0, len(text))
    ends = [0, *(end for _, end in cuts)]
    starts = [*(start for start, _ in cuts), len(text)]
    assert all(start < end for start, end in cuts)
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    assert all(re.fullmatch(rf"[\s{UNSEEN}]*", gap) for gap in between)


@pytest.mark.parametrize(
    "part", ["a", "'", "-", "a-", "1.", "a.", "\u200e", "@", "a@b.", "http://"]
)
def test_long_rows_of_anything_are_cut_in_no_time(part: str) -> None:
    text = part * 20_000
    assert cut_words(text, 0, len(text))[-1:] is not None
