"""The names of what facts have as ids, and the order in which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.model import Codebook, Speakers
from fr_reader.overview.facts import GONE_CODE, GONE_SPEAKER, Fact

NOBODY = "no speaker"
"""What stands for those of passages nobody is known to have said."""

_LAST = 1_000_000
"""The order of codes that are gone."""


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

    def speaker_id(self, named: str) -> str:
        """The id under which what names a speaker counts today."""
        known = self.speakers.get(named)
        return known.id if known else GONE_SPEAKER

    def code_id(self, named: str) -> str:
        """The id under which what names a code counts today."""
        known = self.codebook.get(named)
        return known.id if known else GONE_CODE

    def place(self, fact: Fact) -> tuple[object, ...]:
        """Where a fact stands among those of its article: as in the text, the longer passage
        first, quotations before codes, and these in their order and by name."""
        start, end = fact.segments[0].start, fact.segments[-1].end
        code = self.codebook.get(fact.code) if fact.code != GONE_CODE else None
        order = code.order if code else 0 if fact.is_quotation else _LAST
        name = self.code(fact.code) if fact.code else ""
        said_by = tuple(map(self.speaker, fact.speakers))
        about = order, name, said_by, fact.stance, fact.coders
        return start, -end, fact.segments, not fact.is_quotation, *about

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
