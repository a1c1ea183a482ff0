"""Which file of a project folder holds what, opened when first asked for."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from fr_reader.model import CLAIM, CONCERN, Annotation, Code, Speaker, StoreError
from fr_reader.store import files, records
from fr_reader.store.catalogue import Catalogue
from fr_reader.store.index import Index
from fr_reader.store.ledger import Ledger
from fr_reader.store.lock import Lock
from fr_reader.store.naming import coder_file
from fr_reader.store.places import ARTICLES
from fr_reader.store.plan import ANNOTATIONS, CODES, Place
from fr_reader.store.tables import Records

OPEN_AT_ONCE = 64
"""How many files of annotations are kept folded in memory."""

_NAMES_A_SPEAKER = re.compile(rb'"speaker":"[^"]')


class Cabinet:
    """The files of the project in `folder`, which share `lock` and report to `problems`."""

    def __init__(self, folder: Path, lock: Lock, problems: list[str]) -> None:
        self.folder = folder
        self._lock = lock
        self._problems = problems
        index = Index(folder)
        self.entries = Catalogue(folder / "articles.jsonl", lock, problems, index)
        self.ledger = Ledger(folder / "annotations", index)
        self.codes: Records[Code] = self._open(folder / "codebook.jsonl", CODES, records.code_of)
        self.speakers: Records[Speaker] = self._open(
            folder / "speakers.jsonl", "speakers", records.speaker_of
        )
        self._annotations: OrderedDict[Path, Records[Annotation]] = OrderedDict()

    def begin(self) -> None:
        """Make the files every project has, so that one missing later is known to be lost.

        Call with the lock held. Raises StoreError.
        """
        self.codes.begin({code.id: code for code in (CLAIM, CONCERN)})
        self.speakers.begin()
        self.entries.begin()

    def begun(self) -> bool:
        """Whether all those files are there."""
        return all(file.path.exists() for file in (self.codes, self.speakers, self.entries))

    def settle(self) -> None:
        """Make durable what annotations may name. Call with the lock held. Raises StoreError."""
        for file in (self.entries, self.codes, self.speakers):
            file.storage.settle()

    def look(self) -> None:
        """Read what is small, and see of the rest that it is there, when the project is opened.

        Raises StoreError where a file is damaged, or has gone or lost its content, as others
        beside it show: it must not pass for a project that has nothing in it yet.
        """
        for file in (self.entries, self.codes, self.speakers):
            file.look()
        entries, codes, speakers = (f.path for f in (self.entries, self.codes, self.speakers))
        if self.entries.nothing() and self._annotated() and self.entries.nothing():
            raise _lost(entries, "annotations", there=entries.exists())
        if not entries.exists() and any(
            p.suffix == ".txt" for p in _listed(self.folder / ARTICLES)
        ):
            raise _lost(entries, "articles")
        if not codes.exists() and self._annotated():
            raise _lost(codes, "annotations")
        if not speakers.exists() and self._annotated(_names_a_speaker):
            raise _lost(speakers, "annotations with speakers")

    def _annotated(self, such: Callable[[Path], bool] = Path.is_file) -> bool:
        """Whether there is such a journal of annotations."""
        return any(such(path) for folder in self._folders() for path in _journals(folder))

    def place(self, place: Place, coder: str) -> Records[Any]:
        """The file of a place; of annotations, `coder`'s."""
        if place.kind == ANNOTATIONS:
            return self._annotations_in(_journal_path(self.folder, place.article, coder))
        return self.codes if place.kind == CODES else self.speakers

    def annotated(self) -> list[str]:
        """The ids of the articles there are annotations of, sorted. Raises StoreError."""
        return [folder.name for folder in self._folders()]

    def annotations(self, article_id: str) -> Iterator[Annotation]:
        """The annotations of all coders on an article, as they were made. Raises StoreError."""
        for path in _journals(self._folder(article_id)):
            yield from self.journal(path)

    def journal(self, path: Path) -> Iterable[Annotation]:
        """The annotations in one journal. Raises StoreError."""
        return self._annotations_in(path).all().values()

    def sound(self, article_id: str) -> bool:
        """Whether nothing is amiss with the journals of an article. Raises StoreError."""
        found = _journals(self._folder(article_id))
        return all(self._annotations_in(path).storage.reached is not None for path in found)

    def forget(self, article_id: str) -> None:
        """Let go of the files of an article, which are about to be moved."""
        for path in [p for p in self._annotations if p.parent == self._folder(article_id)]:
            self._annotations.pop(path).close()

    def close(self) -> None:
        """Let go of every file."""
        self.entries.close()
        shared: list[Records[Any]] = [self.codes, self.speakers]
        for file in (*shared, *self._annotations.values()):
            file.close()
        self._annotations.clear()

    def _folder(self, article_id: str) -> Path:
        return _annotations_folder(self.folder, article_id)

    def _folders(self) -> list[Path]:
        return [path for path in _listed(self.folder / "annotations") if path.is_dir()]

    def _open(self, path: Path, table: str, read: Any) -> Records[Any]:
        return Records(path, table, read, records.document_of, self._lock, self._problems)

    def _annotations_in(self, path: Path) -> Records[Annotation]:
        """The file at `path`; the one longest unused is let go when many are open."""
        if path not in self._annotations:
            self._annotations[path] = self._open(path, ANNOTATIONS, records.annotation_of)
            idle = next((old for old, file in self._annotations.items() if not file.failed), path)
            if len(self._annotations) > OPEN_AT_ONCE and idle != path:
                self._annotations.pop(idle).close()
        self._annotations.move_to_end(path)
        return self._annotations[path]


def _annotations_folder(folder: Path, article_id: str) -> Path:
    return folder / "annotations" / article_id


@lru_cache(OPEN_AT_ONCE)
def _journal_path(folder: Path, article_id: str, coder: str) -> Path:
    """Where a coder's annotations of an article are."""
    return _annotations_folder(folder, article_id) / coder_file(coder)


def _listed(folder: Path) -> list[Path]:
    """What is in `folder`, sorted; nothing where there is none. Raises StoreError."""
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise files.cannot("read", folder, error, "make it a folder you may read") from error


def _journals(folder: Path) -> list[Path]:
    return [path for path in _listed(folder) if path.suffix == ".jsonl"]


def _names_a_speaker(path: Path) -> bool:
    """Whether an annotation in the journal at `path` has, or once had, a speaker."""
    try:
        return bool(_NAMES_A_SPEAKER.search(path.read_bytes()))
    except OSError as error:
        raise files.cannot("read", path, error, "see that it is a file you may read") from error


def _lost(path: Path, beside: str, *, there: bool = False) -> StoreError:
    state = "holds nothing" if there else "is missing"
    return StoreError(
        f"{files.named(path)} {state}, though the project has {beside}: restore it from a copy"
    )
