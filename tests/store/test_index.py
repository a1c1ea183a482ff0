"""The index is never the truth: whatever becomes of it, the answers stay the same."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fr_reader.model import Article, Metadata, StoreError
from fr_reader.store import MemoryStore, ProjectStore, Store
from fr_reader.store.index import NAME
from tests.store.making import article, making, note, removing, speaker

_ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.usefixtures("always_indexed")


def _texts(number: int = 12) -> list[Article]:
    return [
        replace(article(f"made-up text {n}", f"text-{n}"), metadata=Metadata(f"Made up {n}"))
        for n in range(number)
    ]


def _fill(store: Store, texts: list[Article]) -> None:
    store.add_many(texts)
    for number, text in enumerate(texts):
        for turn in range(number % 4):
            code = "claim" if turn else "concern"
            store.apply(making(note(text, f"{number}-{turn}", code=code)))
    store.apply(making(speaker(), replace(note(texts[0], "s", code=""), speaker="nobody")))


def _answers(store: Store) -> tuple[object, ...]:
    """What the index has a part in, asked in an order that looks things up before all is read."""
    counts = store.counts()
    entry, new = store.add(article("made-up text 7", "another-name"))
    assert (entry.id, new) == ("text-7", False)
    assert store.article("text-3").text == "made-up text 3"
    with pytest.raises(StoreError, match="no article 'nowhere'"):
        store.article("nowhere")
    known = [(e.id, e.metadata, e.sha256) for e in store.entries()]
    found = [e.id for e in store.find("MADE 11")]
    return known, found, counts, counts.codes(), counts.spoken("nobody").articles()


@pytest.fixture
def truth() -> tuple[object, ...]:
    memory = MemoryStore()
    _fill(memory, _texts())
    return _answers(memory)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with an index in which everything is."""
    store = ProjectStore.open(tmp_path / "project", "me")
    _fill(store, _texts())
    for _ in range(2):
        _answers(store)
        store.close()
        store = ProjectStore.open(store.folder, "me")
    assert (store.folder / NAME).exists()
    return store.folder


def _asked(folder: Path) -> tuple[object, ...]:
    store = ProjectStore.open(folder, "me", create=False)
    answers = _answers(store)
    assert not store.problems
    return answers


def test_it_is_used(folder: Path, truth: tuple[object, ...]) -> None:
    """What is found in it is not read from the journals again."""
    with sqlite3.connect(folder / NAME) as index:
        assert index.execute("SELECT count(*) FROM entries").fetchone() == (12,)
        assert index.execute("SELECT count(*) FROM journals").fetchone() == (10,)
    index.close()
    store = ProjectStore.open(folder, "me")
    assert store.article("text-3").id == "text-3"
    assert store._cabinet.entries.storage.fold.tables == {}
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert _asked(folder) == truth


def _deleted(index: Path) -> None:
    index.unlink()


def _emptied(index: Path) -> None:
    index.write_bytes(b"")


def _halved(index: Path) -> None:
    index.write_bytes(index.read_bytes()[: index.stat().st_size // 2])


def _another_file(index: Path) -> None:
    index.write_bytes(b"made up, and no database\n" * 999)


def _a_folder(index: Path) -> None:
    index.unlink()
    (index / "deep").mkdir(parents=True)


def _a_link(index: Path) -> None:
    index.rename(index.with_name("elsewhere"))
    index.symlink_to("elsewhere")


def _another_database(index: Path) -> None:
    index.unlink()
    with sqlite3.connect(index) as other:
        other.execute("CREATE TABLE entries (made, up)")
    other.close()


def _newer(index: Path) -> None:
    with sqlite3.connect(index) as same:
        same.execute("PRAGMA user_version = 99")
    same.close()


@pytest.mark.parametrize(
    "spoil",
    [
        _deleted,
        _emptied,
        _halved,
        _another_file,
        _a_folder,
        _a_link,
        _another_database,
        _newer,
    ],
)
def test_whatever_lies_in_its_place(
    folder: Path, truth: tuple[object, ...], spoil: Callable[[Path], None]
) -> None:
    spoil(folder / NAME)
    assert _asked(folder) == truth
    assert _asked(folder) == truth


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM state",
        "DELETE FROM state WHERE name = 'entry ids'",
        "UPDATE state SET value = x'00'",
        "DELETE FROM entries",
        "DELETE FROM entries WHERE id = 'text-7'",
        "DELETE FROM entries WHERE position > 5",
        "UPDATE entries SET id = 'text-99' WHERE id = 'text-3'",
        "UPDATE entries SET id = 'nowhere' WHERE id = 'text-3'",
        "UPDATE entries SET text = 'x'",
        "UPDATE entries SET value = (SELECT value FROM entries WHERE position = 2)",
        "UPDATE entries SET value = NULL, hash = NULL",
        "UPDATE entries SET position = position + 100",
        "INSERT INTO entries SELECT 99, id, text, value, hash FROM entries WHERE id = 'text-3'",
        "DELETE FROM journals WHERE rowid % 2",
        "UPDATE journals SET value = replace(value, 'claim', 'blame')",
        "UPDATE journals SET name = name || 'x'",
        "UPDATE journals SET hash = 0",
    ],
)
def test_rows_that_were_altered(folder: Path, truth: tuple[object, ...], statement: str) -> None:
    with sqlite3.connect(folder / NAME) as index:
        index.execute(statement)
    index.close()
    assert _asked(folder) == truth
    assert _asked(folder) == truth


def test_flipped_bits(folder: Path, truth: tuple[object, ...]) -> None:
    """Also those sqlite does not notice."""
    random = Random("flipped bits")
    index = folder / NAME
    whole = index.read_bytes()
    for _ in range(150):
        spoilt = bytearray(whole)
        for _ in range(random.choice((1, 1, 8))):
            spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
        index.write_bytes(spoilt)
        assert _asked(folder) == truth


def test_cut_anywhere(folder: Path, truth: tuple[object, ...]) -> None:
    index = folder / NAME
    whole = index.read_bytes()
    for end in range(0, len(whole), 1021):
        index.write_bytes(whole[:end])
        assert _asked(folder) == truth


def test_the_index_of_another_project(
    folder: Path, truth: tuple[object, ...], tmp_path: Path
) -> None:
    other = ProjectStore.open(tmp_path / "other", "me")
    texts = _texts()
    _fill(other, [replace(text, metadata=Metadata("Mode up")) for text in texts])
    other.apply(removing(other.annotations("text-1").items[0]))
    _answers(other)
    shutil.copy(other.folder / NAME, folder / NAME)
    assert _asked(folder) == truth
    shutil.rmtree(tmp_path / "copy", ignore_errors=True)
    shutil.copytree(folder, tmp_path / "copy")
    assert _asked(tmp_path / "copy") == truth


def test_an_older_index(folder: Path, truth: tuple[object, ...]) -> None:
    index = folder / NAME
    old = index.read_bytes()
    store = ProjectStore.open(folder, "me")
    store.update("text-2", Metadata("Otherwise"))
    store.add(article("one more, made up", "one-more"))
    for text in ("text-1", "text-5"):
        store.apply(making(note(store.article(text), "more")))
    now = _answers(store)
    assert now != truth
    for content in (old, index.read_bytes()):
        index.write_bytes(content)
        assert _asked(folder) == now


def test_journals_that_went_back_in_time(folder: Path, truth: tuple[object, ...]) -> None:
    copies = {path: path.read_bytes() for path in folder.rglob("*.jsonl")}
    store = ProjectStore.open(folder, "me")
    store.update("text-2", Metadata("Otherwise"))
    store.apply(making(note(store.article("text-1"), "more")))
    assert _answers(store) != truth
    for path, content in copies.items():
        path.write_bytes(content)
    assert _answers(store) == truth
    assert _asked(folder) == truth


def test_a_journal_rewritten_in_place_to_the_same_size(folder: Path) -> None:
    """Only its time tells, as when somebody edits a journal by hand."""
    path = folder / "articles.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1][:-20] + b"x" + lines[1][-19:]
    path.write_bytes(b"".join(lines))
    os.utime(path, ns=(1, 1))
    store = ProjectStore.open(folder, "me")
    store.entries()
    assert any("damaged and was stepped over" in problem for problem in store.problems)


def test_damage_is_told_each_time(folder: Path) -> None:
    """A journal with which anything is amiss is not in the index."""
    tagged = folder / "annotations" / "text-3" / "me.jsonl"
    for path in (folder / "articles.jsonl", tagged):
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join([*lines[:-1], b"rubbish\n", lines[-1]]))
    for _ in range(3):
        store = ProjectStore.open(folder, "me")
        assert len(store.counts()) == 19
        assert len(store.entries()) == 12
        assert len([p for p in store.problems if "damaged" in p]) == 2
        store.close()


def test_what_is_amiss_is_an_error_with_an_index_too(folder: Path) -> None:
    (folder / "annotations" / "text-3" / "me.jsonl").write_bytes(b"")
    with pytest.raises(StoreError, match=r"me\.jsonl is empty"):
        ProjectStore.open(folder, "me").counts()


def test_while_another_process_holds_it(folder: Path, truth: tuple[object, ...]) -> None:
    busy = sqlite3.connect(folder / NAME, isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")
    assert _asked(folder) == truth
    store = ProjectStore.open(folder, "me")
    store.add(article("made up meanwhile", "meanwhile"))
    store.apply(making(note(article("made up meanwhile", "meanwhile"), "1")))
    assert store.entries()[-1].id == "meanwhile"
    assert store.counts().articles()["meanwhile"] == 1
    busy.execute("ROLLBACK")
    busy.close()
    assert (folder / NAME).exists()
    assert [e.id for e in ProjectStore.open(folder, "me").entries()][-1] == "meanwhile"


def test_a_window_whose_index_another_has_renewed(folder: Path) -> None:
    one, two = ProjectStore.open(folder, "me"), ProjectStore.open(folder, "me")
    assert one.article("text-1").id == "text-1"
    two.add_many([article(f"two's {n}", f"two-{n}") for n in range(5)])
    two.update("text-2", Metadata("Otherwise"))
    assert len(two.entries()) == 17
    assert one.article("text-4").id == "text-4"
    assert one.entries() == two.entries()
    assert one.add(article("two's 3"))[0].id == "two-3"
    (folder / NAME).unlink()
    assert one.article("text-6").id == "text-6"
    assert one.find("otherwise") == two.find("otherwise") != ()


def test_an_article_removed_by_another_window(folder: Path) -> None:
    one, two = ProjectStore.open(folder, "me"), ProjectStore.open(folder, "me")
    assert one.article("text-1").id == "text-1"
    two._cabinet.entries.change("remove text-1", {"text-1": None})
    for store in (one, two, ProjectStore.open(folder, "me")):
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


def test_two_processes_keep_it_at_once(folder: Path, truth: tuple[object, ...]) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(folder), coder], cwd=_ROOT)
        for coder in ("anna", "bert")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    store = ProjectStore.open(folder, "me")
    assert len(store.entries()) == 12 + 50
    assert store.counts().coders() == {"anna": 25, "bert": 25, "me": 19}


def test_a_tag_does_not_touch_it(folder: Path) -> None:
    store = ProjectStore.open(folder, "me")
    text = store.article("text-1")
    before = (folder / NAME).read_bytes()
    store.apply(making(note(text, "more")))
    assert (folder / NAME).read_bytes() == before
    assert len(store.counts("text-1")) == 2


def test_a_folder_one_may_only_read(
    folder: Path, truth: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is new is then kept in memory, and the old index stays as it was."""
    store = ProjectStore.open(folder, "me")
    store.add_many([article(f"new {n}, made up", f"new-{n}") for n in range(3)])
    store.close()
    before = (folder / NAME).read_bytes()
    connect = sqlite3.connect

    def reading(path: Path, **options: Any) -> sqlite3.Connection:
        opened: sqlite3.Connection = connect(f"file:{path}?mode=ro", uri=True, **options)
        return opened

    monkeypatch.setattr(sqlite3, "connect", reading)
    for _ in range(2):
        store = ProjectStore.open(folder, "me")
        assert store.article("new-1").text == "new 1, made up"
        assert len(store.entries()) == 15
        assert len(store.counts()) == 19
    assert (folder / NAME).read_bytes() == before
