"""Another project into this one: a clone line by line, any other as a bundle.

A clone has the same first act in its articles. Of each of its journals the lines that are not here
come below those that are, and are settled as after a merge by git; so it does not matter which of
two is merged into which, and what is here already comes in once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fr_reader.model import Act, Annotation, Article, Change, Status, StoreError, lost, visible
from fr_reader.store import files
from fr_reader.store.backup import make_backup
from fr_reader.store.branches import joined, lines_in
from fr_reader.store.fold import Fold
from fr_reader.store.lines import HEADER, Line, act_line, now, read_line
from fr_reader.store.lock import Lock
from fr_reader.store.manifest import no_project, read_manifest
from fr_reader.store.places import ARTICLES, FILES, TRASH, annotation_journals, mark_journals
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS
from fr_reader.store.project import ProjectStore
from fr_reader.store.protocol import Entry
from fr_reader.store.records import entry_of
from fr_reader.store.revisions import text_names
from fr_reader.store.texts import hash_at, read_text, write_text

_FAILED = "the project was not merged"


@dataclass(frozen=True, slots=True)
class Brought:
    """What a merge brought: how many of each are here that were not, how many of them are
    conflicts, what was decided, a sentence each, and the backup that was made before."""

    articles: int
    codes: int
    speakers: int
    annotations: int
    conflicts: int
    told: tuple[str, ...] = ()
    backup: str = ""

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self.backup)


def are_clones(folder: Path, other: Path) -> bool:
    """Whether two projects have a beginning in common. Raises StoreError."""
    first = [next(iter(_lines(each / FILES[ARTICLES])), None) for each in (folder, other)]
    return first[0] is not None and first[0] == first[1]


def merge(store: ProjectStore, other: Path) -> Brought:
    """Merge the project in the folder `other` into that of `store`, which is backed up first.

    Every file is written wholly or not at all, texts before what
    names them; a merge that was interrupted is completed by the next. Merging the same again
    changes nothing. Raises StoreError.
    """
    other = other.absolute()
    if read_manifest(other) is None:
        raise no_project(other)
    if other.resolve() == store.folder.resolve():
        raise StoreError(f"{files.named(other)} is the project at work: name another one")
    if not are_clones(store.folder, other):
        return _as_bundle(store, other)
    return _Clones(store, other).merged()


def _as_bundle(store: ProjectStore, folder: Path) -> Brought:
    """Take in what another project has and this one has not."""
    from fr_reader.store.bundling import bundle_of, take_in  # noqa: PLC0415 - not for clones

    with ExitStack() as opened:
        other = ProjectStore.open(folder, store.coder, create=False)
        opened.callback(other.close)

        def as_coder(coder: str) -> ProjectStore:
            one = ProjectStore.open(store.folder, coder, create=False)
            opened.callback(one.close)
            return one

        made = make_backup(store.folder, "before")
        taken = take_in(store, as_coder, bundle_of(other))
    told = tuple(lost(taken.losses))
    counts = (taken.articles, taken.codes, taken.speakers, taken.annotations)
    return Brought(*counts, 0, told, made.name if any(counts) else "")


class _Clones:
    """The merge of a clone."""

    def __init__(self, store: ProjectStore, other: Path) -> None:
        self._store, self._folder, self._other = store, store.folder, other
        self._told: dict[str, str] = {}
        name = FILES[ARTICLES]
        found = joined([*_lines(self._folder / name), *_lines(other / name)]).tables
        self._kept = _read(found.get(ARTICLES, {}), other)

    def merged(self) -> Brought:
        """What it brought."""
        news = [name for name in self._journals() if self._news(name)]
        if not news:
            return Brought(0, 0, 0, 0, 0)
        before = self._there()
        made = make_backup(self._folder, "before")
        mine, theirs = (_entries(each) for each in (self._folder, self._other))
        apart = list(self._apart(mine, theirs))
        for gone in [key for key in mine if key not in self._kept and key not in theirs]:
            self._store.remove(gone)
        with Lock(self._folder).hold():
            self._copy_texts(theirs)
            for name in self._journals():
                if self._news(name):
                    self._unite(name)
        self._store.close()
        for article in apart:
            self._put_apart(article, self._kept[article.id])
        after = self._there()
        new = [len(now_there - then) for now_there, then in zip(after, before, strict=True)]
        articles, codes, speakers, notes, conflicts = new
        told = tuple(self._told.values())
        return Brought(articles, codes, speakers, notes, conflicts, told, made.name)

    def _there(self) -> tuple[set[object], ...]:
        """What is here by kind, to be compared."""
        with _opened(self._folder, self._store.coder) as store:
            kept = [*store.annotations(), *(each.annotation for each in store.astray())]
            return (
                {entry.sha256 for entry in store.entries()},
                {*store.codebook().by_id},
                {*store.speakers().by_id},
                {(each.coder, each.id) for each in kept},
                {(each.coder, each.id) for each in kept if each.status is Status.CONFLICT},
            )

    def _journals(self) -> Iterator[str]:
        """The names of the other project's journals, what is named before what names it."""
        yield from (FILES[place] for place in (CODES, SPEAKERS, ARTICLES))
        for kept in mark_journals(self._other):
            yield kept.path.relative_to(self._other).as_posix()
        for kept in annotation_journals(self._other):
            if kept.path.is_relative_to(self._other / ANNOTATIONS):
                yield kept.path.relative_to(self._other).as_posix()

    def _news(self, name: str) -> list[bytes]:
        """The lines of the other project's journal that are not in this one's."""
        known = {line.check for line in _lines(self._target(name))}
        lines = _whole(self._other / name).removeprefix(HEADER).split(b"\n")
        read = [(raw, read_line(raw)) for raw in lines if raw]
        damaged = sum(line is None for _, line in read)
        if damaged:
            path = files.named(self._other / name)
            self._told[path] = f"{path}: {damaged} damaged lines were left out"
        return [raw for raw, line in read if line is not None and line.check not in known]

    def _target(self, name: str) -> Path:
        """The journal here: in the trash, where the article is there and not in the project."""
        path = self._folder / name
        item = self._folder / TRASH / path.parent.name
        return item / ANNOTATIONS / path.name if self._is_gone(name) and item.exists() else path

    def _is_gone(self, name: str) -> bool:
        """Whether a journal is of an article that the project will not have."""
        return name.startswith(ANNOTATIONS) and Path(name).parent.name not in self._kept

    def _unite(self, name: str) -> None:
        """Put the other project's lines into a journal here, and settle what comes of it."""
        path, news = self._target(name), self._news(name)
        if self._is_gone(name) and path == self._folder / name:
            self._told[name] = f"{files.named(Path(name))} is of an article that was removed"
            return
        data = (_whole(path) or HEADER) + b"".join(raw + b"\n" for raw in news)
        problems: list[str] = []
        fold = Fold(str(path), problems)
        fold.feed(data)
        if found := fold.unsettled:
            data += act_line(
                fold.number + 1, now(), "merge", found.changes, after=found.heads, new=found.new
            )
            self._told |= {sentence: sentence for sentence in found.told}
        try:
            files.make_folders(path.parent)
            files.write_atomically(path, data)
        except OSError as error:
            raise files.cannot("write", path, error, _FAILED) from error

    def _apart(self, mine: Mapping[str, Entry], theirs: Mapping[str, Entry]) -> Iterator[Article]:
        """The articles that another text has taken the id of."""
        for folder, entries in ((self._folder, mine), (self._other, theirs)):
            for key, entry in entries.items():
                known = self._kept.get(key)
                if known is not None and entry.sha256 not in text_names(known):
                    path = folder / ARTICLES / text_names(entry)[entry.sha256]
                    text = read_text(path, entry.sha256)
                    yield Article(key, text, entry.metadata, entry.source, entry.sha256)

    def _copy_texts(self, theirs: Mapping[str, Entry]) -> None:
        """Bring the texts of what there will be."""
        for key in theirs.keys() & self._kept.keys():
            for sha256, name in text_names(self._kept[key]).items():
                path = self._folder / ARTICLES / name
                if hash_at(path) != sha256 and hash_at(self._other / ARTICLES / name) == sha256:
                    write_text(path, read_text(self._other / ARTICLES / name, sha256), _FAILED)

    def _put_apart(self, article: Article, instead: Entry) -> None:
        """Give an article whose id another text has one of its own, with its annotations."""
        with _opened(self._folder, self._store.coder) as store:
            entry, _ = store.add(article)
            there = [*store.annotations(instead.id)]
            there += [each.annotation for each in store.astray(instead.id)]
        moved = [each for each in there if _made_on(each) == {article.sha256}]
        for coder in sorted({each.coder for each in moved}):
            changes: list[Change] = []
            for each in moved:
                if each.coder == coder:
                    changes += [Change(each, None), Change(None, replace(each, article=entry.id))]
            with _opened(self._folder, coder) as store:
                store.apply(Act(f"move to {entry.id}", tuple(changes)))
        self._told[entry.id] = (
            f"two texts were called {visible(instead.id)}: one of them is {visible(entry.id)} now"
        )


@contextmanager
def _opened(folder: Path, coder: str) -> Iterator[ProjectStore]:
    """The project in a folder for a coder, closed afterwards."""
    store = ProjectStore.open(folder, coder, create=False)
    try:
        yield store
    finally:
        store.close()


def _made_on(annotation: Annotation) -> set[str]:
    return {anchor.sha256 for anchor in annotation.anchors}


def _whole(path: Path) -> bytes:
    """What a journal holds up to its last whole line; nothing where there is none.

    Raises StoreError.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise files.cannot("read", path, error, "see that it is a file you may read") from error
    end = data.rfind(b"\n") + 1
    last = data[end:]
    return data + b"\n" if last and read_line(last) is not None else data[:end]


def _lines(path: Path) -> Iterable[Line]:
    return lines_in(_whole(path))


def _entries(folder: Path) -> dict[str, Entry]:
    """The articles of a project by id. Raises StoreError."""
    found = joined(_lines(folder / FILES[ARTICLES])).tables.get(ARTICLES, {})
    return _read(found, folder)


def _read(documents: Mapping[str, dict[str, Any]], folder: Path) -> dict[str, Entry]:
    try:
        return {key: entry_of(document) for key, document in documents.items()}
    except ValueError as error:
        raise StoreError(
            f"{files.named(folder)} holds an article this fr-reader does not understand: "
            "update fr-reader"
        ) from error
