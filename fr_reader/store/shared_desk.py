"""What the codebook and the speakers of a project have in common as things to work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from fr_reader.model import Act, Annotation, Change, Code, Speaker, StoreError, visible
from fr_reader.store.counts import Counts
from fr_reader.store.deed import new_id
from fr_reader.store.doing import Doing
from fr_reader.store.lines import now
from fr_reader.store.protocol import Store
from fr_reader.store.taking_back import without_what_others_use
from fr_reader.store.trail import Trail

R = TypeVar("R", Code, Speaker)


class SharedDesk(Doing):
    """One coder at work on the codes, or on the speakers, of the whole project.

    `kind` names the place they are kept in. `counts` is how many annotations of which kind there
    are, as it was last counted. Raises StoreError where the store cannot be read.
    """

    kind: str

    def __init__(
        self, store: Store, clock: Callable[[], str] = now, ids: Callable[[], str] = new_id
    ) -> None:
        super().__init__(store, clock, ids)
        self.counts = Counts({})
        self.refresh()

    def refresh(self) -> bool:
        """Look at what the store holds now; says whether that is news."""
        before = getattr(self, "_seen", None)
        self._seen = seen = self._store.speakers(), self._store.codebook()
        self.speakers, self.codebook = seen
        if seen == before:
            return False
        self._trail = Trail()
        return True

    def count(self) -> Counts:
        """Count the annotations of the project anew."""
        self.counts = self._store.counts()
        return self.counts

    def _wanted(self, title: str, also: bool) -> bool:  # noqa: ARG002 - others go by the title
        """Whether an act on what is kept here belongs to its undo: those on articles do not."""
        return not also

    def _deeds(self) -> Iterator[Act]:
        deeds = self._store.shared_history(self.kind, self._wanted, self.coder)
        return (deed.act for deed in deeds)

    def _without_used(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        if any(isinstance(change.record, Annotation) for change in changes):
            return changes
        return without_what_others_use(changes, self._store)

    def _edit(self, title: str, seen: R, **news: Any) -> R | None:
        """Change some fields of a code or speaker; None where they are so already.

        `seen` is what the user saw. Raises StoreError where it is gone, or where just these fields
        have been changed elsewhere meanwhile; what else was changed stays.
        """
        self.refresh()
        there = self._kept(seen)
        changed = {name for name, value in news.items() if getattr(there, name) != value}
        if not changed:
            return None
        if any(getattr(there, name) != getattr(seen, name) for name in changed):
            raise StoreError(
                f"{visible(seen.name)!r} was not changed, since that has meanwhile been changed "
                "elsewhere: look at it again"
            )
        after = replace(there, **news)
        self._do(Act(title, (Change(there, after),)))
        return after

    def _kept(self, seen: R) -> R:
        """A code or speaker as it is kept now. Raises StoreError where it is gone."""
        known = self.codebook.by_id if isinstance(seen, Code) else self.speakers.by_id
        there = known.get(seen.id)
        if there is None:
            raise StoreError(f"{visible(seen.name)!r} was removed meanwhile")
        return there
