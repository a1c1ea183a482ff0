"""Acts: what a user did, as the things it changed, so that it can be saved, undone and redone."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.model.annotation import Annotation
from fr_reader.model.codebook import Code
from fr_reader.model.speaker import Speaker

Record = Annotation | Code | Speaker


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before is a creation, None after a removal.

    Raises ValueError when there is neither, or when the two are not the same record.
    """

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("nothing changes")
        if self.before is not None and self.after is not None:
            same = type(self.before) is type(self.after) and self.before.id == self.after.id
            if not same:
                raise ValueError("before and after are different records")

    @property
    def record(self) -> Record:
        """The record concerned, as it is afterwards if it is still there."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Act:
    """One deed of the user, in their words (`title`), and all it changes, in order.

    `id` is empty until the act is done. One that takes another back, or does it again, names that
    one in `undoes` or `redoes`.
    """

    title: str
    changes: tuple[Change, ...]
    id: str = ""
    undoes: str = ""
    redoes: str = ""

    def reversed(self) -> Act:
        """The act that takes this one back."""
        back = tuple(change.reversed() for change in reversed(self.changes))
        return Act(self.title, back, undoes=self.id)

    def again(self) -> Act:
        """The act that does this one again, after it was taken back."""
        return Act(self.title, self.changes, redoes=self.id)
