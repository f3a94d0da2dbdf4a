"""The plan as limbs of a tree, no more than there is room for; what is too much is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.rollup import parts_of
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import Branch
from alignplan.analysis.tree import outline as branches_of
from alignplan.model.kinds import Kind
from alignplan.output.pictures.counting import counted
from alignplan.output.pictures.limbs import Limb, LimbKind, Outline, above
from alignplan.output.pictures.standing import Standing
from alignplan.output.readable import UNKNOWN, state
from alignplan.views.pictures.naming import plan_name, title_of

__all__ = ["outlined", "standing_of"]

_KEPT = (12, 8, 5, 3, 1, 0)
"""So many tactics of an objective stand by themselves, the first that makes the whole small enough."""


def outlined(plan: Assessment, choice: Choice, *, most: int, levels: int | None = None) -> Outline | None:
    """The chosen objectives and tactics in at most so many limbs and levels (none: any number of these).

    None where there is nothing of the kind.
    """
    rows = branches_of(plan.graph, choice, references=True)
    if not rows:
        return None
    whole = _limbs(plan, rows)
    deep = levels is not None and any(limb.depth > levels for limb in whole)
    limbs = reduced(_shallow(whole, levels - 1) if deep and levels is not None else whole, most)
    return Outline(
        plan_name(plan), (plan.graph.plan.model.vision or "").strip(), tuple(limbs), _left_out(whole, limbs)
    )


def _left_out(whole: Sequence[Limb], limbs: Sequence[Limb]) -> tuple[str, ...]:
    """How many items do not stand by themselves."""
    shown = {limb.id for limb in limbs}
    hidden = [limb for limb in whole if not limb.reference and limb.id not in shown]
    return (f"Put together for want of room: {', '.join(_counted(hidden))}.",) if hidden else ()


_KINDS = {Kind.OBJECTIVE: LimbKind.OBJECTIVE, Kind.TACTIC: LimbKind.TACTIC}


def _limbs(plan: Assessment, rows: Sequence[Branch]) -> list[Limb]:
    shares: dict[str | None, dict[str, float]] = {}
    found: list[Limb] = []
    for row in rows:
        if row.parent not in shares:
            shares[row.parent] = _shares(plan, row.parent)
        node = row.node
        kind = LimbKind.GROUP if node is None else _KINDS.get(node.kind, LimbKind.STEP)
        standing = None if node is None or row.reference else standing_of(plan, row)
        due = None if node is None else plan.span(node).due
        found.append(
            Limb(
                row.id,
                kind,
                row.title if node is None else title_of(node),
                row.depth,
                standing,
                shares[row.parent].get(row.id),
                row.reference,
                "" if due is None else due.isoformat(),
            )
        )
    return found


def _shares(plan: Assessment, parent: str | None) -> dict[str, float]:
    """The parts in the progress of an objective, or of the plan, in percent; nothing where all weigh nothing."""
    if parent is None:
        return {id: share * 100 for id, share in plan.shares.groups[""].items()}
    ids = [*plan.shares.groups.get(parent, {}), *plan.shares.tactics.get(parent, {})]
    weights = [weight for weight, _ in parts_of(parent, plan.shares, *plan.progress)]
    total = sum(weights)
    return {id: weight * 100 / total for id, weight in zip(ids, weights, strict=True)} if total > 0 else {}


def standing_of(plan: Assessment, row: Branch) -> Standing:
    """How it goes with an item: its health, or what it has in place of one; of a step its status."""
    node = row.node
    assert node is not None
    done, planned = plan.progress_of(node), plan.planned_of(node)
    if node.kind not in (Kind.OBJECTIVE, Kind.TACTIC):
        return Standing(str(plan.status(node) or UNKNOWN), progress=done, planned=planned)
    health = plan.health_of(node)
    if health.state is None:
        return Standing(f"{UNKNOWN} {health.reason}".rstrip(), progress=None)
    shown = state(health.state)
    return Standing(shown.text, shown.tone, done, planned)


# ------------------------------------------------------------ what there is room for


def reduced(limbs: list[Limb], most: int) -> list[Limb]:
    """At most so many limbs: fewer tactics an objective, then fewer levels, then fewer at the top."""
    if len(limbs) <= most:
        return limbs
    folded = limbs
    for kept in _KEPT:
        folded = _folded(limbs, kept)
        if len(folded) <= most:
            return folded
    depth = _deepest_with_room(limbs, most)
    if depth is not None:
        return _shallow(limbs, depth)
    tops = [limb for limb in limbs if limb.depth == 0]
    return tops if len(tops) <= most else [*tops[: most - 1], _more("", 0, tops[most - 1 :], after=True)]


def _folded(limbs: Sequence[Limb], kept: int) -> list[Limb]:
    """With only so many of the tactics or steps below each limb, and one limb for the rest of them."""
    ups = above(limbs)
    seen: Counter[int | None] = Counter()
    whole = Counter(up for limb, up in zip(limbs, ups, strict=True) if _is_leaf(limb))
    rest: dict[int | None, list[Limb]] = {}
    found: list[Limb] = []
    hidden: set[int] = set()
    for at, (limb, up) in enumerate(zip(limbs, ups, strict=True)):
        if up in hidden:
            hidden.add(at)
            continue
        if _is_leaf(limb) and whole[up] > kept + 1:
            seen[up] += 1
            if seen[up] > kept:
                hidden.add(at)
                rest.setdefault(up, []).append(limb)
                if seen[up] == whole[up]:
                    found.append(_more(str(up), limb.depth, rest[up], after=kept > 0))
                continue
        found.append(limb)
    return found


def _is_leaf(limb: Limb) -> bool:
    return limb.kind in (LimbKind.TACTIC, LimbKind.STEP)


def _deepest_with_room(limbs: Sequence[Limb], most: int) -> int | None:
    """The deepest level at which there are at most so many limbs, with one for each place where deeper ones are."""
    at, places = Counter(limb.depth for limb in limbs), Counter[int]()
    for limb, after in pairwise(limbs):
        if after.depth > limb.depth:
            places[limb.depth] += 1
    total, found = 0, None
    for depth in range(max(at)):
        total += at[depth]
        if total > most:
            break
        found = depth if total + places[depth] <= most else found
    return found


def _shallow(limbs: Sequence[Limb], depth: int) -> list[Limb]:
    """Only limbs of at most this depth, each with one that counts what is below."""
    found: list[Limb] = []
    below: list[Limb] = []
    for limb in (*limbs, None):
        if limb is not None and limb.depth > depth:
            below.append(limb)
            continue
        if below:
            found.append(_more(found[-1].id, depth + 1, below))
            below = []
        if limb is not None:
            found.append(limb)
    return found


def _more(id: str, depth: int, limbs: Sequence[Limb], *, after: bool = False) -> Limb:
    """One limb for several, with how it goes with them; `after`: others of them stand before it."""
    whole = [limb for limb in limbs if not limb.reference] or limbs
    told = " and ".join(_counted(whole, "more " if after else ""))
    words = Counter(limb.standing.words for limb in limbs if limb.standing is not None)
    standing = (
        Standing(", ".join(_signed(word, number) for word, number in words.most_common())) if words else None
    )
    return Limb(f"more:{id}", LimbKind.MORE, f"and {told}" if after else told, depth, standing)


def _signed(words: str, number: int) -> str:
    """`▲ 3 at risk`: the sign stays in front."""
    sign, _, rest = words.partition(" ")
    return f"{sign} {number} {rest}" if rest and not sign.isalnum() else f"{number} {words}"


def _counted(limbs: Sequence[Limb], more: str = "") -> Iterator[str]:
    for kind, number in Counter(limb.kind for limb in limbs).items():
        yield counted(number, f"{more}{kind.value}")
