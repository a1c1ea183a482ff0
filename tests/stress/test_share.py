"""A share of the trials, drawn by a fixed lot: nothing is lost, and nothing is silently wrong."""

from __future__ import annotations

import pytest

from tests.stress import full
from tests.stress.shares import SHARES


@pytest.mark.parametrize("name", SHARES)
def test_nothing_is_lost(name: str) -> None:
    least, share = SHARES[name]
    tallies = share()
    assert [failure for tally in tallies for failure in tally.failures] == []
    assert sum(tally.trials for tally in tallies) >= least


def test_a_really_full_disk() -> None:
    tally = full.run()
    skipped = [note for note in tally.notes if note.startswith("skipped")]
    if skipped:
        pytest.skip(skipped[0])
    assert tally.failures == []
    assert tally.notes["tags until it was full"] > 50


def test_without_the_reserve_the_full_disk_is_a_dead_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the reserve is what the trial above is about."""
    monkeypatch.setattr("fr_reader.store.reserve.Reserve.lend", lambda self: False)
    tally = full.run()
    if not tally.trials:
        pytest.skip("no small disk here")
    assert any(failure.startswith("remove") for failure in tally.failures)
