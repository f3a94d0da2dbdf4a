"""What is at stake in a proposal is taken apart down to the files, whatever kind it is of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.analysis.explaining.test_walk import recomputed, same
from tests.analysis.explaining.walking import grounds_of
from tests.analysis.recalibrating import plans
from tests.plans import written

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.operations.interface import Value
from alignplan.analysis.recalibrating import Proposal
from alignplan.model.words import ProposalKind

DAY = date(2026, 11, 22)
SOME_SEEN = plans.IDLE.replace("2026-09-30: 10.2", "2026-09-30: 12")
CIRCLE = """\
alignplan: 1
plan: {title: Circle, horizon: {start: 2026-01-01, due: 2027-12-31}}
objectives:
  one: {title: One, parent: [two, root], due: 2027-12-31}
  two: {title: Two, parent: one, due: 2027-12-31}
  root: {title: Root, weight: 40, due: 2027-12-31}
  other: {title: Other, due: 2027-12-31}
tactics: {work: {title: Work, supports: {one: 30, two: 70}, status: active}}
"""


def proposals(grounds: Grounds) -> list[Proposal]:
    return list(grounds.proposing.proposals.values())


def every_plan() -> list[str]:
    texts = [value for name, value in vars(plans).items() if name.isupper() and isinstance(value, str)]
    return [*(text for text in texts if "objectives:" in text), SOME_SEEN]


@pytest.mark.parametrize("text", [*every_plan(), CIRCLE])
def test_every_stake_is_recomputed_from_what_is_in_the_files(text: str, tmp_path: Path) -> None:
    grounds = grounds_of(written(tmp_path, text), DAY)
    done: dict[tuple[str, str, str], Value] = {}
    for one in proposals(grounds):
        for field in ("stake", "weight", "gap", "confidence"):
            value = recomputed(grounds, one.about[0], f"{one.kind}/{field}", done)
            assert same(value, getattr(one, field)), (one.key, field)


def test_there_is_a_plan_here_for_every_kind(tmp_path: Path) -> None:
    kinds = set()
    for at, text in enumerate(every_plan()):
        folder = tmp_path / str(at)
        folder.mkdir()
        kinds |= {one.kind for one in proposals(grounds_of(written(folder, text), DAY))}
    assert kinds == set(ProposalKind)
