"""One small record of each kind of picture, its texts as `say` makes them, and a reader of SVG."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from alignplan.output.pictures.gantt import Bar, Gantt, gantt
from alignplan.output.pictures.kpis import Band, Course, kpi_panels
from alignplan.output.pictures.limbs import Limb, LimbKind, Outline
from alignplan.output.pictures.load import HeatRow, HeatSpot, LoadHeat, load_heat
from alignplan.output.pictures.map import strategy_map
from alignplan.output.pictures.matrix import Crossing, Head, Matrix, matrix
from alignplan.output.pictures.picture import Picture, standalone
from alignplan.output.pictures.quadrant import Entry, Field, Quadrant, quadrant
from alignplan.output.pictures.risks import HeatMap, Hot, heat_map
from alignplan.output.pictures.standing import Standing
from alignplan.output.pictures.tree import plan_tree
from alignplan.output.pictures.xmatrix import Side, Tie, XMatrix, x_matrix
from alignplan.output.tone import Tone

Say = Callable[[str], str]
HOSTILE: list[str] = [
    *json.loads((Path(__file__).parents[1] / "hostile.json").read_text(encoding="utf-8")),
    "</svg><script>alert(1)</script>",
    'a" onload="alert(1)',
    "]]>--><!--",
    "%%{init: {'theme': 'dark'}}%%",
    "Donaudampfschifffahrtsgesellschaft" * 9,
    "\ufffe",
    " ",
    "",
]
FINE = Standing("● on track", Tone.GOOD, 60.0, 50.0)
BAD = Standing("× off track", Tone.BAD, 20.0, 80.0)


def itself(text: str) -> str:
    return text


def saying(text: str) -> Say:
    """Whatever is to be said, this is."""
    return lambda _: text


def an_outline(say: Say = itself) -> Outline:
    limbs = (
        Limb(
            "share", LimbKind.OBJECTIVE, say("Win a quarter of the market"), 0, FINE, 70.0, due="2026-12-31"
        ),
        Limb("shelf", LimbKind.OBJECTIVE, say("Be on every shelf"), 1, BAD, 25.0),
        Limb("line", LimbKind.TACTIC, say("Enhance the line"), 2, FINE, 100.0),
        Limb("fees", LimbKind.TACTIC, say("Pay the fees"), 1, Standing("– standing by"), None),
        Limb("more:share", LimbKind.MORE, "and 37 more tactics", 1, Standing("● 30 on track, × 7 off track")),
        Limb("loyal", LimbKind.OBJECTIVE, say("Keep them"), 0, Standing("○ no data"), 30.0),
        Limb("line", LimbKind.TACTIC, say("Enhance the line"), 1, None, 40.0, reference=True),
    )
    return Outline(say("Northwind"), say("Every household eats one"), limbs, ("37 left out",))


def a_gantt(say: Say = itself) -> Gantt:
    day = date.fromisoformat
    bars = (
        Bar(
            "line",
            say("Enhance the line"),
            day("2026-02-09"),
            day("2027-01-15"),
            day("2026-12-31"),
            None,
            60.0,
            11,
        ),
        Bar(
            "line/try",
            say("Try it"),
            day("2026-02-09"),
            day("2026-06-12"),
            None,
            None,
            100.0,
            done=True,
            step=True,
        ),
        Bar(
            "line/cook",
            say("Cook"),
            day("2026-11-23"),
            day("2027-01-15"),
            None,
            None,
            None,
            0,
            True,
            step=True,
        ),
        Bar(
            "line/shelf",
            say("On the shelf"),
            None,
            day("2027-01-15"),
            None,
            None,
            None,
            0,
            point=True,
            step=True,
        ),
        Bar("fees", say("Pay the fees"), day("2026-12-01"), day("2026-12-08"), None, day("2027-01-11"), 0.0),
        Bar("unknown", say("Nobody knows"), None, None),
    )
    return Gantt(say("Northwind"), day("2026-11-22"), bars)


def a_course(say: Say = itself) -> Course:
    day = date.fromisoformat
    return Course(
        "share/market", say("Share of the market"), "▲ behind", Tone.WARN, "18 %", "19 % by 2026-12-31", say("why"),
        day("2026-11-22"),
        ((day("2026-03-31"), 18.2), (day("2026-09-30"), 18.6)),
        ((day("2026-01-01"), 18.0), (day("2026-12-31"), 19.0)),
        target=(day("2026-12-31"), 19.0),
        forecast=(Band(day("2026-09-30"), 18.6, 18.6, 18.6), Band(day("2026-12-31"), 18.7, 17.5, 19.9)),
        chance="chance 29 %",
    )  # fmt: skip


def a_matrix(say: Say = itself) -> Matrix:
    rows = (Head("share", say("Win a quarter")), Head("shelf", say("Be on every shelf"), 1))
    columns = (Head("line", say("Enhance the line")), Head("fees", say("Pay the fees")))
    crossings = (Crossing("share", "fees", "100", 1.0), Crossing("shelf", "line", "–", None))
    return Matrix(say("Objectives × tactics"), "A number is a share.", rows, columns, crossings)


def a_quadrant(say: Say = itself) -> Quadrant:
    entry = Entry("line", say("Enhance the line"), ((say("Share of the market"), "+1 of +2"),))
    empty = Field("× stuck", Tone.BAD, "The work is behind.", ())
    working = Field("● working", Tone.GOOD, "It works.", (entry,))
    early = Field("○ too early to tell", Tone.MUTED, "Nobody knows.", (entry,))
    return Quadrant(say("Northwind"), (empty, working, empty, empty), early)


def a_load(say: Say = itself) -> LoadHeat:
    spots = (HeatSpot(12, 10, True, "line/cook 12 d"), HeatSpot(9, 10, False), HeatSpot(0, 10, False))
    odd = (HeatSpot(3, None, False), HeatSpot(1, 0, True), HeatSpot(2, 10, False))
    rows = (HeatRow("team", say("The team"), spots), HeatRow("mia", say("Mia"), odd, inner=True))
    return LoadHeat(say("Northwind"), ("2026-11", "2026-12", "2027-01"), rows)


def pictures(say: Say = itself) -> dict[str, Picture]:
    """A picture of each kind."""
    cold, hot = Hot("● low", Tone.GOOD, ()), Hot("× high", Tone.BAD, (("fire", say("It burns")),))
    risks = HeatMap(
        say("Northwind"), ("high", "low"), ("under 20 %", "from 20 %"), ((cold, hot), (cold, cold))
    )
    cross = XMatrix(
        say("Northwind"),
        Side("goals", (("share", say("Win a quarter")),)),
        Side("objectives", (("shelf", say("Be on every shelf")),)),
        Side("tactics", (("line", say("Enhance the line")),)),
        Side("KPIs", (("market", say("Share of the market")),)),
        Side("people and teams", (("mia", say("Mia")),)),
        (Tie("share", "shelf", True), Tie("line", "market", False), Tie("nobody", "mia", True)),
    )
    return {
        "map": strategy_map(an_outline(say)),
        "tree": plan_tree(an_outline(say)),
        "gantt": gantt(a_gantt(say)),
        "kpis": kpi_panels(say("Northwind"), [a_course(say), a_course(say)]),
        "matrix": matrix(a_matrix(say)),
        "quadrant": quadrant(a_quadrant(say)),
        "load": load_heat(a_load(say)),
        "risks": heat_map(risks),
        "xmatrix": x_matrix(cross),
    }


# ------------------------------------------------------------ reading

SVG = "{http://www.w3.org/2000/svg}"


def read(picture: Picture) -> ElementTree.Element:
    """The picture as a strict reader of XML sees it."""
    return ElementTree.fromstring(standalone(picture))


def words(picture: Picture) -> list[str]:
    """What can be read in the picture itself."""
    return [_shown(one) for one in read(picture).iter(f"{SVG}text")]


def _shown(one: ElementTree.Element) -> str:
    """The letters of a text, with those of its parts, without its title."""
    parts = [one.text or ""]
    for child in one:
        parts += [child.text or "" if child.tag == f"{SVG}tspan" else "", child.tail or ""]
    return "".join(parts)


def rects(picture: Picture, colour: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of the rectangles of a colour, in the picture's own pixels."""
    found = []
    for one in read(picture).iter(f"{SVG}rect"):
        if one.get("class", "").split(" ")[0] == f"f-{colour}":
            x, y = float(one.get("x", "0")), float(one.get("y", "0"))
            found.append((x, y, x + float(one.get("width", "0")), y + float(one.get("height", "0"))))
    return found


def numbers(text: str) -> list[float]:
    """All numbers in the value of an attribute."""
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


def places(root: ElementTree.Element) -> Iterator[tuple[str, float, float]]:
    """Each text with the place where it begins, moved as its groups are."""
    pending = [(root, 0.0, 0.0)]
    while pending:
        one, dx, dy = pending.pop()
        moved = re.match(r"translate\((-?[\d.]+) (-?[\d.]+)\)", one.get("transform", ""))
        if moved:
            dx, dy = dx + float(moved[1]), dy + float(moved[2])
        if one.tag == f"{SVG}text":
            yield one.text or "", dx + float(one.get("x", "0")), dy + float(one.get("y", "0"))
        pending += [(child, dx, dy) for child in one]
