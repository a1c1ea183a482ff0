"""Who spoke how much, which codes were given how often, and who said what was coded."""

from __future__ import annotations

from collections import Counter

from fr_reader.export.gathering import Gathered
from fr_reader.model import Code, Speaker


def edges(gathered: Gathered) -> dict[tuple[Speaker, Code], int]:
    """How many passages with each code each speaker said, in the order they come up.

    A passage is theirs when all of its words are; where the coders do not agree who said it, it
    counts for each of those named.
    """
    return dict(
        Counter(
            (speaker, finding.of)
            for one in gathered.evidence
            for finding in one.coded
            if isinstance(finding.of, Code) and finding.who.wholly
            for speaker in finding.who.speakers
        )
    )


def spoken(gathered: Gathered) -> dict[Speaker, tuple[int, int]]:
    """The passages and the words of each speaker, in the order they come up."""
    counts: dict[Speaker, tuple[int, int]] = {}
    for one in gathered.evidence:
        for finding in one.spoken:
            assert isinstance(finding.of, Speaker)
            passages, words = counts.get(finding.of, (0, 0))
            counts[finding.of] = passages + 1, words + one.words(finding)
    return counts


def coded(gathered: Gathered) -> dict[Code, int]:
    """The passages of each code, in the order of the codebook."""
    given = Counter(f.of for one in gathered.evidence for f in one.coded if isinstance(f.of, Code))
    return dict(sorted(given.items(), key=lambda pair: (pair[0].order, pair[0].name, pair[0].id)))
