"""`check --min` and `--max`: figures of each plan as a whole against their bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.gates import Bound, bound_of, gate
from alignplan.diagnostics.report import Gate
from alignplan.errors import Misuse

if TYPE_CHECKING:
    from alignplan.cli.checking import Wanted

__all__ = ["bounds_of", "gated"]


def bounds_of(least: Iterable[str], most: Iterable[str]) -> tuple[Bound, ...]:
    """The bounds that were typed. Raises Misuse."""
    bounds = [bound_of(text, is_floor=True) for text in least]
    bounds += [bound_of(text, is_floor=False) for text in most]
    stated = [(bound.option, bound.figure.name) for bound in bounds]
    for option, name in stated:
        if stated.count((option, name)) > 1:
            raise Misuse(f"{option} {name} stands twice", "keep one of the two")
    return tuple(bounds)


def gated(plans: Iterable[Wanted], bounds: Iterable[Bound]) -> tuple[Gate, ...]:
    """Each bound on each plan, in order."""
    stated = tuple(bounds)
    return tuple(one for wanted in plans for one in _of_plan(wanted, stated))


def _of_plan(wanted: Wanted, bounds: tuple[Bound, ...]) -> Iterator[Gate]:
    from alignplan.linting.engine import is_whole

    plan = wanted.plan
    root = wanted.shown(plan.loaded.root.path)
    unknown = "" if is_whole(plan.loaded) else "not all of the plan can be read"
    picture = plan.picture()
    for bound in bounds:
        yield gate(bound, lambda: picture, root, unknown)
