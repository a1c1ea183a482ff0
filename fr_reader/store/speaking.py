"""What an act changes in the project's speakers: a new one, and the names they go by in texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from fr_reader.model import Change, Description, Speaker, Speakers

NOBODY: Mapping[str, Description] = MappingProxyType({})
"""Where nothing is told of anybody."""


def newcomer(speaker_id: str, name: str, described: Mapping[str, Description]) -> Speaker:
    """A new speaker, with the role and affiliation `described` has under the name."""
    told = described.get(name, Description())
    return Speaker(speaker_id, name, told.role, told.affiliation)


def with_alias(
    speakers: Speakers, changes: Sequence[Change], speaker: Speaker, alias: str
) -> list[Change]:
    """The changes of an act that also gives `speaker` this alias, and takes it from another.

    `changes` are those that make the speaker, or none. Another one's own name stays theirs.
    """
    low = alias.casefold()
    kept = [other for other in speakers.by_id.values() if speakers.end(other.id) != speaker.id]
    if any(other.name.casefold() == low for other in kept):
        return list(changes)
    taken = []
    for other in kept:
        left = tuple(own for own in other.aliases if own.casefold() != low)
        if left != other.aliases:
            taken.append(Change(other, replace(other, aliases=left)))
    before = None if changes else speakers.by_id[speaker.id]
    own = before or speaker
    return [*taken, Change(before, replace(own, aliases=(*own.aliases, alias)))]
