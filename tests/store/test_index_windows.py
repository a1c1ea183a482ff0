"""Several windows and processes share an index, which may be busy or not to be written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fr_reader.model import Metadata, StoreError
from fr_reader.store import ProjectStore
from fr_reader.store.index import NAME
from tests.store.indexing import asked
from tests.store.making import article, making, note

_ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.usefixtures("always_indexed")


def test_while_another_process_holds_it(indexed: Path, truth: tuple[object, ...]) -> None:
    busy = sqlite3.connect(indexed / NAME, isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")
    assert asked(indexed) == truth
    store = ProjectStore.open(indexed, "me")
    store.add(article("made up meanwhile", "meanwhile"))
    store.apply(making(note(article("made up meanwhile", "meanwhile"), "1")))
    assert store.entries()[-1].id == "meanwhile"
    assert store.counts().articles()["meanwhile"] == 1
    busy.execute("ROLLBACK")
    busy.close()
    assert (indexed / NAME).exists()
    assert [e.id for e in ProjectStore.open(indexed, "me").entries()][-1] == "meanwhile"


def test_a_window_whose_index_another_has_renewed(indexed: Path) -> None:
    one, two = ProjectStore.open(indexed, "me"), ProjectStore.open(indexed, "me")
    assert one.article("text-1").id == "text-1"
    two.add_many([article(f"two's {n}", f"two-{n}") for n in range(5)])
    two.update("text-2", Metadata("Otherwise"))
    assert len(two.entries()) == 17
    assert one.article("text-4").id == "text-4"
    assert one.entries() == two.entries()
    assert one.add(article("two's 3"))[0].id == "two-3"
    (indexed / NAME).unlink()
    assert one.article("text-6").id == "text-6"
    assert one.find("otherwise") == two.find("otherwise") != ()


def test_an_article_removed_by_another_window(indexed: Path) -> None:
    one, two = ProjectStore.open(indexed, "me"), ProjectStore.open(indexed, "me")
    assert one.article("text-1").id == "text-1"
    two._cabinet.entries.change("remove text-1", {"text-1": None})
    for store in (one, two, ProjectStore.open(indexed, "me")):
        with pytest.raises(StoreError, match="no article 'text-1'"):
            store.article("text-1")
        assert len(store.entries()) == 11


_WRITER = """
import sys
from pathlib import Path
from tests.store.making import article, making, note
from fr_reader.store import ProjectStore, ledger, tables
tables.AT_ONCE = ledger.FEW = 0
store = ProjectStore.open(Path(sys.argv[1]), sys.argv[2])
for n in range(25):
    made = article(f"{sys.argv[2]} made up {n}", f"{sys.argv[2]}-{n}")
    store.add(made)
    store.apply(making(note(made, str(n), sys.argv[2])))
    assert store.counts().coders()[sys.argv[2]] == n + 1
    assert [e.id for e in store.entries()].count(made.id) == 1
assert not store.problems, store.problems
"""


def test_two_processes_keep_it_at_once(indexed: Path, truth: tuple[object, ...]) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(indexed), coder], cwd=_ROOT)
        for coder in ("anna", "bert")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    store = ProjectStore.open(indexed, "me")
    assert len(store.entries()) == 12 + 50
    assert store.counts().coders() == {"anna": 25, "bert": 25, "me": 19}


def test_a_tag_does_not_touch_it(indexed: Path) -> None:
    store = ProjectStore.open(indexed, "me")
    text = store.article("text-1")
    before = (indexed / NAME).read_bytes()
    store.apply(making(note(text, "more")))
    assert (indexed / NAME).read_bytes() == before
    assert len(store.counts("text-1")) == 2


def test_a_folder_one_may_only_read(
    indexed: Path, truth: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is new is then kept in memory, and the old index stays as it was."""
    store = ProjectStore.open(indexed, "me")
    store.add_many([article(f"new {n}, made up", f"new-{n}") for n in range(3)])
    store.close()
    before = (indexed / NAME).read_bytes()
    connect = sqlite3.connect

    def reading(path: Path, **options: Any) -> sqlite3.Connection:
        opened: sqlite3.Connection = connect(f"file:{path}?mode=ro", uri=True, **options)
        return opened

    monkeypatch.setattr(sqlite3, "connect", reading)
    for _ in range(2):
        store = ProjectStore.open(indexed, "me")
        assert store.article("new-1").text == "new 1, made up"
        assert len(store.entries()) == 15
        assert len(store.counts()) == 19
    assert (indexed / NAME).read_bytes() == before
