"""After a small change the load is laid out anew only where as much work is no longer open."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cache.conftest import Ask
from tests.cache.test_renewal import changed, fresh
from tests.plans import written

PLAN = {
    "alignplan.yaml": "alignplan: 1\nplan: {title: Bakery, horizon: {start: 2026-01-01, due: 2027-12-31}}\n"
    "include: ['work/*.yaml']\npeople: {mia: {}, leo: {}}\nresources: {oven: {}}\n"
    "lint: {ignore: [S4, T]}\n",
    "work/aims.yaml": "objectives:\n  sell-more: {title: Sell more bread, owner: mia, due: 2026-12-31}\n",
    "work/shop.yaml": "tactics:\n"
    "  open-shop:\n"
    "    title: Open a shop\n"
    "    supports: sell-more\n"
    "    owner: mia\n"
    "    start: 2026-12-01\n"
    "    due: 2026-12-31\n"
    "    actions:\n"
    "      rent: {title: Rent a room, effort: 14d, uses: oven}\n",
    "work/more.yaml": "tactics:\n"
    "  advertise:\n"
    "    title: Say so in the paper\n"
    "    supports: sell-more\n"
    "    owner: mia\n"
    "    start: 2026-12-01\n"
    "    due: 2026-12-31\n"
    "    actions:\n"
    "      write: {title: Write it, effort: 6d}\n"
    "      print: {title: Print it, effort: 6d, uses: oven}\n",
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", PLAN)


def test_a_title_is_judged_in_its_file_alone(ask: Ask, plan: Path, cache: Path) -> None:
    assert "warning[R501]" in ask(plan).out
    changed(plan, "work/more.yaml", "title: Write it", "title: Write about it")
    renewed = ask(plan)
    assert renewed.replayed
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan)


@pytest.mark.parametrize(
    ("before", "after", "over"),
    [
        ("title: Write it, effort: 6d", "title: Write it, effort: 2d", False),
        ("title: Write it, effort: 6d", "title: Write it, effort: 16d", True),
        ("title: Write it, effort: 6d", "title: Write it, effort: 6d, progress: 90%", False),
        ("title: Write it, effort: 6d", "title: Write it, duration: 6d", False),
        ("title: Write it, effort: 6d", "title: Write it, effort: 6d, status: done", False),
        ("title: Write it, effort: 6d", "title: Write it, effort: 6d, started: 2026-11-20", True),
    ],
)
def test_work_is_laid_against_people_anew(
    ask: Ask, plan: Path, cache: Path, before: str, after: str, over: bool
) -> None:
    ask(plan)
    changed(plan, "work/more.yaml", before, after)
    renewed = ask(plan)
    assert not renewed.replayed
    assert ("warning[R501]" in renewed.out) is over
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan)
