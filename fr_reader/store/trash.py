"""The trash: articles taken out of a project with all their annotations, ready to come back.

Each is a folder of trash/ named after the article: its entry as `entry.json`, its text, and its
journals in `annotations/`. Moving takes several steps; a note in trash/ tells which move is going
on, and whoever opens the project next brings one that was interrupted to its end.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from fr_reader.model import StoreError
from fr_reader.model.json_value import decode, encode
from fr_reader.store import files
from fr_reader.store.entries import not_in_trash, refuse_taken
from fr_reader.store.fold import Fold
from fr_reader.store.journal import InDoubtError
from fr_reader.store.lines import now
from fr_reader.store.naming import is_safe
from fr_reader.store.places import ARTICLES, TRASH, listed
from fr_reader.store.plan import ANNOTATIONS
from fr_reader.store.protocol import Entry, Removed
from fr_reader.store.records import document_of, entry_of
from fr_reader.store.revisions import text_name, text_names
from fr_reader.store.texts import clear

_ENTRY = "entry.json"
_MOVING = f"{files.OURS}moving"

_NOT_MOVED = "nothing was moved, try again"
_IN_DOUBT = "start fr-reader again to see it brought to its end"

Put = Callable[[str, Mapping[str, Entry | None]], object]
"""Puts entries into the journal of articles, under a title, or takes them out: None."""


@dataclass(frozen=True, slots=True)
class Trash:
    """The trash of the project in `folder`. Call what changes it with the project's lock held.

    Everything may raise StoreError.
    """

    folder: Path

    @property
    def home(self) -> Path:
        """Where it is."""
        return self.folder / TRASH

    def items(self) -> tuple[Removed, ...]:
        """What is in it, the last removed last."""
        homes = [path for path in listed(self.home) if is_safe(path.name.partition(".")[0])]
        found = [item for path in homes if (item := self._item(path))]
        return tuple(sorted(found, key=lambda item: (item.time, item.id)))

    def get(self, item_id: str) -> Removed:
        """The article in the trash under this id."""
        for item in self.items():
            if item.id == item_id:
                return item
        raise not_in_trash(item_id)

    def uses(self) -> Counter[str]:
        """How many annotations in it name each code and speaker, by id."""
        found: Counter[str] = Counter()
        for item in listed(self.home):
            for path in listed(item / ANNOTATIONS):
                if path.suffix == ".jsonl":
                    with _telling(self.folder):
                        data = path.read_bytes()
                    fold = Fold(str(path), [])
                    fold.feed(data)
                    for document in fold.tables.get(ANNOTATIONS, {}).values():
                        found.update((document.get("code", ""), document.get("speaker", "")))
        return found

    def remove(self, entry: Entry, coder: str, put: Put) -> str:
        """Move an article there; its id in the trash."""
        names = chain([entry.id], (f"{entry.id}.{number}" for number in count(2)))
        name = next(name for name in names if not (self.home / name).exists())
        with _telling(self.folder, _NOT_MOVED):
            files.make_folders(self.home)
            files.sync_folder(self.folder)
            try:
                self._note(name, "out")
                files.make_folders(self.home / name)
                told = {"entry": document_of(entry), "removed": now(), "by": coder}
                files.write_atomically(self.home / name / _ENTRY, encode(told) + b"\n")
                put(f"remove {entry.id}", {entry.id: None})
            except InDoubtError:
                raise
            except (OSError, StoreError):
                self._take_back(name)
                raise
        with _telling(self.folder):
            self._move(name, "out", put)
        return name

    def _take_back(self, name: str) -> None:
        """Leave no trace of a removal that has moved nothing yet. Raises StoreError where that
        cannot be, and the removal may be brought to its end later."""
        with _telling(self.folder):
            (self.home / name / _ENTRY).unlink(missing_ok=True)
            if (self.home / name).exists():
                (self.home / name).rmdir()
            files.sync_folder(self.home)
        self._forget_note()

    def _forget_note(self) -> None:
        with _telling(self.folder):
            files.remove(self.home / _MOVING)

    def restore(self, item_id: str, taken: Mapping[str, Entry], put: Put) -> Entry:
        """Move an article back. Raises StoreError where its id or its text is there again."""
        entry = self.get(item_id).entry
        refuse_taken(entry, taken.values())
        for name in self._texts(item_id, entry):
            clear(self.folder / ARTICLES / name)
        with _telling(self.folder, _NOT_MOVED):
            try:
                self._note(item_id, "back")
            except OSError:
                self._forget_note()
                raise
        with _telling(self.folder):
            try:
                self._move(item_id, "back", put)
            except InDoubtError:
                raise
            except StoreError:
                _rename(self._pairs(item_id, entry))
                self._forget_note()
                raise
        return entry

    def empty(self) -> int:
        """Delete everything in it, for good; how many articles it were."""
        found = self.items()
        with _telling(self.folder, "try again"):
            for item in found:
                files.remove(self.home / item.id / _ENTRY)
                shutil.rmtree(self.home / item.id)
            if found:
                files.sync_folder(self.home)
        return len(found)

    def moving(self) -> str:
        """The id of what is on its way there or back, whose move was interrupted; "" for none."""
        try:
            return str(decode((self.home / _MOVING).read_bytes())["item"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def interrupted(self) -> bool:
        """Whether a move has to be brought to its end."""
        return (self.home / _MOVING).exists()

    def finish(self, put: Put) -> None:
        """Bring a move that was interrupted, if any was, to its end."""
        if not self.interrupted():
            return
        note = self.home / _MOVING
        with _telling(self.folder):
            try:
                told = decode(note.read_bytes())
                name, way = str(told["item"]), told["way"]
            except (FileNotFoundError, ValueError, KeyError, TypeError):
                note.unlink(missing_ok=True)
                return
            if any(item.id == name for item in self.items()):
                self._move(name, way, put)
                return
            inside = self.home / Path(name).name
            if inside.is_dir():  # it ended before anything was moved, or after everything
                files.sync_folder(inside)
                with suppress(OSError):
                    inside.rmdir()
            files.sync_folder(self.home)
            files.remove(note)

    def _move(self, name: str, way: str, put: Put) -> None:
        """Every step of a move, whichever of them have been made before."""
        entry = self.get(name).entry
        inside, pairs = self.home / name, self._pairs(name, entry)
        files.sync_names(inside, self.folder)  # whoever began may have died before that
        if way == "out":
            put(f"remove {entry.id}", {entry.id: None})
            _rename(pairs)
        else:
            _rename([(there, here) for here, there in pairs])
            put(f"restore {entry.id}", {entry.id: entry})
            files.remove(inside / _ENTRY)
            with suppress(OSError):  # something that is not ours may be in it
                inside.rmdir()
            files.sync_folder(self.home)
        files.remove(self.home / _MOVING)

    def _pairs(self, name: str, entry: Entry) -> list[tuple[Path, Path]]:
        """What of an article is moved: each path in the project with the one in the trash."""
        inside, texts = self.home / name, self._texts(name, entry)
        annotations = self.folder / ANNOTATIONS / entry.id, inside / ANNOTATIONS
        return [annotations, *((self.folder / ARTICLES / text, inside / text) for text in texts)]

    def _texts(self, name: str, entry: Entry) -> list[str]:
        """The names of the files with the texts of an article, here or there: all its revisions,
        and what an interrupted one has left."""
        found = list(text_names(entry).values())
        homes = self.folder / ARTICLES, self.home / name
        for number in count(len(found) + 1):
            stray = text_name(entry.id, number)
            if not any((home / stray).exists() for home in homes):
                return found
            found.append(stray)
        raise AssertionError("unreachable")

    def _note(self, name: str, way: str) -> None:
        """Say, before anything is moved, which move begins."""
        files.write_atomically(self.home / _MOVING, encode({"item": name, "way": way}) + b"\n")

    def _item(self, path: Path) -> Removed | None:
        """What is in a folder of the trash; None where it is none of ours."""
        try:
            told: Any = decode((path / _ENTRY).read_bytes())
            return Removed(path.name, entry_of(told["entry"]), str(told["removed"]), told["by"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _rename(pairs: Iterable[tuple[Path, Path]]) -> None:
    """Give each first path the name that comes with it, where that is still to be done; durably,
    also what another process has done before it died."""
    folders: dict[Path, None] = {}
    for source, target in pairs:
        if source.exists() and not target.exists():
            files.make_folders(target.parent)
            source.rename(target)
        folders |= {target.parent: None, source.parent: None}
    for folder in folders:
        if folder.is_dir():
            files.sync_folder(folder)


@contextmanager
def _telling(folder: Path, remedy: str = _IN_DOUBT) -> Iterator[None]:
    """Say what the disk refuses in a sentence."""
    try:
        yield
    except OSError as error:
        raise files.cannot(
            "move between the project and the trash of", folder, error, remedy
        ) from error
