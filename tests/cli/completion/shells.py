"""Real shells, asked as they ask when someone presses the tab key."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.cli.door import environment

__all__ = ["SOURCED", "Keyboard", "bash_reply", "fish_reply", "installed", "keyboard", "place"]

PATIENCE = 20.0
TAB, DUMP = "\t", "\x14"
"""The tab key; and Ctrl-T, which the shells here are told to write the line down at."""


def installed(shell: str) -> pytest.MarkDecorator:
    """For tests of a shell that may not be there."""
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


def place(folder: Path) -> dict[str, str]:
    """The environment of a shell that finds `alignplan`, and nothing of whoever runs the tests."""
    home, programs = folder / "home", folder / "bin"
    home.mkdir(exist_ok=True)
    programs.mkdir(exist_ok=True)
    program = programs / "alignplan"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m alignplan "$@"\n')
    program.chmod(0o755)
    foreign = ("BASH_ENV", "ENV", "FPATH", "INPUTRC", "ZDOTDIR")
    kept = {name: value for name, value in environment().items() if name not in foreign}
    return {
        **kept,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "ZDOTDIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
    }


SOURCED = 'eval "$(alignplan completion bash)"'
BASH = """
COMP_CWORD=$1; shift
if [[ $1 ]]; then COMP_LINE=$1; COMP_POINT=$2; fi; shift 2
COMP_WORDS=("$@")
before=$-
_alignplan "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
echo "$?"
[[ $- == "$before" ]] || echo "the flags were $before and are $-"
printf '%s\\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"}
"""


def bash_reply(
    folder: Path,
    shell: dict[str, str],
    *words: str,
    at: int = -1,
    line: str = "",
    point: int = -1,
    script: str = SOURCED,
) -> list[str]:
    """What bash is given for these words of a command line, as its variables have them, at the last one or at `at`."""
    where = [str(at % len(words)), line, str(len(line) if point < 0 else point)]
    done = subprocess.run(
        ["bash", "--norc", "--noprofile", "-c", f"{script}\n{BASH}", "bash", *where, *words],
        cwd=folder,
        env=shell,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    code, *reply = done.stdout.splitlines()
    assert (code, done.stderr) == ("0", "")
    return [] if reply == [""] else reply


def fish_reply(folder: Path, shell: dict[str, str], line: str) -> list[str]:
    """What fish offers for a line, each word with a tab before what it is."""
    done = subprocess.run(
        ["fish", "--no-config", "-c", "alignplan completion fish | source; complete -C $argv[1]", "--", line],
        cwd=folder,
        env=shell,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@dataclass(frozen=True)
class Start:
    """How a shell is started so that someone can type: its settings, in a file of the home folder, and the command."""

    file: str
    settings: str
    command: tuple[str, ...]


STARTS = {
    "bash": Start(
        "rc",
        r"""
PS1='$ '
bind 'set bell-style none'
bind 'set show-all-if-ambiguous on'
bind 'set page-completions off'
eval "$(alignplan completion bash)"
note() { printf %s "$READLINE_LINE" > "$HOME/line.new"; mv "$HOME/line.new" "$HOME/line"; }
bind -x '"\C-t": note'
""",
        ("bash", "--noprofile", "--rcfile", "{settings}", "-i"),
    ),
    "zsh": Start(
        ".zshrc",
        r"""
PS1='$ '
unsetopt beep listbeep
autoload -Uz compinit; compinit -D
source <(alignplan completion zsh)
note() { print -rn -- "$BUFFER" > "$HOME/line.new"; mv "$HOME/line.new" "$HOME/line" }
zle -N note
bindkey '^T' note
""",
        ("zsh", "-i"),
    ),
    "fish": Start(
        "config/fish/config.fish",
        r"""
set -g fish_greeting
function fish_prompt; echo '$ '; end
alignplan completion fish | source
function note; commandline > $HOME/line.new; mv $HOME/line.new $HOME/line; end
bind \ct note
""",
        ("fish", "-i"),
    ),
}
ON_ITS_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


@dataclass
class Keyboard:
    """A shell on a terminal of its own."""

    process: subprocess.Popen[bytes]
    terminal: int
    home: Path
    screen: bytearray = field(default_factory=bytearray)

    def line(self, typed: str) -> str:
        """What stands in the line after these keys."""
        note = self.home / "line"
        note.unlink(missing_ok=True)
        os.write(self.terminal, f"{typed}{DUMP}".encode())
        end = time.monotonic() + PATIENCE
        while not note.exists() and time.monotonic() < end:
            self.watch()
        self.watch()
        return note.read_text().rstrip("\n")

    def wait_for(self, sign: str) -> None:
        """Wait until the shell has shown this."""
        end = time.monotonic() + PATIENCE
        while sign not in self.shown() and time.monotonic() < end:
            self.watch()

    def watch(self) -> None:
        """Take what the shell shows."""
        ready, _, _ = select.select([self.terminal], [], [], 0.05)
        if ready:
            with contextlib.suppress(OSError):
                self.screen += os.read(self.terminal, 1 << 16)

    def shown(self) -> str:
        """All that was shown."""
        return self.screen.decode("utf-8", "replace")


@contextlib.contextmanager
def keyboard(shell: str, folder: Path, variables: dict[str, str]) -> Iterator[Keyboard]:
    """A shell in a folder, ready to be typed at."""
    home = Path(variables["HOME"])
    start = STARTS[shell]
    settings = home / start.file
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(start.settings)
    command = [part.format(settings=settings) for part in start.command]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", ON_ITS_TERMINAL, *command],
        cwd=folder,
        env={**variables, "COLUMNS": "100", "LINES": "50"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        keys = Keyboard(process, ours, home)
        keys.wait_for("$ ")
        yield keys
    finally:
        process.kill()
        process.wait()
        os.close(ours)
