"""Matrices, fields and heat maps: what stands where."""

from __future__ import annotations

from dataclasses import replace

from tests.output.pictures.sample import SVG, a_load, a_matrix, a_quadrant, pictures, read, rects, words

from alignplan.output.pictures.load import load_heat
from alignplan.output.pictures.matrix import Crossing, matrix
from alignplan.output.pictures.quadrant import Entry, quadrant
from alignplan.output.pictures.risks import HeatMap, Hot, heat_map
from alignplan.output.tone import Tone


def test_a_figure_stands_where_its_row_and_column_meet() -> None:
    found = matrix(a_matrix())
    ((left, top, right, bottom),) = rects(found, "accent")
    ((other_left, other_top, _, _),) = rects(found, "track")
    assert left > other_left
    assert top < other_top
    assert (right - left, bottom - top) == (28, 22)
    assert [word for word in words(found) if word in ("100", "–")] == ["100", "–"]


def test_what_is_not_shown_has_no_place() -> None:
    odd = replace(a_matrix(), crossings=(Crossing("nobody", "line", "7", 0.1),))
    assert rects(matrix(odd), "accent-tint") == []
    assert "7" not in words(matrix(odd))


def test_an_empty_field_says_so_and_a_full_one_counts_the_rest() -> None:
    assert words(quadrant(a_quadrant())).count("–") == 3
    many = tuple(Entry(f"t{at}", f"Tactic {at}", (("Share", "moves"),)) for at in range(40))
    lucky, working, stuck, idle = a_quadrant().fields
    found = words(
        quadrant(replace(a_quadrant(), fields=(lucky, replace(working, entries=many), stuck, idle)))
    )
    assert "Tactic 8" in found
    assert "Tactic 9" not in found
    assert "and 31 more" in found


def test_a_title_from_right_to_left_turns_no_figures() -> None:
    found = read(quadrant(a_quadrant(lambda _: "שלום")))
    (part,) = {one.text for one in found.iter(f"{SVG}tspan")}
    assert part == "שלום"
    assert {one.get("unicode-bidi") for one in found.iter(f"{SVG}tspan")} == {"isolate"}
    assert "שלום: +1 of +2" in words(quadrant(a_quadrant(lambda _: "שלום")))


def test_load_in_words_and_signs() -> None:
    found = words(load_heat(a_load()))
    assert found[3:] == [
        "The team", "× 120 %", "● 90 %", "Mia", "–", "× all", "20 %",
        "Demand in percent of capacity. × more than there is, ● 80 % or more, – nobody knows the capacity, empty: "
        "nothing to do.",
    ]  # fmt: skip
    titles = [one.text for one in read(load_heat(a_load())).iter(f"{SVG}title")]
    assert "The team · 2026-11: 12 of 10 d · line/cook 12 d" in titles
    assert "Mia · 2026-11: 3 of ? d" in titles


def test_a_field_of_risks_counts_those_without_room() -> None:
    hot = Hot("× high", Tone.BAD, tuple((f"r{at}", f"Risk {at}") for at in range(9)))
    found = words(heat_map(HeatMap("Northwind", ("high",), ("from 50 %",), ((hot,),))))
    assert [word for word in found if "Risk" in word] == [f"· Risk {at}" for at in range(6)]
    assert "and 3 more" in found


def test_marks_of_the_x_matrix_stand_in_its_corners() -> None:
    found = pictures()["xmatrix"]
    (strong,) = read(found).iter(f"{SVG}circle")
    (weak,) = (
        one
        for one in read(found).iter(f"{SVG}path")
        if one.get("class") == "s-accent" and "a4.5" in one.get("d", "")
    )
    # one tactic above the middle, one goal below; one objective to the left, a KPI and a person to the right
    assert (float(strong.get("cx", "0")), float(strong.get("cy", "0"))) == (13, 26 + 260 + 13)
    assert weak.get("d", "").startswith("M344.5 13a")
    assert found.description == "1 goals, 1 objectives, 1 tactics, 1 KPIs, 1 people and teams, 3 ties"
