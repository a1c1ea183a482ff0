"""Anchors when a text changes: where annotated passages stand in its next revision, pure."""

from fr_reader.anchors.carrying import Carrier
from fr_reader.anchors.differing import differing
from fr_reader.anchors.found import ORPHAN, Found, Place, State

__all__ = ["ORPHAN", "Carrier", "Found", "Place", "State", "differing"]
