"""What is said of a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fr_reader.model import Span
from fr_reader.verify.finding import Cited


class Finding(StrEnum):
    """How a quotation stands to the articles of the project."""

    EXACT = "exact"
    ALTERED = "altered"
    UNMARKED = "unmarked ellipsis"
    SPEAKER = "wrong speaker"
    STALE = "stale revision"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the quotation, and what the article has in their place; either may be empty."""

    says: str
    article: str

    def __str__(self) -> str:
        """The change in words."""
        if not self.says:
            return f"leaves out “{self.article}”"
        if not self.article:
            return f"says “{self.says}”, which the article has not"
        return f"says “{self.says}”, the article says “{self.article}”"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The finding on one quotation.

    `article` is the id of the article it is from, or empty; `segments` are the spans of its words
    in that article's text, or in the earlier revision's. `speakers` says who said it where the
    finding is a wrong speaker.
    """

    cited: Cited
    finding: Finding
    article: str = ""
    segments: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    speakers: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong, for people; empty where nothing is."""
        if self.finding is Finding.SPEAKER:
            said = " or ".join(self.speakers)
            return f"names {self.cited.speaker}, in the project it is {said} who says so"
        if self.finding is Finding.STALE:
            return "its words stood in an earlier revision and not in the text of today"
        if self.finding is Finding.UNKNOWN:
            return "no article has it"
        return "; ".join(map(str, self.changes))
