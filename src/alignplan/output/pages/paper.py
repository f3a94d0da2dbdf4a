"""A page on paper: the extra `alignplan[pdf]`, WeasyPrint. It is given one text, and can get nothing else."""

from __future__ import annotations

from dataclasses import replace

from alignplan.errors import Misuse
from alignplan.output.pages.element import Element, verbatim
from alignplan.output.pages.page import whole_page
from alignplan.output.pages.paper_style import PAPER_STYLE

__all__ = ["paper"]


def paper(page: Element) -> bytes:
    """The page as a PDF; the same for the same page and the same fonts. Raises Misuse where WeasyPrint is not there."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ModuleNotFoundError:
        raise Misuse("the format `pdf` needs WeasyPrint", "pip install 'alignplan[pdf]'") from None
    except OSError:  # it looks for Pango as it is loaded
        raise Misuse(
            "WeasyPrint does not find Pango, which sets its texts",
            "Debian and Ubuntu: apt install libpangoft2-1.0-0",
        ) from None
    text = whole_page(_styled(page))
    nothing = URLFetcher(allowed_protocols=())  # a page brings along what it is made of
    document = HTML(string=text, url_fetcher=nothing)
    content: bytes = document.write_pdf(pdf_tags=True, pdf_identifier=_identifier(text))
    return content


def _styled(page: Element) -> Element:
    """With the style of paper behind that of every page, so that it has the last word."""
    head, *rest = page.children
    assert isinstance(head, Element)
    styled = replace(head, children=(*head.children, verbatim("style", PAPER_STYLE)))
    return replace(page, children=(styled, *rest))


def _identifier(text: str) -> bytes:
    """What tells one PDF from another: another plan, not another run."""
    from alignplan.storage import digest

    return digest(text.encode("utf-8", "surrogatepass")).encode("ascii")[:32]
