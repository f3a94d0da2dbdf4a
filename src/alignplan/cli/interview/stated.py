"""Answers in flags: one line for each objective and tactic, `TITLE; KEY=VALUE; …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from alignplan.cli.asking import LEFT_OUT, as_text
from alignplan.cli.interview.reading import Window, as_amount, metric_of
from alignplan.errors import Misuse
from alignplan.starters.asked import ID, Metric, Names, Objective, Tactic, items_of

__all__ = ["Stated", "blaming", "objectives_of", "with_tactics"]

_OF_OBJECTIVES = ("id", "due", "owner", "metric", "baseline", "target", "unit")
_OF_METRICS = ("baseline", "target", "unit")
_OF_TACTICS = ("id", "supports", "due", "owner")
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Stated:
    """What the flags say, as typed; none where one was not given. `start` and `due` are those of the horizon."""

    organization: str | None = None
    title: str | None = None
    vision: str | None = None
    mission: str | None = None
    start: str | None = None
    due: str | None = None
    currency: str | None = None
    objective: tuple[str, ...] | None = None
    tactic: tuple[str, ...] | None = None

    @property
    def flags(self) -> list[str]:
        """The flags that were given."""
        return [f"--{name}" for name in self.__slots__ if getattr(self, name) is not None]

    @property
    def texts(self) -> dict[str, str]:
        """What the flags that hold one text say."""
        said = {"--organization": self.organization, "--title": self.title, "--vision": self.vision,
                "--mission": self.mission, "--currency": self.currency}  # fmt: skip
        return {flag: text for flag, text in said.items() if text is not None}


def objectives_of(stated: Sequence[str], window: Window) -> tuple[Objective, ...]:
    """The objectives of `--objective`, still without tactics; each is due in the window. Raises Misuse."""
    found: list[Objective] = []
    for text in stated:
        with blaming("--objective", text):
            found.append(_objective(text, window))
            _see_ids(found)
    return tuple(found)


def with_tactics(
    objectives: Sequence[Objective], stated: Sequence[str], window: Window
) -> tuple[Objective, ...]:
    """The objectives with the tactics of `--tactic`, each due in the window and not after its objective."""
    found = list(objectives)
    ids = Names(objectives).objectives
    for text in stated:
        with blaming("--tactic", text):
            title, said = _parts(text, _OF_TACTICS)
            at = _served(said.get("supports", ""), objectives, ids)
            within = window.until(objectives[at].due, "its objective is due")
            tactic = Tactic(title, said.get("id", ""), said.get("owner", ""), _due(said, within))
            found[at] = replace(found[at], tactics=(*found[at].tactics, tactic))
            _see_ids(list(items_of(found)))
    return tuple(found)


def _objective(text: str, window: Window) -> Objective:
    title, said = _parts(text, _OF_OBJECTIVES)
    return Objective(title, said.get("id", ""), said.get("owner", ""), _due(said, window), _metric(said))


def _metric(said: dict[str, str]) -> Metric | None:
    if "metric" not in said:
        alone = [key for key in _OF_METRICS if key in said]
        if alone:
            raise Misuse(f"`{alone[0]}` belongs to a metric", "name it: metric=…")
        return None
    baseline, target = (as_amount(said[key]) if key in said else None for key in ("baseline", "target"))
    return metric_of(said["metric"], baseline, target, said.get("unit", ""))


def _due(said: dict[str, str], window: Window) -> str:
    window.see(said.get("due", ""))
    return said.get("due", "")


def _served(said: str, objectives: Sequence[Objective], ids: Sequence[str]) -> int:
    """Which objective a tactic supports: the one with that id or title; left out, the only one."""
    found = [at for at, objective in enumerate(objectives) if said in ("", ids[at], objective.title)]
    if len(found) == 1:
        return found[0]
    if not objectives:
        raise Misuse("a tactic serves an objective", "add --objective TITLE")
    hint = "write supports= with one of: " + ", ".join(ids)
    raise Misuse(
        f"`{said}` is no objective" if said and not found else "which objective does it serve?", hint
    )


def _parts(text: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The title and what is said of it. `;` ends a part, `;;` is a semicolon in it."""
    title, *rest = (part.strip() for part in _split(as_text(text)))
    if title in ("", LEFT_OUT):
        raise Misuse("it needs a title", "write `TITLE; KEY=VALUE; …`")
    said: dict[str, str] = {}
    for part in filter(None, rest):
        key, sign, value = part.partition("=")
        key = key.strip()
        if not sign or key not in known:
            hint = "the keys there are: " + ", ".join(known)
            raise Misuse(
                f"`{part}` is not KEY=VALUE" if not sign else f"there is no key `{key}`",
                f"{hint}; for a semicolon write ;;",
            )
        if key in said:
            raise Misuse(f"`{key}` is said twice")
        said[key] = value.strip()
    return title, {key: value for key, value in said.items() if value not in ("", LEFT_OUT)}


def _split(text: str) -> list[str]:
    parts = [""]
    for piece in re.split("(;;|;)", text):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += ";" if piece == ";;" else piece
    return parts


def _see_ids(items: Sequence[Objective | Tactic]) -> None:
    chosen = [item.id for item in items if item.id]
    for id_ in chosen:
        if not ID.match(id_):
            raise Misuse(f"`{id_}` cannot be an id", "an id is a-z, 0-9, then also `.`, `_`, `-`; not `x-…`")
        if chosen.count(id_) > 1:
            raise Misuse(f"the id `{id_}` is given twice")


@contextmanager
def blaming(flag: str, text: str = "") -> Iterator[None]:
    """A Misuse of what is done inside names the flag."""
    try:
        yield
    except Misuse as misuse:
        short = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
        named = f'{flag} "{short}"' if text else flag
        raise Misuse(f"{named}: {misuse.message}", misuse.hint) from None
