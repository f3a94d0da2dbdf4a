"""Links of a problem in a model: an end of one task before an end of another, in common time."""

from __future__ import annotations

from typing import Any

from alignplan.scheduling.problem import FF, FS, SF, SS, Link
from alignplan.scheduling.solver.model import Model

__all__ = ["link_all"]


def link_all(model: Model, *, longest: bool) -> None:
    """Adds all links; with `longest` also how long they may take."""
    for links in model.network.into:
        for link in links:
            _add(model, link)
            if longest and link.at_most is not None:
                _limit(model, link)


def _ends(model: Model, link: Link) -> tuple[Any, Any]:
    """The two ends that a link binds: each a variable or the number of an instant; None for one that is history."""
    before, after = model.problem.tasks[link.before], model.problem.tasks[link.after]
    from_start, to_start = link.kind in (SS, SF), link.kind in (FS, SS)
    came: Any
    if before.fixed is not None:
        came = before.fixed[0 if from_start else 1]
    elif from_start and before.began is not None:
        came = before.began
    else:
        part = model.parts[link.before]
        came = part.start if from_start else part.end
    if to_start and after.began is not None:
        return came, None
    part = model.parts[link.after]
    return came, part.start if to_start else part.end


def _add(model: Model, link: Link) -> None:
    came, comes = _ends(model, link)
    if comes is None or isinstance(came, int):
        return  # windows hold it already
    if link.lag == 0 and link.kind != SF:
        model.cp.add(comes >= came)
        return
    part = model.parts[link.before]
    variable = model.single(came, part.low, part.high, _hinted(model, link))
    model.cp.add(
        comes >= model.moved(variable, part.low, part.high, lambda place: _earliest(model, link, place))
    )


def _limit(model: Model, link: Link) -> None:
    came, comes = _ends(model, link)
    if comes is None:
        return
    if isinstance(came, int):
        model.cp.add(comes <= _bounded(model, link, came))
        return
    part = model.parts[link.before]
    variable = model.single(came, part.low, part.high, _hinted(model, link))
    latest = model.moved(
        variable, part.low, part.high, lambda place: _bounded(model, link, _instant(model, link, place))
    )
    model.cp.add(comes <= latest)


def _hinted(model: Model, link: Link) -> int:
    placed = model.hint.placed[link.before]
    return model.time.at(placed.start if link.kind in (SS, SF) else placed.finish)


def _instant(model: Model, link: Link, place: int) -> int:
    """The instant that a place in common time stands for; of a point in time, the first that it can stand for."""
    point = all(mode.length == 0 for mode in model.problem.tasks[link.before].modes)
    if link.kind in (SS, SF) and not point:
        return model.time.start(place)
    return model.time.end(place)


def _earliest(model: Model, link: Link, place: int) -> int:
    """The first place at which the second end can come, when the first one came at a place."""
    instant = _instant(model, link, place)
    if link.axis is None:
        instant += link.lag
    else:
        instant = model.problem.axes[link.axis].shifted(instant, link.lag)
    return _behind(model, link, max(instant, 0))


def _behind(model: Model, link: Link, instant: int) -> int:
    """The first place of the second end that lies not before an instant."""
    point = all(mode.length == 0 for mode in model.problem.tasks[link.after].modes)
    if link.kind in (FS, SS) or point or instant == 0:
        return model.time.at(instant)
    assert link.kind in (FF, SF)
    return model.time.at(instant - 1) + 1


def _bounded(model: Model, link: Link, came: int) -> int:
    """The last place at which the second end can come, when the first one came at an instant."""
    longest = link.at_most or 0
    if link.axis is None:
        instant = came + longest
    else:
        axis = model.problem.axes[link.axis]
        instant = axis.slot(axis.own(came) + longest)
    if link.kind in (FS, SS) and any(mode.length for mode in model.problem.tasks[link.after].modes):
        return model.time.at(instant + 1) - 1
    return model.time.at(instant)
