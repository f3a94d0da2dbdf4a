"""Globs of plan files, as `include` and the settings of `check` write them."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["expression_of"]


@lru_cache(maxsize=256)
def expression_of(pattern: str) -> re.Pattern[str]:
    """A glob as a regular expression of whole paths with forward slashes. `**/` is any folders, `*` and `?` stay in one."""
    parts: list[str] = []
    at = 0
    while at < len(pattern):
        if pattern.startswith("**/", at):
            parts.append("(?:[^/]+/)*")
            at += 3
        elif pattern.startswith("**", at):
            parts.append(".*")
            at += 2
        elif pattern[at] == "*":
            parts.append("[^/]*")
            at += 1
        elif pattern[at] == "?":
            parts.append("[^/]")
            at += 1
        elif pattern[at] == "[" and (end := pattern.find("]", at + 2)) > 0:
            inner = pattern[at + 1 : end].replace("\\", "")
            parts.append("[" + ("^" + inner[1:] if inner.startswith("!") else inner) + "]")
            at = end + 1
        else:
            parts.append(re.escape(pattern[at]))
            at += 1
    try:
        return re.compile("".join(parts) + r"\Z")
    except re.error:
        return re.compile(re.escape(pattern) + r"\Z")
