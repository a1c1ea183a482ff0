"""What a digest asks of a project folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager

from fr_reader.store.cabinet import Cabinet
from fr_reader.store.index import hashed
from fr_reader.store.listing import Stamp, stamp_of
from fr_reader.store.protocol import Entry


class CabinetSource:
    """The articles in a cabinet, asked while `alone` is held. Everything may raise StoreError."""

    def __init__(self, cabinet: Cabinet, alone: AbstractContextManager[object]) -> None:
        self._cabinet = cabinet
        self._alone = alone

    def stamp(self) -> Stamp:
        """The stamp of the journal of articles."""
        return stamp_of(self._cabinet.entries.path)

    def known(self, article_id: str) -> str:
        """A hash of the entry of an article; empty where there is none."""
        with self._alone:
            entry = self._cabinet.entries.get(article_id)
        return "" if entry is None else _hash(entry)

    def all_known(self) -> Mapping[str, str]:
        """The same of every article."""
        with self._alone:
            entries = self._cabinet.entries.all()
        return {own: _hash(entry) for own, entry in entries.items()}

    def sound(self, article_id: str) -> bool:
        """Whether nothing is amiss with the journals of an article."""
        with self._alone:
            return self._cabinet.sound(article_id)


def _hash(entry: Entry) -> str:
    return hashed(b"entry", repr(entry).encode("utf-8", "surrogatepass")).hex()
