"""Which file of a project folder holds what, opened when first asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fr_reader.model import Annotation, Code, Speaker
from fr_reader.store import files, records
from fr_reader.store.lock import Lock
from fr_reader.store.naming import coder_file
from fr_reader.store.plan import ANNOTATIONS, CODES, Place
from fr_reader.store.protocol import Entry
from fr_reader.store.tables import Records

OPEN_AT_ONCE = 64
"""How many files of annotations are kept folded in memory."""


class Cabinet:
    """The files of the project in `folder`, which share `lock` and report to `problems`."""

    def __init__(self, folder: Path, lock: Lock, problems: list[str]) -> None:
        self.folder = folder
        self._lock = lock
        self._problems = problems
        self.entries: Records[Entry] = self._open(
            folder / "articles.jsonl", "articles", records.entry_of
        )
        self.codes: Records[Code] = self._open(folder / "codebook.jsonl", CODES, records.code_of)
        self.speakers: Records[Speaker] = self._open(
            folder / "speakers.jsonl", "speakers", records.speaker_of
        )
        self._annotations: OrderedDict[Path, Records[Annotation]] = OrderedDict()

    def text_path(self, article_id: str) -> Path:
        """Where the frozen text of an article is."""
        return self.folder / "articles" / f"{article_id}.txt"

    def place(self, place: Place, coder: str) -> Records[Any]:
        """The file of a place; of annotations, `coder`'s."""
        if place.kind == ANNOTATIONS:
            return self._annotations_in(self._folder(place.article) / coder_file(coder))
        return self.codes if place.kind == CODES else self.speakers

    def annotations(self, article_id: str | None) -> Iterator[Annotation]:
        """The annotations of all coders on one article, or on every one. Raises StoreError."""
        for folder in self._folders() if article_id is None else [self._folder(article_id)]:
            for path in _listed(folder):
                if path.suffix == ".jsonl":
                    yield from self._annotations_in(path).all().values()

    def close(self) -> None:
        """Let go of every file."""
        shared: list[Records[Any]] = [self.entries, self.codes, self.speakers]
        for file in (*shared, *self._annotations.values()):
            file.close()
        self._annotations.clear()

    def _folder(self, article_id: str) -> Path:
        return self.folder / "annotations" / article_id

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


def _listed(folder: Path) -> list[Path]:
    """What is in `folder`, sorted; nothing where there is none. Raises StoreError."""
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise files.cannot("read", folder, error, "make it a folder you may read") from error
