"""What was used last, for all articles of one sitting: it comes first and can be repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a tag gives to a passage."""

    CODE = "code"
    SPEAKER = "speaker"


@dataclass(slots=True)
class Recent:
    """Codes by their ids and speakers by their names, the last used first; `last` is the last tag
    of either kind, None before the first."""

    codes: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    last: tuple[Kind, str] | None = None

    def used(self, kind: Kind, key: str) -> None:
        """Take note of a tag that was given."""
        row = self.codes if kind is Kind.CODE else self.speakers
        if key in row:
            row.remove(key)
        row.insert(0, key)
        self.last = kind, key
