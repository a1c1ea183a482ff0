"""Adjudicators: the coders under whose names somebody settles what others differ on.

Each person has one of their own, so that no two people write the same file and everybody sees who
decided. What an adjudicator accepts stands; what they reject of others counts for nothing where
the project is summed up.
"""

from __future__ import annotations

ADJUDICATED = "adjudicated"
_END = f":{ADJUDICATED}"


def adjudicator_of(coder: str) -> str:
    """The coder under whose name `coder` settles; an adjudicator is their own."""
    return coder if is_adjudicator(coder) else coder + _END


def is_adjudicator(coder: str) -> bool:
    """Whether a coder settles what others differ on."""
    return coder.endswith(_END)
