"""Writes what the documentation takes from the program.

    python tools/docs/generate.py          write what has changed, remove what is no more
    python tools/docs/generate.py --check  only say what would be written

The rules' docstrings, the commands' help and the plans that both show are written once, in the code; docs/rules,
docs/commands and docs/gallery are checked in so that they can be read without building anything. The list of the rules in
`mkdocs.yml` is kept in step, and so is what commands show in the pages that people write.
"""

from __future__ import annotations

import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)] if find_spec("alignplan") else [str(ROOT), str(ROOT / "src")]

DOCS = ROOT / "docs"
GENERATED = ("commands", "gallery", "rules")
NAVIGATION = ROOT / "mkdocs.yml"
BEGIN, END = "# rules, by tools/docs/generate.py", "# end of rules"


def pages() -> dict[str, str]:
    """Every generated file by its path below `docs/`."""
    from tools.docs.command_pages import command_pages
    from tools.docs.gallery import gallery_pages
    from tools.docs.rule_pages import rule_pages

    return dict([*rule_pages(), *command_pages(), *gallery_pages()])


def navigation(text: str) -> str:
    """The configuration of the site with today's rules in its navigation."""
    from tools.docs.rule_pages import rule_names

    lines = text.splitlines(keepends=True)
    begin = next(number for number, line in enumerate(lines) if line.strip() == BEGIN)
    end = next(number for number, line in enumerate(lines) if line.strip() == END)
    indent = lines[begin][: lines[begin].index("#")]
    entries = [f"{indent}- {code} {name}: rules/{code}.md\n" for code, name in rule_names()]
    return "".join([*lines[: begin + 1], *entries, *lines[end:]])


def written_pages() -> list[Path]:
    """README and the pages that people write."""
    pages = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
    return [page for page in pages if page.relative_to(ROOT).parts[1:2] not in [(folder,) for folder in GENERATED]]


def stale_samples() -> dict[Path, str | None]:
    """The pages that people write whose commands show something else today, with what they show."""
    from tools.docs.sessions import Session, refreshed

    changes: dict[Path, str | None] = {}
    for page in written_pages():
        text = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory(prefix="alignplan-docs-") as home:
            shown = refreshed(text, Session(Path(home)))
        if shown != text:
            changes[page] = shown
    return changes


def stale() -> dict[Path, str | None]:
    """What has to change: each file with its new text, none where it is to go."""
    wanted: dict[Path, str | None] = {DOCS / name: text for name, text in pages().items()}
    wanted[NAVIGATION] = navigation(NAVIGATION.read_text(encoding="utf-8"))
    there = [path for folder in GENERATED for path in sorted((DOCS / folder).rglob("*")) if path.is_file()]
    changes: dict[Path, str | None] = dict.fromkeys(path for path in there if path not in wanted)
    for path, text in wanted.items():
        if text is not None and (not path.is_file() or path.read_bytes() != text.encode()):
            changes[path] = text
    return changes


def main(arguments: list[str]) -> int:
    changes = {**stale(), **stale_samples()}
    for path, text in changes.items():
        print(f"{'gone' if text is None else 'new '} {path.relative_to(ROOT).as_posix()}")
        if "--check" in arguments:
            continue
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return 1 if changes and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
