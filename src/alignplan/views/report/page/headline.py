"""How the plan is, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from alignplan.analysis.figures.interface import Value, figures
from alignplan.analysis.kpis.state import KpiState
from alignplan.model.kinds import Kind
from alignplan.output.document import Cell, Tone
from alignplan.output.readable import percent, state
from alignplan.output.reports.interface import Answer, Section, Tile, Tiles
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 0
_HEALTH = ("off_track", "at_risk", "on_track", "no_data")
_KPIS = (KpiState.OFF_TRACK, KpiState.BEHIND, KpiState.ON_TRACK, KpiState.MET, KpiState.NO_DATA)


def section(seen: Seen) -> Section | None:
    """The figures of the whole plan, each from the command that gives it."""
    known = seen.figures
    tiles = [
        *_progress(known),
        *_health(seen),
        *_kpis(seen, known),
        *_coverage(seen),
        *_findings(seen),
        *_armed(seen),
        *_decide(seen),
    ]
    if not tiles:
        return None
    return Section(
        "headline",
        "Where it stands",
        "",
        (Tiles(tuple(tiles)),),
        {"figures": Answer(lambda: _answer(known), 1000)},
    )


def _answer(known: Mapping[str, Value]) -> Mapping[str, object]:
    """As `figures/1` has them."""
    told = figures()
    entries = [
        {"figure": name, "value": value, "unit": told[name].unit, "meaning": told[name].meaning, "reason": ""}
        for name, value in known.items()
    ]
    return {"id": "plan", "kind": "plan", "figures": entries}


def _progress(known: Mapping[str, Value]) -> Iterator[Tile]:
    done, planned = known["progress"], known["planned"]
    if isinstance(done, (int, float)):
        by_now = planned if isinstance(planned, (int, float)) else None
        note = "" if by_now is None else f"{percent(by_now).text} planned by today"
        yield Tile("Progress of the work", percent(done), note, done, by_now)


def _health(seen: Seen) -> Iterator[Tile]:
    """Objectives that are judged, the worst first."""
    for kind, words in ((Kind.OBJECTIVE, "Objectives"), (Kind.TACTIC, "Tactics")):
        counts = Counter(one.health for one in seen.advances if one.kind == kind and one.health is not None)
        if counts:
            worst = next(name for name in _HEALTH if counts[name])
            rest = [
                f"{counts[name]} {name.replace('_', ' ')}"
                for name in _HEALTH
                if counts[name] and name != worst
            ]
            shown = state(worst)
            yield Tile(
                f"{words} that are under way",
                Cell(f"{counts[worst]} {shown.text.partition(' ')[2]}", counts[worst], shown.tone),
                ", ".join(rest),
            )


def _kpis(seen: Seen, known: Mapping[str, Value]) -> Iterator[Tile]:
    judged = Counter(kpi.state for kpi in seen.plan.judged_kpis())
    if not judged:
        return
    fine = judged[KpiState.MET] + judged[KpiState.ON_TRACK]
    rest = [f"{judged[one]} {one.value.replace('_', ' ')}" for one in _KPIS if judged[one]]
    share = known["kpis-on-track"]
    tone = Tone.PLAIN if not isinstance(share, (int, float)) else Tone.GOOD if share >= 100 else Tone.PLAIN
    yield Tile("KPIs met or on track", Cell(f"{fine} of {judged.total()}", fine, tone), ", ".join(rest))


def _coverage(seen: Seen) -> Iterator[Tile]:
    found = seen.beside.gaps.coverage
    if found.percent is not None:
        waived = f", {found.waived} waived" if found.waived else ""
        note = f"{found.met} of {found.required} that objectives require{waived}"
        yield Tile("Coverage", percent(found.percent), note, found.percent)


def _findings(seen: Seen) -> Iterator[Tile]:
    summary = seen.beside.check.summary
    counts = [(name, getattr(summary, name)) for name in ("error", "warning", "info")]
    told = [
        f"{number} {name if number == 1 or name == 'info' else name + 's'}"
        for name, number in counts
        if number
    ]
    hidden = [
        f"{number} {word}"
        for number, word in ((summary.waived, "waived"), (summary.baseline, "known"))
        if number
    ]
    if not told:
        yield Tile("Findings of the check", Cell("none", 0, Tone.GOOD), ", ".join(hidden))
        return
    tone = Tone.BAD if summary.error else Tone.WARN if summary.warning else Tone.PLAIN
    yield Tile("Findings of the check", Cell(told[0], tone=tone), ", ".join([*told[1:], *hidden]))


def _armed(seen: Seen) -> Iterator[Tile]:
    armed = [one for one in seen.register.contingencies if one.armed]
    if armed:
        titles = ", ".join(one.node.title for one in armed[:3])
        more = f" and {len(armed) - 3} more" if len(armed) > 3 else ""
        yield Tile("Contingencies that are armed", Cell(str(len(armed)), len(armed), Tone.BAD), titles + more)


def _decide(seen: Seen) -> Iterator[Tile]:
    proposals = seen.recalibration.proposals
    if proposals:
        note = f"first: {proposals[0].proposal.title.replace('`', '')}"
        yield Tile("Proposals to decide on", Cell(str(len(proposals)), len(proposals)), note)
