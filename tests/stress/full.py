"""A small disk of its own, really full: what was acknowledged is there, and one can still work."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from fr_reader.export import project_notes, write_notes
from fr_reader.model import Article, Reading, Span, StoreError
from fr_reader.store import ProjectStore, reserve
from fr_reader.store.desk import Desk
from tests.stress.script import CODER, FIRST, State, first, state_of
from tests.stress.stage import Tally

SIZE = 640 * 1024
_BALLAST = 440 * 1024


class NoSmallDiskError(Exception):
    """A small disk cannot be had here."""


@contextmanager
def small_disk() -> Iterator[Path]:
    """A tmpfs with room for `SIZE` bytes. Raises NoSmallDiskError where it cannot be mounted."""
    with tempfile.TemporaryDirectory(prefix="fr-reader-full-") as place:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place]
        try:
            done = subprocess.run(mount, capture_output=True, text=True, check=False)
        except OSError as error:
            raise NoSmallDiskError(f"no tmpfs can be mounted: {error}") from error
        if done.returncode:
            raise NoSmallDiskError(f"no tmpfs can be mounted: {done.stderr.strip()}")
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=True)


def run() -> Tally:
    """Fill the disk by tagging, then work on it while it is full, and when there is room again."""
    tally = Tally("acts on a really full disk")
    try:
        with small_disk() as disk, tempfile.TemporaryDirectory() as elsewhere:
            _play(disk, Path(elsewhere), tally)
    except NoSmallDiskError as error:
        tally.note(f"skipped: {error}")
    return tally


def _play(disk: Path, elsewhere: Path, tally: Tally) -> None:
    ballast = disk / "ballast"
    folder = disk / "project"
    store = ProjectStore.open(folder, CODER, first=first)
    ballast.write_bytes(bytes(_BALLAST))
    kept = folder / ".fr-reader-reserve"
    tally.add("the reserve", "" if kept.stat().st_size == reserve.SIZE else "is not there")
    desk = Desk(store, Reading(FIRST[0], ()))
    told = _fill(desk, tally)
    tally.add("the error", _ill_told(told, folder))
    _same(tally, "nothing else has changed", store, state_of(store))
    _refused(tally, store, desk)
    _undone(tally, store, desk)
    _removed(tally, store, desk)
    tally.add("the reserve", "" if kept.stat().st_size < reserve.SIZE else "was not needed")
    exported = write_notes(elsewhere / "notes.md", project_notes(store))
    tally.add("export elsewhere", "" if exported.stat().st_size else "is empty")
    now = state_of(store)
    store.close()
    _same(tally, "reopened while full", ProjectStore.open(folder, CODER), now)
    ballast.unlink()
    _room_again(tally, folder)
    tally.add("the reserve", "" if kept.stat().st_size == reserve.SIZE else "was not made again")


def _fill(desk: Desk, tally: Tally) -> str:
    """Tag until the disk is full; gives what was told then."""
    claim = desk.codebook.named("claim")
    assert claim is not None
    for number in count():
        span = Span(number % 40, number % 40 + 1 + number // 40)
        before = len(desk.annotations)
        try:
            desk.tag((span,), claim)
        except StoreError as error:
            tally.notes["tags until it was full"] = number
            tally.add("the refused tag", "" if len(desk.annotations) == before else "is shown")
            return str(error)
    raise AssertionError("unreachable")


def _ill_told(told: str, folder: Path) -> str:
    wanted = ("the disk is full", "this act was not saved, all earlier ones are", str(folder))
    return "" if all(part in told for part in wanted) and "\n" not in told else f"says {told!r}"


def _same(tally: Tally, what: str, store: ProjectStore, expected: State) -> None:
    """Whether the project, also when opened by another, is as `expected`."""
    other = ProjectStore.open(store.folder, CODER)
    good = state_of(store) == state_of(other) == expected and not other.problems
    tally.add(what, "" if good else f"holds something else, or tells of {other.problems}")


def _refused(tally: Tally, store: ProjectStore, desk: Desk) -> None:
    """More tags and articles are refused one and all: the reserve is not for them."""
    before = state_of(store)
    for number in range(20):
        try:
            desk.new_memo((Span(0, 9 + number),), "made up " * 600)
        except StoreError:
            tally.add("a memo is refused", "")
        else:
            tally.add("a memo is refused", "it was saved")
    try:
        store.add(Article("large", "made up " * 20_000))
    except StoreError as error:
        tally.add("an article is refused", "" if "the disk is full" in str(error) else str(error))
    else:
        tally.add("an article is refused", "it was added")
    _same(tally, "nothing else has changed", store, before)


def _undone(tally: Tally, store: ProjectStore, desk: Desk) -> None:
    for _ in range(20):
        before = len(desk.annotations)
        try:
            desk.undo()
            tally.add("undo", "" if len(desk.annotations) == before - 1 else "took nothing back")
        except StoreError as error:
            tally.add("undo", str(error))
    _same(tally, "after undo", store, state_of(store))


def _removed(tally: Tally, store: ProjectStore, desk: Desk) -> None:
    for annotation in desk.annotations.items[:120]:
        try:
            desk.remove(annotation)
            tally.add("remove", "" if desk.annotations.get(annotation.id) is None else "is there")
        except StoreError as error:
            tally.add("remove", str(error))
    _same(tally, "after removing", store, state_of(store))


def _room_again(tally: Tally, folder: Path) -> None:
    store = ProjectStore.open(folder, CODER)
    desk = Desk(store, Reading(FIRST[0], ()))
    memo = desk.new_memo((Span(0, 9),), "made up " * 600)
    shown = memo is not None and desk.annotations.get(memo.id) == memo
    tally.add("a memo when there is room again", "" if shown else "is not there")
    _same(tally, "with room again", store, state_of(store))
