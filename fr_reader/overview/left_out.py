"""What sums come to once copies of one article count once: what is taken off, what is put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fr_reader.model.json_value import decode, encode
from fr_reader.overview.copies import once
from fr_reader.overview.counting import Words, totals
from fr_reader.overview.facts import Fact
from fr_reader.store.sums import Sums, as_json, minus, of_json, plus


@dataclass(frozen=True)
class LeftOut:
    """What the articles that are copies come to, print by print and counted once, and the note
    that tells of it; empty where nothing is left out."""

    note: str
    each: Sums
    once: Sums

    @classmethod
    def of(cls, found: Sequence[Fact], groups: Sequence[Sequence[str]], words: Words) -> LeftOut:
        """That of the facts of all articles in `groups`, which are copies of one another."""
        told = once(found, groups)
        if not told.left_out:
            return cls("", {}, {})
        return cls(told.note, totals(found, words), totals(told.facts, words))

    @classmethod
    def kept(cls, value: bytes) -> LeftOut:
        """What `value` was made of. Raises ValueError, TypeError or AttributeError."""
        note, each, alone = decode(value)
        return cls(note, of_json(each), of_json(alone))

    @property
    def value(self) -> bytes:
        """All of it, to be kept."""
        return encode([self.note, as_json(self.each), as_json(self.once)])

    def taken_from(self, sums: Sums) -> Sums:
        """What is left of `sums`, which are not changed."""
        if not self.note:
            return sums
        left = {kind: dict(rows) for kind, rows in sums.items()}
        minus(left, self.each)
        plus(left, self.once)
        return left
