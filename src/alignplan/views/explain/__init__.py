"""A figure taken apart: what it is, and below it what it was computed from, down to the lines of files."""

from alignplan.views.explain.cells import Told
from alignplan.views.explain.data import answer, listed, sheet
from alignplan.views.explain.listing import answer_list, list_document, list_table
from alignplan.views.explain.tree import LUXURY, document

__all__ = [
    "LUXURY",
    "Told",
    "answer",
    "answer_list",
    "document",
    "list_document",
    "list_table",
    "listed",
    "sheet",
]
