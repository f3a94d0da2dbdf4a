"""Writes what the documentation takes from the program.

    python tools/docs/generate.py          write what has changed, remove what is no more
    python tools/docs/generate.py --check  only say what would be written

The rules' docstrings, the commands' help and the plans that both show are written once, in the code; docs/rules,
docs/commands, docs/gallery and docs/man are checked in so that they can be read without building anything. The lists of
rules and decisions in `mkdocs.yml` are kept in step; so are what commands show in the pages that people write, and the
tables by which shells complete commands and fields.
"""

from __future__ import annotations

import re
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)] if find_spec("alignplan") else [str(ROOT), str(ROOT / "src")]

DOCS = ROOT / "docs"
GENERATED = ("commands", "gallery", "man", "rules")
NAVIGATION = ROOT / "mkdocs.yml"
LISTED = re.compile(r"^( *)# (rules|decisions), by tools/docs/generate.py\n(?:.*\n)*?\1# end\n", re.MULTILINE)


def pages() -> dict[str, str]:
    """Every generated file by its path below `docs/`."""
    from tools.docs.command_pages import command_pages
    from tools.docs.decisions import decision_index
    from tools.docs.gallery import gallery_pages
    from tools.docs.rule_pages import rule_pages

    from alignplan.cli.manual import manual

    man = ("man/alignplan.1", manual())
    return dict([*rule_pages(), *command_pages(), *gallery_pages(), *decision_index(DOCS), man])


def navigation(text: str) -> str:
    """The configuration of the site with today's rules and decisions in its navigation."""
    from tools.docs.decisions import decisions
    from tools.docs.rule_pages import rule_names

    entries = {
        "rules": [f"{code} {name}: rules/{code}.md" for code, name in rule_names()],
        "decisions": [f'"{_plain(title)}": decisions/{name}' for name, title in decisions(DOCS)],
    }

    def listed(match: re.Match[str]) -> str:
        indent, what = match[1], match[2]
        lines = [f"# {what}, by tools/docs/generate.py", *(f"- {entry}" for entry in entries[what]), "# end"]
        return "".join(f"{indent}{line}\n" for line in lines)

    return LISTED.sub(listed, text)


def _plain(title: str) -> str:
    """A title of a page as one of an entry in the navigation."""
    return title.replace("`", "").replace("\\", "\\\\").replace('"', '\\"')


def written_pages() -> list[Path]:
    """README and the pages that people write."""
    generated = {DOCS / folder for folder in GENERATED}
    return [
        ROOT / "README.md",
        *(page for page in sorted(DOCS.rglob("*.md")) if not generated & set(page.parents)),
    ]


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
    from tools.completion.tables import tables

    wanted: dict[Path, str | None] = {DOCS / name: text for name, text in pages().items()}
    wanted.update({ROOT / name: text for name, text in tables().items()})
    wanted[NAVIGATION] = navigation(NAVIGATION.read_text(encoding="utf-8"))
    there = [path for folder in GENERATED for path in sorted((DOCS / folder).rglob("*")) if path.is_file()]
    gone: dict[Path, str | None] = dict.fromkeys(path for path in there if path not in wanted)
    new = {path: text for path, text in wanted.items() if text is not None and _differs(path, text)}
    return {**gone, **new}


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()


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
