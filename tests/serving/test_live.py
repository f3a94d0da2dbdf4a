"""The live page in a browser: it takes over what is new, and leaves the reader where they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser import Browser, browser, needs_chromium
from tests.plans import written
from tests.serving.served import Served, served

pytestmark = needs_chromium
ROOT = """\
alignplan: 1
plan: {title: Bakery, horizon: {start: 2026-01-01, due: 2026-12-31}}
people: {mia: Mia Lund, leo: Leo}
"""
MORE = "".join(f"  more-{at}: {{title: Objective x{at}y, owner: mia}}\n" for at in range(30))
PLAN = (
    ROOT
    + "objectives:\n  sell-more: {title: Sell more bread, owner: mia, description: Of rye}\n"
    + MORE
    + "tactics:\n  rye: {title: Bake rye, supports: sell-more, owner: leo}\n"
)


def change(folder: Path, text: str) -> None:
    (folder / ".saved").write_text(text, encoding="utf-8")
    os.replace(folder / ".saved", folder / "alignplan.yaml")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Served]:
    with served(written(tmp_path, PLAN)) as running:
        yield running


def test_the_page_follows_and_what_is_open_typed_and_read_stays(
    chromium: Browser, here: Served, tmp_path: Path
) -> None:
    chromium.go(here.address)
    chromium.wait("document.getElementById('live-state').textContent === 'Follows the files of the plan.'")
    chromium.run("document.querySelectorAll('.item').forEach(item => { item.open = false; })")
    chromium.run("document.getElementById('i-sell-more').open = true")
    chromium.run("document.getElementById('i-more-20').open = true")
    chromium.run("document.querySelector('#i-more-20 > summary').focus()")
    chromium.run("document.getElementById('i-more-20').scrollIntoView({block: 'start'})")
    chromium.run("document.getElementById('i-sell-more').mine = 'the very node'")
    place = "document.getElementById('i-more-20').getBoundingClientRect().top"
    before = chromium.run(place)

    text = PLAN.replace("Sell more bread", "Sell more <b>buns</b>").replace(
        "  more-3:", "  new-one: {title: A new one}\n  more-3:"
    )
    change(tmp_path, text)
    chromium.wait("document.getElementById('i-new-one') !== null")

    assert "Sell more <b>buns</b>" in chromium.run(
        "document.querySelector('#i-sell-more > summary').textContent"
    )
    assert chromium.run("document.getElementById('i-sell-more').mine") == "the very node"
    assert chromium.run("[...document.querySelectorAll('.item[open]')].map(item => item.id)") == [
        "i-sell-more",
        "i-more-20",
    ]
    assert chromium.run("document.activeElement.parentElement.id") == "i-more-20"
    assert abs(chromium.run(place) - before) < 2
    assert chromium.run("document.title") == "Bakery"
    assert chromium.run("document.querySelectorAll('.item').length") == 33
    assert chromium.complaints() == []
    assert {request.partition("?")[0] for request in chromium.requests()} == {
        here.address,
        f"{here.address}events",
    }


def test_what_is_looked_for_stays_looked_for(chromium: Browser, here: Served, tmp_path: Path) -> None:
    chromium.go(here.address)
    chromium.run("document.getElementById('q').focus()")
    chromium.type("x7y")
    shown = "[...document.querySelectorAll('.item:not([hidden])')].map(item => item.id)"
    chromium.wait(f"{shown}.length === 1")
    change(tmp_path, PLAN.replace("  more-3:", "  another: {title: Another x7y, owner: leo}\n  more-3:"))
    chromium.wait("document.getElementById('i-another') !== null")
    assert chromium.run(shown) == ["i-another", "i-more-7"]
    assert chromium.run("document.getElementById('q').value") == "x7y"
    assert chromium.run("document.activeElement.id") == "q"
    assert chromium.run("document.getElementById('count').textContent") == "2 of 33 objectives and tactics"
    chromium.run("document.getElementById('clear').click()")
    chromium.wait(f"{shown}.length === 33")
    assert chromium.complaints() == []


def test_a_plan_that_breaks_says_so_above_what_is_shown_and_recovers(
    chromium: Browser, here: Served, tmp_path: Path
) -> None:
    chromium.go(here.address)
    change(tmp_path, "alignplan: 1\nplan: {title: [\n")
    told = chromium.wait(
        "document.getElementById('live-wrong') && document.getElementById('live-wrong').innerText"
    )
    assert "The plan cannot be read as it stands now." in told
    assert "alignplan.yaml:2:15: " in told
    assert chromium.run("document.getElementById('i-sell-more') !== null")
    change(tmp_path, PLAN.replace("Bakery", "Old Mill"))
    chromium.wait("document.title === 'Old Mill'")
    assert chromium.run("document.getElementById('live-wrong')") is None
    assert chromium.complaints() == []


def test_a_plan_that_could_never_be_read_is_shown_once_it_can(chromium: Browser, tmp_path: Path) -> None:
    with served(written(tmp_path, "alignplan: 1\nplan: {title: [\n")) as running:
        chromium.go(running.address)
        assert chromium.run("document.querySelector('h1').textContent") == "The plan cannot be shown"
        change(tmp_path, PLAN)
        chromium.wait("document.getElementById('i-sell-more') !== null")
        chromium.run("document.getElementById('q').focus()")
        chromium.type("x7y")
        chromium.wait("document.querySelectorAll('.item:not([hidden])').length === 1")  # its own script runs
        assert chromium.complaints() == []


def test_a_server_that_is_gone_is_told(chromium: Browser, tmp_path: Path) -> None:
    with served(written(tmp_path, PLAN)) as running:
        chromium.go(running.address)
        chromium.wait(
            "document.getElementById('live-state').textContent === 'Follows the files of the plan.'"
        )
    chromium.wait("document.getElementById('live-state').textContent.startsWith('Not reached any more')")
