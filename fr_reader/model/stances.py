"""Which stances there are to a claim and which to a concern, and which of the two a code is."""

from __future__ import annotations

from fr_reader.model.annotation import Stance
from fr_reader.model.codebook import CLAIM, CONCERN, Codebook

STANCES = {
    CLAIM.id: (Stance.ASSERTS, Stance.DENIES, Stance.HEDGES, Stance.REPORTS),
    CONCERN.id: (Stance.WORRIED, Stance.DISMISSES),
}
"""The stances one may have to a claim and to a concern; the first one holds where none is given."""


def kind_of(codebook: Codebook, code_id: str) -> str:
    """`claim` or `concern`, whichever a code is or stands below; empty for any other code."""
    code = codebook.get(code_id)
    seen: set[str] = set()
    while code is not None and code.id not in seen:
        if code.id in STANCES:
            return code.id
        seen.add(code.id)
        code = codebook.parent(code)
    return ""


def next_stance(kind: str, stance: str) -> Stance | None:
    """The stance after this one, round and round; None where `kind` has none.

    Where none is given yet it is the second, as the first holds already.
    """
    known = STANCES.get(kind)
    if known is None:
        return None
    at = known.index(Stance(stance)) if stance in known else 0
    return known[(at + 1) % len(known)]
