"""kill -9 while tags are being written: the project opens, and every acknowledged act is there."""

from __future__ import annotations

import signal
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from fr_reader.store import ProjectStore
from tests.store.kill_worker import CODER, TEXT, acts
from tests.store.killing import Outcome, kill_once, look

_ROUNDS = 8


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path) -> None:
    outcomes = [
        kill_once(tmp_path / str(number), Random(f"round {number}")) for number in range(_ROUNDS)
    ]
    assert [outcome.failure for outcome in outcomes] == [""] * _ROUNDS
    assert not any(outcome.lost for outcome in outcomes)
    assert sum(outcome.acknowledged for outcome in outcomes) > 0


def test_an_end_torn_by_a_kill_is_no_loss(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    store = ProjectStore.open(folder, CODER)
    store.add(TEXT)
    for act in islice(acts(), 7):
        store.apply(act)
    store.close()
    (file,) = (folder / "annotations").rglob("*.jsonl")
    file.write_bytes(file.read_bytes()[:-20])
    assert look(folder, acknowledged=6) == Outcome(6, torn=True)
    again = ProjectStore.open(folder, CODER)
    assert len(again.annotations()) > 0
    assert not again.problems
