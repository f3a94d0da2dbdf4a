"""The site of a plan: its report as it is and as it was, each made once for as long as it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from alignplan.cli.ends import tell_bug
from alignplan.cli.reporting.gathering import report_of
from alignplan.cli.serving.troubles import errors_of, misuse_lines
from alignplan.cli.serving.watched import Watched, state_of, state_on_disk, watched
from alignplan.cli.viewing import Viewing, open_view, plan_here, view_of
from alignplan.errors import Misuse
from alignplan.output.pages.live import LIVE_POLICY, Alert, Earlier, live_page, words_page
from alignplan.output.pages.page import whole_page
from alignplan.output.pages.report import report_page
from alignplan.serving.site import Page

if TYPE_CHECKING:
    from alignplan.cli.settings import Settings
    from alignplan.output.pages.element import Element
    from alignplan.workspace import Plan

__all__ = ["PlanSite"]

_MOST_KEPT = 16
"""Pages of the past."""
_MOST_EARLIER = 30
_NO_REPORT = "The plan cannot be shown"


class PlanSite:
    """The pages of the plan of the current folder. Nothing it is asked raises for what stands in a plan."""

    def __init__(self, settings: Settings) -> None:
        self._settings = replace(settings, quiet=True)
        self._making = Lock()
        self._watched: Watched = {plan_here(self._settings).root: None}
        self._now: Page | None = None
        self._good: Element | None = None
        self._made_of = ""
        self._past: dict[tuple[str, str], Page] = {}

    def state(self) -> str:
        """What tells that the page of now may be another: the files of the plan, what git points at, the day."""
        try:
            return f"{self._settings.today}-{state_on_disk(self._watched)}"
        except OSError:
            return "unknown"

    def tell(self, error: Exception) -> None:
        """Tell of a bug on standard error."""
        tell_bug(error)

    # ------------------------------------------------------------ now

    def now(self) -> Page:
        """The report of the plan as it stands; where it cannot be read, the last that could be, and why."""
        with self._making:
            if self._now is None or self.state() != self._made_of:
                self._now = self._made_now()
            return self._now

    def _made_now(self) -> Page:
        page, alert = self._report()
        state = f"{self._settings.today}-{state_of(self._watched)}"
        self._made_of = state
        shown = page or self._good
        if shown is None:
            lines = () if alert is None else alert.lines
            return _page(words_page(_NO_REPORT, lines, state=state, live=True))
        return _page(live_page(shown, state=state, earlier=tuple(self._earlier()), alert=alert))

    def _report(self) -> tuple[Element | None, Alert | None]:
        """The report, and what is wrong; without a report, what keeps it from being there.

        While somebody types, a file may be none for a moment: the last report of a whole plan is better than one of
        what is left.
        """
        plan: Plan | None = None
        try:
            plan = plan_here(self._settings)
            self._watched = watched(plan)
            viewing = view_of(self._settings, plan, "json")
            lines = tuple(errors_of(plan))
            if not plan.loaded.whole and self._good is not None:
                return None, Alert(_UNREADABLE, lines)
            page = report_page(report_of(viewing))
            if plan.loaded.whole:
                self._good = page
            return page, Alert(_IN_PART, lines) if lines else None
        except Misuse as misuse:
            return None, Alert(_UNREADABLE, tuple(misuse_lines(misuse, plan)))
        except Exception as error:  # noqa: BLE001  a bug of ours ends a page, not the server
            tell_bug(error)
            return None, Alert(_UNREADABLE, (f"internal error: {type(error).__name__}",))

    def _earlier(self) -> Iterator[Earlier]:
        """The last versions, as far as git knows some."""
        from alignplan.history.repository import Repository

        try:
            repository = Repository(plan_here(self._settings).folder)
        except Misuse:
            return
        try:
            ids = repository.ids(repository.commit("HEAD"), _MOST_EARLIER)
            for commit in repository.named(ids):
                yield Earlier(f"/at/{commit.short}", f"{commit.day} {commit.short} {commit.subject}")
        except Misuse:
            return
        finally:
            repository.close()

    # ------------------------------------------------------------ the past

    def at(self, revision: str) -> Page:
        """The report of a revision; a page that says so where there is none."""
        with self._making:
            try:
                viewing = open_view(self._settings, "json", revision)
                return self._made_at(viewing)
            except Misuse as misuse:
                lines = tuple(misuse_lines(misuse))
            except Exception as error:  # noqa: BLE001  as above
                tell_bug(error)
                lines = (f"internal error: {type(error).__name__}",)
            return replace(_page(words_page(_NO_REPORT, lines, state="", live=False)), found=False)

    def _made_at(self, viewing: Viewing) -> Page:
        origin = viewing.origin
        assert origin is not None
        key = origin.commit, viewing.plan.as_of.isoformat()
        if key not in self._past:
            past = f"This is the plan of commit {origin.short}, {origin.day}."
            page = _page(live_page(report_page(report_of(viewing)), state="", past=past))
            while len(self._past) >= _MOST_KEPT:
                del self._past[next(iter(self._past))]
            self._past[key] = page
        return self._past[key]


_IN_PART = "The plan has errors: what could not be understood is not shown."
_UNREADABLE = "The plan cannot be read as it stands now. What is shown is the last that could be."


def _page(page: Element) -> Page:
    return Page(whole_page(page), LIVE_POLICY)
