"""What `python -m venv` does in the tests of what is run in CI: see `runner.interpreter`. Run as a program."""

from __future__ import annotations

import sys
import venv
from pathlib import Path


def make(folder: Path, asked: str) -> None:
    """An environment that has the packages of the tests', but not alignplan."""
    venv.create(folder, with_pip=False, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    (here,) = (Path(entry) for entry in sys.path if entry.endswith("site-packages"))
    for entry in here.iterdir():
        if entry.suffix != ".pth" and not entry.name.startswith(("alignplan", "pip")):
            (packages / entry.name).symlink_to(entry)
    python = folder / "bin/python"
    python.unlink()
    python.write_text(
        f'#!/bin/sh\ncase " $* " in *" -m pip "*) printf "%s\\n" "$*" >>{asked}; exit 0;; esac\n'
        f'exec {folder}/bin/python3 "$@"\n'
    )
    python.chmod(0o755)


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2])
