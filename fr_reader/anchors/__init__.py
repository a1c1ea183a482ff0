"""Anchors when a text changes: where annotated passages stand in its next revision, pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.lazily import lazily

if TYPE_CHECKING:
    from fr_reader.anchors.carrying import Carrier
    from fr_reader.anchors.differences import differing
    from fr_reader.anchors.found import ORPHAN, Found, Place, State

__all__ = ["ORPHAN", "Carrier", "Found", "Place", "State", "differing"]

_WHERE = {
    "Carrier": "carrying",
    "differing": "differences",
    "ORPHAN": "found",
    "Found": "found",
    "Place": "found",
    "State": "found",
}
__getattr__ = lazily(__name__, _WHERE)
