"""A coder's place at one article: what is there, and acts that are done, taken back, done again.

Every act is saved by the store before it counts. What acts there are is said in `desk.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fr_reader.model import Act, Annotations, Change, Reading, StoreError, visible
from fr_reader.store.deed import new_id
from fr_reader.store.doing import Doing
from fr_reader.store.lines import now
from fr_reader.store.protocol import Astray, Store
from fr_reader.store.taking_back import without_what_others_use
from fr_reader.store.trail import Trail


class RevisedError(StoreError):
    """The article has a new text since it was opened: nothing is done to the one that is open."""


class Workplace(Doing):
    """One article in front of one coder.

    `annotations` (of this article, of every coder, where they stand), `astray` (those whose passage
    is not surely in its text), `speakers` and `codebook` are what the store held at the last
    `refresh` or deed, so looking at them never fails. A deed that the store refuses raises
    StoreError and leaves everything as it was; so may making a workplace.
    """

    annotations: Annotations
    astray: tuple[Astray, ...]

    def __init__(
        self,
        store: Store,
        reading: Reading,
        clock: Callable[[], str] = now,
        ids: Callable[[], str] = new_id,
    ) -> None:
        super().__init__(store, clock, ids)
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
    def done(self) -> bool:
        """Whether the coder says that they are done with the article. Raises StoreError."""
        return self.article.id in self._store.done(self.coder)

    def mark_done(self, done: bool) -> None:
        """Say that the coder is done with the article, or is not any more. Raises StoreError."""
        self._refuse_new_text()
        self._store.mark_done(self.article.id, done)
        self.refresh()

    def _deeds(self) -> Iterator[Act]:
        deeds = self._store.history(self.article.id, self._store.coder)
        return (deed.act for deed in deeds if deed.act.changes)

    def _without_used(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        return without_what_others_use(changes, self._store, self.article.id)

    def _refuse_new_text(self) -> None:
        if self._store.entry(self.article.id).sha256 != self.article.sha256:
            raise RevisedError(
                f"{visible(self.article.id)} has a new text since it was opened: "
                "close it and open it again"
            )

    def _apply(self, act: Act) -> Act:
        self._refuse_new_text()
        return super()._apply(act)
