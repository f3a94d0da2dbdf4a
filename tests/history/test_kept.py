"""What did not change is read once: files by their digest, with what their KPIs take from others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.history.gits import PLAN, WORK, Repo

from alignplan.history.repository import Repository
from alignplan.history.revision import Revision
from alignplan.loading.kept import KeptFiles
from alignplan.loading.load import Loaded, load

NAME = "alignplan.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path)
    repo.write(alignplan=PLAN.replace("{2026-10-31: 25}", "kilos.csv"), work=WORK)
    repo.put("kilos.csv", "date,value\n2026-10-31,16\n")
    repo.commit()
    return repo


def at(repo: Repo, name: str) -> Revision:
    repository = Repository(str(repo.folder))
    return repository.at(repository.commit(name))


def actual(loaded: Loaded) -> float:
    kpis: Any = loaded.root.model.objectives["harvest"].kpis
    value: float = kpis["kilos"].actuals[-1].value
    return value


def test_an_unchanged_file_is_the_same_model_and_a_changed_one_is_not(repo: Repo) -> None:
    repo.write(work=WORK.replace("mia", "ben"))
    repo.commit()
    kept = KeptFiles()
    old, new = at(repo, "HEAD~1"), at(repo, "HEAD")
    first, second = (load(one, NAME, read=kept.load) for one in (old, new))
    assert first.files[0] is second.files[0]
    assert first.files[1] is not second.files[1]
    assert [first.files[1].model.tactics["beds"].owner, second.files[1].model.tactics["beds"].owner] == [
        "mia",
        "ben",
    ]
    assert kept.digest(old, [NAME, "work.yaml"]) != kept.digest(new, [NAME, "work.yaml"])
    old.close()
    new.close()


def test_a_file_is_another_when_the_values_of_its_kpis_are(repo: Repo) -> None:
    digests, values = [], []
    kept = KeptFiles()
    for value in (25, 16):
        repo.put("kilos.csv", f"date,value\n2026-10-31,{value}\n")
        repo.commit()
    for name in ("HEAD~2", "HEAD~1", "HEAD", "HEAD~1"):
        there = at(repo, name)
        values.append(actual(load(there, NAME, read=kept.load)))
        digests.append(kept.digest(there, [NAME]))
        there.close()
    assert values == [16, 25, 16, 25]
    assert digests[0] == digests[2] != digests[1] == digests[3]


def test_loaded_with_others_or_alone_is_the_same(repo: Repo) -> None:
    repo.put("more.yaml", "tactics: {well: {title: Dig a well, supports: nobody}}\n")
    repo.write(alignplan=PLAN.replace("[work.yaml]", "[work.yaml, more.yaml]"))
    repo.commit()
    kept = KeptFiles()
    for name in ("HEAD~1", "HEAD", "HEAD~1", "HEAD"):
        there = at(repo, name)
        one, other = load(there, NAME, read=kept.load), load(there, NAME)
        assert [(file.path, file.model, file.findings) for file in one.files] == [
            (file.path, file.model, file.findings) for file in other.files
        ]
        there.close()


def test_what_cannot_be_read_is_not_kept(repo: Repo) -> None:
    (repo.folder / "work.yaml").unlink()
    (repo.folder / "work.yaml").symlink_to("nowhere")
    repo.commit()
    kept = KeptFiles()
    there = at(repo, "HEAD")
    loaded = load(there, NAME, read=kept.load)
    assert [finding.code for finding in loaded.findings] == ["E001"]
    there.close()
