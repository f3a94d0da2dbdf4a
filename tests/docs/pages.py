"""The pages of the documentation."""

from __future__ import annotations

from pathlib import Path

from tools.docs.generate import DOCS, ROOT, written_pages

__all__ = ["DOCS", "ROOT", "all_pages", "short", "written_pages"]


def all_pages() -> list[Path]:
    """README and every page of the site."""
    return [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def short(page: Path) -> str:
    """A page as tests name it."""
    return page.relative_to(ROOT).as_posix()
