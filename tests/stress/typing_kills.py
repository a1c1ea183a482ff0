"""kill -9 of the real app while keys are typed in it: what the window showed is there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from fr_reader.model import FrReaderError
from fr_reader.store import ProjectStore
from tests.store.making import making, speaker
from tests.stress.script import CODER
from tests.stress.stage import Tally

_ROOT = Path(__file__).resolve().parents[2]


def run(random: Random, *, rounds: int) -> Tally:
    """Kill the app at random moments, from its start to some seconds of typing."""
    tally = Tally("kill -9 of the app at work")
    for number in range(rounds):
        with tempfile.TemporaryDirectory(prefix="fr-reader-typed-") as place:
            tally.add(f"round {number}", _round(Path(place), random, tally))
    return tally


def _round(place: Path, random: Random, tally: Tally) -> str:
    own = {name: str(place / name) for name in ("FR_READER_DATA", "FR_READER_CONFIG")}
    folder = place / "project"
    app = subprocess.Popen(
        [sys.executable, "-m", "tests.stress.app_worker", str(folder)],
        cwd=_ROOT,
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert app.stdout is not None
    lines = [app.stdout.readline()]
    if lines[0] != "ready\n":
        app.wait()
        return "the app did not start"
    time.sleep(random.uniform(0.0, 1.5))
    app.kill()
    lines += app.stdout.read().splitlines(keepends=True)
    app.stdout.close()
    app.wait()
    shown = [line.split()[1:] for line in lines if line.startswith("shows") and line[-1] == "\n"]
    last = set(shown[-1]) if shown else set()
    tally.notes["annotations shown"] = tally.notes.get("annotations shown", 0) + len(last)
    return _lost(folder, last)


def _lost(folder: Path, shown: set[str]) -> str:
    """What is wrong: all that was shown must be there, and at most the next key's besides."""
    try:
        store = ProjectStore.open(folder, CODER, create=False)
        found = {note.id for note in store.annotations()}
        if not shown <= found or len(found - shown) > 1:
            return f"shown were {len(shown)}, there are {len(found)}, both {len(found & shown)}"
        store.apply(making(speaker("afterwards")))
        again = ProjectStore.open(folder, CODER)
        if again.annotations() != store.annotations() or not again.speakers().get("afterwards"):
            return "is not the same when reopened"
    except FrReaderError as error:
        return f"refuses: {error}"
    return ""
