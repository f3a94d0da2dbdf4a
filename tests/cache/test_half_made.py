"""While a change is half made nothing is answered from what was found before: the whole program looks after it."""

from __future__ import annotations

from pathlib import Path

from tests.cache.conftest import PLAN, Ask
from tests.plans import written
from tests.storage.faults import child, killed

from alignplan.cli.frontdoor import answered
from alignplan.storage import change, pending


def turn(plan: Path) -> None:
    with change(str(plan)) as draft:
        draft.write("named.yaml", draft.read("named.yaml") + b"  p: {}\n")
        draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"  c: {}\n")


def test_an_unchanged_plan_is_not_replayed_over_a_journal(ask: Ask, tmp_path: Path) -> None:
    plan = written(tmp_path / "plan", PLAN)
    cold, warm = ask(plan), ask(plan)
    assert (cold.replayed, warm.replayed) == (False, True)
    (plan / ".alignplan-change").write_text("planted")
    assert answered(["check", str(plan), "--as-of", "2026-11-22"]) is None
    assert ask(plan).out == cold.out
    (plan / ".alignplan-change").unlink()
    assert answered(["check", str(plan), "--as-of", "2026-11-22"]) == cold.code


def test_check_finishes_what_was_interrupted(ask: Ask, tmp_path: Path) -> None:
    turn(written(tmp_path / "after", PLAN))
    outs = {ask(written(tmp_path / "before", PLAN)).out, ask(tmp_path / "after").out}
    was_pending = 0
    for number in range(1, 200):
        plan = written(tmp_path / str(number), PLAN)
        ask(plan)
        code = child(lambda plan=plan: turn(plan), number, killed)  # type: ignore[misc]
        was_pending += pending(str(plan))
        out = ask(plan).out.replace(f"{tmp_path}/{number}/", "")
        assert out in {
            kept.replace(f"{tmp_path}/before/", "").replace(f"{tmp_path}/after/", "") for kept in outs
        }
        assert not pending(str(plan))
        if code == 0:
            break
    assert was_pending > 5
