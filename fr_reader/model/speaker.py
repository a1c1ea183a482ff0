"""Speakers: the people, offices and organisations that say things in a project's articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from fr_reader.model.links import closes, end


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
    """An entity of the project, named the same in every article. Not a code.

    `merged` is the id of the speaker this one was merged into, or empty: everything they said
    then counts as that one's, and they come back as they were when that is taken back.
    """

    id: str
    name: str
    role: str = ""
    affiliation: str = ""
    aliases: tuple[str, ...] = ()
    merged: str = ""

    @property
    def about(self) -> str:
        """Role and affiliation in one line; empty where neither is known."""
        return Description(self.role, self.affiliation).about

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return self.name, *self.aliases

    def answers_to(self, name: str) -> bool:
        """Whether `name` is this speaker's name or an alias, whatever the case."""
        wanted = name.casefold()
        return any(own.casefold() == wanted for own in self.names)


@dataclass(frozen=True, slots=True)
class Speakers:
    """All speakers of a project, by id; iterates by name. A changed set is a new object.

    `by_id` has every speaker as they are kept. One who was merged into another is passed over when
    iterating, and looking them up finds that other one, who goes by their names too.
    """

    by_id: dict[str, Speaker]
    _merges: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _families: dict[str, Speaker] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, speakers: Iterable[Speaker] = ()) -> Speakers:
        """The set of `speakers`; a later one replaces an earlier one with its id."""
        by_id = {speaker.id: speaker for speaker in speakers}

        def into(speaker_id: str) -> str | None:
            speaker = by_id.get(speaker_id)
            return None if speaker is None else speaker.merged

        ends = ((own, end(own, into)) for own, speaker in by_id.items() if speaker.merged)
        merges = {own: found for own, found in ends if found != own}
        families: dict[str, Speaker] = {}
        for own in sorted(merges, key=lambda one: _order(by_id[one])):
            head = families.get(merges[own], by_id[merges[own]])
            families[head.id] = replace(head, aliases=_joined(head, by_id[own].names))
        return cls(by_id, merges, families)

    def __iter__(self) -> Iterator[Speaker]:
        kept = self.by_id.values() if not self._merges else self._heads()
        return iter(sorted(kept, key=_order))

    def __len__(self) -> int:
        return len(self.by_id) - len(self._merges)

    def end(self, speaker_id: str) -> str:
        """The id of the speaker that one with this id counts as: their own unless merged."""
        return self._merges.get(speaker_id, speaker_id)

    def get(self, speaker_id: str) -> Speaker | None:
        """The speaker with this id, or the one they were merged into; None where there is none.

        They have the names of those merged into them as aliases, which are kept with those: what
        is to be changed is the one in `by_id`.
        """
        found = self.end(speaker_id)
        return self._families.get(found) or self.by_id.get(found)

    def merges(self) -> Mapping[str, str]:
        """The ids of the speakers who count as another, each with the id of that other."""
        return self._merges

    def merged_into(self, speaker_id: str) -> tuple[Speaker, ...]:
        """The speakers merged into the one with this id, as they are kept, by name."""
        ids = (own for own, found in self._merges.items() if found == speaker_id)
        return tuple(sorted(map(self.by_id.__getitem__, ids), key=_order))

    def named(self, name: str) -> Speaker | None:
        """The first speaker, by name, that answers to `name`."""
        return next((speaker for speaker in self if speaker.answers_to(name)), None)

    def is_sound(self, speaker_id: str) -> bool:
        """Whether whom the speaker with this id is merged into is there, and not merged back."""

        def into(one: str) -> str | None:
            speaker = self.by_id.get(one)
            return None if speaker is None else speaker.merged

        merged = self.by_id[speaker_id].merged
        return not merged or (merged in self.by_id and not closes(speaker_id, into))

    def _heads(self) -> list[Speaker]:
        return [self._families.get(i, s) for i, s in self.by_id.items() if i not in self._merges]


def _order(speaker: Speaker) -> tuple[str, str, str]:
    return speaker.name.casefold(), speaker.name, speaker.id


def _joined(speaker: Speaker, names: Iterable[str]) -> tuple[str, ...]:
    """The aliases of a speaker with those of `names` they do not answer to yet."""
    known = {own.casefold() for own in speaker.names}
    found = list(speaker.aliases)
    for name in names:
        if name.casefold() not in known:
            known.add(name.casefold())
            found.append(name)
    return tuple(found)
