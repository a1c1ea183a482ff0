"""The names of what facts have as ids, and the order in which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.model import Codebook, Speakers
from fr_reader.overview.facts import GONE_CODE, GONE_SPEAKER

NOBODY = "no speaker"
"""What stands for those of passages nobody is known to have said."""


@dataclass(frozen=True, slots=True)
class Names:
    """The speakers and codes of a project, by id."""

    speakers: Speakers
    codebook: Codebook

    def speaker(self, speaker_id: str) -> str:
        """The name of a speaker; of "" what stands for nobody."""
        if not speaker_id:
            return NOBODY
        known = self.speakers.get(speaker_id) if speaker_id != GONE_SPEAKER else None
        return known.name if known else "a removed speaker"

    def code(self, code_id: str) -> str:
        """The name of a code."""
        known = self.codebook.get(code_id) if code_id != GONE_CODE else None
        return known.name if known else "a removed code"

    def codes(self, used: Iterable[str]) -> list[str]:
        """The ids of all codes in the order of the codebook, behind them those used that are not
        in it."""
        own = [code.id for code, _ in self.codebook.tree()]
        return own + sorted(set(used).difference(own))

    def by_count(self, counts: Counter[str]) -> list[str]:
        """Speakers, the one with most first, then by name; nobody at the end."""
        return sorted(
            counts,
            key=lambda one: (not one, -counts[one], self.speaker(one).casefold(), one),
        )
