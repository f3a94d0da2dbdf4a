"""The questions one by one. What a flag has answered is not asked; where nobody is asked, the defaults answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from alignplan.cli.asking import LEFT_OUT, Asker, as_day, as_text
from alignplan.cli.interview.parts import PartQuestions
from alignplan.cli.interview.reading import Window
from alignplan.cli.interview.stated import Stated, blaming, objectives_of, with_tactics
from alignplan.errors import Misuse
from alignplan.starters.asked import Answers, Objective, items_of

__all__ = ["interviewed"]

_INTRODUCTION = (
    "A plan, question by question. Enter takes what stands in [ ], or leaves the",
    "answer out; `-` always leaves it out. Ctrl-D skips what is still to be asked,",
    "Ctrl-C ends and writes nothing.",
    "",
)
_UNTITLED = "a plan needs a title"


def interviewed(asker: Asker, stated: Stated, today: date) -> Answers:
    """All answers. Raises Misuse for a flag that cannot be taken, before anything is asked."""
    given = _given(stated, today)
    asker.tell(*_INTRODUCTION)
    organization = _text(asker, "Organization", stated.organization)
    vision = _text(asker, "Vision, the world once you have succeeded", stated.vision)
    mission = _text(asker, "Mission, what you are there for", stated.mission)
    start, due = _horizon(asker, stated, given, today)
    currency = _text(asker, "Currency", stated.currency, default="EUR")
    name = f"{organization} {as_day(due).year}" if organization and due else "Our plan"
    title = _text(asker, "Title of the plan", stated.title, default=name, needed=_UNTITLED)
    objectives = _objectives(asker, stated, given, _window(start, due, today))
    return Answers(title, organization, vision, mission, start, due, currency, objectives)


def _given(stated: Stated, today: date) -> tuple[Objective, ...]:
    """What the flags say of objectives; all flags are looked at, so that a wrong one is told at once."""
    for flag in stated.texts:
        with blaming(flag):
            as_text(stated.texts[flag])
    if stated.title is not None and not _said(stated.title):
        raise Misuse(f"--title: {_UNTITLED}", "write one, or leave the option out")
    start, due = _said(stated.start), _said(stated.due)
    with blaming("--start"):
        window = _window(start, "", today)
    with blaming("--due"):
        window.see(due)
    window = window.until(due, "the end of the plan")
    return with_tactics(objectives_of(stated.objective or (), window), stated.tactic or (), window)


def _window(start: str, due: str, today: date) -> Window:
    """What is to be done is due after today, and within the horizon as far as that is known."""
    tomorrow = today + timedelta(days=1) if today < date.max else today
    first = max(tomorrow, as_day(start, start=True)) if start else tomorrow
    return Window(first).until(due, "the end of the plan")


def _horizon(asker: Asker, stated: Stated, given: tuple[Objective, ...], today: date) -> tuple[str, str]:
    """First and last day of the plan, around all that is due by the flags."""
    days = [as_day(item.due) for item in items_of(given) if item.due]
    bounds = [*days, *([as_day(_said(stated.due))] if _said(stated.due) else [])]
    start = _said(stated.start)
    if stated.start is None:
        before = Window(date.min, min(bounds, default=None), "what is due first")
        start = asker.day("The plan begins", default=str(today), start=True, fits=before.fits) or ""
    due = _said(stated.due)
    if stated.due is None:
        after = _window(start, "", today)
        after = replace(after, first=max([after.first, *days]))
        end = date(min(max(after.first.year, today.year + 2), 9999), 12, 31)
        default = str(end) if end >= after.first else ""
        due = asker.day("The plan ends", default=default, fits=after.fits) or ""
    return start, due


def _objectives(
    asker: Asker, stated: Stated, given: tuple[Objective, ...], window: Window
) -> tuple[Objective, ...]:
    questions = PartQuestions(asker, window)
    if stated.objective is None:
        return questions.objectives()
    return given if stated.tactic is not None else questions.served(given)


def _text(asker: Asker, question: str, stated: str | None, *, default: str = "", needed: str = "") -> str:
    if stated is not None:
        return _said(stated)
    return asker.text(question, default=default, needed=needed) or ""


def _said(stated: str | None) -> str:
    """What a flag says; empty where it was not given, or leaves the answer out."""
    said = (stated or "").strip()
    return "" if said == LEFT_OUT else said
