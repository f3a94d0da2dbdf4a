"""Without the extra, the effort `solver` is refused in one line that says what to install."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.scheduling.instances import standard

from alignplan.errors import Misuse
from alignplan.scheduling import solver
from alignplan.scheduling.schedule import Schedule, Score


def test_without_the_extra_the_solver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "installed", lambda: False)
    schedule = Schedule((), Score(0, 0, 0), 0, (), "by hand")
    with pytest.raises(Misuse) as caught:
        solver.improve(standard(1), schedule)
    assert caught.value.message == "the effort `solver` needs OR-Tools"
    assert caught.value.hint == "pip install 'alignplan[solver]'"


def test_asking_for_the_solver_does_not_load_it() -> None:
    code = "import sys; from alignplan.scheduling.solver import installed; installed(); assert 'ortools.sat' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
