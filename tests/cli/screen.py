"""`alignplan` as someone uses it who sits at a terminal."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import termios
import time
from pathlib import Path
from typing import IO

from tests.cli.door import COMMAND, Done, environment

CTRL_C, CTRL_D = "\x03", "\x04"
_PATIENCE = 20.0
# What moves the cursor and colours, and the mark of a paste.
_ACTS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r|\a")


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Screen:
    """A run at a terminal so wide that no line is broken."""

    def __init__(
        self, folder: Path, *arguments: str, out: IO[bytes] | None = None, columns: int = 400, **more: str
    ) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        settings = environment(TERM="xterm", LANG="C.UTF-8", LC_ALL="C.UTF-8", INPUTRC="/dev/null", **more)
        self._process = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=folder,
            env=settings,
            stdin=slave,
            stdout=out or slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509  the process is its own from there on
        )
        os.close(slave)
        self._seen = bytearray()

    @property
    def text(self) -> str:
        """All that was seen so far."""
        return _ACTS.sub("", self._seen.decode("utf-8", "replace"))

    def until(self, prompt: str) -> None:
        """Wait until the last line is this."""
        end = time.monotonic() + _PATIENCE
        while self.text.rsplit("\n", 1)[-1] != prompt:
            if time.monotonic() > end or not self._read(end):
                raise AssertionError(f"no {prompt!r} at the end of:\n{self.text}")

    def type(self, text: str) -> None:
        """Type something, without Enter."""
        os.write(self._master, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, as late as a person would: what comes while the line is being shown is not seen by all systems."""
        time.sleep(0.05)
        self.type(CTRL_C)

    def answer(self, prompt: str, text: str) -> None:
        """Wait for a prompt, and answer it."""
        self.until(prompt)
        self.type(f"{text}\r")

    def done(self) -> Done:
        """Wait for the end; all that was seen stands in `err`."""
        end = time.monotonic() + _PATIENCE
        while self._read(end):
            pass
        os.close(self._master)
        return Done(self._process.wait(_PATIENCE), "", self.text)

    def _read(self, end: float) -> bool:
        """Take what is to be seen; false at the end of the run."""
        if not select.select([self._master], [], [], max(end - time.monotonic(), 0))[0]:
            self._process.kill()
            raise AssertionError(f"nothing happens any more after:\n{self.text}")
        try:
            taken = os.read(self._master, 65536)
        except OSError:  # the terminal was hung up
            return False
        self._seen += taken
        return bool(taken)
