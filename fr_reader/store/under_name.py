"""A store in which somebody acts under another coder's name."""

from __future__ import annotations

from copy import copy
from typing import TypeVar

from fr_reader.store.naming import check_coder
from fr_reader.store.protocol import Store

S = TypeVar("S", bound=Store)


def under_name(store: S, coder: str) -> S:
    """The same project with `coder` at work in it. It is closed with `store`.

    Raises StoreError where the name cannot be a coder's.
    """
    check_coder(coder)
    other = copy(store)
    other.coder = coder
    return other
