"""Each safeguard is taken out in turn, and the share that runs with the tests must notice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.stress.shares import SHARES
from tests.stress.stage import Tally


class NoticedError(Exception):
    """The share found something wrong."""


def _stop(self: Tally, where: str, failure: str) -> None:
    if failure:
        raise NoticedError(f"{where}: {failure}")


@contextmanager
def _no_lock(self: object) -> Iterator[None]:
    yield


def _nothing(*_: object) -> None:
    """What a safeguard that was taken out does."""


@pytest.mark.parametrize(
    ("share", "safeguard", "instead"),
    [
        ("power", "files.sync", _nothing),
        ("power", "files.sync_folder", _nothing),
        ("power", "journal.Journal._make_names_durable", _nothing),
        ("power", "journal.Journal.settle", _nothing),
        ("damage", "lines._sealed", lambda line: True),
        ("kills", "journal.Journal._set_torn_end_aside", _nothing),
        ("errors", "files._take_back", _nothing),
        ("errors", "journal.Journal.rewind", lambda self, mark: True),
        ("windows", "lock.Lock.hold", _no_lock),
    ],
)
def test_the_share_notices(
    monkeypatch: pytest.MonkeyPatch, share: str, safeguard: str, instead: object
) -> None:
    monkeypatch.setattr(Tally, "add", _stop)
    monkeypatch.setattr(f"fr_reader.store.{safeguard}", instead)
    with pytest.raises(NoticedError):
        SHARES[share][1]()
