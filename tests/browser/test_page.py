"""The page in a real Chromium: what a reader clicks, types and sees."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from allegiance.graph.knowledge import Knowledge
from allegiance.graph.page import write_page
from tests.graph.sample import hostile, sample

pytestmark = pytest.mark.browser
Open = Callable[..., Chrome]


@pytest.fixture
def visit(chromium: Chrome, tmp_path: Path) -> Open:
    """Opens the page of some knowledge in a window of some width."""

    def visit(knowledge: Knowledge, width: int = 1400) -> Chrome:
        path = tmp_path / "page.html"
        write_page(knowledge, path)
        chromium.set_window_size(width, 950)
        for kind in ("browser", "performance"):
            chromium.get_log(kind)  # type: ignore[no-untyped-call]
        chromium.get(path.as_uri())
        return chromium

    return visit


def texts(browser: Chrome, selector: str) -> list[str]:
    return [element.text for element in browser.find_elements(By.CSS_SELECTOR, selector)]


def requested(browser: Chrome) -> list[str]:
    rows = browser.get_log("performance")  # type: ignore[no-untyped-call]
    events: list[dict[str, Any]] = [json.loads(row["message"])["message"] for row in rows]
    return [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]


def seek(browser: Chrome, name: str) -> None:
    field = browser.find_element(By.ID, "search")
    field.clear()
    field.send_keys(name, Keys.ENTER)


def test_the_page_opens_without_a_complaint_or_a_request(visit: Open) -> None:
    browser = visit(sample())

    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    assert [url for url in requested(browser) if not url.startswith(("file:", "data:"))] == []
    assert browser.execute_script("return document.querySelector('canvas').width") > 0


def test_a_name_is_found_by_an_alias_and_shows_its_quotes(visit: Open) -> None:
    browser = visit(sample())

    seek(browser, "daesh")

    panel = browser.find_element(By.ID, "panel").text
    assert "Islamic State" in panel
    assert "The Eagles swore allegiance to the Islamic State in March, residents said." in panel
    assert "According to residents" in panel
    assert "Two aid workers taken" in panel


def test_an_edge_opens_the_sentences_behind_it(visit: Open) -> None:
    browser = visit(sample())

    browser.find_element(By.CSS_SELECTOR, "#panel [data-edge]").click()

    panel = browser.find_element(By.ID, "panel")
    assert texts(browser, "#panel blockquote") == [
        "The Eagles of the Valley never belonged to the Front."
    ]
    assert "Denied" in panel.text
    assert texts(browser, "#panel mark.trigger") == ["belonged"]


def test_a_click_on_a_line_of_the_picture_opens_it(visit: Open) -> None:
    browser = visit(sample())
    browser.execute_script("document.getElementById('network').scrollIntoView()")
    box = browser.execute_script(
        "const r = document.querySelector('#network canvas').getBoundingClientRect();"
        "return [r.left, r.top, r.width, r.height]"
    )
    # Somewhere on a grid of points lies a line or a symbol: clicking there must open the panel.
    browser.execute_script(
        """
        const [left, top, width, height] = arguments[0];
        const canvas = document.querySelector('#network canvas');
        for (let y = 20; y < height; y += 12) for (let x = 20; x < width; x += 12) {
          const at = {clientX: left + x, clientY: top + y, bubbles: true, pointerId: 1, button: 0,
            pointerType: 'mouse', isPrimary: true};
          canvas.dispatchEvent(new PointerEvent('pointerdown', {...at, buttons: 1}));
          canvas.dispatchEvent(new PointerEvent('pointerup', at));
          if (document.getElementById('panel').classList.contains('open')) return;
        }
        """,
        box,
    )

    assert texts(browser, "#panel blockquote")


def test_filters_take_claims_away_and_bring_them_back(visit: Open) -> None:
    browser = visit(sample())
    box = browser.find_element(By.CSS_SELECTOR, '[data-kind="status"][data-id="denied"]')

    box.click()
    without = browser.find_element(By.ID, "shown").text
    box.click()

    assert "12 of 14 claims" in without
    assert "14 of 14 claims" in browser.find_element(By.ID, "shown").text


def test_the_legend_shows_the_colours_that_the_lines_have(visit: Open) -> None:
    browser = visit(sample())
    drawn = browser.execute_script(
        "return JSON.parse(document.getElementById('edges').textContent)"
    )
    lines = browser.find_elements(By.CSS_SELECTOR, "#legend [data-kind=relation] + svg line")

    assert {line.get_attribute("stroke") for line in lines} == {edge["color"] for edge in drawn}


def test_hostile_text_stays_text(visit: Open) -> None:
    browser = visit(hostile())

    browser.find_element(By.CSS_SELECTOR, "#panel [data-node]").click()

    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    assert browser.find_elements(By.CSS_SELECTOR, "b") == []
    assert "<b>" in browser.find_element(By.ID, "panel").text


@pytest.mark.parametrize("width", [1400, 700, 500])
def test_nothing_is_wider_than_the_window(visit: Open, width: int) -> None:
    browser = visit(sample(), width)

    seek(browser, "Eagles of the Valley")

    assert browser.execute_script(
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_escape_closes_the_panel(visit: Open) -> None:
    browser = visit(sample())
    seek(browser, "Abu Salim")

    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)

    assert "Where to start" in texts(browser, "#panel h2")
