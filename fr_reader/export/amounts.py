"""How much was found: passages and their words.

A passage counts once, also where coders differ on who said it or in what stance; so do the words
that passages share.
"""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.export.evidence import Evidence, Finding, by_first

Found = tuple[Evidence, Finding]
"""A finding, with the evidence of the article it was made in."""


def passages(found: Iterable[Found]) -> int:
    """In how many passages these findings were made."""
    return len({(one.article.id, finding.segments) for one, finding in found})


def words(found: Iterable[Found]) -> int:
    """How many words their passages have."""
    groups = by_first(found, lambda pair: pair[0].article.id)
    return sum(group[0][0].words_of(finding for _, finding in group) for group in groups)
