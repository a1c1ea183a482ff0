"""The journal under TinyDB: stock behaviour, and what it does about damage."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.table import Document

from fr_reader.model import StoreError
from fr_reader.model.json_value import encode
from fr_reader.store.lines import HEADER, act_line, read_line, seal
from fr_reader.store.storage import JournalStorage
from fr_reader.store.tables import TextTable, text_document


def _database(path: Path) -> TinyDB:
    database = TinyDB(path, storage=JournalStorage)
    database.table("_default", cache_size=0)  # as TextTable has it: news are not cached over
    return database


def _storage(database: TinyDB) -> JournalStorage:
    assert isinstance(database.storage, JournalStorage)
    return database.storage


def _contents(path: Path) -> Any:
    return JournalStorage(path).read()


def _acts(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_bytes().splitlines()[1:]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made-up.jsonl"


def test_tinydb_works_on_it(path: Path) -> None:
    database = _database(path)
    database.insert_multiple([{"n": n, "nested": {"list": [n]}} for n in range(4)])
    database.update({"n": 10}, where("n") == 1)
    database.remove(where("n") == 2)
    database.table("other").insert({"a": None, "b": 1.5, "c": True})
    database.table("empty", persist_empty=True)
    database.table("gone").insert({})
    database.drop_table("gone")
    for each in (database, _database(path)):
        assert [doc["n"] for doc in each] == [0, 10, 3]
        assert each.tables() == {"_default", "other", "empty"}
        assert each.get(doc_id=1) == {"n": 0, "nested": {"list": [0]}}
    database.truncate()
    assert not len(_database(path))
    database.drop_tables()
    assert _contents(path) is None


def test_a_line_holds_only_what_changed(path: Path) -> None:
    database = _database(path)
    for n in range(20):
        database.insert({"n": n})
    database.update({"n": 0})
    database.update({"more": 1}, doc_ids=[7])
    database.remove(doc_ids=[3])
    acts = _acts(path)
    assert [act["n"] for act in acts] == list(range(1, len(acts) + 1))
    assert acts[-2]["d"] == {"_default": {"7": {"n": 0, "more": 1}}}
    assert acts[-1]["d"] == {"_default": {"3": None}}
    database.update({"n": 0})
    assert len(_acts(path)) == len(acts)


def test_a_batch_is_one_line_or_none(path: Path) -> None:
    database = _database(path)
    database.insert({"n": 1})
    with _storage(database).batch("two at once"):
        database.insert({"n": 2})
        database.table("other").insert({"n": 3})
        assert len(database) == 2
    assert [act["act"] for act in _acts(path)] == ["write", "two at once"]
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError), _storage(database).batch("never"):
        database.insert({"n": 1 / 0})
    assert path.read_bytes() == before
    assert len(database) == 1 + 1


def test_text_ids_are_kept(path: Path) -> None:
    table = TextTable(JournalStorage(path), "made up")
    table.insert(text_document({"n": 1}, "ü \ud800"))
    table.upsert(text_document({"n": 2}, "ü \ud800"))
    (found,) = TextTable(JournalStorage(path), "made up")
    assert str(found.doc_id) == "ü \ud800"
    assert found == {"n": 2}


def test_what_is_handed_out_cannot_change_what_is_kept(path: Path) -> None:
    database = _database(path)
    given_in = {"list": [1, [2]], "dict": {"a": {}}}
    database.insert(given_in)
    given_in["list"].clear()  # type: ignore[attr-defined]
    found = database.get(doc_id=1)
    assert found is not None
    assert not isinstance(found, list)
    found["top"] = "mine alone"
    with pytest.raises(TypeError, match="in place"):
        found["list"].append(1)
    with pytest.raises(TypeError, match="in place"):
        found["list"][1][0] = 7
    with pytest.raises(TypeError, match="in place"):
        found["dict"]["a"].update(b=1)
    with pytest.raises(TypeError, match="in place"):
        del found["dict"]["a"]
    own = copy.deepcopy(found["list"])
    own.append(3)
    assert database.get(doc_id=1) == {"list": [1, [2]], "dict": {"a": {}}}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes"])
def test_what_json_cannot_say_is_refused(path: Path, value: object) -> None:
    database = _database(path)
    database.insert({"n": 1})
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot hold this"):
        database.insert({"n": value})
    assert path.read_bytes() == before
    database.insert({"n": 2})
    assert [doc["n"] for doc in _database(path)] == [1, 2]


_TEXT = st.text(st.characters(codec=None), max_size=8) | st.sampled_from(["\ud83d\ude00", "\n"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(_TEXT, _JSON, max_size=4), _TEXT)
@settings(max_examples=200, deadline=None)
def test_any_document_survives_a_line(document: dict[str, Any], title: str) -> None:
    line = act_line(1, "", title, {"t": {"1": document}})
    assert line.count(b"\n") == 1
    read = read_line(line[:-1])
    assert read is not None
    assert (read.title, read.changes) == (title, {"t": {"1": document}})


def _small(path: Path) -> bytes:
    database = _database(path)
    database.insert({"n": 1, "text": "made up \ud83d\ude00"})
    database.insert({"n": 2})
    database.update({"n": 3}, doc_ids=[2])
    return path.read_bytes()


def test_cut_at_every_byte_it_keeps_all_whole_acts_and_goes_on(path: Path) -> None:
    whole = _small(path)
    ends = [n + 1 for n, byte in enumerate(whole) if byte == ord("\n")]
    states = [None, [1], [1, 2], [1, 3]]
    for cut in range(ends[1] - 1, len(whole) + 1):  # an earlier end cannot be, see below
        for kept in path.parent.iterdir():
            kept.unlink()
        path.write_bytes(whole[:cut])
        acts = sum(cut >= end - 1 for end in ends[1:])
        storage = JournalStorage(path)
        database = TinyDB(storage=lambda storage=storage: storage)
        assert [doc["n"] for doc in database] == (states[acts] or [])
        torn = cut not in (*ends, *(end - 1 for end in ends))
        assert bool(storage.problems) is torn
        database.insert({"n": 9})
        aside = [p.read_bytes() for p in path.parent.glob("*.torn-*")]
        assert aside == ([whole[max([0, *(e for e in ends if e <= cut)]) : cut]] if torn else [])
        again = JournalStorage(path)
        assert [d["n"] for d in (again.read() or {})["_default"].values()] == [
            *(states[acts] or []),
            9,
        ]
        assert not again.problems


def test_a_journal_without_its_first_act_has_lost_it_and_is_refused(path: Path) -> None:
    """It got its name only with that act in it, so this is no new journal."""
    whole = _small(path)
    for cut in range(whole.index(b"\n", len(HEADER))):
        path.write_bytes(whole[:cut])
        with pytest.raises(StoreError, match="cut short: restore it") as caught:
            JournalStorage(path)
        assert str(path) in str(caught.value)
        assert path.read_bytes() == whole[:cut]


def test_a_journal_emptied_meanwhile_is_not_written_to(path: Path) -> None:
    database = _database(path)
    database.insert({"n": 1})
    path.write_bytes(b"")
    for use in (lambda: len(database), lambda: database.insert({"n": 2})):
        with pytest.raises(StoreError, match="is empty"):
            use()
    assert path.read_bytes() == b""


def test_a_flipped_bit_is_never_silent_and_costs_its_line_alone(path: Path) -> None:
    whole = _small(path)
    truth = _contents(path)
    for place in range(len(whole)):
        for bit in range(0, 8, 3):
            damaged = bytearray(whole)
            damaged[place] ^= 1 << bit
            path.write_bytes(damaged)
            storage = JournalStorage(path)
            found = storage.read()
            assert storage.problems, (place, bit)
            lines = bytes(damaged).split(b"\n")
            whole_acts = [read_line(line) for line in lines]
            assert sum(act is not None for act in whole_acts) >= 1
            if all(read_line(line) for line in lines[1:4]):
                assert found == truth


def test_a_bad_line_in_the_middle_is_stepped_over_and_kept(path: Path) -> None:
    header, first, second, third = _small(path).splitlines(keepends=True)
    path.write_bytes(header + first + b"rubbish\n" + third)
    storage = JournalStorage(path)
    database = TinyDB(storage=lambda: storage)
    assert storage.problems == [f"{path}: line 3 is damaged and was stepped over"]
    assert [doc["n"] for doc in database] == [1, 3]
    database.insert({"n": 4})
    assert b"rubbish\n" in path.read_bytes()
    assert [doc["n"] for doc in _database(path)] == [1, 3, 4]
    path.write_bytes(header + first + third)
    assert "acts are missing" in JournalStorage(path).problems[0]
    path.write_bytes(header + first + second + third + first)
    again = JournalStorage(path)
    assert not again.problems
    assert again.read() == {
        "_default": {"1": {"n": 1, "text": "made up \ud83d\ude00"}, "2": {"n": 3}}
    }


@pytest.mark.parametrize("content", [b"\x00\x00", b"[]\n", b'{"_default": {}}', b"\xff\n" * 9])
def test_a_file_that_is_no_journal_is_refused_and_left(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match="not a journal") as caught:
        JournalStorage(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_a_newer_journal_is_refused(path: Path) -> None:
    body = encode({"format": "fr-reader journal", "version": 9})
    path.write_bytes(seal(body) + b"\n")
    with pytest.raises(StoreError, match=r"format 9; this one reads up to 1\): update fr-reader"):
        JournalStorage(path)


def test_two_windows_see_each_other(path: Path) -> None:
    one, two = _database(path), _database(path)
    one.insert(Document({"n": 1}, 1))
    assert two.search(where("n") > 1) == []
    two.insert(Document({"n": 2}, 2))
    one.insert(Document({"n": 3}, 3))
    assert len(two.search(where("n") > 1)) == 2
    assert [doc["n"] for doc in two] == [doc["n"] for doc in one] == [1, 2, 3]
    assert [act["n"] for act in _acts(path)] == [1, 2, 3]


def test_a_write_keeps_what_came_in_since_the_read(path: Path) -> None:
    one, two = JournalStorage(path), JournalStorage(path)
    one.write({"t": {"1": {"n": 1}}})
    stale = one.read() or {}
    two.read()
    two.write({"t": {"1": {"n": 1}, "2": {"n": 2}}})
    stale["t"]["3"] = {"n": 3}
    one.write(stale)
    assert list((_contents(path) or {})["t"]) == ["1", "2", "3"]


def test_a_replaced_file_is_read_anew(path: Path, tmp_path: Path) -> None:
    database = _database(path)
    database.insert_multiple({"n": n} for n in range(5))
    other = tmp_path / "other.jsonl"
    _database(other).insert({"n": 77})
    other.replace(path)
    assert [doc["n"] for doc in database] == [77]
    path.unlink()
    assert not len(database)
    database.insert({"n": 78})
    assert path.read_bytes().startswith(HEADER)
    assert [doc["n"] for doc in _database(path)] == [78]
