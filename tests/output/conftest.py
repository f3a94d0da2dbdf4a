"""Texts that try to be more than text, and a table to put them in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from alignplan.output.document import Align, Cell, Column, Document, Facts, Prose, Row, Table, Tone

HOSTILE: list[str] = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="ascii"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`hostile` is each of the texts in turn."""
    if "hostile" in metafunc.fixturenames:
        metafunc.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))


@pytest.fixture
def document_with() -> Callable[[str], Document]:
    """A document in which a text stands wherever a plan's text may stand."""

    def build(text: str) -> Document:
        table = Table(
            columns=(
                Column("id", "id"),
                Column(text, "title", shrink=True),
                Column("due", "due", Align.RIGHT),
            ),
            rows=(
                Row((Cell("one"), Cell(text, tone=Tone.BAD), Cell("4 %", value=4.0))),
                Row((Cell(text), Cell("title of two"), Cell("–", value=None)), depth=1),
            ),
            title=text,
            tree=True,
        )
        facts = Facts(((text, Cell("a value")), ("name", Cell(text))), title=text)
        return Document((table, facts, Prose((Cell(text), Cell("the end")))))

    return build


@pytest.fixture
def gaps() -> Document:
    """A small view: a tree with signs, a wide title and figures, prose and facts."""

    def row(
        depth: int, name: str, title: str, signs: tuple[str, str], enough: str, value: float | None
    ) -> Row:
        tones = [Tone.GOOD if "✔" in sign else Tone.BAD for sign in signs]
        cells = (Cell(sign, tone=tone) for sign, tone in zip(signs, tones, strict=True))
        return Row((Cell(name), Cell(title), *cells, Cell(enough, value=value)), depth)

    table = Table(
        columns=(
            Column("objective", "objective"),
            Column("title", "title", shrink=True),
            Column("served", "served", Align.CENTER),
            Column("owned", "owned", Align.CENTER),
            Column("enough", "enough", Align.RIGHT),
        ),
        rows=(
            row(
                0,
                "market-share",
                "Own a fifth of the regional market for packaged food",
                ("4 ✔", "✔"),
                "71 %",
                71.25,
            ),
            row(1, "share-2026", "18 % by the end of 2026", ("3 ✔", "✔"), "104 %", 104.0),
            row(2, "south", "日本語のタイトル", ("1 ✔", "✘"), "-4 %", -4),
            row(1, "share-2027", "=1+1", ("1 ✔", "✔"), "–", None),
            row(0, "retail-loyalty", "Retailers, all of them, recommend us", ("0 ✘", "✘"), "–", None),
        ),
        title="Gaps",
        tree=True,
    )
    facts = Facts((("owner", Cell("mia")), ("health", Cell("at risk", tone=Tone.WARN))), title="share-2026")
    return Document((table, Prose((Cell("Coverage 68 % → see below"),)), facts))
