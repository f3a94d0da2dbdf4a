"""Finds the members of a family: the modules of a folder, by name, without importing them."""

from __future__ import annotations

import os
from importlib import import_module
from types import ModuleType

__all__ = ["member", "members"]


def members(package: str) -> list[str]:
    """Names of the modules and packages in a family's folder, sorted; not `interface`, nothing private."""
    names = set()
    for folder in import_module(package).__path__:
        for entry in os.scandir(folder):
            name, extension = os.path.splitext(entry.name)
            if (extension == ".py" or (not extension and entry.is_dir())) and not name.startswith(
                ("_", "interface")
            ):
                names.add(name)
    return sorted(names)


def member(package: str, name: str) -> ModuleType:
    """One member."""
    return import_module(f"{package}.{name}")
