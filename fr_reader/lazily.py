"""Names of a package that are imported when they are first asked for.

The first paint waits for every module that is imported before it, so a package whose parts are
seldom all wanted names them without importing them (PEP 562).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """A `__getattr__` for `package`: each name in `where` comes from the module given there.

    Raises AttributeError, as Python expects of it, for any other name.
    """

    def find(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{where[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return find
