"""The page in a browser: looking for items, what it says, and that it asks nobody."""

from __future__ import annotations

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import written
from tests.report.pages import Tag, by_id, read
from tests.report.plans import filled

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
LOOKED_FOR = {
    "#q=NEW%20l%C3%ADne": ({"i-share": "open", "i-line": "closed"}, "1 of 4"),
    "#owner=tom&status=standing%20by": ({"i-share": "open", "i-rescue": "closed"}, "1 of 4"),
    "#health=off_track": ({"i-share": "closed", "(heading)": "open", "i-loose": "closed"}, "2 of 4"),
    "#q=nowhere": ({}, "0 of 4"),
}
BROKEN = ("#q=%E0%A4%A&constructor=x", "#<b>=1")
Seen = dict[str, tuple[Tag, str]]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """The page as it is after its script ran, by address; and what the browser complained of."""
    folder = written(tmp_path_factory.mktemp("browser"), filled())
    typed(folder, "report")
    addresses = ("", "#i-line", *LOOKED_FOR, *BROKEN)

    def shown(at: int) -> tuple[Tag, str]:
        return _shown(folder / "report.html", addresses[at], folder / f"profile-{at}")

    with ThreadPoolExecutor(3) as pool:
        return dict(zip(addresses, pool.map(shown, range(len(addresses))), strict=True))


def _shown(page: Path, hash: str, profile: Path) -> tuple[Tag, str]:
    assert BROWSER is not None
    options = (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=1000",
        "--enable-logging=stderr",
    )
    command = [BROWSER, *options, f"--user-data-dir={profile}", "--dump-dom", f"{page.as_uri()}{hash}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    text = re.sub(r"<(script|style)\b.*?</\1>", "", done.stdout, flags=re.DOTALL)
    return read(text), "\n".join(said)


def items(page: Tag) -> dict[str, str]:
    """The items that are shown, and whether they are open."""
    found = {}
    for tag in by_id(page, "items").all("details"):
        if "hidden" not in tag.attributes:
            found[tag.attributes.get("id", "(heading)")] = "open" if "open" in tag.attributes else "closed"
    return found


def test_at_first_all_is_there_and_nobody_complains(seen: Seen) -> None:
    page, said = seen[""]
    assert said == ""
    assert items(page) == {
        "i-share": "open", "i-line": "closed", "i-rescue": "closed", "(heading)": "open", "i-loose": "closed",
    }  # fmt: skip
    assert by_id(page, "count").text == ""
    assert next(page.all("html")).attributes["class"] == "js"


@pytest.mark.parametrize("hash", LOOKED_FOR)
def test_what_is_looked_for_is_shown_with_what_it_serves(seen: Seen, hash: str) -> None:
    page, said = seen[hash]
    left, count = LOOKED_FOR[hash]
    assert (items(page), said) == (left, "")
    assert by_id(page, "count").text == f"{count} objectives and tactics"
    assert ("hidden" in by_id(page, "nothing").attributes) == bool(left)


def test_an_item_that_is_linked_to_is_opened(seen: Seen) -> None:
    page, said = seen["#i-line"]
    assert (items(page)["i-line"], said) == ("open", "")


@pytest.mark.parametrize("hash", BROKEN)
def test_broken_addresses_do_no_harm(seen: Seen, hash: str) -> None:
    page, said = seen[hash]
    assert said == ""
    assert len(items(page)) == 5
