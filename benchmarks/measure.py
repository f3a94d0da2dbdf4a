"""Times a command as a whole process: CPU seconds of the child and its peak memory, from the kernel's own books."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """One run: CPU seconds (user and system), peak memory in MiB, exit code."""

    cpu: float
    memory: float
    code: int


def once(
    command: Sequence[str], *, cwd: Path | None = None, environment: dict[str, str] | None = None
) -> Sample:
    """Run a command with its output thrown away."""
    process = subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Sample(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def median(samples: Sequence[Sample]) -> Sample:
    """The median of each figure."""
    return Sample(
        statistics.median(sample.cpu for sample in samples),
        statistics.median(sample.memory for sample in samples),
        max(sample.code for sample in samples),
    )
