"""Checking texts that quote: whether each quotation says what its article says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.lazily import lazily

if TYPE_CHECKING:
    from fr_reader.verify.library import Library
    from fr_reader.verify.outgoing import check_outgoing
    from fr_reader.verify.verdict import Change, Finding, Verdict
    from fr_reader.verify.verifying import verify

__all__ = ["Change", "Finding", "Library", "Verdict", "check_outgoing", "verify"]

_WHERE = {
    "Library": "library",
    "check_outgoing": "outgoing",
    "Change": "verdict",
    "Finding": "verdict",
    "Verdict": "verdict",
    "verify": "verifying",
}
__getattr__ = lazily(__name__, _WHERE)
