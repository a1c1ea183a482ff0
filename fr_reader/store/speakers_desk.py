"""The speakers as something to work on: every deed is one act, saved, and can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from fr_reader.model import (
    Act,
    Annotation,
    Change,
    Speaker,
    StoreError,
    visible,
)
from fr_reader.store.plan import SPEAKERS
from fr_reader.store.shared_desk import SharedDesk

_SPLIT = "split off "
"""How the title of an act begins that gives chosen quotations to a speaker of their own."""


class SpeakersDesk(SharedDesk):
    """One coder at work on the speakers. What cannot be done raises StoreError and says why."""

    kind = SPEAKERS

    def _wanted(self, title: str, also: bool) -> bool:
        return not also or title.startswith(_SPLIT)

    def uses(self, speaker: Speaker) -> tuple[int, int]:
        """How many quotations a speaker has, and in how many articles; as accepted by somebody."""
        found = self.counts.accepted().spoken(speaker.id)
        return len(found), len(found.by_article)

    def rename(self, speaker: Speaker, name: str) -> None:
        """Call a speaker something else; the old name stays an alias, as texts may use it."""
        name = " ".join(name.split())
        kept = self._now(speaker)
        if name == kept.name:
            return
        if not name:
            raise StoreError("a speaker needs a name")
        self._refuse_taken(name, speaker)
        low = name.casefold()
        aliases = tuple(own for own in kept.aliases if own.casefold() != low)
        if kept.name.casefold() != low:
            aliases = (*aliases, kept.name)
        seen = replace(kept, name=speaker.name)
        self._edit(f"rename {speaker.name}", seen, name=name, aliases=aliases)

    def describe(self, speaker: Speaker, role: str, affiliation: str) -> None:
        """Say what a speaker does, and in what body."""
        role, affiliation = " ".join(role.split()), " ".join(affiliation.split())
        self._edit(f"describe {speaker.name}", speaker, role=role, affiliation=affiliation)

    def add_alias(self, speaker: Speaker, alias: str) -> None:
        """Give a speaker a further name that texts use."""
        alias = " ".join(alias.split())
        kept = self._now(speaker)
        if not alias:
            raise StoreError("an alias needs a name")
        self._refuse_taken(alias, speaker)
        known = self.speakers.get(speaker.id) or kept
        if not known.answers_to(alias):
            self._edit(f"alias of {speaker.name}", kept, aliases=(*kept.aliases, alias))

    def remove_alias(self, speaker: Speaker, alias: str) -> None:
        """Take a name away from a speaker, or from one of those merged into them."""
        family = (self._now(speaker), *self.speakers.merged_into(speaker.id))
        low = alias.casefold()
        if any(one.name.casefold() == low for one in family):
            raise StoreError(
                f"{visible(alias)!r} is the name of one merged into {visible(speaker.name)!r}: "
                "part them again instead"
            )
        for one in family:
            left = tuple(own for own in one.aliases if own.casefold() != low)
            if left != one.aliases:
                self._edit(f"alias of {speaker.name}", one, aliases=left)
                return

    def merge(self, speaker: Speaker, into: Speaker) -> None:
        """Let everything `speaker` said count as said by `into`, who goes by their names too."""
        self.refresh()
        target = self.speakers.end(into.id)
        if target == speaker.id:
            raise StoreError(f"{visible(speaker.name)!r} cannot be merged into themselves")
        self._edit(f"merge {speaker.name} into {into.name}", speaker, merged=target)

    def part(self, speaker: Speaker) -> None:
        """Let a speaker who was merged into another be one of their own again.

        What was said in their name before the merge is theirs again, whoever accepted it.
        """
        self._edit(f"part {speaker.name}", speaker, merged="")

    def quotations(self, speaker: Speaker) -> Iterator[Annotation]:
        """The accepted quotations of a speaker, by article and in text order."""
        for article in self.counts.spoken(speaker.id).by_article:
            found = self._store.annotations(article).accepted().spoken()
            yield from (a for a in found if self.speakers.end(a.speaker) == speaker.id)

    def split(self, speaker: Speaker, name: str, quotations: Collection[Annotation]) -> Speaker:
        """Give chosen quotations of a speaker to one called `name`, who is new unless known.

        An alias of this name goes with them. Raises StoreError where one is another coder's, or
        waits or was changed elsewhere meanwhile.
        """
        name = " ".join(name.split())
        kept = self._now(speaker)
        if not name or not quotations:
            raise StoreError("choose quotations, and a name for who says them")
        if any(one.coder != self.coder for one in quotations):
            raise StoreError("quotations another coder accepted stay as they have it")
        changes, other = self._split_to(kept, name)
        for one in quotations:
            theirs = replace(one, speaker=other.id, modified=self._clock())
            changes.append(Change(one, theirs))
        self._do(Act(f"{_SPLIT}{name}", tuple(changes)))
        return other

    def _split_to(self, kept: Speaker, name: str) -> tuple[list[Change], Speaker]:
        """The changes that make who the quotations go to, and who that is."""
        low = name.casefold()
        known = self.speakers.named(name)
        if known is not None and known.id != kept.id:
            return [], known
        if kept.name.casefold() == low:
            raise StoreError(f"{visible(name)!r} is who says them now: give another name")
        if any(own.name.casefold() == low for own in self.speakers.merged_into(kept.id)):
            raise StoreError(f"{visible(name)!r} was merged in: part them again instead")
        left = tuple(own for own in kept.aliases if own.casefold() != low)
        changes = [Change(kept, replace(kept, aliases=left))] if left != kept.aliases else []
        made = Speaker(self._ids(), name)
        return [*changes, Change(None, made)], made

    def remove(self, speaker: Speaker) -> None:
        """Take a speaker out, when nothing names them."""
        kept = self._now(speaker)
        self.count()
        family = self.speakers.merged_into(speaker.id)
        many = len(self.counts.spoken(speaker.id))
        if many or family:
            what = f"{many} quotation{'s' if many != 1 else ''}" if many else "others merged in"
            raise StoreError(f"{visible(speaker.name)!r} stays with {what}: merge them instead")
        self._do(Act(f"remove {speaker.name}", (Change(kept, None),)))

    def _now(self, speaker: Speaker) -> Speaker:
        """A speaker as they are kept now, without the names of those merged into them."""
        self.refresh()
        return self._kept(speaker)

    def _refuse_taken(self, name: str, speaker: Speaker) -> None:
        other = self.speakers.named(name)
        if other is not None and other.id != self.speakers.end(speaker.id):
            raise StoreError(
                f"{visible(name)!r} is {visible(other.name)}: merge the two if they are one"
            )
