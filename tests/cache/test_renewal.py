"""After a small change only the changed files are judged again, and nobody can tell."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from tests.cache.conftest import Ask
from tests.plans import written

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/alignplan.yaml"))

PLAN = {
    "alignplan.yaml": "alignplan: 1\nplan: {title: Bakery, language: en, currency: EUR, horizon: {start: 2026-01-01, due: 2027-12-31}}\n"
    "include: ['work/*.yaml']\npeople: {mia: {}}\n",
    "work/aims.yaml": "objectives:\n  sell-more: {title: Sell more bread, owner: mia, due: 2026-12-31}\n",
    "work/shop.yaml": "tactics:\n"
    "  open-shop:\n"
    "    title: Open a shop\n"
    "    supports: sell-more\n"
    "    owner: mia\n"
    "    start: 2026-02-01\n"
    "    due: 2026-10-31\n"
    "    budget: {planned: 1000, spent: 900}\n"
    "    actions:\n"
    "      rent: {title: Rent a room, status: done}\n"
    "      paint:\n"
    "        title: Paint it\n"
    "        due: 2026-09-30\n"
    "        progress: 40%\n"
    "        after: [rent]\n"
    "  bake-rye: {title: Bake rye, supports: sell-more, owner: mia, due: 2027-03-31, actions: {try: Try it}}\n",
    "work/more.yaml": "tactics:\n  advertise: {title: TODO, supports: sell-more, owner: mia, due: 2026-12-01}\n",
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", PLAN)


def changed(plan: Path, file: str, before: str, after: str) -> None:
    path = plan / file
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def fresh(cache: Path, ask: Ask, plan: Path, *more: str) -> tuple[str, int]:
    """What a check says that knows of no other."""
    kept = cache.with_name("kept")
    cache.rename(kept)
    answer = ask(plan, *more)
    shutil.rmtree(cache)
    kept.rename(cache)
    return answer.out, answer.code


OWN: dict[str, tuple[str, str, str]] = {
    "a comment": ("work/shop.yaml", "tactics:", "# first\n\ntactics:"),
    "a title": ("work/shop.yaml", "title: Paint it", "title: TBD"),
    "a title of what stands elsewhere": ("work/aims.yaml", "Sell more bread", "TBD"),
    "a title that was none": ("work/more.yaml", "TODO", "Advertise in the paper"),
    "a description": (
        "work/shop.yaml",
        "    owner: mia",
        "    description: |\n      For all.\n    owner: mia",
    ),
    "the money spent": ("work/shop.yaml", "spent: 900", "spent: 1900"),
    "progress": ("work/shop.yaml", "progress: 40%", "progress: 60%"),
    "a step that is done": ("work/shop.yaml", "        progress: 40%", "        status: paused"),
    "evidence": ("work/shop.yaml", "    owner: mia", "    evidence: A photo\n    owner: mia"),
    "nothing but spaces": ("work/shop.yaml", "supports: sell-more\n", "supports:   sell-more\n"),
}


@pytest.mark.parametrize("more", [(), ("--strict",), ("--strict", "-f", "json")], ids=" ".join)
@pytest.mark.parametrize("change", OWN)
def test_what_is_an_items_own_is_judged_in_its_file_alone(
    ask: Ask, plan: Path, cache: Path, change: str, more: tuple[str, ...]
) -> None:
    ask(plan, *more)
    changed(plan, *OWN[change])
    renewed = ask(plan, *more)
    assert renewed.replayed
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan, *more)
    again = ask(plan, *more)
    assert again.replayed
    assert again.out == renewed.out


PLANS: dict[str, tuple[str, str, str]] = {
    "a field of one's own": ("work/shop.yaml", "    owner: mia", "    x-cost-centre: 17\n    owner: mia"),
    "a date": ("work/shop.yaml", "due: 2026-10-31", "due: 2028-10-31"),
    "a link": ("work/shop.yaml", "    supports: sell-more\n", ""),
    "a new item": ("work/shop.yaml", "tactics:", "tactics:\n  rest: {}"),
    "a new step": ("work/shop.yaml", "      paint:", "      clean: {}\n      paint:"),
    "another id": ("work/shop.yaml", "  bake-rye:", "  bake-wheat:"),
    "a status": ("work/shop.yaml", "    supports: sell-more", "    status: dropped\n    supports: sell-more"),
    "the last step": ("work/shop.yaml", "progress: 40%", "progress: 100%"),
    "a step that is opened again": ("work/shop.yaml", "status: done", "status: active"),
    "the first effort": (
        "work/shop.yaml",
        "        progress: 40%",
        "        progress: 40%\n        effort: 60d",
    ),
    "an owner": ("work/shop.yaml", "    owner: mia", "    owner: noah"),
    "a fault of the text": ("work/shop.yaml", "title: Open a shop", "title: [Open a shop"),
    "a fault of a value": ("work/shop.yaml", "progress: 40%", "progress: much"),
    "an unknown key": ("work/shop.yaml", "title: Open a shop", "titel: Open a shop"),
    "a suppression": ("work/more.yaml", "  advertise:", "  # alignplan: ignore[T309] later\n  advertise:"),
    "the plan's own file": ("alignplan.yaml", "language: en", "language: de"),
    "a setting": ("alignplan.yaml", "people:", "lint: {ignore: [T309]}\npeople:"),
}


@pytest.mark.parametrize("change", PLANS)
def test_what_others_look_at_is_judged_with_the_whole_plan(
    ask: Ask, plan: Path, cache: Path, change: str
) -> None:
    ask(plan)
    changed(plan, *PLANS[change])
    checked = ask(plan)
    assert not checked.replayed
    assert (checked.out, checked.code) == fresh(cache, ask, plan)


SPOKEN = (
    "work/aims.yaml",
    "owner: mia, due: 2026-12-31}",
    "owner: mia, due: 2026-12-31, confidence: on track, kpis: {sold: {unit: loaves, baseline: 0, target: 9, actuals: {2026-11-01: 9}}}}",
)
FIGURES: dict[str, tuple[str, str, str]] = {
    name: OWN[name] for name in ("the money spent", "progress", "a step that is done")
}


@pytest.mark.parametrize("change", FIGURES)
@pytest.mark.parametrize("done", ["progress: 40%", "progress: 95%"])
def test_figures_that_something_is_said_of_are_judged_with_the_whole_plan(
    ask: Ask, plan: Path, cache: Path, change: str, done: str
) -> None:
    changed(plan, *SPOKEN)
    changed(plan, "work/shop.yaml", "progress: 40%", done)
    ask(plan)
    file, before, after = FIGURES[change]
    changed(plan, file, before.replace("progress: 40%", done), after)
    checked = ask(plan)
    assert not checked.replayed
    assert (checked.out, checked.code) == fresh(cache, ask, plan)


@pytest.mark.parametrize("change", OWN.keys() - FIGURES.keys())
@pytest.mark.parametrize("more", [(), ("--strict",)], ids=" ".join)
def test_titles_are_judged_in_their_file_alone_whatever_is_said_of_the_work(
    ask: Ask, plan: Path, cache: Path, change: str, more: tuple[str, ...]
) -> None:
    changed(plan, *SPOKEN)
    changed(
        plan, "work/more.yaml", "owner: mia", "owner: mia, confidence: off track, moves: {sell-more/sold: 9}"
    )
    ask(plan, *more)
    changed(plan, *OWN[change])
    renewed = ask(plan, *more)
    assert renewed.replayed
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan, *more)


def test_what_one_says_of_oneself_is_compared_with_the_whole_plan(ask: Ask, plan: Path, cache: Path) -> None:
    changed(plan, "work/shop.yaml", "spent: 900}", "spent: 900}\n    confidence: on track")
    assert "M207" in ask(plan).out
    changed(plan, "work/shop.yaml", "progress: 40%", "progress: 99%")
    checked = ask(plan)
    assert not checked.replayed
    assert (checked.out, checked.code) == fresh(cache, ask, plan)


def test_what_moves_a_kpi_is_judged_with_the_whole_plan_where_effects_are(
    ask: Ask, plan: Path, cache: Path
) -> None:
    kpis = "kpis: {sold: {unit: loaves, baseline: 0, target: 90, actuals: {2026-11-01: 1}}}"
    changed(plan, "work/aims.yaml", "due: 2026-12-31}", f"due: 2026-12-31, {kpis}}}")
    changed(plan, "work/shop.yaml", "spent: 900}", "spent: 900}\n    moves: {sell-more/sold: 90}")
    assert "M208" not in ask(plan, "--strict").out
    changed(plan, "work/shop.yaml", "progress: 40%", "progress: 99%")
    checked = ask(plan, "--strict")
    assert not checked.replayed
    assert "M208" in checked.out
    assert (checked.out, checked.code) == fresh(cache, ask, plan, "--strict")
    changed(plan, "work/shop.yaml", "progress: 99%", "progress: 98%")
    ask(plan)
    changed(plan, "work/shop.yaml", "progress: 98%", "progress: 97%")
    assert ask(plan).replayed  # without the rule nobody looks at it


def test_what_is_said_for_the_first_time_is_heard(ask: Ask, plan: Path, cache: Path) -> None:
    ask(plan)
    changed(plan, "work/shop.yaml", "    owner: mia", "    progress: 90%\n    owner: mia")
    checked = ask(plan)
    assert not checked.replayed
    assert "M207" in checked.out
    assert (checked.out, checked.code) == fresh(cache, ask, plan)


def test_several_files_may_change_at_once(ask: Ask, plan: Path, cache: Path) -> None:
    ask(plan, "--strict")
    for name in ("a title", "a title of what stands elsewhere", "a title that was none", "the money spent"):
        changed(plan, *OWN[name])
    renewed = ask(plan, "--strict")
    assert renewed.replayed
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan, "--strict")


@pytest.mark.parametrize(
    "damage", [b"", b"nonsense", b"[1, 2]", b"{}"], ids=["empty", "words", "a list", "a mapping"]
)
def test_what_is_kept_and_damaged_is_as_good_as_nothing(
    ask: Ask, plan: Path, cache: Path, damage: bytes
) -> None:
    cold = ask(plan)
    (memory,) = cache.glob("*/*-memory.json")
    memory.write_bytes(damage)
    changed(plan, *OWN["a comment"])
    checked = ask(plan)
    assert not checked.replayed
    assert checked.code == cold.code


def test_what_is_ignored_in_a_file_stays_so(ask: Ask, plan: Path, cache: Path) -> None:
    changed(plan, "alignplan.yaml", "people:", "lint: {per-file: {'work/shop.yaml': [T309]}}\npeople:")
    ask(plan)
    changed(plan, *OWN["a title"])
    changed(plan, *OWN["the money spent"])
    renewed = ask(plan)
    assert renewed.replayed
    assert "R504" in renewed.out
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan)


_FIELD = re.compile(
    r"\b(title|status|progress|spent|effort|finished|started|due|description|owner): ([^\n,{}\[\]]+)"
)
_VALUES: dict[str, list[str]] = {
    "title": ["TODO", "Open the second shop", "Improve things", '"[name]"'],
    "status": ["done", "active", "planned", "paused", "dropped"],
    "progress": ["0%", "40%", "70%", "100%"],
    "spent": ["0", "100", "100000000"],
    "effort": ["2d", "90d", "3w"],
    "finished": ["2026-01-01", "2026-11-01", "2027-11-01"],
    "started": ["2026-01-01", "2026-11-01", "2027-11-01"],
    "due": ["2026-01-01", "2026-11-01", "2027-11-01"],
    "description": ["All of it", "TBD"],
    "owner": ["nobody"],
}


def edited(text: str, choose: random.Random) -> str:
    """A text with one value changed, a line taken out or a comment put in."""
    found = list(_FIELD.finditer(text))
    if found and choose.random() < 0.8:
        match = choose.choice(found)
        return text[: match.start(2)] + choose.choice(_VALUES[match[1]]) + text[match.end(2) :]
    lines = text.split("\n")
    at = choose.randrange(len(lines))
    if choose.random() < 0.5:
        lines.insert(at, "# a remark")
    else:
        del lines[at]
    return "\n".join(lines)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_renewed_verdict_is_that_of_a_whole_check(
    ask: Ask, tmp_path: Path, cache: Path, example: Path
) -> None:
    choose = random.Random(example.name)
    plan = tmp_path / "plan"
    shutil.copytree(example, plan)
    files = sorted(plan.rglob("*.yaml"))
    for path in files:  # a file with suppressions is always judged with the whole plan
        path.write_text(re.sub(r"\s*# alignplan: ignore.*", "", path.read_text()))
    options = ("--strict", "-f", "json", "--fail-on", "never")
    ask(plan, *options)
    renewed = 0
    for _ in range(25):
        path = choose.choice(files)
        before = path.read_text()
        path.write_text(edited(before, choose))
        answer = ask(plan, *options)
        renewed += answer.replayed
        assert (answer.out, answer.code) == fresh(cache, ask, plan, *options)
        if choose.random() < 0.85:
            path.write_text(before)
            ask(plan, *options)
    assert renewed


def test_a_step_that_is_done_may_take_back_what_was_said(ask: Ask, plan: Path, cache: Path) -> None:
    late = "due: 2026-09-30", "due: 2028-09-30"
    changed(plan, "work/shop.yaml", *late)
    assert "A106" in ask(plan).out
    changed(plan, "work/shop.yaml", "progress: 40%", "progress: 100%\n        evidence: Seen")
    checked = ask(plan)
    assert not checked.replayed
    assert (checked.out, checked.code) == fresh(cache, ask, plan)


def test_money_that_a_contingency_elsewhere_looks_at_is_judged_with_the_whole_plan(
    ask: Ask, plan: Path, cache: Path
) -> None:
    when = "title: TODO, contingencies: {dear: {when: {budget: open-shop, above: 150%}, then: Wait}}"
    changed(plan, "work/more.yaml", "title: TODO", when)
    ask(plan)
    changed(plan, "work/shop.yaml", "Open a shop", "Open the shop")
    assert ask(plan).replayed
    changed(plan, "work/shop.yaml", "spent: 900", "spent: 1600")
    checked = ask(plan)
    assert not checked.replayed
    assert "C603" in checked.out
    assert (checked.out, checked.code) == fresh(cache, ask, plan)
    changed(plan, "work/shop.yaml", "spent: 1600", "spent: 1500")
    assert "C603" not in ask(plan).out


def test_a_late_step_that_is_done_disarms_a_contingency_elsewhere(ask: Ask, plan: Path, cache: Path) -> None:
    when = "title: TODO, contingencies: {slow: {when: {action: open-shop/paint, late_by: 5d}, then: Wait}}"
    changed(plan, "work/more.yaml", "title: TODO", when)
    assert "C603" in ask(plan).out
    changed(plan, "work/shop.yaml", "progress: 40%", "progress: 60%")
    renewed = ask(plan)
    assert renewed.replayed
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan)
    changed(plan, "work/shop.yaml", "progress: 60%", "progress: 100%\n        evidence: Seen")
    checked = ask(plan)
    assert "C603" not in checked.out
    assert (checked.out, checked.code) == fresh(cache, ask, plan)


def test_what_waits_elsewhere_is_judged_with_the_whole_plan_once_something_begins_or_ends(
    tmp_path: Path, cache: Path, ask: Ask
) -> None:
    waits = "    actions: {poster: {title: Print a poster, progress: 20%, after: [open-shop/paint]}}\n"
    more = "tactics:\n  advertise:\n    title: Tell the street\n    supports: sell-more\n    owner: mia\n    due: 2026-12-01\n"
    plan = written(tmp_path / "plan", {**PLAN, "work/more.yaml": more + waits})
    first = ask(plan, "-f", "json")
    assert '"S407"' in first.out
    changed(plan, "work/shop.yaml", "progress: 40%", "progress: 60%")
    renewed = ask(plan, "-f", "json")
    assert renewed.replayed
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan, "-f", "json")
    changed(plan, "work/shop.yaml", "        progress: 60%", "        finished: 2026-11-20")
    judged = ask(plan, "-f", "json")
    assert not judged.replayed
    assert '"S407"' not in judged.out
    assert (judged.out, judged.code) == fresh(cache, ask, plan, "-f", "json")


def test_a_plan_with_too_many_steps_to_be_scheduled_stays_one_where_a_file_alone_has_few(
    tmp_path: Path, cache: Path, ask: Ask
) -> None:
    """Three steps are open in all, two of them elsewhere; one may be for finishes to be computed in passing."""
    more = "tactics:\n  advertise:\n    title: Tell the street\n    supports: sell-more\n    owner: mia\n    due: 2026-12-01\n"
    steps = "    actions: {poster: {title: Print a poster, effort: 30d}, leaflet: {title: Print a leaflet, effort: 2d}}\n"
    root = f"{PLAN['alignplan.yaml']}lint: {{thresholds: {{S405.most: 1}}}}\n"
    shop = PLAN["work/shop.yaml"].replace(", actions: {try: Try it}", "")
    plan = written(
        tmp_path / "plan",
        {**PLAN, "alignplan.yaml": root, "work/more.yaml": more + steps, "work/shop.yaml": shop},
    )
    assert "late-to-come" not in ask(plan).out
    changed(plan, "work/shop.yaml", "title: Paint it", "title: TBD")
    renewed = ask(plan)
    assert renewed.replayed
    assert (renewed.out, renewed.code) == fresh(cache, ask, plan)
    changed(
        plan,
        "work/more.yaml",
        "leaflet, effort: 2d}",
        "leaflet, effort: 2d, status: done, finished: 2026-11-20, evidence: Seen}",
    )
    changed(plan, "work/shop.yaml", "progress: 40%", "status: done\n        evidence: Seen")
    judged = ask(plan)
    assert "late-to-come" in judged.out
    assert (judged.out, judged.code) == fresh(cache, ask, plan)
