import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.document import Document
from allegiance.corpus.layout.boilerplate import load_boilerplate
from allegiance.corpus.layout.outline import Outline, outline

STORY = "Nine fighters of the Hawks Brigade left the Front near Homs, two residents said."


def _outline(text: str, date: str | None = None) -> Outline:
    return outline(Document("made.txt", text, "", date=date))


def _left(text: str) -> str:
    """What stays of a text, its lines as one."""
    plan, rest, end = _outline(text), "", 0
    for start, stop in plan.skip:
        rest, end = rest + text[end:start], stop
    return " ".join((rest + text[end:]).split())


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Share on Facebook",
        "2 min read",
        "By Samir Odeh",
        "By Samir Odeh and Lena al-Masri",
        "By SAMIR ODEH",
        "3 May 2014",
        "May 3, 21014",
        "May 3, 21014 By Samir Odeh and Lena Masri […]",
        "Posted on 3 May 2014 at 10:35",
        "Last updated: Saturday, 3 May 2014 - 14:02 GMT",
        "ARA News",
        "AFP | 3 May 2014",
        "Reporting by: Samir Odeh",
        "Additional reporting by Lena Masri; editing by Jo Bell",
        "(Reporting by Samir Odeh in Amman; Editing by Jo Bell)",
        "Source: ARA News",
        "For more from the Valley Post, like us on Facebook or follow us on Twitter.",
        "For the latest on the valley, follow us on Twitter :",
        "Follow us on Telegram",
        "• Short link :",
        "Read more: Hawks deny a split",
        "Read also",
        "Tags: Homs, Hawks Brigade, Front",
        "Category: News",
        "Filed under: Syria",
        "© 2014 Valley Post. All rights reserved.",
        "Copyright 2014 Valley Post",
        "Subscribe to our newsletter",
        "Sign up for our daily briefing",
        "We use cookies to improve your experience.",
        "Advertisement",
        "File photo",
        "Photo credit: Lena Masri",
        "(Photo: Lena Masri/Valley Post)",
        "https://example.org/a/b",
        "five − two =",
        "3 + 4 =",
        "***",
    ],
)
def test_lines_that_are_boilerplate(line: str) -> None:
    assert _left(f"{STORY}\n\n{line}\n\n{STORY}\n") == f"{STORY} {STORY}"
    spaced = line.replace(" ", "\u00a0")
    assert _left(f"{STORY}\n\n{spaced}\n\n{STORY}\n") == f"{STORY} {STORY}"


@pytest.mark.parametrize(
    "line",
    [
        "Hawks fighters quit the Front after a pledge",
        "An army of nine: who the Hawks are",
        "By Saturday the Hawks had left the town of Tafas and its fields.",
        "3 May 2014 was the day on which the Hawks were formed.",
        "The army shared this photo of the captives.",
        "Reporters in Homs said the Hawks had left.",
        "Source of the arms, the Hawks said, was the Front.",
        "ISIS militants left the town of Tafas.",
        "SANA reported that the army had entered Tafas.",
        "Comments by the emir angered the Hawks.",
        "Register offices in Tafas were burnt by the Front, residents said on Friday.",
        "The group claimed the raid in its weekly newsletter.",
        "The Hawks will accept all conditions but one.",
        "The camp (source of the arms) was empty.",
        "The Hawks (formerly the Tafas Brigade) left.",
    ],
)
def test_lines_that_are_read(line: str) -> None:
    text = f"{STORY}\n\n{line}\n\n{STORY}"
    assert _left(text) == " ".join(text.split())


@pytest.mark.parametrize(
    "text, left",
    [
        (
            "A Hawks fighter prays in Tafas. Photo courtesy of the Hawks.",
            "A Hawks fighter prays in Tafas.",
        ),
        ("Hawks fighters near a well. File photo", "Hawks fighters near a well."),
        (
            "Liwa al-FajrThe brigade parades in Tafas. (AP Photo/Lena Masri)",
            "The brigade parades in Tafas.",
        ),
        ("Posted on May 3 2014 by Samir Odeh At least nine left.", "At least nine left."),
        ("Published May 3 2014 The army left.", "The army left."),
        ("Sat 03 May 2014 at 0914 The army left.", "The army left."),
        ("03.05.2014 Get short URL 0 12 The army left.", "The army left."),
        (f"{STORY} (Source: Valley Post) Twitter", STORY),
        (f"{STORY} Reporting by Samir Odeh; Editing by Jo Bell", STORY),
        (f"{STORY} (Reporting by Samir Odeh; Editing by Jo Bell)", STORY),
        ("By Sunday Damascus had fallen.", "By Sunday Damascus had fallen."),
        (f"{STORY}\n\nLeave a comment\n\nGreat read, thanks!\n\nfive − two =", STORY),
    ],
)
def test_stretches_inside_lines(text: str, left: str) -> None:
    assert _left(text) == left


@pytest.mark.parametrize(
    "text, place, agency, left",
    [
        (
            "Hawks quit Front AP Tuesday 20 May 2014 Nine left.",
            None,
            "AP",
            "Hawks quit Front Nine left.",
        ),
        (
            "Hawks quit Front 20 May 2014 Aleppo SANA-Nine left.",
            "Aleppo",
            "SANA",
            "Hawks quit Front Nine left.",
        ),
        ("AMMAN: Nine left.", "AMMAN", None, "Nine left."),
        ("HOMS Dozens left the Front.", "HOMS", None, "Dozens left the Front."),
        ("BEIRUT (Reuters) - Nine left.", "BEIRUT", "Reuters", "Nine left."),
        ("GAZIANTEP, Turkey (AP) — Nine left.", "GAZIANTEP", "AP", "Nine left."),
        ("Damascus, SANA - Nine left.", "Damascus", "SANA", "Nine left."),
        ("DEIR EZ-ZOR, Syria -- Nine left.", "DEIR EZ-ZOR", None, "Nine left."),
        ("AMMAN, Dec. 15 (AFP) - Nine left.", "AMMAN", "AFP", "Nine left."),
        ("QUETTA, Pakistan  Gunmen left.", "QUETTA", None, "Gunmen left."),
        (f"Hawks quit\n\nARA News\n\nHOMS {STORY}", "HOMS", "ARA News", f"Hawks quit {STORY}"),
        (f"TAFAS {STORY} Tafas is calm.", "TAFAS", None, f"{STORY} Tafas is calm."),
        ("BREAKING: Nine left.", None, None, "Nine left."),
        ("ISIS Militants left.", None, None, "ISIS Militants left."),
        ("UNHCR: 300 families fled.", None, None, "UNHCR: 300 families fled."),
        ("The Hawks: who they are", None, None, "The Hawks: who they are"),
    ],
)
def test_datelines(text: str, place: str | None, agency: str | None, left: str) -> None:
    plan = _outline(text)
    assert (plan.dateline, plan.agency, _left(text)) == (place, agency, left)


@pytest.mark.parametrize(
    "given_date, text, expected",
    [
        ("2014-05-01", "Posted on 3 May 2014\n" + STORY, "2014-05-01"),
        ("2014", "Posted on 3 May 2014\n" + STORY, "2014-05-03"),
        ("2013", "Posted on 3 May 2014\n" + STORY, "2013"),
        ("May 3, 21014", "3 May 2014\n" + STORY, "2014-05-03"),
        (None, f"May 3, 21014\n\n3 May 2014\n\n{STORY}", "2014-05-03"),
        (None, f"AMMAN, May 3, 2014 (AFP) - {STORY}", "2014-05-03"),
        ("2014", f"AMMAN, May 3 (AFP) - {STORY}", "2014-05-03"),
        ("2014-06", f"AMMAN, May 3 (AFP) - {STORY}", "2014-06"),
        (None, f"AMMAN, May 3 (AFP) - {STORY}", None),
        (None, f"{STORY} They were formed on 3 May 2011.", None),
        (None, f"{STORY} " * 30 + "\nPublished: 3 May 2014", "2014-05-03"),
        (None, f"{STORY} " * 30 + "The truce holds beyond 3 May 2011. Twitter", None),
        (None, STORY, None),
    ],
)
def test_the_publication_date(given_date: str | None, text: str, expected: str | None) -> None:
    assert _outline(text, given_date).date == expected


def test_the_agencies_are_no_places() -> None:
    known = load_boilerplate()
    assert not known.agencies & known.labels
    assert _outline("").skip == ()


# fmt: off
PARTS = st.sampled_from([
    "AMMAN:", "(AP) —", "By Samir", "3 May 2014", "Share this article", "\n", "\n\n", " ", ". ",
    "Leave a comment", "Photo courtesy of", "HOMS", "Source:", "The Hawks left", "…", "\u200e",
    "(", "]", "–", "Tags", "Read also", "/", "Reporting by", "١٢", "\u2028", "2 min read",
])
# fmt: on


@settings(deadline=None)
@given(st.lists(PARTS, max_size=25).map(" ".join) | st.text(max_size=200))
def test_what_is_skipped_lies_inside_in_order_and_apart(text: str) -> None:
    end = -1
    for start, stop in _outline(text).skip:
        assert end < start < stop <= len(text)
        assert text[start:stop].strip()
        end = stop


@pytest.mark.parametrize("piece", ["A", "By Aa ", "(", "1", "A.B. ", "Ab/", "Source: ", "\n", "- "])
def test_no_text_takes_long(piece: str) -> None:
    assert _outline(piece * (20_000 // len(piece)))
