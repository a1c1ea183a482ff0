"""How many annotations of which kind a project holds, counted while others may go on with it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from fr_reader.model import Annotation
from fr_reader.store.cabinet import Cabinet
from fr_reader.store.counts import Counts, Tallies, tallies_of
from fr_reader.store.standing import Standing


class Census:
    """The count of the annotations in a cabinet, in their present texts.

    `alone` is held for one journal at a time, so that a long count keeps no other thread waiting.
    Everything may raise StoreError.
    """

    def __init__(
        self, cabinet: Cabinet, standing: Standing, alone: AbstractContextManager[object]
    ) -> None:
        self._cabinet = cabinet
        self._standing = standing
        self._alone = alone

    def counts(self, article_id: str | None) -> Counts:
        """The counts of one article or of every one, as codes and speakers were made."""
        if article_id is not None:
            with self._alone:
                kept = tuple(self._standing.annotations(article_id))
            return Counts.of([(article_id, tallies_of(kept))])
        with self._alone:
            revised = self._standing.revised()
        return self._cabinet.ledger.counts(self._journal, revised, self._placed)

    def _journal(self, path: Path) -> Iterable[Annotation]:
        with self._alone:
            return tuple(self._cabinet.journal(path))

    def _placed(self, article_id: str) -> Tallies:
        with self._alone:
            return self._standing.tallies(article_id)
