"""Two to four processes write in one project at once; some are killed, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

from fr_reader.store import ProjectStore, Store
from tests.store.making import article, making, speaker
from tests.stress.crowd_worker import SHARED
from tests.stress.stage import Tally

_ROOT = Path(__file__).resolve().parents[2]


def run(random: Random, *, rounds: int, acts: int) -> Tally:
    """Some rounds of `acts` acts a process; in every second one, some are killed on the way."""
    tally = Tally("processes at once")
    for number in range(rounds):
        with tempfile.TemporaryDirectory(prefix="fr-reader-crowd-") as place:
            writers = 2 + number % 3
            kill = random.sample(range(writers), number % 2 * (writers - 1))
            failure = _round(Path(place) / "project", writers, acts, kill, random, tally)
            tally.add(f"round {number}", failure)
    return tally


def _round(
    folder: Path, writers: int, acts: int, kill: list[int], random: Random, tally: Tally
) -> str:
    store = ProjectStore.open(folder, "me")
    store.add(article())
    store.apply(making(replace(speaker(SHARED), role="0")))
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.stress.crowd_worker", str(folder), f"c{n}", str(acts)],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(writers)
    ]
    told: dict[int, list[str]] = {}
    for number in sorted(range(writers), key=lambda n: n not in kill):
        process = processes[number]
        assert process.stdout is not None
        lines: list[str] = []
        if number in kill:
            lines = [process.stdout.readline() for _ in range(random.randrange(1, acts // 2))]
            process.kill()
        lines += process.stdout.read().splitlines(keepends=True)
        process.stdout.close()
        if process.wait() != 0 and number not in kill:
            return f"process {number} failed"
        told[number] = [line for line in lines if line.endswith("\n")]
    done = {number: len(lines) - 1 for number, lines in told.items()}
    tally.note(f"{writers} processes")
    for _ in kill:
        tally.note("processes killed")
    tally.notes["acts"] = tally.notes.get("acts", 0) + sum(done.values())
    again = ProjectStore.open(folder, "me")
    return _lost(store, done, kill) or _lost(again, done, kill)


def _lost(store: Store, done: dict[int, int], kill: list[int]) -> str:
    """What of the acts of the processes is missing; one more of a killed one may be there."""
    notes = {note.id: note for note in store.annotations()}
    people = {person.id for person in store.speakers()}
    if store.problems and not kill:
        return f"tells of {list(store.problems)}"
    least = most = 0
    for number, acts in done.items():
        for act in range(acts):
            name = f"c{number}-{act}"
            kind = act % 5
            removed = kind == 0 and (act + 3 < acts or (act + 3 == acts and number in kill))
            if kind in (0, 1) and name not in notes and not removed:
                return f"{name} is lost"
            if kind == 0 and act + 3 < acts and name in notes:
                return f"{name} is there again"
            if kind == 2 and notes[f"c{number}-{act - 1}"].memo != f"made up {name}":
                return f"the memo of {name} is lost"
            if kind == 3 and name not in people:
                return f"{name} is lost"
        least += acts // 5
        most += acts // 5 + (number in kill and acts % 5 == 4)
    shared = next(person for person in store.speakers() if person.id == SHARED)
    if not least <= int(shared.role) <= most:
        return f"{shared.role} where {least} to {most} were counted"
    return ""
