"""`waivers` itself: which there are, since when, and what the settings ignore besides."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.selectors.choice import Choice
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing, open_view
from alignplan.errors import Misuse
from alignplan.lineage.waivers import mark_at, since
from alignplan.linting.accepted import Accepted, accepted
from alignplan.linting.locate import Locator
from alignplan.loading.files import text_of
from alignplan.views.waivers import SPARE, Ignored, Listed, answer, summary, table

__all__ = ["show_waivers", "waivers_of"]


def show_waivers(
    settings: Settings,
    selectors: list[str] | None,
    exclude: list[str] | None,
    output_format: str | None,
    at: str | None,
) -> int:
    """Print the waivers of the chosen items, of all of the plan where nothing is chosen; the exit code."""
    viewing = open_view(settings, output_format, at)
    chosen = viewing.choose(selectors, exclude)
    listed, ignored = waivers_of(viewing, chosen)
    if chosen and not listed:
        viewing.note(f"nothing is waived{f' of {chosen.asked}' if chosen.asked else ''}")
    if viewing.is_json:
        return viewing.show("waivers", answer(listed, ignored), ())
    words = summary(listed, ignored)
    return viewing.show("waivers", {}, (table(listed),), spare=SPARE, summary=words)


def waivers_of(viewing: Viewing, chosen: Choice) -> tuple[list[Listed], list[Ignored]]:
    """The waivers of the chosen items, and what the settings ignore besides."""
    plan, loaded = viewing.plan, viewing.plan.loaded
    found = accepted(plan.assessment, loaded, plan.selection(), lambda path: text_of(plan.source, path))
    return _listed(viewing, [one for one in found if _is_chosen(one, chosen)]), _ignored(viewing)


def _is_chosen(one: Accepted, chosen: Choice) -> bool:
    if chosen.everything:
        return True
    node = chosen.graph.plan if one.item == "plan" else chosen.graph.find(one.item) if one.item else None
    return node is not None and (node in chosen or node.parent in chosen)


def _listed(viewing: Viewing, found: Sequence[Accepted]) -> list[Listed]:
    """With their places and, from git, with their age."""
    source = viewing.plan.source
    locator = Locator(lambda path: text_of(source, path), viewing.shown)
    texts = {one.place.file: text_of(source, one.place.file) for one in found}
    known = [mark_at(texts[one.place.file], one.at) for one in found]
    wanted = [mark for mark in known if mark is not None]
    commit = viewing.origin.commit if viewing.origin is not None else ""
    try:
        days = since(viewing.plan.folder, commit, wanted) if wanted else {}
    except Misuse as reason:
        viewing.note(f"since when they are accepted is not known: {reason.message}")
        days = {}
    today = viewing.plan.as_of
    return [
        Listed(one, locator.spot(one.place), days.get(mark) if mark is not None else None, today)
        for one, mark in zip(found, known, strict=True)
    ]


def _ignored(viewing: Viewing) -> list[Ignored]:
    lint = viewing.plan.loaded.lint
    everywhere = [Ignored(tuple(lint.ignore))] if lint.ignore else []
    return [*everywhere, *(Ignored(tuple(rules), files) for files, rules in lint.per_file.items() if rules)]
