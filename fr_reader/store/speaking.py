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
    if any(other.name.casefold() == low for other in speakers):
        return list(changes)
    named = replace(speaker, aliases=(*speaker.aliases, alias))
    taken = []
    for other in speakers:
        kept = tuple(own for own in other.aliases if own.casefold() != low)
        if kept != other.aliases and other.id != speaker.id:
            taken.append(Change(other, replace(other, aliases=kept)))
    return [*taken, Change(None if changes else speaker, named)]
