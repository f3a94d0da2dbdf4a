"""The report as a page: what stands in it, how it is built, and that it loads nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.door import typed
from tests.plans import HEAD, written
from tests.report.pages import Tag, by_id, read
from tests.report.plans import filled

from alignplan.output.contracts.interface import contract
from alignplan.output.pages.page import POLICY

SECTIONS = [
    "headline", "map", "objectives", "kpis", "effect", "gaps", "schedule", "load", "investment", "risks", "decisions",
    "findings", "waivers", "glossary",
]  # fmt: skip
DAY = "2026-11-22"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("report"), filled())


@pytest.fixture(scope="module")
def text(folder: Path) -> str:
    done = typed(folder, "report")
    assert done.code == 0
    return (folder / "report.html").read_text("utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> Tag:
    return read(text)


def test_every_section_is_there_and_in_order(page: Tag) -> None:
    assert [tag.attributes["id"] for tag in page.all("section")] == SECTIONS
    links = [link.attributes["href"] for nav in page.all("nav") for link in nav.all("a")]
    assert links == [f"#{id}" for id in SECTIONS]


def test_the_head_says_what_it_is_and_of_when(page: Tag) -> None:
    assert next(page.all("title")).text == "Northwind"
    assert [tag.text for tag in page.all("h1")] == ["Northwind"]
    assert [tag.text for header in page.all("header") for tag in header.all("p")] == [
        "Northwind Foods", "Everybody eats it", f"As of {DAY}",
    ]  # fmt: skip


def test_landmarks_and_a_way_past_them(page: Tag) -> None:
    for name in ("header", "nav", "main", "footer"):
        assert len(list(page.all(name))) == 1, name
    body = next(page.all("body"))
    assert (body.children[0].name, body.children[0].attributes["href"]) == ("a", "#main")
    for section in page.all("section"):
        assert by_id(page, section.attributes["aria-labelledby"]).name == "h2"


def test_headings_leave_no_level_out(page: Tag) -> None:
    levels = [int(tag.name[1]) for tag in page.all() if re.fullmatch("h[1-6]", tag.name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_links_lead_to_them(page: Tag) -> None:
    ids = [tag.attributes["id"] for tag in page.all() if "id" in tag.attributes]
    assert len(ids) == len(set(ids))
    assert {link.attributes["href"][1:] for link in page.all("a")} <= set(ids)


def test_tables_say_what_they_are_and_where_their_heads_belong(page: Tag) -> None:
    tables = list(page.all("table"))
    assert len(tables) > 5
    for table in tables:
        assert table.children[0].name == "caption"
        assert table.children[0].text
        heads = list(table.all("th"))
        assert all(tag.attributes["scope"] in ("col", "row") and tag.text for tag in heads)
        widths = {len(row.children) for row in table.all("tr")}
        assert len(widths) == 1


def test_pictures_are_named_and_described(page: Tag) -> None:
    pictures = [tag for tag in page.all("svg") if tag.attributes.get("class") == "picture"]
    assert len(pictures) == 7  # map, KPI, quadrant, two with bars, load, risks
    for picture in pictures:
        assert picture.attributes["role"] == "img"
        assert [tag.name for tag in picture.children[:2]] == ["title", "desc"]
        assert all(tag.text for tag in picture.children[:2])


def test_nothing_is_loaded_from_anywhere(text: str, page: Tag) -> None:
    for tag in page.all():
        assert tag.name not in ("link", "img", "iframe", "object", "embed", "base", "video", "audio"), (
            tag.name
        )
        assert not [
            name for name in tag.attributes if name in ("src", "srcset", "style") or name.startswith("on")
        ]
    assert "url(" not in text
    assert "@import" not in text
    assert not re.search(r"(?:https?:)?//(?!alignplan)", re.sub(r'"url": ?"[^"]*"', "", text))


def test_the_policy_names_the_very_style_and_scripts(page: Tag) -> None:
    said = [tag.attributes["content"] for tag in page.all("meta") if "http-equiv" in tag.attributes]
    assert said == [POLICY]
    assert POLICY.startswith("default-src 'none'; ")
    assert "unsafe" not in POLICY
    for tag in (*page.all("style"), *page.all("script")):
        if tag.attributes.get("type") == "application/json":
            continue
        digest = base64.b64encode(hashlib.sha256(tag.text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in POLICY, tag.name


def test_objectives_open_to_what_serves_them(page: Tag) -> None:
    items = list(by_id(page, "items").all("details"))
    assert [tag.attributes.get("id") for tag in items] == ["i-share", "i-line", "i-rescue", None, "i-loose"]
    top, line = items[0], items[1]
    assert "open" in top.attributes
    assert "open" not in line.attributes
    assert line in list(top.all("details"))
    assert (line.attributes["data-o"], line.attributes["data-s"]) == ("tom", "active")
    assert next(line.all("summary")).text == "New line▲ at risk64 %, 90 % planneddue 2026-12-31"
    steps = [tag.text for tag in line.all("li")]
    assert steps[0].startswith("Cookdone, due 2026-06-30, Tom")
    assert steps[1].startswith("Sellactive, 40 %, due 2026-12-20, Mia")
    assert steps[2].startswith("On the shelf◆ planned, due 2026-11-30")


def test_the_form_has_what_there_is_to_choose(page: Tag) -> None:
    chosen = {tag.attributes["id"]: [one.text for one in tag.all("option")] for tag in page.all("select")}
    assert chosen["owner"] == ["all", "Mia", "Tom"]
    assert chosen["status"] == ["all", "active", "standing by", "planned"]
    assert chosen["health"][0] == "all"


def test_the_data_are_the_answers_of_the_commands(folder: Path, page: Tag) -> None:
    data = json.loads(by_id(page, "plan-data").text)
    assert (data["schema"], data["as_of"], data["root"], data["left_out"]) == (
        "report/1",
        DAY,
        "alignplan.yaml",
        [],
    )
    assert [error.message for error in Draft202012Validator(contract("report")).iter_errors(data)] == []
    for name in ("gaps", "progress", "kpis", "effect", "risks", "recalibrate", "waivers", "load", "schedule"):
        answer = json.loads(typed(folder, name, "-f", "json").out)
        for head in ("schema", "as_of", "root"):
            del answer[head]
        assert data["answers"][name] == answer, name
    check = json.loads(typed(folder, "check", "-f", "json").out)
    assert data["answers"]["check"]["findings"] == check["findings"]


def test_figures_of_the_headline_are_those_of_the_answers(page: Tag) -> None:
    tiles = [[tag.text for tag in tile.children if tag.text] for tile in by_id(page, "headline").all("li")]
    data = json.loads(by_id(page, "plan-data").text)["answers"]
    figures = {one["figure"]: one["value"] for one in data["figures"]["figures"]}
    assert tiles[0][:2] == ["Progress of the work", f"{round(figures['progress'])} %"]
    coverage = data["gaps"]["coverage"]
    assert [
        "Coverage",
        "89 %",
        f"{coverage['met']} of {coverage['required']} that objectives require",
    ] in tiles


def test_json_alone_is_the_same_data(folder: Path, page: Tag) -> None:
    out = typed(folder, "report", "-f", "json", "-o", "-", "-q").out
    assert json.loads(out) == json.loads(by_id(page, "plan-data").text)


def test_the_same_plan_gives_the_same_bytes(folder: Path, text: str) -> None:
    typed(folder, "report", "-o", "again.html")
    assert (folder / "again.html").read_text("utf-8") == text


def test_a_plan_with_nothing_in_it_has_no_empty_frames(tmp_path: Path) -> None:
    typed(written(tmp_path, HEAD), "report")
    page = read((tmp_path / "report.html").read_text("utf-8"))
    assert [tag.attributes["id"] for tag in page.all("section")] == ["headline"]
    assert "Findings of the checknone" in by_id(page, "headline").text


def test_no_section_is_there_without_its_data(tmp_path: Path) -> None:
    plan = f"{HEAD}objectives: {{share: Share}}\ntactics: {{line: {{title: Line, supports: share}}}}\n"
    typed(written(tmp_path, plan), "report")
    page = read((tmp_path / "report.html").read_text("utf-8"))
    ids = [tag.attributes["id"] for tag in page.all("section")]
    assert not {"changes", "kpis", "effect", "load", "investment", "risks", "waivers"} & set(ids)
    assert ids[:3] == ["headline", "map", "objectives"]
