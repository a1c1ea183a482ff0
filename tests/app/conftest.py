"""The tests of the app leave the folders of the machine's user alone."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data and configuration go where the test's own files are."""
    monkeypatch.setenv("FR_READER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FR_READER_CONFIG", str(tmp_path / "config"))
