"""Where the scenes play: a folder that is set to an image, and a look at what a scene left."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch

from fr_reader.model import Act, Anchor, Annotation, Article, Change, FrReaderError, Span, Speaker
from fr_reader.store import ProjectStore, Store, reserve
from tests.stress.disk import Image
from tests.stress.script import CODER, State, first, state_of

AFTER = "afterwards"
_FAST = Path("/dev/shm")
_PROJECT = Path("deep") / "project"


@dataclass(slots=True)
class Tally:
    """What one kind of trial came to: how many there were, and a sentence for each failure."""

    name: str
    trials: int = 0
    failures: list[str] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)

    def add(self, where: str, failure: str) -> None:
        """Count one trial; `failure` is empty where all was well."""
        self.trials += 1
        if failure:
            self.failures.append(f"{where}: {failure}")

    def note(self, what: str) -> None:
        """Count something worth telling."""
        self.notes[what] = self.notes.get(what, 0) + 1


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder of our own, with the project deep in it."""

    folder: Path

    @property
    def project(self) -> Path:
        """Where the project is."""
        return self.folder / _PROJECT

    def set(self, image: Image) -> None:
        """Make the folder hold `image` and nothing else."""
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        for path in sorted(image):
            content = image[path]
            if content is None:
                (self.folder / path).mkdir()
            else:
                (self.folder / path).write_bytes(content)

    def image(self) -> Image:
        """What the folder holds."""
        return {
            path.relative_to(self.folder).as_posix(): None if path.is_dir() else path.read_bytes()
            for path in self.folder.rglob("*")
        }

    def open(self) -> ProjectStore:
        """The project; it is made if it is not there."""
        return ProjectStore.open(self.project, CODER, first=first)


@contextmanager
def a_stage() -> Iterator[Stage]:
    """A stage for some scenes; its project keeps a small reserve, so that images stay small."""
    place = tempfile.mkdtemp(prefix="fr-reader-stress-", dir=_FAST if _FAST.is_dir() else None)
    folder = Path(place) / "stage"
    folder.mkdir()
    try:
        with patch.object(reserve, "SIZE", 2048), patch.object(reserve, "PIECE", 1024):
            yield Stage(folder)
    finally:
        shutil.rmtree(place)


def torn(image: Image) -> Image:
    """`image` with half an act at the end of every journal, as a kill leaves it."""
    return {
        path: content + b'{"n":99,"t":"2026-' if content and path.endswith(".jsonl") else content
        for path, content in image.items()
    }


def afterwards(store: Store) -> State:
    """Go on working: an act on every file of ours there is; gives what `store` must hold now."""
    if not store.entries():
        store.add(Article(AFTER, "made up afterwards"))
    now = state_of(store)
    name = AFTER + "-again" * sum(one.id.startswith(AFTER) for one in now.speakers)
    person = Speaker(name, name.title())
    said = [_said(name, *pair) for pair in zip((e.id for e in now.entries), now.texts, strict=True)]
    code = next(iter(store.codebook()), None)
    changes = [Change(None, person), *(Change(None, one) for one in said)]
    codes = now.codes
    if code is not None:
        changed = replace(code, definition=f"{code.definition}, {name}")
        changes.append(Change(code, changed))
        codes = codes - {code} | {changed}
    store.apply(Act(name, tuple(changes)))
    entry = now.entries[0]
    metadata = replace(entry.metadata, publisher=name)
    store.update(entry.id, metadata)
    return replace(
        now,
        entries=(replace(entry, metadata=metadata), *now.entries[1:]),
        codes=codes,
        speakers=now.speakers | {person},
        annotations=now.annotations.union(said),
    )


def _said(speaker: str, article_id: str, text: str) -> Annotation:
    """An annotation by the speaker made afterwards, on the first letters of an article."""
    time = "2026-02-01T00:00:00.000000+00:00"
    anchor = Anchor.at(Article(article_id, text), Span(0, 5))
    name = f"{speaker}-{article_id}"
    return Annotation(name, article_id, (anchor,), CODER, time, time, speaker=speaker)


def look(stage: Stage, allowed: Collection[State]) -> str:
    """What is wrong with what a scene left: "" if it opens, holds what it may, and goes on.

    It must hold one of the `allowed` states, take further acts, and hold those when it is closed
    and opened again, with no half line left over.
    """
    try:
        store = stage.open()
        found = state_of(store)
        if found not in allowed:
            return f"holds something else: {different(found, allowed)}"
        expected = afterwards(store)
        if (now := state_of(store)) != expected:
            return f"does not hold the next act: {different(now, [expected])}"
        store.close()
        again = stage.open()
        if (now := state_of(again)) != expected:
            return f"is not the same when reopened: {different(now, [expected])}"
        again.close()
        if not set(again.problems) <= set(store.problems) or _is_torn(again):
            return f"tells of new problems when reopened: {again.problems}"
    except FrReaderError as error:
        return f"refuses: {error}"
    return ""


def _is_torn(store: ProjectStore) -> bool:
    return any("never wholly saved" in problem for problem in store.problems)


def different(found: State, allowed: Collection[State]) -> str:
    """In what `found` differs from the nearest of the `allowed` states, in short."""

    def gap(state: State) -> list[str]:
        return [
            f"{name} {getattr(found, name)!r:.200} instead of {getattr(state, name)!r:.200}"
            for name in State.__dataclass_fields__
            if getattr(found, name) != getattr(state, name)
        ]

    gaps = sorted((gap(state) for state in allowed), key=len)
    return "; ".join(gaps[0])
