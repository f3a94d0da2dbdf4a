"""Changes of a text that leave every other character as it was."""

from alignplan.text.patching.changes import (
    Append,
    Change,
    Delete,
    Echo,
    Edit,
    Fragment,
    Insert,
    InsertMany,
    OneLine,
    Patched,
    Plain,
    Plant,
    Put,
    Refused,
    Rename,
    Route,
    Value,
)
from alignplan.text.patching.engine import patched
from alignplan.text.patching.lifting import lift

__all__ = [
    "Append",
    "Change",
    "Delete",
    "Echo",
    "Edit",
    "Fragment",
    "Insert",
    "InsertMany",
    "OneLine",
    "Patched",
    "Plain",
    "Plant",
    "Put",
    "Refused",
    "Rename",
    "Route",
    "Value",
    "lift",
    "patched",
]
