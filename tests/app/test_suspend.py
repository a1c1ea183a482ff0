"""Suspending waits for what is being saved."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.store import MemoryStore


async def test_nothing_is_being_saved_while_the_process_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MemoryStore("me")
    entry, _ = store.add(seeds()[0])
    app = FrReader(store, tmp_path, entry.id)
    held: list[bool] = []
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        turn = screen.state.turn
        monkeypatch.setattr(app, "action_suspend_process", lambda: held.append(turn.locked()))
        async with turn:
            asked = asyncio.create_task(app.action_suspend())
            await asyncio.sleep(0.05)
            assert held == []
        await asked
        assert held == [True]
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert held == [True, True]
        assert not turn.locked()
