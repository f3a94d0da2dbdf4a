"""What git says when it refuses, in our words and with the way out."""

from __future__ import annotations

from alignplan.errors import Misuse

__all__ = ["refusal"]

_KNOWN = (
    (
        "not a git repository",
        "this plan is in no git repository",
        "begin one: `git init`, then commit the plan",
    ),
    (
        "cannot use bare repository",
        "this folder is git's own: a bare repository, or `.git`",
        "run it in the folder of the plan, in a clone or a worktree",
    ),
    (
        "must be run in a work tree",
        "this folder is git's own: a bare repository, or `.git`",
        "run it in the folder of the plan, in a clone or a worktree",
    ),
    ("bad config", "git cannot read the configuration of the repository", "`git config --list` tells where"),
    ("unknown repository extension", "this git is too old for the repository", "install a newer git"),
    ("expected git repo version", "this git is too old for the repository", "install a newer git"),
)
_LONGEST = 200


def refusal(said: str, folder: str) -> Misuse:
    """The misuse that git's last words amount to."""
    if "dubious ownership" in said or "safe.directory" in said:
        return Misuse(
            "git does not trust this repository: it belongs to another user",
            f"if you do: `git config --global --add safe.directory {_trusted_folder(said) or folder}`",
        )
    for words, message, hint in _KNOWN:
        if words in said:
            return Misuse(message, hint)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    last = lines[-1].removeprefix("fatal: ").removeprefix("error: ") if lines else "it did not say why"
    return Misuse(f"git cannot read the repository: {last[:_LONGEST]}", "`git fsck` tells what is damaged")


def _trusted_folder(said: str) -> str:
    """The folder that git itself names in its advice."""
    _, found, rest = said.partition("--add safe.directory ")
    return rest.splitlines()[0].strip() if found and rest else ""
