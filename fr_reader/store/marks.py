"""What coders say that they are done with: a small journal for each coder.

A mark names the text it was made on, so one on an article that was removed does not come to stand
for another article that has its id now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from fr_reader.model.plain import Check, Fields, checked, text_of
from fr_reader.store.lines import Origin
from fr_reader.store.lock import Lock
from fr_reader.store.naming import coder_file
from fr_reader.store.places import MARKS, mark_journals
from fr_reader.store.protocol import Entry
from fr_reader.store.tables import Records

TABLE = "done"

_MARK: dict[str, Check] = {"id": text_of, "coder": text_of, "sha256": text_of}


@dataclass(frozen=True, slots=True)
class Mark:
    """That a coder is done with the article `id`, whose text had this hash then."""

    id: str
    coder: str
    sha256: str

    def holds(self, entry: Entry) -> bool:
        """Whether it is of this article, in the text it has or had."""
        return entry.id == self.id and self.sha256 in (entry.sha256, *entry.earlier)


def mark_of(document: Fields) -> Mark:
    """The mark a document stands for. Raises ValueError."""
    return Mark(**checked(document, _MARK))


def by_article(marks: Iterable[Mark], coder: str | None) -> Mapping[str, frozenset[str]]:
    """Who is done with each article, of all coders or of one."""
    found: dict[str, set[str]] = {}
    for mark in marks:
        if coder in (None, mark.coder):
            found.setdefault(mark.id, set()).add(mark.coder)
    return {article_id: frozenset(coders) for article_id, coders in found.items()}


class Marks:
    """The marks in the project in `folder`. Everything may raise StoreError."""

    def __init__(self, folder: Path, lock: Lock, problems: list[str]) -> None:
        self._folder = folder
        self._lock, self._problems = lock, problems
        self._open: dict[Path, Records[Mark]] = {}

    def all(self, coder: str | None) -> Iterator[Mark]:
        """The marks of every coder, or of one."""
        own = self._folder / MARKS / coder_file(coder) if coder is not None else None
        for kept in mark_journals(self._folder):
            if own in (None, kept.path):
                yield from self._file(kept.path).all().values()

    def put(self, entry: Entry, coder: str, origin: Origin, *, done: bool) -> None:
        """Say that a coder is done with an article, or not. Call with the lock held."""
        file = self._file(self._folder / MARKS / coder_file(coder))
        mark = Mark(entry.id, coder, entry.sha256) if done else None
        there = file.all().get(entry.id)
        if mark is not None and there is not None and there.holds(entry):
            return
        title = f"{'done with' if done else 'not done with'} {entry.id}"
        file.change(title, {entry.id: mark}, origin)

    def close(self) -> None:
        """Let go of the files."""
        for file in self._open.values():
            file.close()
        self._open.clear()

    def _file(self, path: Path) -> Records[Mark]:
        if path not in self._open:
            self._open[path] = Records(path, TABLE, mark_of, asdict, self._lock, self._problems)
        return self._open[path]
