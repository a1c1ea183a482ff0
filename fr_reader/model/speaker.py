"""Speakers: the people, offices and organisations that say things in a project's articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """What an article says of a person: what they do, and the body they do it in; or empty."""

    role: str = ""
    affiliation: str = ""

    @property
    def about(self) -> str:
        """Both in one line; empty where neither is told."""
        return ", ".join(part for part in (self.role, self.affiliation) if part)


@dataclass(frozen=True, slots=True)
class Speaker:
    """An entity of the project, named the same in every article. Not a code."""

    id: str
    name: str
    role: str = ""
    affiliation: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """Role and affiliation in one line; empty where neither is known."""
        return Description(self.role, self.affiliation).about

    def answers_to(self, name: str) -> bool:
        """Whether `name` is this speaker's name or an alias, whatever the case."""
        wanted = name.casefold()
        return any(own.casefold() == wanted for own in (self.name, *self.aliases))


@dataclass(frozen=True, slots=True)
class Speakers:
    """All speakers of a project, by id; iterates by name. A changed set is a new object."""

    by_id: dict[str, Speaker]

    @classmethod
    def of(cls, speakers: Iterable[Speaker] = ()) -> Speakers:
        """The set of `speakers`; a later one replaces an earlier one with its id."""
        return cls({speaker.id: speaker for speaker in speakers})

    def __iter__(self) -> Iterator[Speaker]:
        return iter(sorted(self.by_id.values(), key=lambda s: (s.name.casefold(), s.name, s.id)))

    def __len__(self) -> int:
        return len(self.by_id)

    def get(self, speaker_id: str) -> Speaker | None:
        """The speaker with this id, or None."""
        return self.by_id.get(speaker_id)

    def named(self, name: str) -> Speaker | None:
        """The first speaker, by name, that answers to `name`."""
        return next((speaker for speaker in self if speaker.answers_to(name)), None)
