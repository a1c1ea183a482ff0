"""How the tests are spread over the processor's cores."""

from __future__ import annotations

import os

import pytest

PER_CORE = 2
"""Workers for each core: a test of the app waits for the screen half of its time."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many workers `-n auto` starts."""
    return PER_CORE * (os.cpu_count() or 1)
