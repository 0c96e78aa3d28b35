import json
import re
from pathlib import Path

import pytest

from allegiance.graph.knowledge import Knowledge
from allegiance.graph.page import find_entity, render_page, write_page
from allegiance.graph.pagedata import is_link
from tests.graph.sample import HOSTILE, hostile, sample


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="graph">(.*?)</script>', page, re.S)
    assert found
    value: dict[str, object] = json.loads(found[1])
    return value


def test_the_page_carries_every_claim() -> None:
    data = data_of(render_page(sample()))

    assert len(data["claims"]) == len(sample().claims)  # type: ignore[arg-type]


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    write_page(sample(), tmp_path / "a.html")
    write_page(sample(), tmp_path / "b.html")

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_nothing_in_the_page_asks_the_network() -> None:
    page = render_page(sample())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)

    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert "connect-src &#39;none&#39;" in policy[1]
    assert not re.search(r"<(?:link|img|iframe|script)[^>]*\b(?:src|href)=", page)


def test_hostile_text_stays_in_its_data() -> None:
    page = render_page(hostile())
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.S)

    assert len(blocks) == 3
    assert not any("<" in block for block in blocks)
    assert data_of(page)["entities"][1]["name"] == HOSTILE  # type: ignore[index]


def test_an_empty_graph_has_a_page() -> None:
    assert "0 claims" in render_page(Knowledge((), (), ()))


def test_a_focus_keeps_its_neighbourhood() -> None:
    data = data_of(render_page(sample(), focus="rock battalion", hops=1))

    assert {e["name"] for e in data["entities"]} == {"Rock Battalion", "Homeland Front"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["daesh", "Islamic State", "islamic-state", "ISIS"])
def test_an_entity_is_found_by_any_of_its_names(name: str) -> None:
    assert find_entity(sample().entities, name) == "islamic-state"


def test_a_name_that_nobody_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_entity(sample().entities, "nobody")


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://news.example/a", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, followed: bool) -> None:
    assert is_link(url) is followed
