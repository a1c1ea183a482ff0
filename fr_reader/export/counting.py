"""Who spoke how much, which codes were given how often, and who said what was coded."""

from __future__ import annotations

from fr_reader.export.amounts import Found, passages, words
from fr_reader.export.gathering import Gathered
from fr_reader.model import Code, Speaker


def edges(gathered: Gathered) -> dict[tuple[Speaker, Code], int]:
    """How many passages with each code each speaker said, in the order they come up.

    A passage is theirs when all of its words are; where the coders do not agree who said it, it
    counts for each of those named.
    """
    groups: dict[tuple[Speaker, Code], list[Found]] = {}
    for one in gathered.evidence:
        for finding in one.coded:
            if isinstance(finding.of, Code) and finding.who.wholly:
                for speaker in finding.who.speakers:
                    groups.setdefault((speaker, finding.of), []).append((one, finding))
    return {pair: passages(found) for pair, found in groups.items()}


def spoken(gathered: Gathered) -> dict[Speaker, tuple[int, int]]:
    """The passages and the words of each speaker, in the order they come up."""
    groups: dict[Speaker, list[Found]] = {}
    for one in gathered.evidence:
        for finding in one.spoken:
            assert isinstance(finding.of, Speaker)
            groups.setdefault(finding.of, []).append((one, finding))
    return {speaker: (passages(found), words(found)) for speaker, found in groups.items()}


def coded(gathered: Gathered) -> dict[Code, int]:
    """The passages of each code, in the order of the codebook."""
    groups: dict[Code, list[Found]] = {}
    for one in gathered.evidence:
        for finding in one.coded:
            if isinstance(finding.of, Code):
                groups.setdefault(finding.of, []).append((one, finding))
    order = sorted(groups, key=lambda code: (code.order, code.name, code.id))
    return {code: passages(groups[code]) for code in order}
