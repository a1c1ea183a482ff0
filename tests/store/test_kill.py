"""kill -9 while tags are being written: the project opens, and every acknowledged act is there."""

from __future__ import annotations

import signal
from pathlib import Path
from random import Random

import pytest

from tests.store.killing import kill_once

_ROUNDS = 8


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path) -> None:
    outcomes = [
        kill_once(tmp_path / str(number), Random(f"round {number}")) for number in range(_ROUNDS)
    ]
    assert [outcome.failure for outcome in outcomes] == [""] * _ROUNDS
    assert not any(outcome.lost for outcome in outcomes)
    assert sum(outcome.acknowledged for outcome in outcomes) > 0
