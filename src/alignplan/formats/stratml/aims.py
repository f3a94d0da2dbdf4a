"""Goals and Objectives → objectives (and tactics, when the levels are read from the codes)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from alignplan.formats.stratml.document import Aim, AimKind, Document
from alignplan.formats.stratml.kpis import kpis_of
from alignplan.formats.stratml.leftovers import filled, kept_extra
from alignplan.formats.stratml.levels import Place, places
from alignplan.formats.stratml.report import Tally
from alignplan.formats.stratml.stakeholders import Stakeholders
from alignplan.formats.stratml.texts import first_words
from alignplan.text.naming import Ids

__all__ = ["Sections", "sections"]


@dataclass(slots=True)
class Sections:
    """The entries of a plan by section and id, in document order."""

    values: dict[str, Any] = field(default_factory=dict)
    stakeholders: dict[str, Any] = field(default_factory=dict)
    objectives: dict[str, Any] = field(default_factory=dict)
    tactics: dict[str, Any] = field(default_factory=dict)


def sections(document: Document, fallback: str, tally: Tally, *, levels_from_codes: bool) -> Sections:
    """All sections. `fallback` is the title of what has neither name, description, code nor notes."""
    ids, found = Ids(), Sections()
    aims = [aim for aim, _ in document.aims()]
    where = places(document, from_codes=levels_from_codes)
    titles = [_title(aim, fallback, tally) for aim in aims]
    names = [ids.give(code=aim.code, name=_naming(aim, title), kind=aim.kind.value)
             for aim, title in zip(aims, titles, strict=True)]  # fmt: skip
    _count(aims, where, tally)
    identifiers = Counter(aim.identifier for aim in aims if aim.identifier)
    tally.kept("identifier{s} used more than once", sum(count > 1 for count in identifiers.values()))
    found.values = _values(document, ids, tally)
    stakeholders = Stakeholders(document, ids, tally)
    found.stakeholders = stakeholders.entries
    for number, (aim, place) in enumerate(zip(aims, where, strict=True)):
        under = None if place.under is None else names[place.under]
        entry = _entry(aim, titles[number], under, place, stakeholders, tally)
        (found.tactics if place.is_tactic else found.objectives)[names[number]] = entry
    tally.repaired("id{s} told apart from others of the same name", ids.doubled)
    return found


def _count(aims: list[Aim], where: list[Place], tally: Tally) -> None:
    for aim, place in zip(aims, where, strict=True):
        kind = "tactic" if place.is_tactic else "objective"
        tally.imported(f"{kind}{{s}} from {aim.kind.value.capitalize()}s")
    moved = sum(place.under is not None and aims[place.under].kind is AimKind.OBJECTIVE for place in where)
    tally.repaired("Objective{s} put under another by code", moved)


def _title(aim: Aim, fallback: str, tally: Tally) -> str:
    if aim.name:
        return aim.name
    tally.repaired(f"missing title{{s}} of {aim.kind.value}s")
    if aim.description:
        return first_words(aim.description)
    if aim.code:
        return (
            aim.code
            if aim.code[:1].isalpha() and " " in aim.code
            else f"{aim.kind.value.capitalize()} {aim.code}"
        )
    return first_words(aim.notes) if aim.notes else fallback


def _naming(aim: Aim, title: str) -> str:
    """What the id is made from, beside the code: nothing where the title is no more than the code."""
    return title if aim.name or aim.description or not aim.code else aim.kind.value


def _entry(
    aim: Aim, title: str, under: str | None, place: Place, stakeholders: Stakeholders, tally: Tally
) -> dict[str, Any]:
    kpis, others = kpis_of(aim, title, tally)
    links = stakeholders.links(aim.stakeholders)
    tally.kept("identifier{s}", int(bool(aim.identifier)))
    tally.kept("link{s} to stakeholders", len(links))
    return filled(
        title=title,
        code=aim.code,
        parent=None if place.is_tactic else under,
        supports=under if place.is_tactic else None,
        strategic=True if aim.kind is AimKind.GOAL else None,
        description=_description(aim.description, title, tally),
        notes=aim.notes,
        kpis=kpis,
        x_stratml=filled(
            identifier=aim.identifier, stakeholders=links, indicators=others, **kept_extra(aim.extra)
        ),
    )


def _description(description: str, title: str, tally: Tally) -> str:
    if not description or description.rstrip(".").casefold() != title.rstrip(".").casefold():
        return description
    tally.dropped("description{s} equal to the title")
    return ""


def _values(document: Document, ids: Ids, tally: Tally) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for value in document.values:
        title = value.name or first_words(value.description)
        more = filled(
            description=_description(value.description, title, tally), x_stratml=kept_extra(value.extra)
        )
        found[ids.give(name=title, kind="value")] = {"title": title, **more} if more else title
    tally.imported("value{s}", len(found))
    return found
