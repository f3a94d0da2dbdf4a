"""Texts of plans are data: whatever they hold, the page is built as that of a harmless plan."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import written
from tests.report.pages import Tag, by_id, read
from tests.report.plans import filled

HOSTILE = [
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>', "' onclick='x",
    "</title></style></textarea><b>", "<!-- ", "]]>", "&lt;b&gt; &amp;amp;", "`share` **b** [x](javascript:alert(1))",
    "line\nbreak", "\x1b[31mred", "\u202eevil", "\ufffe", "{{7*7}} ${x}", "=1+1|cmd", "a" * 400, "漢字 é 🎉",
]  # fmt: skip


def made(folder: Path, texts: list[str], *options: str) -> str:
    turn = cycle(texts)
    done = typed(
        written(folder, filled(lambda _words: next(turn))), "report", "-o", "out.html", "-q", *options
    )
    assert done.code == 0, done.err
    return (folder / "out.html").read_text("utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tag, Tag]:
    harmless = made(tmp_path_factory.mktemp("harmless"), ["Quiet words"])
    return read(harmless), read(made(tmp_path_factory.mktemp("hostile"), HOSTILE))


def shapes(page: Tag) -> dict[str, object]:
    """The shape of each section but for those that tell of words: what they find depends on these."""
    kept: dict[str, object] = {}
    for section in page.all("section"):
        if section.attributes["id"] not in ("findings", "map", "effect", "risks"):
            kept[section.attributes["id"]] = [
                child.shape for child in section.children if child.name != "figure"
            ]
    return kept


def test_the_page_is_built_alike(pages: tuple[Tag, Tag]) -> None:
    harmless, hostile = map(shapes, pages)
    assert list(harmless) == list(hostile)
    for id, shape in harmless.items():
        assert hostile[id] == shape, id


def test_nothing_runs_or_is_loaded(pages: tuple[Tag, Tag]) -> None:
    hostile = pages[1]
    assert [tag.attributes.get("type") for tag in hostile.all("script")] == [None, "application/json", None]
    assert len(list(hostile.all("style"))) == 1
    for tag in hostile.all():
        assert tag.name not in ("img", "iframe", "object", "link", "base", "textarea")
        assert not [name for name in tag.attributes if name.startswith("on") or name in ("src", "style")]
        assert tag.attributes.get("href", "#").startswith("#")


def test_texts_are_shown_as_they_are(pages: tuple[Tag, Tag]) -> None:
    titles = [tag.text for tag in by_id(pages[1], "items").all("b")]
    assert any("<script>alert(1)</script>" in title or "onerror" in title for title in titles)
    assert not any("\x1b" in title or "\u202e" in title for title in titles)


def test_the_data_are_still_json(pages: tuple[Tag, Tag]) -> None:
    data = json.loads(by_id(pages[1], "plan-data").text)
    assert data["title"].startswith("<script>alert(1)</script>")
    assert "<" not in by_id(pages[1], "plan-data").text


def test_the_document_is_built_alike(tmp_path: Path) -> None:
    one = read(made(tmp_path / "one", ["Quiet words"], "--document"))
    other = read(made(tmp_path / "other", HOSTILE, "--document"))
    for id in ("position", "stakeholders", "people", "decisions"):
        kept = [[child.name for child in by_id(page, id).children] for page in (one, other)]
        assert kept[0] == kept[1], id
    assert [tag.attributes.get("type") for tag in other.all("script")] == [None, "application/json", None]
