"""The history of a project: the acts in its journals, put together again and told in order.

A first pass notes where every act is and what time it has, 24 bytes an act, and which lines hold
the earlier versions of what it changed; a second reads the acts themselves in the order of their
times. So the history of a large project needs little memory, and begins to be told at once after
the first pass.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BufferedReader
from pathlib import Path
from typing import Any

from fr_reader.model import Act, Annotation, Change, Record, StoreError, visible
from fr_reader.store import files, records
from fr_reader.store.deed import Deed
from fr_reader.store.lines import Line, read_line
from fr_reader.store.places import ARTICLES, Kept, annotation_journals, shared_journals
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS
from fr_reader.store.scan import acts

_READ: Mapping[str, Callable[[dict[str, Any]], Record]] = {
    CODES: records.code_of,
    SPEAKERS: records.speaker_of,
    ANNOTATIONS: records.annotation_of,
}
_OPEN_AT_ONCE = 32
_PATIENCE = 1000
"""How many lines later the rest of an act that lies in several files is no longer waited for."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def history(folder: Path, article: str | None = None, coder: str | None = None) -> Iterator[Deed]:
    """The acts in the project in `folder`, the last last; those in the trash too.

    `article` and `coder` choose. An act that touched several files is one. Raises StoreError.
    """
    notes = _Notes()
    for kept in annotation_journals(folder, article, coder):
        notes.take(kept)
    if article is None:
        for kept in shared_journals(folder):
            notes.take(kept)
    else:
        for place in sorted(notes.also):
            for kept in _named(folder, place, article, coder):
                notes.take(kept, lambda line: line.origin.act in notes.shared)
        for kept in shared_journals(folder):
            if kept.place == ARTICLES:
                notes.take(kept, lambda line: article in (line.changes.get(ARTICLES) or {}))
    for deed in _together(notes):
        if deed.concerns(article, coder):
            yield deed


def shared_history(
    folder: Path, place: str, wanted: Callable[[str, bool], bool], coder: str | None
) -> Iterator[Deed]:
    """The acts on the codes or the speakers that are `wanted`, the last last.

    `place` is theirs; `wanted` is asked with an act's title and whether it also touched anything
    else. Only the journals of such acts are read. Raises StoreError.
    """
    notes = _Notes()
    for kept in shared_journals(folder):
        if kept.place == place:
            notes.take(kept, lambda line: wanted(line.title, bool(line.origin.also)))
    for other in sorted(notes.also):
        for kept in _named(folder, other, "", coder):
            notes.take(kept, lambda line: line.origin.act in notes.shared)
    for deed in _together(notes):
        if deed.concerns(None, coder):
            yield deed


def _named(folder: Path, place: str, article: str, coder: str | None) -> list[Kept]:
    """The journals of a place that acts on `article` name."""
    if place.startswith(f"{ANNOTATIONS}/"):
        other = place.partition("/")[2]
        return [] if other == article else list(annotation_journals(folder, other, coder))
    return [kept for kept in shared_journals(folder) if kept.place == place]


@dataclass(slots=True)
class _Notes:
    """Where every act is: its time in microseconds, its journal, the byte its line begins at.

    `earlier` has, for the acts that changed what was there already, the byte at which the line
    with the version before begins, by table and id. `also` are the places other than their own
    that acts touched, `shared` the ids of those acts.
    """

    journals: list[Kept] = field(default_factory=list)
    times: array[int] = field(default_factory=lambda: array("q"))
    which: array[int] = field(default_factory=lambda: array("q"))
    starts: array[int] = field(default_factory=lambda: array("q"))
    earlier: dict[int, dict[tuple[str, str], int]] = field(default_factory=dict)
    also: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)

    def take(self, kept: Kept, wanted: Callable[[Line], object] = bool) -> None:
        """Note the acts of a journal that are `wanted`.

        An act whose time is before that of the one above it, as after a clock was set back, is
        told right after that one; not where a merge has put it below another branch. The line that
        settles a merge is no act of anybody's.
        """
        self.journals.append(kept)
        last: dict[tuple[str, str], list[tuple[int, int | None]]] = {}
        time = number = 0
        for row in acts(kept.path):
            assert row.act is not None
            before: dict[tuple[str, str], int] = {}
            for table, rows in row.act.changes.items():
                for doc_id, document in (rows or {}).items():
                    versions = last.setdefault((table, doc_id), [])
                    if (start := _below(versions, row.act.number)) is not None:
                        before[table, doc_id] = start
                    versions.append((row.act.number, None if document is None else row.start))
            time = max(time if row.act.number > number else 0, _microseconds(row.act.time))
            number = row.act.number
            if wanted(row.act) and not row.act.settles:
                self._note(row.act, time, row.start, before)

    def _note(self, line: Line, time: int, start: int, before: dict[tuple[str, str], int]) -> None:
        if before:
            self.earlier[len(self.times)] = before
        if line.origin.also:
            self.also.update(line.origin.also)
            self.shared.add(line.origin.act)
        self.times.append(time)
        self.which.append(len(self.journals) - 1)
        self.starts.append(start)


def _below(versions: list[tuple[int, int | None]], number: int) -> int | None:
    """The byte at which the last of `versions` begins that came before act `number`, each given
    with the number of its act; None where there is none, or it was a removal."""
    return next((start for act, start in reversed(versions) if act < number), None)


def _microseconds(time: str) -> int:
    """`time` as a number to sort by; 0 where it is no time."""
    try:
        return (datetime.fromisoformat(time) - _EPOCH) // timedelta(microseconds=1)
    except (ValueError, TypeError):
        return 0


@dataclass(slots=True)
class _Part:
    """What has been read so far of an act, and how many files it is still to come from.

    `until` is the line at which they are no longer waited for.
    """

    line: Line
    missing: int
    until: int
    changes: dict[str, list[Change]] = field(default_factory=dict)
    articles: dict[str, None] = field(default_factory=dict)

    def add(self, kept: Kept, line: Line, changes: list[Change]) -> None:
        """One of its lines."""
        self.changes.setdefault(kept.place, []).extend(changes)
        ids = (line.changes.get(ARTICLES) or {}) if kept.place == ARTICLES else {}
        self.articles |= dict.fromkeys([kept.article] if kept.article else ids)
        self.missing -= 1

    def deed(self) -> Deed:
        """The act as it was done; what annotations name comes before them."""
        line, origin = self.line, self.line.origin
        order = sorted(self.changes, key=lambda place: (place.startswith(ANNOTATIONS), place))
        changes = tuple(change for place in order for change in self.changes[place])
        act = Act(
            line.title, changes, origin.act or f"n{line.number}", origin.undoes, origin.redoes
        )
        said = (c.record.coder for c in changes if isinstance(c.record, Annotation))
        return Deed(line.time, origin.by or next(said, ""), act, tuple(self.articles))


def _together(notes: _Notes) -> Iterator[Deed]:
    """The acts in order, the lines of one act made one again."""
    waiting: dict[str, _Part] = {}
    reader = _Reader(notes)
    try:
        for turn, number in enumerate(sorted(range(len(notes.times)), key=notes.times.__getitem__)):
            line = reader.line(number)
            if line is None or not any(line.changes.values()):
                continue
            name, also = line.origin.act or "a line from before", len(line.origin.also)
            part = waiting.setdefault(name, _Part(line, 1 + also, turn + _PATIENCE))
            part.add(notes.journals[notes.which[number]], line, reader.changes(number, line))
            if not part.missing:
                yield waiting.pop(name).deed()
            for late in [name for name, part in waiting.items() if part.until < turn]:
                yield waiting.pop(late).deed()
    finally:
        reader.close()
    for part in waiting.values():
        yield part.deed()


class _Reader:
    """Reads the lines noted, with a few files open at once."""

    def __init__(self, notes: _Notes) -> None:
        self._notes = notes
        self._open: OrderedDict[Path, BufferedReader] = OrderedDict()

    def line(self, number: int) -> Line | None:
        """The act noted as `number`; None where it has been taken back meanwhile."""
        notes = self._notes
        return self._read(notes.journals[notes.which[number]].path, notes.starts[number])

    def changes(self, number: int, line: Line) -> list[Change]:
        """What the act noted as `number` changed. Raises StoreError for no record of ours."""
        path = self._notes.journals[self._notes.which[number]].path
        earlier = self._notes.earlier.get(number, {})
        found: list[Change] = []
        for table, documents in line.changes.items():
            for doc_id, after in (documents or {}).items() if table in _READ else ():
                start = earlier.get((table, doc_id))
                old = self._read(path, start) if start is not None else None
                before = (old.changes.get(table) or {}).get(doc_id) if old else None
                if before is not None or after is not None:
                    found.append(Change(*(_record(path, table, doc) for doc in (before, after))))
        return found

    def close(self) -> None:
        """Let go of the files."""
        for file in self._open.values():
            file.close()

    def _read(self, path: Path, start: int) -> Line | None:
        try:
            file = self._open.pop(path, None) or path.open("rb")
            self._open[path] = file
            if len(self._open) > _OPEN_AT_ONCE:
                self._open.popitem(last=False)[1].close()
            file.seek(start)
            return read_line(file.readline().removesuffix(b"\n"))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise files.cannot("read", path, error, "see that it is a file you may read") from error


def _record(path: Path, table: str, document: dict[str, Any] | None) -> Record | None:
    try:
        return None if document is None else _READ[table](document)
    except ValueError as error:
        raise StoreError(
            f"{files.named(path)} holds a record this fr-reader does not understand "
            f"({visible(str(error))}): update fr-reader or restore a copy"
        ) from error
