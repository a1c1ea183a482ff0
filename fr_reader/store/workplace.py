"""A coder's place at one article: what is there, and acts that are done, taken back, done again.

Every act is saved by the store before it counts. What acts there are is said in `desk.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fr_reader.model import (
    Act,
    Annotations,
    Change,
    Code,
    Codebook,
    Reading,
    Speaker,
    Speakers,
    StoreError,
    visible,
)
from fr_reader.store.deed import new_id
from fr_reader.store.lines import now
from fr_reader.store.protocol import Astray, Store
from fr_reader.store.taking_back import without_what_others_use
from fr_reader.store.trail import Trail


class RevisedError(StoreError):
    """The article has a new text since it was opened: nothing is done to the one that is open."""


class Workplace:
    """One article in front of one coder.

    `annotations` (of this article, of every coder, where they stand), `astray` (those whose passage
    is not surely in its text), `speakers` and `codebook` are what the store held at the last
    `refresh` or deed, so looking at them never fails. A deed that the store refuses raises
    StoreError and leaves everything as it was; so may making a workplace.
    """

    annotations: Annotations
    astray: tuple[Astray, ...]
    speakers: Speakers
    codebook: Codebook

    def __init__(
        self,
        store: Store,
        reading: Reading,
        clock: Callable[[], str] = now,
        ids: Callable[[], str] = new_id,
    ) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._trail = Trail()
        self.article = reading.article
        self.refresh()

    def refresh(self) -> bool:
        """Look at what the store holds now; says whether that is news. Raises StoreError, as
        RevisedError where the article has a new text, so that nothing is put on another one.

        After news the next undo goes by what the store tells of the coder's acts: they may have
        been done in another window.
        """
        before = getattr(self, "_seen", None)
        seen = (
            self._store.annotations(self.article.id),
            self._store.astray(self.article.id),
            self._store.speakers(),
            self._store.codebook(),
        )
        self._refuse_new_text()  # last, so that what was read is of the text that is open
        self._seen = seen
        self.annotations, self.astray, self.speakers, self.codebook = seen
        if seen == before:
            return False
        self._trail = Trail()
        return True

    @property
    def coder(self) -> str:
        """Who works here."""
        return self._store.coder

    @property
    def store(self) -> Store:
        """Where the acts go."""
        return self._store

    def last_act(self) -> Act | None:
        """The act of this coder on the article that an undo takes back; None when there is none."""
        self.refresh()
        if self._trail.last_done is None and not self._trail.whole:
            self._recall()
        return self._trail.last_done

    def undo(self) -> Act | None:
        """Take this coder's last act on the article back; None when there is none.

        A speaker or code the act had made stays when something else has come to use it, and one
        that has been changed since stays as it is.
        """
        act = self.last_act()
        if act is None:
            return None
        back = act.reversed()
        possible = filter(self._is_possible, back.changes)
        kept = without_what_others_use(tuple(possible), self._store, self.article.id)
        self._again(replace(back, changes=kept))
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
        self._again(replace(again, changes=tuple(filter(self._is_possible, again.changes))))
        self._trail.redo()
        return act

    def _recall(self) -> None:
        """Learn from the store what this coder has done here, and taken back."""
        deeds = self._store.history(self.article.id, self._store.coder)
        self._trail = Trail.of(deed.act for deed in deeds if deed.act.changes)

    def _again(self, act: Act) -> None:
        """Apply an undo or redo; where it is refused, what the store tells is looked at anew."""
        try:
            self._apply(act)
        except StoreError:
            self._trail = Trail()
            raise

    def _refuse_new_text(self) -> None:
        if self._store.entry(self.article.id).sha256 != self.article.sha256:
            raise RevisedError(
                f"{visible(self.article.id)} has a new text since it was opened: "
                "close it and open it again"
            )

    def _apply(self, act: Act) -> Act:
        self._refuse_new_text()
        done = self._store.apply(act)
        trail = self._trail
        self.refresh()
        self._trail = trail
        return done

    def _do(self, act: Act) -> None:
        self._trail.do(self._apply(act))

    def _is_possible(self, change: Change) -> bool:
        """Whether a change of a code or speaker still meets what it was made from."""
        record = change.record
        if isinstance(record, Speaker):
            return self.speakers.get(record.id) == change.before
        if isinstance(record, Code):
            return self.codebook.get(record.id) == change.before
        return True
