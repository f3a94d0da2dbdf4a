"""The pager: `$PAGER`, else `less -FRX`, fed through a pipe and never through a shell."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import IO

from alignplan.records import record

__all__ = ["Pager", "find_pager"]


@record
class Pager:
    """A program to read long output in."""

    command: tuple[str, ...]
    environ: Mapping[str, str]

    def show(self, texts: Iterable[str], encoding: str) -> bool:
        """Feed the texts and wait until the reader leaves. False, with nothing read, where it cannot be started."""
        import signal
        import subprocess

        try:
            process = subprocess.Popen(  # noqa: S603 - the words of the user's own PAGER, given to no shell
                self.command,
                env=dict(self.environ),
                stdin=subprocess.PIPE,
                encoding=encoding,
                errors="backslashreplace",
            )
        except OSError:
            return False
        # Ctrl-C belongs to the pager while it is on the screen.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            if process.stdin is not None:
                _feed(process.stdin, texts)
            process.wait()
        finally:
            signal.signal(signal.SIGINT, before)
        return True


def find_pager(environ: Mapping[str, str]) -> Pager | None:
    """The pager that the environment wants, or None: `PAGER` empty or `cat`, a dumb terminal, nothing installed."""
    if environ.get("TERM") == "dumb":
        return None
    words = _words(environ.get("PAGER", "less"))
    if not words or words == ["cat"]:
        return None
    program = _on_path(words[0], environ)
    if program is None:
        return None
    return Pager((program, *words[1:]), {"LESS": "FRX", "LV": "-c", **environ})


def _words(command: str) -> list[str]:
    import shlex

    try:
        return shlex.split(command)
    except ValueError:
        return []


def _on_path(program: str, environ: Mapping[str, str]) -> str | None:
    import shutil

    # A folder that depends on where we stand could hold a program of the plan's author.
    folders = environ.get("PATH", os.defpath).split(os.pathsep)
    return shutil.which(program, path=os.pathsep.join(folder for folder in folders if os.path.isabs(folder)))


def _feed(stdin: IO[str], texts: Iterable[str]) -> None:
    # A reader who has seen enough closes the pipe: while we write, or with a last piece in our buffer.
    try:
        with stdin:
            for text in texts:
                stdin.write(text)
    except BrokenPipeError:
        pass
