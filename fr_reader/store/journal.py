"""A journal: a file that grows by one durable line an act.

Before anything is told of it, what other processes have added is folded. An act is appended as one
line and synced, and only then believed. What is not wholly on the disk has never happened: a torn
end is set aside and cut before the next line, a line that could not be synced is taken back.
Nothing is ever written over, so a full disk or a kill costs at most the act that was never
acknowledged.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fr_reader.model import StoreError
from fr_reader.store import files, reserve
from fr_reader.store.changes import adds_nothing
from fr_reader.store.fold import Fold, Reached
from fr_reader.store.lines import HEADER, NOBODY, Changes, Origin, act_line, check_of, now
from fr_reader.store.lock import Lock
from fr_reader.store.reserve import Reserve

_UNSAVED = "this act was not saved, all earlier ones are"
IN_DOUBT = "all earlier acts are saved, start fr-reader again to see whether this one is"


class InDoubtError(StoreError):
    """The error after which the act may be in the journal all the same, or may not."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a journal to come back to; `end` 0 means that there was no file."""

    end: int


class Journal:
    """One journal file, which is made, header and act, at the first act.

    `lock` is shared by the files of a project; `problems` collects what was stepped over. With
    `since` only what follows it is read and held, unless the file is another one by now.
    Raises StoreError when the file is no journal, or cannot be read or written.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        lock: Lock | None = None,
        problems: list[str] | None = None,
        since: Reached | None = None,
    ) -> None:
        self.path = Path(path)
        self.problems = problems if problems is not None else []
        self._lock = lock or Lock(self.path.parent)
        self._fold = Fold(str(self.path), self.problems, since)
        self._stamp = since.stamp if since else ()
        self._torn = b""
        self._failed = ""
        self._anchored = False
        self._synced = 0
        self._reserve = Reserve(self._lock.path.parent)
        self._news(surely=since is not None)
        if self._torn:
            self._tell_of_torn_end()

    @property
    def failed(self) -> bool:
        """Whether a sync failed, so that nothing more is written through this object."""
        return bool(self._failed)

    @property
    def revision(self) -> tuple[int, bytes]:
        """Something else after each act, whoever did it."""
        self._news()
        return self._fold.end, self._fold.tail

    @property
    def fold(self) -> Fold:
        """The journal as far as it is read; not to be fed."""
        self._news()
        return self._fold

    @property
    def reached(self) -> Reached | None:
        """Where reading may go on another time; None where anything is amiss with the file."""
        self._news()
        if self._failed or self._torn or not self._stamp:
            return None
        return self._fold.reached(self._stamp)

    def put(self, title: str, changes: Changes, origin: Origin = NOBODY) -> Mark:
        """Append these changes as one act, comparing nothing. Durable on return; else StoreError.

        Returns where the journal ended before.
        """
        with self._lock.hold():
            self._news(surely=True)
            mark = Mark(self._fold.end)
            self._append(changes, title, origin)
            return mark

    def rewind(self, mark: Mark) -> bool:
        """Take back what was appended since `mark`, made under the same hold of the lock.

        Says whether it was; where that cannot be made durable the journal is not touched again.
        """
        try:
            if mark.end:
                files.cut(self.path, mark.end)
            else:
                files.remove(self.path)
            self._news(surely=True)
        except OSError as error:
            self._news(surely=True)
            self._failed = files.fault(error)
            return False
        return True

    def settle(self) -> None:
        """Make durable what others wrote here: they may have died before they did.

        What builds on it may be saved then. Call with the lock held. Raises StoreError.
        """
        self._news()
        if self._fold.end == self._synced:
            return
        self._refuse_failed()
        try:
            files.sync_file(self.path)
        except OSError as error:
            if isinstance(error, files.DoubtError):
                self._failed = files.fault(error)
            raise files.cannot("save to", self.path, error, _UNSAVED) from error
        self._synced = self._fold.end

    def _fresh(self) -> Fold:
        return Fold(str(self.path), self.problems)

    # Reading on ---------------------------------------------------------------------------

    def _news(self, *, surely: bool = False) -> None:
        """Fold what the file has gained since it was last looked at.

        Without `surely`, a file of the same size and time as then is not opened.
        """
        if self._failed:
            return
        try:
            found = self.path.stat()
            stamp = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
            if stamp != self._stamp or surely:
                self._catch_up(grown=stamp[:2] == self._stamp[:2])
                self._stamp = stamp
        except FileNotFoundError:
            if self._stamp:
                self._fold, self._torn, self._stamp = self._fresh(), b"", ()
        except OSError as error:
            raise files.cannot(
                "read", self.path, error, "see that it is a file you may read"
            ) from error

    def _catch_up(self, *, grown: bool) -> None:
        """Read what follows the fold's end, or everything if the file is another than it was."""
        tail = self._fold.tail
        with self.path.open("rb") as file:
            if grown:
                file.seek(self._fold.end - len(tail))
            if not grown or file.read(len(tail)) != tail:
                self._fold, self._synced = self._fresh(), 0
                file.seek(0)
            self._torn = self._fold.feed(file.read())
            if self._fold.partial:
                self._fold = self._fresh()
                file.seek(0)
                self._torn = self._fold.feed(file.read())

    def _tell_of_torn_end(self) -> None:
        """Report an end that stays torn while nobody is writing."""
        with suppress(StoreError), self._lock.hold():
            self._news(surely=True)
        if self._torn:
            self._report(
                f"{files.named(self.path)} ends in {len(self._torn)} bytes of an act that was "
                "never wholly saved; they are kept aside when something is next saved"
            )

    def _report(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)

    # Appending, with the lock held and the news read ----------------------------------------

    def _append(self, changes: Changes, title: str, origin: Origin = NOBODY) -> None:
        if not changes:
            return
        self._refuse_failed()
        try:
            line = self._lines_of(title, changes, origin)
        except (TypeError, ValueError, RecursionError) as error:
            raise StoreError(f"{files.named(self.path)} cannot hold this: {error}") from error
        try:
            self._save(line)
        except OSError as error:
            if not self._room_for(changes, error):
                raise self._unsaved(error) from error
            try:
                self._save(line)
            except OSError as again:
                raise self._unsaved(again) from again

    def _lines_of(self, title: str, changes: Changes, origin: Origin) -> bytes:
        """The line of an act; below one that settles a merge where that has not been done."""
        number, heads, found = self._fold.number + 1, self._fold.heads, self._fold.unsettled
        if found is None:
            return act_line(number, now(), title, changes, origin, after=heads)
        settled = act_line(number, now(), "merge", found.changes, after=heads, new=found.new)
        after = (check_of(settled),)
        return settled + act_line(number + 1, now(), title, changes, origin, after=after)

    def _save(self, line: bytes) -> None:
        """Make `line` durable, and believe it. Raises OSError."""
        self._make_names_durable()
        self._set_torn_end_aside()
        try:
            if self._fold.end:
                line = b"\n" + line if self._fold.unfinished else line
                files.append(self.path, self._fold.end, line)
            else:
                line = HEADER + line
                self._create(line)
        except files.DoubtError as error:
            self._failed = files.fault(error)
            raise
        self._fold.feed(line)
        self._synced = self._fold.end

    def _make_names_durable(self) -> None:
        """Once, sync the folders down to the file: who made them may have died before that."""
        if not self._anchored:
            files.make_folders(self.path.parent)
            files.sync_names(self.path.parent, self._lock.path.parent)
            self._anchored = True

    def _create(self, data: bytes) -> None:
        files.make_folders(self.path.parent)
        try:
            files.write_atomically(self.path, data)
        except OSError as error:
            if not self.path.exists():
                raise
            with suppress(OSError):  # it has its name, and perhaps not for ever
                files.remove(self.path)
            raise files.DoubtError.of(error) from error

    def _room_for(self, changes: Changes, error: OSError) -> bool:
        """Whether the disk was full, and the reserve has made room for an act that adds nothing."""
        if self._failed or not reserve.is_full(error):
            return False
        return adds_nothing(self._fold.tables, changes) and self._reserve.lend()

    def _unsaved(self, error: OSError) -> StoreError:
        if isinstance(error, files.DoubtError):
            return InDoubtError(str(files.cannot("save to", self.path, error, IN_DOUBT)))
        return files.cannot("save to", self.path, error, _UNSAVED)

    def _refuse_failed(self) -> None:
        if self._failed:
            raise InDoubtError(
                f"{files.named(self.path)} could not be saved before ({self._failed}): "
                "nothing more is written to it until fr-reader is started again"
            )

    def _set_torn_end_aside(self) -> None:
        if not self._torn:
            return
        kept = files.set_aside(self.path, self._torn)
        files.cut(self.path, self._fold.end)
        self._torn = b""
        self._report(
            f"{files.named(self.path)} ended in an act that was never wholly saved; "
            f"what there was of it is in {files.named(Path(kept.name))}"
        )
