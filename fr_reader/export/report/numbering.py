"""The names that places in the report have, so that charts lead to quotations and back."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.export.counting import coded, edges, spoken
from fr_reader.export.gathering import Gathered
from fr_reader.model import Code, Speaker


@dataclass(frozen=True, slots=True)
class Figures:
    """What the charts are drawn from.

    `voices` has the passages and words of each speaker, most words first, `codes` the passages of
    each code in the order of the codebook, `pairs` the passages with a code that a speaker said.
    """

    voices: dict[Speaker, tuple[int, int]]
    codes: dict[Code, int]
    pairs: dict[tuple[Speaker, Code], int]
    speaker_ids: dict[Speaker, str]
    code_ids: dict[Code, str]

    @classmethod
    def of(cls, gathered: Gathered) -> Figures:
        """Those of what was gathered."""
        said = spoken(gathered).items()
        voices = dict(sorted(said, key=lambda pair: (-pair[1][1], -pair[1][0])))
        codes = coded(gathered)
        speaker_ids = {speaker: f"speaker-{n}" for n, speaker in enumerate(voices, 1)}
        code_ids = {code: f"code-{n}" for n, code in enumerate(codes, 1)}
        return cls(voices, codes, edges(gathered), speaker_ids, code_ids)

    def pair_id(self, speaker: Speaker, code: Code) -> str:
        """Where the first passage with this code that they said stands."""
        return f"{self.speaker_ids[speaker]}-{self.code_ids[code]}"
