"""Finds the members of a family: the modules of a folder, by name, without importing them."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

__all__ = ["docstring", "member", "members"]


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


def docstring(thing: ModuleType | Callable[..., object]) -> str:
    """The docstring of a module, class or function; from its source where Python runs without docstrings (`-OO`)."""
    import inspect

    text = thing.__doc__
    if text is None:
        import ast
        from textwrap import dedent

        found = ast.parse(dedent(inspect.getsource(thing)))
        node = found if isinstance(thing, ModuleType) else found.body[0]
        assert isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        text = ast.get_docstring(node)
    return inspect.cleandoc(text or "")
