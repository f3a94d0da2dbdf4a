"""`alignplan serve` as it is used: it shows the plan as it is, as it was, and as it was last readable."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.door import started
from tests.history.gits import Repo
from tests.plans import written
from tests.serving.served import Served, served

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")
ROOT = 'alignplan: 1\nplan: {title: Bakery}\ninclude: ["*.yaml"]\n'
OBJECTIVES = "objectives:\n  sell-more: {title: Sell more bread, due: 2026-12-31}\n"


def change(folder: Path, name: str, text: str) -> None:
    """As an editor saves: whole."""
    (folder / ".saved").write_text(text, encoding="utf-8")
    os.replace(folder / ".saved", folder / name)


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    made = Repo(tmp_path_factory.mktemp("bakery"))
    made.put("alignplan.yaml", ROOT)
    made.put("objectives.yaml", OBJECTIVES)
    made.commit("2026-11-01", "first")
    made.put("objectives.yaml", OBJECTIVES.replace("bread", "rye"))
    made.commit("2026-11-10", "rye <b>instead</b>")
    return made


@pytest.fixture(scope="module")
def running(repo: Repo) -> Iterator[Served]:
    with served(repo.folder) as started_once:
        yield started_once


@pytest.fixture
def here(repo: Repo, running: Served) -> Iterator[Served]:
    yield running
    change(repo.folder, "alignplan.yaml", ROOT)
    change(repo.folder, "objectives.yaml", OBJECTIVES.replace("bread", "rye"))


def test_the_page_is_the_report_and_follows_the_files(repo: Repo, here: Served) -> None:
    status, text = here.get()
    assert status == 200
    assert "Sell more rye" in text
    assert 'name="alignplan-state"' in text
    change(repo.folder, "objectives.yaml", OBJECTIVES.replace("bread", "buns"))
    assert "Sell more rye" not in here.waits_for("Sell more buns")
    change(repo.folder, "tactics.yaml", "tactics: {oven: {title: Buy an oven, supports: sell-more}}\n")
    assert "Sell more buns" in here.waits_for("Buy an oven")
    (repo.folder / "tactics.yaml").unlink()
    assert "Buy an oven" not in here.get()[1]


def test_a_plan_that_breaks_is_shown_as_it_was_with_what_is_wrong_and_recovers(
    repo: Repo, here: Served
) -> None:
    assert "Sell more rye" in here.get()[1]
    change(repo.folder, "alignplan.yaml", "alignplan: 1\nplan: {title: [\n")
    broken = here.waits_for('id="live-wrong"')
    assert "The plan cannot be read as it stands now. What is shown is the last that could be." in broken
    assert "alignplan.yaml:2:15: " in broken
    assert "Sell more rye" in broken
    change(repo.folder, "alignplan.yaml", ROOT.replace("Bakery", "Old Mill"))
    assert 'id="live-wrong"' not in here.waits_for("Old Mill")


def test_a_file_that_is_none_for_a_moment_takes_nothing_away(repo: Repo, here: Served) -> None:
    change(repo.folder, "objectives.yaml", "objectives: {sell-more: [}\n")
    broken = here.waits_for('id="live-wrong"')
    assert "objectives.yaml:1:" in broken
    assert "The plan cannot be read as it stands now. What is shown is the last that could be." in broken
    assert "Sell more rye" in broken


def test_an_error_that_leaves_the_plan_whole_is_named_above_it(repo: Repo, here: Served) -> None:
    change(repo.folder, "objectives.yaml", OBJECTIVES.replace("2026-12-31", "2026-02-30"))
    broken = here.waits_for('id="live-wrong"')
    assert "The plan has errors: what could not be understood is not shown." in broken
    assert "objectives.yaml:2:" in broken
    assert "Sell more bread" in broken


def test_a_plan_that_is_taken_away_is_told_and_comes_back(repo: Repo, here: Served) -> None:
    here.get()
    (repo.folder / "alignplan.yaml").rename(repo.folder / "away")
    assert "no plan" in here.waits_for('id="live-wrong"')
    (repo.folder / "away").rename(repo.folder / "alignplan.yaml")
    assert "Sell more rye" in here.waits_for('role="status"')


def test_the_plan_of_a_revision_is_shown_as_of_its_day(repo: Repo, here: Served) -> None:
    status, text = here.get("/at/HEAD~1")
    assert status == 200
    assert "Sell more bread" in text
    assert "This is the plan of commit" in text
    assert "As of 2026-11-01" in text
    assert 'name="alignplan-state"' not in text  # it does not change


def test_the_page_of_now_leads_to_the_last_versions(repo: Repo, here: Served) -> None:
    text = here.get()[1]
    ids = repo.git("log", "--format=%H").split()
    for id in ids:
        assert f'href="/at/{id[:8]}"' in text
        assert here.get(f"/at/{id[:8]}")[0] == 200
    assert "rye &lt;b&gt;instead&lt;/b&gt;" in text


@pytest.mark.parametrize(
    "name", ["nothing", "--output=x", "HEAD:alignplan.yaml", "..", "HEAD..HEAD~1", "%3B%20touch%20x", "-1"]
)
def test_a_revision_that_git_does_not_know_is_not_found_and_nothing_happens(
    repo: Repo, here: Served, name: str
) -> None:
    before = sorted(path.name for path in repo.folder.iterdir())
    status, text = here.get(f"/at/{name}")
    assert status == 404
    assert "The plan cannot be shown" in text
    assert sorted(path.name for path in repo.folder.iterdir()) == before


def test_serving_writes_nothing(repo: Repo, here: Served) -> None:
    before = {
        path: path.stat().st_mtime_ns
        for path in repo.folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }
    here.get()
    here.get("/at/HEAD")
    here.get("/at/nothing")
    after = {
        path: path.stat().st_mtime_ns
        for path in repo.folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }
    assert after == before


def test_without_git_there_is_the_plan_of_now_alone(tmp_path: Path) -> None:
    with served(written(tmp_path, {"alignplan.yaml": ROOT, "objectives.yaml": OBJECTIVES})) as running:
        assert "Earlier versions" not in running.get()[1]
        assert running.get("/at/HEAD")[0] == 404


def test_a_plan_that_is_broken_from_the_start_is_served_once_it_is_sound(tmp_path: Path) -> None:
    with served(written(tmp_path, "alignplan: 1\nplan: {title: [\n")) as running:
        assert "alignplan.yaml:2:15: " in running.get()[1]
        change(tmp_path, "alignplan.yaml", ROOT + OBJECTIVES)
        running.waits_for("Sell more bread")


# ------------------------------------------------------------ the end


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_signal_ends_it_at_once_although_a_page_is_open(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    with served(written(tmp_path, ROOT)) as running:
        port = int(running.address.rsplit(":", 1)[1].strip("/"))
        with socket.create_connection(("127.0.0.1", port), timeout=10) as there:
            there.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            told = b""
            while b"data: " not in told:
                told += there.recv(4096)
            assert running.ends_by(number) == (
                code, "note: Ctrl-C ends it; nobody but this machine can read it, and nothing can be written\n",
            )  # fmt: skip


def test_a_port_that_is_taken_is_said_in_a_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = started(written(tmp_path, ROOT), "serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: port {port} is taken\nhelp: `--port 0` takes a free one\n"


def test_a_folder_without_a_plan_is_misuse(tmp_path: Path) -> None:
    done = started(tmp_path, "serve", "--port", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no plan" in done.stderr


def test_a_port_that_is_none_is_misuse(tmp_path: Path) -> None:
    assert started(written(tmp_path, ROOT), "serve", "--port", "70000").returncode == 2
