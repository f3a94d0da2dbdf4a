"""What is replayed knows the baseline: its content, its appearing and its vanishing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cache.conftest import Ask
from tests.cache.test_renewal import PLAN, changed, fresh
from tests.plans import written

from alignplan.cache import verdicts
from alignplan.diagnostics.baseline import BASELINE, Baseline
from alignplan.diagnostics.identity import Identity

TODO = Identity("T309", "advertise", "title")
LATE = Identity("S404", "open-shop", "due")


@pytest.fixture(params=[0, verdicts._RACY], ids=["by its stamps", "by its content"])
def plan(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(verdicts, "_RACY", request.param)
    return written(tmp_path / "plan", PLAN)


def keep(plan: Path, *identities: Identity) -> None:
    (plan / BASELINE).write_text(Baseline(dict.fromkeys(identities, 1)).text())


def asked(ask: Ask, plan: Path) -> tuple[str, bool]:
    answer = ask(plan, "-f", "concise")
    return answer.out, answer.replayed


def test_it_appears_changes_and_vanishes(ask: Ask, plan: Path) -> None:
    bare, replayed = asked(ask, plan)
    assert (replayed, "T309" in bare, "S404" in bare) == (False, True, True)
    assert asked(ask, plan) == (bare, True)
    keep(plan, TODO)
    one, replayed = asked(ask, plan)
    assert (replayed, "T309" in one, "S404" in one) == (False, False, True)
    assert one.endswith("Hidden: 1 in the baseline.\n")
    assert asked(ask, plan) == (one, True)
    keep(plan, LATE)
    other, replayed = asked(ask, plan)
    assert (replayed, "T309" in other, "S404" in other) == (False, True, False)
    assert asked(ask, plan) == (other, True)
    (plan / BASELINE).unlink()
    assert asked(ask, plan) == (bare, False)
    assert asked(ask, plan) == (bare, True)


def test_a_rewritten_one_of_the_same_length_and_time_is_seen(ask: Ask, plan: Path) -> None:
    keep(plan, TODO)
    before = asked(ask, plan)[0]
    stamp = (plan / BASELINE).stat()
    text = (plan / BASELINE).read_text()
    (plan / BASELINE).write_text(text.replace("T309", "T308"))
    os.utime(plan / BASELINE, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    after, replayed = asked(ask, plan)
    assert not replayed
    assert "T309" in after
    assert "T309" not in before


@pytest.mark.parametrize("made", [lambda path: path.mkdir(), lambda path: path.symlink_to("nowhere"),
                                  lambda path: path.write_text("{")], ids=["folder", "link", "text"])  # fmt: skip
def test_what_is_no_baseline_is_not_overlooked(ask: Ask, plan: Path, made: object) -> None:
    asked(ask, plan)
    made(plan / BASELINE)  # type: ignore[operator]
    answer = ask(plan)
    assert (answer.code, answer.out, answer.replayed) == (2, "", False)


@pytest.mark.parametrize(
    "name", ["full", "concise", "grouped", "markdown", "json", "json-lines", "github", "gitlab", "rdjson"]
)
def test_what_is_replayed_is_what_the_whole_program_says(ask: Ask, plan: Path, name: str) -> None:
    keep(plan, TODO, LATE)
    whole = ask(plan, "-f", name, "-v")  # the front door does not know -v
    first, second = ask(plan, "-f", name), ask(plan, "-f", name)
    assert first.replayed
    assert second.replayed
    assert whole.out == first.out == second.out
    assert "T309" not in first.out


def test_an_answer_of_another_question_is_not_kept(ask: Ask, plan: Path) -> None:
    keep(plan, TODO)
    for more in (("--no-baseline",), ("--max", "warnings=0"), ("--scope", "advertise")):
        ask(plan, "-f", "concise", *more)
        answer = ask(plan, "-f", "concise")
        assert "T309" not in answer.out, more
        assert "S404" in answer.out, more
        (plan / "work/more.yaml").write_text((plan / "work/more.yaml").read_text() + "# x\n")


# ------------------------------------------------------------ judged again in part


def test_after_a_small_change_it_still_holds(ask: Ask, cache: Path, plan: Path) -> None:
    keep(plan, TODO, LATE)
    asked(ask, plan)
    changed(plan, "work/shop.yaml", "title: Paint it", "title: TBD")
    answer = ask(plan, "-f", "concise")
    assert answer.replayed  # renewed
    assert "T309] the title of `open-shop/paint`" in answer.out
    assert answer.out.endswith("Hidden: 2 in the baseline.\n")
    assert (answer.out, answer.code) == fresh(cache, ask, plan, "-f", "concise")
    changed(plan, "work/more.yaml", "TODO", "Advertise in the paper")
    answer = ask(plan, "-f", "concise")
    assert answer.replayed
    assert answer.out.endswith("Hidden: 1 in the baseline.\n")
    changed(plan, "work/more.yaml", "Advertise in the paper", "TODO")
    answer = ask(plan, "-f", "concise")
    assert answer.replayed
    assert answer.out.endswith("Hidden: 2 in the baseline.\n")
    assert (answer.out, answer.code) == fresh(cache, ask, plan, "-f", "concise")


def test_where_both_change_the_plan_is_checked_as_a_whole(ask: Ask, plan: Path) -> None:
    keep(plan, TODO)
    asked(ask, plan)
    keep(plan, TODO, LATE)
    changed(plan, "work/shop.yaml", "title: Paint it", "title: TBD")
    answer = ask(plan, "-f", "concise")
    assert not answer.replayed
    assert answer.out.endswith("Hidden: 2 in the baseline.\n")
