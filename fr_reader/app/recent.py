"""What was used last, for all articles of one sitting: it comes first and can be repeated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from fr_reader.model import Annotation, Codebook, Speakers


class Kind(StrEnum):
    """What a tag gives to a passage."""

    CODE = "code"
    SPEAKER = "speaker"


@dataclass(slots=True)
class Recent:
    """Codes by their ids and speakers by their names, the last used first; `last` is the last tag
    of either kind, None before the first.

    `before` is what the coder tagged before this sitting, the last first; None until it is known.
    """

    codes: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    last: tuple[Kind, str] | None = None
    before: tuple[Annotation, ...] | None = None

    def used(self, kind: Kind, key: str) -> None:
        """Take note of a tag that was given."""
        row = self.codes if kind is Kind.CODE else self.speakers
        if key in row:
            row.remove(key)
        row.insert(0, key)
        self.last = kind, key

    def last_codes(self, own: Iterable[Annotation], codebook: Codebook) -> list[str]:
        """The ids of codes in the order to offer them: used in this sitting, then `own` (what the
        coder tagged in the article), then in the project before. Each once, none that is gone."""
        earlier = (a.code for a in (*_last(own), *(self.before or ())) if a.code)
        known = (codebook.get(code) for code in (*self.codes, *earlier))
        return list(dict.fromkeys(code.id for code in known if code is not None))

    def last_speakers(self, own: Iterable[Annotation], speakers: Speakers) -> list[str]:
        """The names of speakers in the order to offer them, as with codes."""
        earlier = (a.speaker for a in (*_last(own), *(self.before or ())) if a.speaker)
        known = [*map(speakers.named, self.speakers), *map(speakers.get, earlier)]
        return list(dict.fromkeys(speaker.name for speaker in known if speaker is not None))


def _last(annotations: Iterable[Annotation]) -> list[Annotation]:
    return sorted(annotations, key=lambda annotation: annotation.modified, reverse=True)
