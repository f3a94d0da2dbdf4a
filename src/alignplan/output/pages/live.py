"""A page that is served: it shows what is new without being loaded anew, and leads to the plan as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignplan.output.pages.element import Element, element, verbatim
from alignplan.output.pages.live_script import LIVE
from alignplan.output.pages.live_style import LIVE_STYLE
from alignplan.output.pages.page import policy
from alignplan.output.pages.style import STYLE
from alignplan.records import record

__all__ = ["LIVE_POLICY", "Alert", "Earlier", "live_page", "words_page"]

LIVE_POLICY = policy(styles=(LIVE_STYLE,), scripts=(LIVE,), connects=True)
"""What a served page may do: what it brings along, and to ask where it came from."""


@record
class Earlier:
    """The plan as it was: where it is served, and which version that is."""

    address: str
    words: str


@record
class Alert:
    """What is wrong with the plan as it stands, in a sentence and in lines."""

    words: str
    lines: tuple[str, ...]


def live_page(
    page: Element, *, state: str, earlier: Sequence[Earlier] = (), past: str = "", alert: Alert | None = None
) -> Element:
    """The page of a report, as it is served.

    `state` is that of the files it was made of. `past` says which version of the past it shows; it stays as it is.
    `alert` says why it does not show the plan as it stands now, or not all of it.
    """
    head, body = page.children
    assert isinstance(head, Element)
    assert isinstance(body, Element)
    kept = [child for child in head.children if not (isinstance(child, Element) and _is_policy(child))]
    more = (
        element("link", rel="icon", href="data:,"),
        element("meta", name="alignplan-state", content=state) if not past else "",
        verbatim("style", LIVE_STYLE),
    )
    bar = _bar(earlier, past, alert)
    script = () if past else (verbatim("script", LIVE),)
    return replace(
        page,
        children=(
            replace(head, children=(*kept, *(one for one in more if one))),
            replace(body, children=(*body.children[:1], bar, *body.children[1:], *script)),
        ),
    )


def words_page(title: str, lines: Sequence[str], *, state: str, live: bool) -> Element:
    """A page that only says something: why there is no report."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        verbatim("style", STYLE),
    )
    main = element(
        "main", element("h1", title), _listed(lines), id="main", tabindex="-1", class_="wrong-page"
    )
    skip = element("a", "Skip to the report", class_="skip", href="#main")
    page = element("html", head, element("body", skip, main), lang="en")
    return live_page(page, state=state, past="" if live else "there is no such version")


def _is_policy(child: Element) -> bool:
    """Of a page that is served it stands in a header."""
    return ("http-equiv", "Content-Security-Policy") in child.attributes


def _bar(earlier: Sequence[Earlier], past: str, alert: Alert | None) -> Element:
    if past:
        said = element("p", past, " ", element("a", "Show the plan as it is", href="/"), id="live-state")
    else:
        said = element(
            "p", "Follows the files of the plan where scripts run.", id="live-state", role="status"
        )
    listed = [element("li", element("a", one.words, href=one.address)) for one in earlier]
    versions = None
    if listed:
        versions = element(
            "details", element("summary", "Earlier versions"), element("ul", *listed), id="live-earlier"
        )
    told = None
    if alert is not None:
        words = element("p", element("strong", alert.words))
        told = element("div", words, _listed(alert.lines), id="live-wrong", role="alert")
    return element("aside", said, versions, told, id="live", aria_label="This page")


def _listed(lines: Sequence[str]) -> Element:
    """Lines, one below the other; a line that begins with blanks belongs to the one above it."""
    return element("ul", *(element("li", line) for line in lines), class_="wrong-lines")
