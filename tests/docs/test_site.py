"""The site builds without a network, and its pages load nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.docs.pages import DOCS, ROOT


class _Loads(HTMLParser):
    """What a page loads when it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "link" and values.get("rel") in ("canonical", "next", "prev"):
            return
        name = {"link": "href", "a": ""}.get(tag, "src")
        self.found += [value for key, value in attrs if key == name and value]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built from a copy of what it is made of."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(DOCS, folder / "docs")
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    build = [str(Path(sys.executable).with_name("zensical")), "build", "--strict", "--clean"]
    ran = subprocess.run(build, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder / "site"


def test_every_page_is_built(site: Path) -> None:
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    assert sorted(path for path in pages if not (site / path).is_file()) == []


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    foreign = []
    for page in site.rglob("*.html"):
        loads = _Loads()
        loads.feed(page.read_text(encoding="utf-8"))
        foreign += [(page.name, link) for link in loads.found if re.match(r"(?:https?:)?//", link)]
        # What the theme's script looks for before it asks a host of repositories for figures.
        assert 'data-md-component="source"' not in page.read_text(encoding="utf-8")
    assert foreign == []


def test_styles_load_nothing_from_elsewhere(site: Path) -> None:
    styles = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.css")}
    assert styles
    foreign = re.compile(r"(?:url\(|@import )[\"']?(?:https?:)?//[^)]*")
    assert [(name, found) for name, text in styles.items() for found in foreign.findall(text)] == []


def test_pages_open_from_disk(site: Path) -> None:
    index = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="format.html"' in index
