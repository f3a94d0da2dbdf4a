"""What holds for every picture: strict XML, nothing of a plan but text, legible, and the same each time."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from tests.output.pictures.sample import HOSTILE, SVG, pictures, places, read, saying, words

from alignplan.output.pictures.colours import Colour, hex_of
from alignplan.output.pictures.picture import standalone

NAMES = list(pictures())
TAGS = {"svg", "title", "desc", "style", "rect", "g", "text", "path", "circle", "tspan"}
HARMLESS = re.compile(
    r"[-\d.,#a-zA-Z() \"]*|translate\([\d.\- ]+\)|rotate\([\d.\- ]+\)|[fs]-[a-z-]+( s-[a-z-]+)?"
    r"|[MmLlHhVvQqAaZz\d.,\- ]+"
)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_records_give_the_same_bytes(name: str) -> None:
    assert standalone(pictures()[name]) == standalone(pictures()[name])


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_title_says_it_is_only_text(name: str) -> None:
    (harmless,) = read(pictures()[name]).iter(f"{SVG}style")
    for hostile in HOSTILE:
        root = read(pictures(saying(hostile))[name])
        _is_text_only(root)
        (style,) = root.iter(f"{SVG}style")
        assert style.text == harmless.text


def _is_text_only(root: ElementTree.Element) -> None:
    """Texts stand in titles and texts, and what attributes say is ours."""
    for one in root.iter():
        tag = one.tag.removeprefix(SVG)
        assert tag in TAGS
        assert tag in ("title", "desc", "text", "style", "tspan") or not (one.text or "").strip()
        assert tag == "tspan" or not (one.tail or "").strip()
        for key, value in one.attrib.items():
            assert key not in ("href", "src", "style")
            assert not key.startswith("on")
            assert HARMLESS.fullmatch(value), (key, value)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_its_own_needs_nothing_else(name: str) -> None:
    text = standalone(pictures()[name])
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')
    assert re.findall(r"https?://[^\"<\s]+", text) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in text
    assert "<script" not in text
    assert "@import" not in text
    assert "@media (prefers-color-scheme:dark)" in text


@pytest.mark.parametrize("name", NAMES)
def test_who_does_not_see_it_hears_what_it_is(name: str) -> None:
    picture = pictures()[name]
    title, description = list(read(picture))[:2]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text == picture.title
    assert description.text == picture.description
    assert picture.title
    assert picture.description
    assert dict(picture.element.attributes)["role"] == "img"


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_legible_and_begins_inside(name: str) -> None:
    picture = pictures()[name]
    root = read(picture)
    sizes = [float(one.get("font-size", "0")) for one in root.iter(f"{SVG}text")]
    assert sizes
    assert min(sizes) >= 11
    for text, x, y in places(root):
        assert 0 <= x <= picture.width + 40, (text, x, y)
        assert 0 < y <= picture.height + 40, (text, x, y)


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_lies_inside(name: str) -> None:
    picture = pictures()[name]
    for one in read(picture).iter(f"{SVG}rect"):
        x, y = float(one.get("x", "0")), float(one.get("y", "0"))
        assert x >= 0
        assert y >= -0.01
        assert float(one.get("width", "0")) >= 0
        assert float(one.get("height", "0")) >= 0
        assert x + float(one.get("width", "0")) <= picture.width + 40.01
        assert y + float(one.get("height", "0")) <= picture.height + 40.01


@pytest.mark.parametrize("name", NAMES)
def test_a_long_title_is_cut_and_stands_whole_where_somebody_points(name: str) -> None:
    long = "A very long title that says everything about what is to be done " * 4
    picture = pictures(lambda _: long.strip())[name]
    cut = [word for word in words(picture) if word.endswith("…")]
    assert cut
    assert all(len(word) < 180 for word in words(picture))
    titles = [one.text or "" for one in read(picture).iter(f"{SVG}title")]
    assert any(long.strip() in title for title in titles[1:])


@pytest.mark.parametrize("name", NAMES)
def test_every_colour_follows_the_viewer_and_has_one_of_its_own(name: str) -> None:
    known = {hex_of(colour) for colour in Colour}
    for one in read(pictures()[name]).iter():
        for way, letter in (("fill", "f"), ("stroke", "s")):
            value = one.get(way)
            if value not in (None, "none"):
                assert value in known
                assert re.search(rf"\b{letter}-[a-z]", one.get("class", "")), one.attrib
