"""The tests of the app leave the user's folders alone, and wait no longer than needed."""

from __future__ import annotations

from pathlib import Path

import pytest
import textual.app
import textual.pilot

from tests.app.rest import at_rest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data and configuration go where the test's own files are."""
    monkeypatch.setenv("FR_READER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FR_READER_CONFIG", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pilot goes on as soon as the app rests."""
    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", at_rest)
