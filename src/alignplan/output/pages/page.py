"""A page: one file that loads nothing, with the hashes of the only style and the only scripts that may run in it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from alignplan.output.pages.element import Element, element, verbatim, written
from alignplan.output.pages.script import EARLY, SCRIPT
from alignplan.output.pages.style import STYLE

__all__ = ["POLICY", "document", "policy", "whole_page"]


def _hash(source: str) -> str:
    return (
        "'sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii") + "'"
    )


def policy(*, styles: Sequence[str] = (), scripts: Sequence[str] = (), connects: bool = False) -> str:
    """What a page may do: nothing but what it brings along; with `connects` also to ask where it came from."""
    allowed = (
        "default-src 'none'",
        " ".join(("style-src", *map(_hash, (STYLE, *styles)))),
        " ".join(("script-src", *map(_hash, (EARLY, SCRIPT, *scripts)))),
        "img-src data:",
        *(["connect-src 'self'"] if connects else []),
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(allowed)


POLICY = policy()
"""What a page may do that is a file."""


def document(title: str, language: str, body: Sequence[Element], data: str) -> Element:
    """The `<html>` of a page. `data` is JSON in which no `<` stands."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content="alignplan"),
        element("title", title),
        verbatim("style", STYLE),
        verbatim("script", EARLY),
    )
    scripts = (verbatim("script", data, type="application/json", id="plan-data"), verbatim("script", SCRIPT))
    return element("html", head, element("body", *body, *scripts), lang=language)


def whole_page(page: Element) -> str:
    """The text of a page, as a file has it."""
    return f"<!DOCTYPE html>\n{written(page)}\n"
