from allegiance.graph.cli.stats import lines
from allegiance.graph.counts import count
from allegiance.graph.knowledge import Knowledge
from tests.graph.sample import hostile, sample


def test_a_graph_in_numbers() -> None:
    shown = lines(count(sample()))

    assert shown[:7] == [
        "Documents: 3, of them 2 dated",
        "Entities: 10, of them 2 unnamed",
        "  person       3",
        "  armed group  4",
        "  coalition    1",
        "  state force  1",
        "  town         1",
    ]
    assert "Claims: 14, of them 3 dated and 3 attributed" in shown
    assert "  Eagles of the Valley  11" in shown


def test_an_empty_graph() -> None:
    assert lines(count(Knowledge((), (), ())))[0] == "Documents: 0, of them 0 dated"


def test_hostile_text_stays_text() -> None:
    assert not set("".join(lines(count(hostile())))) & set("\x07\x00\u202e\r\n")
