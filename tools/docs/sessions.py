"""A page of the documentation as a session in a terminal: its commands are run, and what they show is compared.

In a page that a person writes

- a block ```` ```console ```` holds commands, each behind `$ `, and what they show; a line `…` stands for lines that
  are left out;
- a block with `title="FILE"` is that file, written when the page gets there; where the file is there already and the
  block is YAML without `alignplan:`, its sections take the place of those in the file, or are added at its end;
- `<!-- in: NAME -->` goes on in a copy of `examples/NAME`, `<!-- in: a new folder -->` in an empty one; a page begins
  in an empty one; behind `market-share, with a past` it is in a repository of its own.

Everything is run on :data:`tools.docs.running.AS_OF`.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tools.docs.past import commit, give_past
from tools.docs.running import ROOT, run

__all__ = ["Session", "refreshed"]

_EVENT = re.compile(
    r"^<!-- in: (?P<place>.+?) -->$"
    r"|^(?P<indent> *)```(?P<language>\w+)(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_LEFT_OUT = "…"


def refreshed(page: str, session: Session) -> str:
    """The page with what its commands show today; the same text where they show what the page says."""
    pieces: list[str] = []
    at = 0
    for event in _EVENT.finditer(page):
        if event["place"]:
            session.go(event["place"])
        elif event["language"] == "console":
            pieces += [page[at : event.start("text")], _told(event["text"], event["indent"], session)]
            at = event.end("text")
        elif title := re.search(r'title="([^"]+)"', event["info"]):
            session.write(title[1], _unindented(event["text"], event["indent"]))
    return "".join([*pieces, page[at:]])


def _told(text: str, indent: str, session: Session) -> str:
    """A console block as it should be."""
    lines: list[str] = []
    for command, shown in _commands(_unindented(text, indent)):
        actual = session.carry_out(command).splitlines()
        _see_refusal(command, shown, actual, session)
        fits = _fits(shown, actual)
        if not fits and any(line.startswith("```") for line in actual):
            raise RuntimeError(f"a page cannot hold what `{command}` shows: leave lines out with {_LEFT_OUT}")
        lines += [f"$ {command}", *(shown if fits else actual)]
    return "".join(f"{indent}{line}".rstrip() + "\n" for line in lines)


def _see_refusal(command: str, shown: list[str], actual: list[str], session: Session) -> None:
    """A command may only be refused where the page means to show that."""
    if (
        session.code == 2
        and command.startswith("alignplan ")
        and not any(line.startswith("error: ") for line in shown)
    ):
        raise RuntimeError(f"`{command}` is refused: {actual}")


def _unindented(text: str, indent: str) -> str:
    return "".join(line.removeprefix(indent) for line in text.splitlines(keepends=True))


def _commands(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
        else:
            raise ValueError(f"a console block begins with a command, not with: {line}")
    return found


def _fits(shown: list[str], actual: list[str]) -> bool:
    """Whether lines are those shown; where lines are left out, columns may be narrower than with all of them."""
    if any(line.strip() == _LEFT_OUT for line in shown):
        shown, actual = _squeezed(shown), _squeezed(actual)
    parts = [
        r"(?:.*\n)*?" if line.strip() == _LEFT_OUT else re.escape(line.rstrip()) + r"\n" for line in shown
    ]
    return re.fullmatch("".join(parts), "".join(f"{line.rstrip()}\n" for line in actual)) is not None


def _squeezed(lines: list[str]) -> list[str]:
    return [re.sub(r"(?<=\S) {2,}", "  ", line.rstrip()) for line in lines]


@dataclass
class Session:
    """A reader at a terminal, below a folder of their own."""

    home: Path
    folder: Path = field(init=False)
    code: int = 0

    def __post_init__(self) -> None:
        self.go("a new folder")

    def go(self, place: str) -> None:
        """Go on in a copy of an example plan, or in an empty folder."""
        place, past, _ = place.partition(", with a past")
        name = "new" if place == "a new folder" else place
        self.folder = self.home / f"{sum(1 for _ in self.home.iterdir())}" / name
        if place == "a new folder":
            self.folder.mkdir(parents=True)
        else:
            shutil.copytree(ROOT / "examples" / place, self.folder)
            if past:
                give_past(self.folder)

    def write(self, name: str, text: str) -> None:
        """Write a file, or the sections of one that is there."""
        path = self.folder / name
        if path.is_file() and name.endswith(".yaml") and not re.search(r"^alignplan:", text, re.MULTILINE):
            text = _replaced(path.read_text(encoding="utf-8"), text)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def carry_out(self, command: str) -> str:
        """Run a command of the page; what it shows."""
        line, _, target = command.partition(" > ")
        words = shlex.split(line)
        if words[0] == "alignplan":
            shown = self._alignplan(words[1:], to_file=bool(target))
        elif words[:2] == ["git", "commit"]:
            shown = commit(self.folder, words[2:])
        elif words[0] == "cd":
            self.folder, shown = self.folder / words[1], ""
        elif words[0] == "cat":
            shown = (self.folder / words[1]).read_text(encoding="utf-8")
        elif line == "echo $?":
            shown = f"{self.code}\n"
        else:
            raise ValueError(f"the pages cannot show `{command}`")
        if target:
            (self.folder / target).write_text(shown, encoding="utf-8")
        return "" if target else shown

    def _alignplan(self, arguments: list[str], *, to_file: bool) -> str:
        ran = run(arguments, self.folder)
        if ran.code == 3:
            raise RuntimeError(ran.shown)
        self.code = ran.code
        return ran.output if to_file else ran.shown


def _replaced(text: str, new: str) -> str:
    """A plan file with the sections of `new` in place of its own, or behind them."""
    sections = _sections(text)
    for name, section in _sections(new).items():
        if name:
            sections[name] = section.rstrip("\n") + ("\n\n" if name in sections else "\n")
    return "".join(sections.values())


def _sections(text: str) -> dict[str, str]:
    """Top-level keys with their lines; comments before a key belong to what stands above."""
    found: dict[str, str] = {"": ""}
    name = ""
    for line in text.splitlines(keepends=True):
        if match := re.match(r"([a-z]\w*):", line):
            name = match[1]
            found[name] = ""
        found[name] += line
    return found
