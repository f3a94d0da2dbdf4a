"""What if: any view of today's plan beside the same view of a plan that is supposed to be otherwise."""

from alignplan.views.what_if.beside import Line, beside, counted
from alignplan.views.what_if.data import Causes, answer
from alignplan.views.what_if.sheet import sheet
from alignplan.views.what_if.tables import layouts
from alignplan.views.what_if.words import figure_block, head, told

__all__ = [
    "Causes",
    "Line",
    "answer",
    "beside",
    "counted",
    "figure_block",
    "head",
    "layouts",
    "sheet",
    "told",
]
