"""Acts that are done, taken back and done again, by one coder in one part of a project.

Every act is saved by the store before it counts. What was done is known from the store, so an undo
reaches back to what an earlier window did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace

from fr_reader.model import (
    Act,
    Annotation,
    Change,
    Code,
    Codebook,
    Record,
    Speaker,
    Speakers,
    StoreError,
)
from fr_reader.store.deed import new_id
from fr_reader.store.lines import now
from fr_reader.store.protocol import Store
from fr_reader.store.taking_back import removed_since
from fr_reader.store.trail import Trail


class Doing:
    """What is done in one part of a project: in an article, in the codebook, to the speakers.

    `speakers` and `codebook` are what the store held at the last `refresh` or deed. A deed that
    the store refuses raises StoreError and leaves everything as it was. `in_vain` says that the
    last undo or redo found nothing left to change.
    """

    speakers: Speakers
    codebook: Codebook

    def __init__(
        self, store: Store, clock: Callable[[], str] = now, ids: Callable[[], str] = new_id
    ) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._trail = Trail()
        self.in_vain = False

    @property
    def coder(self) -> str:
        """Who works here."""
        return self._store.coder

    @property
    def store(self) -> Store:
        """Where the acts go."""
        return self._store

    def refresh(self) -> bool:
        """Look at what the store holds now; says whether that is news. Raises StoreError."""
        raise NotImplementedError

    def _deeds(self) -> Iterator[Act]:
        """The acts of this coder in this part, the last last, as the store tells of them."""
        raise NotImplementedError

    def _without_used(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """The changes of an undo without the removals of what something else uses."""
        raise NotImplementedError

    def last_act(self) -> Act | None:
        """The act of this coder that an undo takes back; None when there is none."""
        self.refresh()
        if self._trail.last_done is None and not self._trail.whole:
            self._recall()
        return self._trail.last_done

    def undo(self) -> Act | None:
        """Take this coder's last act back; None when there is none.

        A speaker or code the act had made stays when something else has come to use it; of one
        that has been changed since only what the act had changed is taken back, and nothing where
        just that was changed again.
        """
        act = self.last_act()
        if act is None:
            return None
        back = act.reversed()
        self._again(replace(back, changes=self._without_used(self._possible(back))))
        self._trail.undo()
        return act

    def redo(self) -> Act | None:
        """Do the last undone act again; None when there is none."""
        self.refresh()
        if self._trail.fresh:
            self._recall()
        act = self._trail.last_undone
        if act is None:
            return None
        again = act.again()
        self._again(replace(again, changes=self._possible(again)))
        self._trail.redo()
        return act

    def _recall(self) -> None:
        """Learn from the store what this coder has done here, and taken back."""
        self._trail = Trail.of(self._deeds())

    def _again(self, act: Act) -> None:
        """Apply an undo or redo; where it is refused, what the store tells is looked at anew."""
        self.in_vain = not act.changes
        try:
            self._apply(act)
        except StoreError:
            self._trail = Trail()
            raise

    def _apply(self, act: Act) -> Act:
        done = self._store.apply(act)
        trail = self._trail
        self.refresh()
        self._trail = trail
        return done

    def _do(self, act: Act) -> None:
        self._trail.do(self._apply(act))

    def _possible(self, act: Act) -> tuple[Change, ...]:
        """The changes of an act that can be done, those of codes and speakers to what is there;
        a code or speaker that an annotation names and that was removed since comes back too."""
        changes = tuple(filter(None, map(self._resting, act.changes)))
        known = {"", *self.codebook.by_id, *self.speakers.by_id}
        known.update(change.record.id for change in changes if _named(change.after) == ())
        missing = {name for change in changes for name in _named(change.after)} - known
        return (*removed_since(self._store, missing), *changes) if missing else changes

    def _resting(self, change: Change) -> Change | None:
        """A change as it is to be made to what is there now; None where there is nothing to do."""
        record = change.record
        if isinstance(record, Speaker):
            return _rested(change, self.speakers.by_id.get(record.id))
        if isinstance(record, Code):
            return _rested(change, self.codebook.by_id.get(record.id))
        return change


def _named(record: Record | None) -> tuple[str, ...]:
    """The ids of what an annotation names."""
    return (record.code, record.speaker) if isinstance(record, Annotation) else ()


def _rested(change: Change, there: Speaker | Code | None) -> Change | None:
    """A change of a code or speaker field by field: each that is as it was found is changed."""
    before, after = change.before, change.after
    if before is None or after is None or there is None:
        return change if there == before else None
    names = (field.name for field in fields(there))
    news = {
        name: getattr(after, name)
        for name in names
        if getattr(before, name) != getattr(after, name)
        and getattr(there, name) == getattr(before, name)
    }
    return Change(there, replace(there, **news)) if news else None
