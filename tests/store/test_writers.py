"""Several processes and threads write in one project, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from fr_reader.store import ProjectStore
from tests.store.making import article, making, note, speaker

_ROOT = Path(__file__).resolve().parents[2]
_ACTS = 100


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    store = ProjectStore.open(folder, "me")
    store.apply(making(replace(speaker("shared"), role="0")))
    coders = ("anna", "bert")
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", str(folder), coder, str(_ACTS)],
            cwd=_ROOT,
        )
        for coder in coders
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    for each in (store, ProjectStore.open(folder, "me")):
        assert not each.problems
        assert len(each.entries()) == 1
        assert len(each.annotations()) == 2 * _ACTS / 4
        assert len(each.speakers()) == 1 + 2 * _ACTS / 2
        assert each.speakers().by_id["shared"].role == str(2 * _ACTS // 4)
    lines = (folder / "speakers.jsonl").read_bytes().splitlines()
    assert len(lines) == 1 + 2 + 2 * _ACTS * 3 // 4  # header, beginning and shared, theirs


def test_threads_share_a_store(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "project", "me")
    text = article()
    store.add(text)

    def work(number: int) -> None:
        store.apply(making(note(text, str(number)), speaker(str(number))))
        assert store.annotations(text.id).get(str(number)) is not None

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(60)))
    again = ProjectStore.open(store.folder, "me")
    assert not again.problems
    assert (len(again.annotations()), len(again.speakers())) == (60, 60)
