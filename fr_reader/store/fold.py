"""The fold of a journal: its lines, one after the other, into what is there now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.model import StoreError, visible
from fr_reader.store.branches import Joined, joined, lines_in
from fr_reader.store.changes import Tables
from fr_reader.store.frozen import frozen
from fr_reader.store.lines import HEADER, Documents, Line, check_of, read_header, read_line

_TAIL = 64
"""How many bytes before the end are compared to see that a file has only grown."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a journal was read with nothing amiss: enough to read on from there later.

    `stamp` is the file's device, inode, size and time of change (nanoseconds) then; the rest is as
    in a fold, `lines` counts its lines.
    """

    stamp: tuple[int, ...]
    end: int
    tail: bytes
    number: int
    lines: int


class Fold:
    """A journal as far as it has been read, all of it or what follows `since`.

    `tables` is what is there now; it is replaced, never changed, so an earlier one stays valid.
    `start` is where it began, `end` how many bytes of the file are understood, `tail` the last of
    them, `number` the last act's, `unfinished` says that its newline is missing. `problems` gets a
    sentence for each line that was stepped over, and `damaged` says that there was one. `removed`
    says that a document went, which a fold begun later may never have held.

    Lines that were not written after the one above are of another branch. They are left until a
    line settles the merge; where none does, `feed` reads everything a second time and `unsettled`
    has what comes of it, unless it was not given everything: then the fold is `partial`, and one
    that begins anew is needed.
    """

    def __init__(self, name: str, problems: list[str], since: Reached | None = None) -> None:
        self.name = name
        self.problems = problems
        self.tables: Tables = {}
        self.start = self.end = since.end if since else 0
        self.tail = since.tail if since else b""
        self.number = since.number if since else 0
        self.unfinished = False
        self.damaged = False
        self.removed = False
        self.partial = False
        self.unsettled: Joined | None = None
        self._last = check_of(self.tail)
        self._open: set[str] = set()
        self._above = self._last
        self._lines = since.lines if since else 0
        self._skipped = 0
        self._headed = since is not None
        self._own: set[str] = set()

    def reached(self, stamp: tuple[int, ...]) -> Reached | None:
        """Where it has come to in a file of this stamp; None where anything was amiss."""
        amiss = self.damaged or self.unfinished or self.partial or self._open
        if amiss or not self.number or stamp[2] != self.end:
            return None
        return Reached(stamp, self.end, self.tail, self.number, self._lines)

    def feed(self, data: bytes) -> bytes:
        """Read on: `data` is what follows `end`. Returns what is left over at the end, unread.

        A last line without newline is read if it is whole; else it is left over. Raises StoreError
        for a journal of a newer format, and for a file that is no journal at all.
        """
        first = not self.end
        *lines, rest = data.split(b"\n")
        self.tables, self._own = dict(self.tables), set()
        for line in lines:
            self._take(line)
        if rest and self._whole(rest):
            self._take(rest)
            self.unfinished, rest = True, b""
        taken = len(data) - len(rest)
        self.end += taken
        self.tail = (self.tail + data[:taken])[-_TAIL:]
        self._refuse_stranger(rest)
        if self._open and self.unsettled is None:
            self.partial = not first
            if first:
                self._join(joined(lines_in(data)))
        return rest

    @property
    def heads(self) -> tuple[str, ...]:
        """The checksums of the lines that the next one is to be written after."""
        if self.unsettled is not None:
            return self.unsettled.heads
        return (self._last,) if self._last else ()

    def _refuse_stranger(self, rest: bytes) -> None:
        """Raise StoreError when not one line is ours, or when nothing follows the header.

        A journal gets its name only when its first act is wholly in it, so one that is empty, or
        ends before its first act does, has lost its content; that is not to pass for a new one.
        """
        if self.number or (self._headed and self._lines > 1):
            return
        if HEADER.startswith(rest) and not self._lines:
            what = "is empty or cut short"
        elif self._headed:
            what = "is cut short"
        else:
            what = "is damaged or not a journal of fr-reader"
        raise StoreError(f"{visible(self.name)} {what}: restore it from a copy, or move it away")

    def _whole(self, line: bytes) -> bool:
        if not self._lines and read_header(line, self.name):
            return True
        return read_line(line) is not None

    def _take(self, line: bytes) -> None:
        if self.unfinished and not line:
            self.unfinished = False
            return
        self._lines += 1
        if not line:
            return
        if self._lines == 1:
            self._headed = read_header(line, self.name)
            if self._headed:
                return
        act = read_line(line)
        if act is not None:
            self._go_on(act)
        elif not read_header(line, self.name):
            self._skipped += 1
            self._report("is damaged and was stepped over")

    def _go_on(self, act: Line) -> None:
        """Apply an act that was written after the last one, or that settles; leave another."""
        self.unsettled = None
        if act.settles and set(act.after) == {self._last, *self._open}:
            self._open.clear()
            self._forget(act.new)
        elif self._is_apart(act):
            self._open -= {*act.after} if act.after else {self._above}
            self._open.add(act.check)
            self._above = act.check
            self.number, self._skipped = max(self.number, act.number), 0
            return
        self._check_number(act)
        self._apply(act)
        self._last = self._above = act.check

    def _is_apart(self, act: Line) -> bool:
        """Whether an act is not known to come right after the last one that was applied."""
        if act.after:
            lost = self._skipped or act.number > self.number + 1
            return act.after != (self._last,) and not (lost and act.number > self.number)
        return act.number <= self.number or self._above != self._last

    def _join(self, found: Joined) -> None:
        """Go on with what comes of all branches."""
        self.number = max(self.number, found.number)
        self.tables, self.removed = {}, True
        for table, rows in found.tables.items():
            self.tables[table] = {doc_id: frozen(document) for doc_id, document in rows.items()}
        self._last, *others = found.heads
        self._open = set(others)
        self._above = self._last
        self.unsettled = found if others else None
        for sentence in found.told if others else ():
            self._say(f"{visible(self.name)}: {sentence}")

    def _forget(self, new: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Take out the documents that a line which settles puts in their order."""
        for table, ids in new:
            self._put(table, dict.fromkeys(ids))

    def _check_number(self, act: Line) -> None:
        expected = self.number + 1
        if act.number > expected + self._skipped:
            self._report(f"is act {act.number} where {expected} was expected: acts are missing")
        self.number = max(self.number, act.number)
        self._skipped = 0

    def _report(self, what: str) -> None:
        self.damaged = True
        self._say(f"{visible(self.name)}: line {self._lines} {what}")

    def _say(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)

    def _apply(self, act: Line) -> None:
        for table, documents in act.changes.items():
            if documents is None:
                self.removed = True
                self.tables.pop(table, None)
                self._own.discard(table)
            else:
                self._put(table, documents)

    def _put(self, table: str, documents: Documents) -> None:
        if table not in self._own:
            self.tables[table] = dict(self.tables.get(table, {}))
            self._own.add(table)
        rows = self.tables[table]
        for doc_id, document in documents.items():
            if document is None:
                self.removed = True
                rows.pop(doc_id, None)
            else:
                rows[doc_id] = frozen(document)
