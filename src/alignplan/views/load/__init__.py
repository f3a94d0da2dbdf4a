"""Load: who is overbooked when and by what, who is idle; money; and whether both go where the weights say."""

from alignplan.views.load.aligned import alignment_blocks, alignment_table
from alignplan.views.load.bars import bars, overbooked, sheet, table
from alignplan.views.load.heat import KEY, heat
from alignplan.views.load.money import money_table, uncosted
from alignplan.views.load.notes import idle, notes, summary
from alignplan.views.load.plain import answer
from alignplan.views.load.skills import skill_table

__all__ = [
    "KEY",
    "alignment_blocks",
    "alignment_table",
    "answer",
    "bars",
    "heat",
    "idle",
    "money_table",
    "notes",
    "overbooked",
    "sheet",
    "skill_table",
    "summary",
    "table",
    "uncosted",
]
