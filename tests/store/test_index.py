"""The index is never the truth: whatever becomes of it, the answers stay the same."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from fr_reader.model import Metadata, StoreError
from fr_reader.store import ProjectStore, ledger
from fr_reader.store.index import NAME
from fr_reader.store.lines import act_line, read_line
from tests.store.indexing import answers_of, asked, fill, texts
from tests.store.making import article, making, note, removing

_ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.usefixtures("always_indexed")


def test_it_is_used(indexed: Path, truth: tuple[object, ...]) -> None:
    """What is found in it is not read from the journals again."""
    with sqlite3.connect(indexed / NAME) as index:
        assert index.execute("SELECT count(*) FROM entries").fetchone() == (12,)
        assert index.execute("SELECT count(*) FROM journals").fetchone() == (
            9,
        )  # not of the revised one
    index.close()
    store = ProjectStore.open(indexed, "me")
    assert store.article("text-3").id == "text-3"
    assert store._cabinet.entries.storage.fold.tables == {}
    assert stat.S_IMODE((indexed / NAME).stat().st_mode) == 0o600
    assert asked(indexed) == truth


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
    indexed: Path, truth: tuple[object, ...], spoil: Callable[[Path], None]
) -> None:
    spoil(indexed / NAME)
    assert asked(indexed) == truth
    assert asked(indexed) == truth


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM state",
        "DELETE FROM state WHERE name = 'entry ids'",
        "DELETE FROM state WHERE name = 'revised entries'",
        "UPDATE state SET value = x'5b5d' WHERE name = 'revised entries'",
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
def test_rows_that_were_altered(indexed: Path, truth: tuple[object, ...], statement: str) -> None:
    with sqlite3.connect(indexed / NAME) as index:
        index.execute(statement)
    index.close()
    assert asked(indexed) == truth
    assert asked(indexed) == truth


@pytest.mark.parametrize(
    "statement", ["DELETE FROM entries WHERE position > 9", "DELETE FROM entries"]
)
def test_a_list_from_which_rows_are_missing(indexed: Path, statement: str) -> None:
    with sqlite3.connect(indexed / NAME) as index:
        index.execute(statement)
    index.close()
    assert len(ProjectStore.open(indexed, "me").entries()) == 12


def test_flipped_bits(indexed: Path, truth: tuple[object, ...]) -> None:
    """Also those sqlite does not notice."""
    random = Random("flipped bits")
    index = indexed / NAME
    whole = index.read_bytes()
    for _ in range(150):
        spoilt = bytearray(whole)
        for _ in range(random.choice((1, 1, 8))):
            spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
        index.write_bytes(spoilt)
        assert asked(indexed) == truth


def test_cut_anywhere(indexed: Path, truth: tuple[object, ...]) -> None:
    index = indexed / NAME
    whole = index.read_bytes()
    for end in range(0, len(whole), 1021):
        index.write_bytes(whole[:end])
        assert asked(indexed) == truth


def test_the_index_of_another_project(
    indexed: Path, truth: tuple[object, ...], tmp_path: Path
) -> None:
    other = ProjectStore.open(tmp_path / "other", "me")
    made = texts()
    fill(other, [replace(text, metadata=Metadata("Mode up")) for text in made])
    other.apply(removing(other.annotations("text-1").items[0]))
    answers_of(other)
    shutil.copy(other.folder / NAME, indexed / NAME)
    assert asked(indexed) == truth
    shutil.rmtree(tmp_path / "copy", ignore_errors=True)
    shutil.copytree(indexed, tmp_path / "copy")
    assert asked(tmp_path / "copy") == truth


def test_an_older_index(indexed: Path, truth: tuple[object, ...]) -> None:
    index = indexed / NAME
    old = index.read_bytes()
    store = ProjectStore.open(indexed, "me")
    store.update("text-2", Metadata("Otherwise"))
    store.add(article("one more, made up", "one-more"))
    for text in ("text-1", "text-5"):
        store.apply(making(note(store.article(text), "more")))
    now = answers_of(store)
    assert now != truth
    for content in (old, index.read_bytes()):
        index.write_bytes(content)
        assert asked(indexed) == now


def test_an_older_index_in_the_middle_of_work(indexed: Path) -> None:
    old = (indexed / NAME).read_bytes()
    ProjectStore.open(indexed, "me").add_many([article("one more, made up", "one-more")])
    assert len(ProjectStore.open(indexed, "me").entries()) == 13
    store = ProjectStore.open(indexed, "me")
    assert store.article("text-1").id == "text-1"
    (indexed / NAME).write_bytes(old)
    assert store.article("one-more").text == "one more, made up"


def test_journals_that_went_back_in_time(indexed: Path, truth: tuple[object, ...]) -> None:
    copies = {path: path.read_bytes() for path in indexed.rglob("*.jsonl")}
    store = ProjectStore.open(indexed, "me")
    store.update("text-2", Metadata("Otherwise"))
    store.apply(making(note(store.article("text-1"), "more")))
    assert answers_of(store) != truth
    for path, content in copies.items():
        path.write_bytes(content)
    assert answers_of(store) == truth
    assert asked(indexed) == truth


def test_a_journal_rewritten_in_place_to_the_same_size(indexed: Path) -> None:
    """Only its time tells, as when somebody edits a journal by hand."""
    path = indexed / "articles.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1][:-20] + b"x" + lines[1][-19:]
    path.write_bytes(b"".join(lines))
    os.utime(path, ns=(1, 1))
    store = ProjectStore.open(indexed, "me")
    store.entries()
    assert any("damaged and was stepped over" in problem for problem in store.problems)


def test_damage_is_told_each_time(indexed: Path) -> None:
    """A journal with which anything is amiss is not in the index."""
    tagged = indexed / "annotations" / "text-3" / "me.jsonl"
    for path in (indexed / "articles.jsonl", tagged):
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join([*lines[:-1], b"rubbish\n", lines[-1]]))
    for _ in range(3):
        store = ProjectStore.open(indexed, "me")
        assert len(store.counts()) == 19
        assert len(store.entries()) == 12
        assert len([p for p in store.problems if "damaged" in p]) == 2
        store.close()


def test_what_is_amiss_is_an_error_with_an_index_too(indexed: Path) -> None:
    (indexed / "annotations" / "text-3" / "me.jsonl").write_bytes(b"")
    with pytest.raises(StoreError, match=r"me\.jsonl is empty"):
        ProjectStore.open(indexed, "me").counts()


def test_a_change_too_quick_to_show_in_the_time_of_a_file(
    indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "SETTLED", 10**12)
    store = ProjectStore.open(indexed, "me")
    path = indexed / "annotations" / "text-1" / "me.jsonl"
    os.utime(path)
    assert store.counts("text-1").codes() == {"concern": 1}
    assert store.counts().articles()["text-1"] == 1
    found = path.stat()
    begun, made = path.read_bytes().splitlines()
    act = read_line(made)
    assert act is not None
    other = json.loads(json.dumps(act.changes).replace('"concern"', '"CONCERN"'))
    path.write_bytes(begun + b"\n" + act_line(1, act.time, act.title, other, act.origin))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert path.stat().st_size == found.st_size
    counts = ProjectStore.open(indexed, "me").counts()
    assert counts.codes()["CONCERN"] == 1
    assert store.counts() == counts
