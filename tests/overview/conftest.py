"""What the tests of the overview share."""

from __future__ import annotations

import pytest

from fr_reader.store import ledger, tables


@pytest.fixture
def always_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even the smallest project counts as a large one, and as at rest."""
    monkeypatch.setattr(tables, "AT_ONCE", 0)
    monkeypatch.setattr(ledger, "FEW", 0)
    monkeypatch.setattr(ledger, "SETTLED", 0)
