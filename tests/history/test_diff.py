"""`diff`: what is told of two versions of a plan, in which words, and what is no change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.door import typed
from tests.history.gits import PLAN, WORK, Repo

from alignplan.output.contracts.interface import contract


@pytest.fixture
def garden(tmp_path: Path) -> Repo:
    return Repo(tmp_path).planted()


def told(repo: Repo, *arguments: str) -> str:
    done = typed(repo.folder, "diff", *arguments)
    assert (done.code, done.err) == (0, "")
    return done.out


def data(repo: Repo, *arguments: str) -> Any:
    found = json.loads(told(repo, "-f", "json", *arguments))
    jsonschema.validate(found, contract("diff"))
    return found


def changes(repo: Repo, *arguments: str) -> list[tuple[Any, ...]]:
    return [
        (one["op"], one["id"], *((field["field"], field["from"], field["to"]) for field in one["fields"]))
        for one in data(repo, *arguments)["changes"]
    ]


def head(repo: Repo) -> str:
    return repo.git("rev-parse", "--short=8", "HEAD")


# ------------------------------------------------------------ what it says


def test_nothing_changed(garden: Repo) -> None:
    assert (
        told(garden)
        == f"HEAD ({head(garden)}, 2026-11-01) → the files here\n\nNothing changed. As of 2026-11-22.\n"
    )
    assert typed(garden.folder, "diff", "--exit-code").code == 0


def test_consequences_come_before_the_changes(garden: Repo) -> None:
    garden.write(
        work="tactics:\n  paths: {title: Pave the paths}\n",
        alignplan=PLAN.replace("target: 40", "target: 30"),
    )
    first, _, rest = told(garden).partition("\n\nNew findings (3)\n")
    assert first == (
        f"HEAD ({head(garden)}, 2026-11-01) → the files here\n"
        "\n"
        "What it causes\n"
        "  ✘ plan           coverage 100 % → 75 %, errors 0 → 1, warnings 0 → 2\n"
        "  ✔ plan           attainment 50 % → 75 %\n"
        "  · plan           items 4 → 2, progress 0 % → –\n"
        "  ✘ harvest        left without tactics (1 before)\n"
        "  ✘ harvest/kilos  target lowered from 40 kg to 30 kg, easier to reach"
    )
    assert rest.endswith(
        "What changed\n"
        "  ~ harvest/kilos  target 40 → 30\n"
        "  + paths          tactic: Pave the paths\n"
        "  − beds           tactic: Build raised beds (2 actions)\n"
        "\n"
        "1 added, 3 removed, 1 changed, 3 new findings. As of 2026-11-22.\n"
    )


def test_sufficiency_is_told_with_both_values(garden: Repo) -> None:
    garden.write(work=WORK.replace("+30", "+12"))
    shown = told(garden)
    assert "  ✘ harvest  sufficiency from 100 % to 40 %\n" in shown
    assert "  ~ beds  moves.harvest/kilos +30 → +12\n" in shown


def test_dates_say_how_far_they_moved(garden: Repo) -> None:
    garden.write(work=WORK.replace("due: 2027-03-31", "due: 2027-03-30"))
    assert "  ~ beds  due 2027-03-31 → 2027-03-30 (1 day earlier)\n" in told(garden)
    garden.write(work=WORK.replace("due: 2027-03-31", "due: 2027-04-30"))
    assert "  ~ beds  due 2027-03-31 → 2027-04-30 (30 days later)\n" in told(garden)


def test_health_is_told_with_its_reason(garden: Repo) -> None:
    garden.write(work=WORK.replace("    due: 2027-03-31", "    start: 2026-11-22\n    due: 2027-03-31"))
    garden.commit()
    garden.write(work=WORK.replace("    due: 2027-03-31", "    start: 2026-06-01\n    due: 2027-03-31"))
    assert "  ✘ beds     from on track to off track: progress 0 %, planned 75 %\n" in told(garden)


def test_a_harder_target_is_better_and_where_less_is_better_too(garden: Repo) -> None:
    garden.write(alignplan=PLAN.replace("target: 40", "target: 50"))
    assert "  ✔ harvest/kilos  target raised from 40 kg to 50 kg, harder to reach\n" in told(garden)
    garden.write(alignplan=PLAN.replace("baseline: 10, target: 40", "baseline: 90, target: 40"))
    garden.commit()
    garden.write(alignplan=PLAN.replace("baseline: 10, target: 40", "baseline: 90, target: 60"))
    assert "  ✘ harvest/kilos  target raised from 40 kg to 60 kg, easier to reach\n" in told(garden)


def test_findings_are_new_or_solved(garden: Repo) -> None:
    garden.write(work=WORK.replace("    owner: mia\n", ""))
    before = data(garden)
    assert [(one["code"], one["item"]) for one in before["findings"]["new"]] == [("T302", "beds")]
    assert before["findings"]["solved"] == []
    garden.commit()
    garden.write(work=WORK)
    after = data(garden)
    assert after["findings"]["new"] == []
    assert [(one["code"], one["path"], one["line"]) for one in after["findings"]["solved"]] == [
        ("T302", "work.yaml", 2)
    ]


def test_both_sides_are_judged_on_the_same_day(garden: Repo) -> None:
    assert "Nothing changed. As of 2030-01-01." in told(garden, "--as-of", "2030-01-01")
    assert data(garden, "--as-of", "2030-01-01")["findings"] == {"new": [], "solved": []}


def test_settings_of_check_are_told(garden: Repo) -> None:
    garden.write(alignplan=PLAN.replace("select:", "ignore: [T304], select:"))
    assert "  ~ lint  ignore + [T304]\n" in told(garden)
    assert data(garden)["changes"] == [
        {"op": "changed", "id": "lint", "kind": "lint", "title": "", "was": None,
         "fields": [{"field": "lint.ignore", "from": None, "to": ["T304"]}], "effects": []}
    ]  # fmt: skip
    assert typed(garden.folder, "diff", "--exit-code").code == 1


# ------------------------------------------------------------ what is no change


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("supports: harvest", "supports: [harvest]"),
        ("supports: harvest", "supports: {harvest: }"),
        ("title: Build raised beds", "title: 'Build raised beds'"),
        ("due: 2027-03-31", "due: 2027-Q1"),
        ("+30", "30"),
        ("    owner: mia\n    due: 2027-03-31\n", "    due: 2027-03-31\n    owner: mia  # a word\n"),
        ("tactics:\n", "\n\n# Work\ntactics:\n\n"),
        (
            "{title: Buy wood, due: 2026-12-15}",
            "\n        title: >-\n          Buy\n          wood\n        due: 2026-12-15",
        ),
        ("\n", "\r\n"),
    ],
)
def test_another_way_of_writing_is_no_change(garden: Repo, old: str, new: str) -> None:
    assert old in WORK
    (garden.folder / "work.yaml").write_bytes(WORK.replace(old, new).encode())
    assert changes(garden) == []


def test_a_title_alone_is_what_it_is_at_length(garden: Repo) -> None:
    garden.write(work="tactics: {beds: Build}\n")
    garden.commit()
    garden.write(work="tactics:\n  beds:\n    title: Build\n")
    assert changes(garden) == []


def test_a_split_file_is_no_change(garden: Repo) -> None:
    garden.write(
        alignplan=PLAN.partition("objectives:")[0].replace("[work.yaml]", "['*.yaml']") + PLAN[PLAN.index("people:"):],
        aims=PLAN[PLAN.index("objectives:"):PLAN.index("people:")],
    )  # fmt: skip
    garden.put("beds.yaml", WORK)
    (garden.folder / "work.yaml").unlink()
    shown = told(garden)
    assert shown.endswith("Nothing changed but the files in which 5 items stand. As of 2026-11-22.\n")
    assert data(garden)["changes"] == []
    assert data(garden)["findings"] == {"new": [], "solved": []}
    assert typed(garden.folder, "diff", "--exit-code").code == 0
    assert "  » beds           moved from work.yaml to beds.yaml\n" in told(garden, "--full")
    assert ("moved", "beds", ("path", "work.yaml", "beds.yaml")) in changes(garden, "--full")


# ------------------------------------------------------------ renames


def test_a_new_id_is_a_rename_with_all_that_follows_it(garden: Repo) -> None:
    garden.write(alignplan=PLAN.replace("harvest", "yield"), work=WORK.replace("harvest", "yield"))
    shown = told(garden)
    assert "What it causes" not in shown
    assert "What changed\n  » yield  was `harvest`\n\n1 renamed. As of 2026-11-22.\n" in shown
    assert data(garden)["changes"] == [
        {"op": "renamed", "id": "yield", "kind": "objective", "title": "Harvest 40 kg", "was": "harvest", "fields": [],
         "effects": []}
    ]  # fmt: skip


def test_a_rename_that_is_also_a_change_says_both(garden: Repo) -> None:
    garden.write(work=WORK.replace("  beds:", "  frames:").replace("owner: mia", "owner: ben"))
    assert changes(garden) == [("renamed", "frames", ("owner", "mia", "ben"))]


def test_a_step_may_have_another_name_or_tactic(garden: Repo) -> None:
    garden.write(work=WORK.replace("      wood:", "      timber:"))
    assert changes(garden) == [("renamed", "beds/timber")]
    garden.write(work=WORK + "  well: {title: Dig a well, supports: harvest}\n")
    garden.commit()
    wood = "      wood: {title: Buy wood, due: 2026-12-15}\n"
    moved = (
        WORK.replace(wood, "")
        + "  well:\n    title: Dig a well\n    supports: harvest\n    actions:\n"
        + wood
    )
    garden.write(work=moved)
    assert [(one["op"], one["id"], one["was"]) for one in data(garden)["changes"]] == [
        ("renamed", "well/wood", "beds/wood")
    ]


def test_what_is_only_alike_in_its_owner_is_another_item(garden: Repo) -> None:
    garden.write(
        work="tactics:\n  well: {title: Dig a well, supports: harvest, owner: mia, due: 2027-03-31}\n"
    )
    assert changes(garden) == [
        ("added", "well"), ("removed", "beds"), ("removed", "beds/wood"), ("removed", "beds/build")
    ]  # fmt: skip


def test_another_kind_is_another_item(garden: Repo) -> None:
    garden.write(work="objectives:\n  beds: {title: Build raised beds, owner: mia, due: 2027-03-31}\n")
    assert [one[:2] for one in changes(garden)] == [
        ("added", "beds"), ("removed", "beds"), ("removed", "beds/wood"), ("removed", "beds/build")
    ]  # fmt: skip


# ------------------------------------------------------------ how values are told


def test_parts_of_a_mapping_change_by_themselves(garden: Repo) -> None:
    garden.write(work=WORK.replace("    moves:", "    budget: {planned: 900, spent: 10}\n    moves:"))
    garden.commit()
    garden.write(work=WORK.replace("    moves:", "    budget: {planned: 900, spent: 25}\n    moves:"))
    assert changes(garden) == [("changed", "beds", ("budget.spent", 10, 25))]


def test_lists_tell_what_came_and_went(garden: Repo) -> None:
    garden.write(work=WORK.replace("    owner: mia\n", "    owner: mia\n    tags: [wood, sun]\n", 1))
    assert "  ~ beds  tags + [wood, sun]\n" in told(garden)
    garden.commit()
    garden.write(work=WORK.replace("    owner: mia\n", "    owner: mia\n    tags: [sun, rain]\n", 1))
    assert "  ~ beds  tags + rain, − wood\n" in told(garden)
    assert changes(garden) == [("changed", "beds", ("tags", ["wood", "sun"], ["sun", "rain"]))]


def test_long_texts_are_shown_where_they_differ(garden: Repo) -> None:
    text = "Larch from the saw mill in the valley, cut to boards of {} metres, and screws that do not rust."
    garden.write(work=WORK.replace("    owner: mia", f"    description: {text.format(2)}\n    owner: mia", 1))
    garden.commit()
    garden.write(work=WORK.replace("    owner: mia", f"    description: {text.format(3)}\n    owner: mia", 1))
    expected = "  ~ beds  description …of 2 metres, and screws that do not ru… → …of 3 metres, and screws that do not ru…\n"
    assert expected in told(garden)
    assert text.format(3) in told(garden, "--full")


def test_values_in_a_file_of_their_own_are_compared(garden: Repo) -> None:
    garden.write(alignplan=PLAN.replace("{2026-10-31: 25}", "kilos.csv"))
    garden.put("kilos.csv", "date,value\n2026-10-31,25\n")
    garden.commit()
    garden.put("kilos.csv", "date,value\n2026-10-31,25\n2026-11-15,28\n")
    assert "actuals 1 value, the last 25 on 2026-10-31 → 2 values, the last 28 on 2026-11-15\n" in told(
        garden
    )


def test_what_a_plan_says_is_data(garden: Repo) -> None:
    garden.write(work=WORK.replace("Build raised beds", '"\\e[31m=cmd() [red]x[/red] <b>"'))
    shown = told(garden)
    assert "\x1b" not in shown
    assert "[31m=cmd() [red]x[/red] <b>" in shown
    assert "<b>" not in told(garden, "-f", "markdown")


# ------------------------------------------------------------ forms


def test_concise_shows_the_first_and_full_shows_all(garden: Repo) -> None:
    steps = "".join(f"      s{number}: {{title: Step {number}}}\n" for number in range(30))
    garden.write(work=WORK + steps)
    shown = told(garden)
    assert "  + beds/s19  action: Step 19\n" in shown
    assert "beds/s20" not in shown
    assert "  …           and 10 more: --full shows them\n" in shown
    assert "  + beds/s29  action: Step 29\n" in told(garden, "--full")
    assert len(data(garden)["changes"]) == 30


@pytest.mark.parametrize("arguments", [(), ("--full",), ("--stat",)])
def test_it_fits_eighty_columns(garden: Repo, arguments: tuple[str, ...]) -> None:
    garden.write(
        work="tactics:\n  paths: {title: Pave all of the many paths through the garden, down to the lake}\n"
    )
    done = typed(garden.folder, "diff", "-f", "table", *arguments, COLUMNS="80")
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 80


def test_counted(garden: Repo) -> None:
    garden.write(
        work="tactics:\n  paths: {title: Pave the paths}\n", alignplan=PLAN.replace("40 kg", "45 kg")
    )
    assert told(garden, "--stat").partition("\n\n")[2].partition("\n\n")[0] == (
        "kind       added  removed  changed  renamed\n"
        "objective      0        0        1        0\n"
        "tactic         1        1        0        0\n"
        "action         0        2        0        0"
    )


def test_as_a_sheet(garden: Repo) -> None:
    garden.write(work=WORK.replace("owner: mia", "owner: ben").replace("      wood", "      timber"))
    assert told(garden, "-f", "csv") == (
        "op,id,kind,field,from,to\n"
        "changed,beds,tactic,owner,mia,ben\n"
        "renamed,beds/timber,action,id,beds/wood,beds/timber\n"
    )


def test_the_exit_code_says_that_something_changed_only_when_asked(garden: Repo) -> None:
    garden.write(work=WORK.replace("mia", "ben"))
    assert typed(garden.folder, "diff").code == 0
    assert typed(garden.folder, "diff", "--exit-code").code == 1
    assert typed(garden.folder, "diff", "--exit-code", "-f", "json").code == 1


def test_full_and_stat_exclude_each_other(garden: Repo) -> None:
    done = typed(garden.folder, "diff", "--full", "--stat")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: --full and --stat ask for opposite things\nhelp: keep one of the two\n"


def test_the_same_input_gives_the_same_bytes(garden: Repo) -> None:
    garden.write(work="tactics:\n  paths: {title: Pave the paths}\n")
    assert told(garden, "-f", "json") == told(garden, "-f", "json")


# ------------------------------------------------------------ which versions


def test_the_index_is_compared_with_head(garden: Repo) -> None:
    garden.write(work=WORK.replace("owner: mia", "owner: ben"))
    assert "Nothing changed." in told(garden, "--staged")
    garden.git("add", "work.yaml")
    garden.write(work=WORK)
    assert told(garden, "--staged").startswith(f"HEAD ({head(garden)}, 2026-11-01) → what is staged\n")
    assert changes(garden, "--staged") == [("changed", "beds", ("owner", "mia", "ben"))]
    done = typed(garden.folder, "diff", "--staged", "HEAD..HEAD")
    assert (done.code, done.err.splitlines()[0]) == (
        2,
        "error: --staged compares one revision with the index, not HEAD..HEAD",
    )


def test_a_conflict_in_the_index_is_refused(garden: Repo) -> None:
    garden.git("checkout", "-q", "-b", "other")
    garden.write(work=WORK.replace("owner: mia", "owner: ben"))
    garden.commit()
    garden.git("checkout", "-q", "main")
    garden.write(work=WORK.replace("owner: mia", "owner: eve"))
    garden.commit()
    with pytest.raises(Exception, match="merge"):
        garden.git("merge", "-q", "other")
    done = typed(garden.folder, "diff", "--staged")
    assert (done.code, done.err) == (
        2,
        "error: work.yaml has conflicts\nhelp: resolve them, then `git add` it\n",
    )


def test_two_dots_three_dots_and_sides_left_out(garden: Repo) -> None:
    garden.git("checkout", "-q", "-b", "other")
    garden.write(work=WORK.replace("owner: mia", "owner: ben"))
    garden.commit("2026-11-02")
    garden.git("checkout", "-q", "main")
    garden.write(work=WORK.replace("2027-03-31", "2027-04-30"))
    garden.commit("2026-11-03")
    owner, due = ("owner", "mia", "ben"), ("due", "2027-03-31", "2027-04-30")
    assert changes(garden, "main...other") == [("changed", "beds", owner)]
    assert changes(garden, "other...main") == [("changed", "beds", due)]
    assert changes(garden, "main..other") == [("changed", "beds", owner, (due[0], due[2], due[1]))]
    assert changes(garden, "other..") == [("changed", "beds", ("owner", "ben", "mia"), due)]
    assert changes(garden, "..other") == changes(garden, "main..other")
    assert changes(garden, "other") == changes(garden, "other..main")


def test_histories_without_a_common_commit(garden: Repo) -> None:
    garden.git("checkout", "-q", "--orphan", "other")
    garden.commit("2026-11-02")
    done = typed(garden.folder, "diff", "main...other")
    assert done.code == 2
    assert done.err.endswith("have no commit in common\nhelp: compare them with two dots: REV..REV\n")


def test_before_there_was_a_plan_everything_is_new(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.put("README", "A garden.\n")
    repo.commit()
    repo.write(alignplan=PLAN, work=WORK)
    done = typed(repo.folder, "diff")
    assert (done.code, done.err) == (
        0,
        f"note: there is no alignplan.yaml in HEAD ({head(repo)}, 2026-11-01)\n",
    )
    assert done.out.startswith(f"HEAD ({head(repo)}, 2026-11-01) → the files here\n")
    assert "  + beds     tactic: Build raised beds (2 actions)\n" in done.out


def test_a_plan_in_a_folder_is_compared_with_itself(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    for folder in ("north", "south"):
        repo.put(f"{folder}/alignplan.yaml", PLAN)
        repo.put(f"{folder}/work.yaml", WORK)
    repo.commit()
    repo.put("south/work.yaml", WORK.replace("mia", "ben"))
    assert "Nothing changed." in typed(repo.folder / "north", "diff").out
    assert "owner mia → ben" in typed(repo.folder / "south", "diff").out
    assert typed(repo.folder, "diff").code == 2


def test_links_in_a_version_lead_where_they_lead_in_a_folder(garden: Repo) -> None:
    garden.put("parts/real.yaml", WORK)
    (garden.folder / "work.yaml").unlink()
    (garden.folder / "work.yaml").symlink_to("parts/real.yaml")
    garden.commit()
    assert "Nothing changed." in told(garden)
    assert changes(garden, "HEAD~1") == []
    (garden.folder / "work.yaml").unlink()
    (garden.folder / "work.yaml").symlink_to("../../../etc/passwd")
    garden.commit()
    done = typed(garden.folder, "ls", "--at", "HEAD")
    assert done.code == 0
    assert "beds" not in done.out


@pytest.mark.parametrize("target", ["loop.yaml", "../work.yaml", "/etc/passwd", "gone.yaml", ""])
def test_odd_links_are_no_traceback(garden: Repo, target: str) -> None:
    garden.put("alignplan.yaml", PLAN.replace("work.yaml", "'*.yaml'"))
    if target:
        (garden.folder / "loop.yaml").symlink_to(target)
    garden.commit()
    assert typed(garden.folder, "diff").code == 0
    assert "beds" in typed(garden.folder, "ls", "--at", "HEAD").out


# ------------------------------------------------------------ versions that cannot be read


def test_a_broken_version_is_told_and_nothing_is_concluded_from_it(garden: Repo) -> None:
    garden.write(work="tactics: [\n")
    garden.commit()
    garden.write(work=WORK, alignplan=PLAN.replace("Harvest 40 kg", "Harvest 40 kilos"))
    done = typed(garden.folder, "diff")
    assert done.code == 0
    assert done.err == (
        f"note: of HEAD ({head(garden)}, 2026-11-01) not all can be read: work.yaml; what stands there is not compared, "
        "and figures are not\n"
    )
    assert "What it causes" not in done.out
    assert done.out.endswith(
        "What changed\n  ~ harvest  title Harvest 40 kg → Harvest 40 kilos\n\n1 changed, 1 solved. As of 2026-11-22.\n"
    )


def test_files_that_are_broken_now_are_told_as_well(garden: Repo) -> None:
    garden.write(work="tactics: [\n")
    done = typed(garden.folder, "diff")
    assert done.code == 0
    assert done.err.startswith("note: of the files here not all can be read: work.yaml;")
    assert "beds" not in done.out
    assert "New findings (1)\n  error[E002]" in done.out


def test_a_file_over_the_limit_is_told(garden: Repo) -> None:
    garden.write(work=WORK + "# " + "x" * (17 << 20))
    garden.commit()
    garden.write(work=WORK)
    done = typed(garden.folder, "diff")
    assert done.code == 0
    assert "not all can be read: work.yaml" in done.err
    assert "beds" not in done.out
