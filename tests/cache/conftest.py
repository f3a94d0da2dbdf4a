"""A cache of the test's own, and a front door that tells whether it answered from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from alignplan.__main__ import run
from alignplan.cli import frontdoor

PLAN = {
    "alignplan.yaml": "alignplan: 1\nplan: {title: Northwind}\ninclude: ['ops/*.yaml', named.yaml]\n"
    "kpis: {k: {unit: t, baseline: 0, target: 5, actuals: data/k.csv}}\n",
    "ops/a.yaml": "tactics:\n  a: {title: Ä first}\n  b: {}  # alignplan: ignore[A101] known, until 2027-01-31\n",
    "named.yaml": "objectives: {o: {}}\n",
    "data/k.csv": "date,value\n2026-01-01,1\n",
}


@dataclass
class Answer:
    """What a run printed, its exit code, and whether it was replayed."""

    out: str
    code: int
    replayed: bool


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "ALIGNPLAN_AS_OF", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return home / "alignplan"


Ask = Callable[..., Answer]


@pytest.fixture
def ask(cache: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """`check` with these arguments, as of 2026-11-22 where no day is given."""
    checked: list[object] = []
    whole = frontdoor._checked

    def counted(request: object) -> int:
        checked.append(request)
        return whole(request)  # type: ignore[arg-type]

    monkeypatch.setattr(frontdoor, "_checked", counted)

    def asked(*arguments: object) -> Answer:
        checked.clear()
        day = [] if "--as-of" in arguments else ["--as-of", "2026-11-22"]
        code = run(["check", *map(str, arguments), *day])
        return Answer(capsys.readouterr().out, code, not checked)

    return asked
