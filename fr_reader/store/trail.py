"""A coder's acts on one article, in order: which can be taken back, and which done again."""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.model import Act


class Trail:
    """Acts done and acts undone, the last at the end of each.

    `whole` says that it reaches back to the first act there ever was.
    """

    def __init__(self, *, whole: bool = False) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self.whole = whole

    @classmethod
    def of(cls, acts: Iterable[Act]) -> Trail:
        """The whole trail of `acts`, among them those that take back or do again."""
        trail = cls(whole=True)
        for act in acts:
            if act.undoes:
                _move(act.undoes, trail._done, trail._undone)
            elif act.redoes:
                _move(act.redoes, trail._undone, trail._done)
            else:
                trail.do(act)
        return trail

    @property
    def fresh(self) -> bool:
        """Whether nothing is known yet of what was done before."""
        return not (self.whole or self._done or self._undone)

    @property
    def last_done(self) -> Act | None:
        """The act to be taken back next, or None."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Act | None:
        """The act to be done again next, or None."""
        return self._undone[-1] if self._undone else None

    def do(self, act: Act) -> None:
        """A new act; nothing undone can be done again."""
        self._done.append(act)
        self._undone.clear()

    def undo(self) -> None:
        """The last act is taken back."""
        self._undone.append(self._done.pop())

    def redo(self) -> None:
        """The act last taken back is done again."""
        self._done.append(self._undone.pop())


def _move(act_id: str, source: list[Act], target: list[Act]) -> None:
    """The act goes from one list to the end of the other, if it is there."""
    for place in range(len(source) - 1, -1, -1):
        if source[place].id == act_id:
            target.append(source.pop(place))
            return
