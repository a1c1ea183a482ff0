"""Killing a process that writes, and seeing what is left."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random

from fr_reader.model import Act, Change, FrReaderError, Speaker
from fr_reader.store import MemoryStore, ProjectStore, Store
from tests.store.kill_worker import CODER, TEXT, acts, note

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one kill did: acts acknowledged, whether one was lost, what failed, if a file tore."""

    acknowledged: int
    lost: bool = False
    failure: str = ""
    torn: bool = False


def kill_once(folder: Path, random: Random) -> Outcome:
    """Start the worker in `folder`, kill it at a random moment, and look.

    One time in five the moment may fall into the start, when the project is being made.
    """
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.store.kill_worker", str(folder)],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    lines: list[str] = []
    if random.random() < 0.2:
        time.sleep(random.uniform(0.0, 0.6))
    else:
        lines.append(worker.stdout.readline())
        time.sleep(random.uniform(0.0, 0.15))
    worker.kill()
    lines += worker.stdout.read().splitlines(keepends=True)
    worker.stdout.close()
    worker.wait()
    whole = [line for line in lines if line.endswith("\n")]
    return look(folder, acknowledged=max(0, len(whole) - 1))


def look(folder: Path, acknowledged: int) -> Outcome:
    """Open what a kill has left, compare it with what was acknowledged, and go on writing."""
    torn = any(_torn(path) for path in folder.rglob("*.jsonl"))
    try:
        store = ProjectStore.open(folder, CODER)
        store.add(TEXT)
        lost = not _holds(store, acknowledged)
        speaker = Speaker("after", "After")
        said = replace(note(0), id="after", code="", speaker=speaker.id)
        store.apply(Act("afterwards", (Change(None, speaker), Change(None, said))))
        again = ProjectStore.open(folder, CODER)
        lost = lost or again.speakers().get("after") is None
        lost = lost or again.annotations() != store.annotations()
        # An end torn by the kill is cut by the next act on its file; elsewhere nothing may be odd.
        lost = lost or (bool(again.problems) and not torn)
        again.article(TEXT.id)
    except FrReaderError as error:
        return Outcome(acknowledged, failure=str(error), torn=torn)
    return Outcome(acknowledged, lost, torn=torn)


def _torn(path: Path) -> bool:
    """Whether a journal ends in the middle of a line."""
    return not path.read_bytes().endswith(b"\n")


def _holds(store: Store, acknowledged: int) -> bool:
    """Whether `store` is as after the acknowledged acts, or one more that was on its way.

    Of that one the speaker may be there before the annotation.
    """
    truth = MemoryStore(CODER)
    truth.add(TEXT)
    *done, last = islice(acts(), acknowledged + 1)
    for act in done:
        truth.apply(act)
    before = truth.annotations(), truth.speakers()
    truth.apply(last)
    after = truth.annotations(), truth.speakers()
    between = before[0], after[1]
    return (store.annotations(), store.speakers()) in (before, between, after)
