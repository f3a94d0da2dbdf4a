"""`alignplan serve` in a process of its own, and what a client sees of it."""

from __future__ import annotations

import contextlib
import select
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.cli.door import environment

_PATIENCE = 30.0
# As from a shell at a terminal: what is started in the background ignores them.
_HEARS_INTERRUPTS = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from alignplan.__main__ import main
main()
"""
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Served:
    """A server that runs."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process, self.address = process, address

    def get(self, path: str = "/") -> tuple[int, str]:
        """The status and the text of a page."""
        try:
            with _DIRECT.open(self.address + path.removeprefix("/"), timeout=_PATIENCE) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode("utf-8")

    def waits_for(self, words: str, path: str = "/") -> str:
        """The page, as soon as it says something."""
        until = time.monotonic() + _PATIENCE
        while words not in (text := self.get(path)[1]):
            assert time.monotonic() < until, f"{words!r} never came"
            time.sleep(0.05)
        return text

    def ends_by(self, number: signal.Signals) -> tuple[int, str]:
        """The exit code after a signal, and what was said on standard error."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=_PATIENCE)
        return self.process.returncode, said


@contextlib.contextmanager
def served(folder: Path, *arguments: str) -> Iterator[Served]:
    """A server of the plan in a folder, at a free port."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HEARS_INTERRUPTS, "serve", "--port", "0", *arguments], cwd=folder, env=environment(), text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert select.select([process.stdout], [], [], _PATIENCE)[0], "it never said where"
        line = process.stdout.readline()
        assert line.startswith("http://127.0.0.1:"), process.communicate()
        yield Served(process, line.strip())
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
