"""Two clones of a project go apart, and git puts the lines of both into one journal."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fr_reader.store.lines import HEADER, Origin, act_line, check_of, read_line
from fr_reader.store.storage import JournalStorage

_TABLE = "codes"
_CLOCK = itertools.count()


def _origin(time: int | None = None) -> Origin:
    number = next(_CLOCK) if time is None else time
    return Origin(time=f"2000-01-01T00:00:00.{number:06}+00:00")


def _put(path: Path, changes: dict[str, int | None], time: int | None = None) -> None:
    rows = {
        key: None if value is None else {"id": key, "name": f"{value}"}
        for key, value in changes.items()
    }
    JournalStorage(path).put("made up", {_TABLE: rows}, _origin(time))


def _state(path: Path) -> list[tuple[str, str]]:
    tables = JournalStorage(path).read() or {}
    return [(key, row["name"]) for key, row in tables.get(_TABLE, {}).items()]


def _united(base: bytes, one: bytes, other: bytes) -> bytes:
    """What git makes of two files that have both grown beyond `base`."""
    assert one.startswith(base)
    assert other.startswith(base)
    return one + other[len(base) :]


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """Two equal journals."""
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    _put(one, {"a": 0, "b": 0, "c": 0})
    shutil.copy(one, other)
    return one, other


def _merge(one: Path, other: Path) -> tuple[Path, Path]:
    """Each clone with the lines of the other one below its own."""
    mine, theirs = one.read_bytes(), other.read_bytes()
    base = b"".join(
        line
        for line, same in zip(
            mine.splitlines(keepends=True), theirs.splitlines(keepends=True), strict=False
        )
        if line == same
    )
    here, there = one.with_name("here.jsonl"), one.with_name("there.jsonl")
    here.write_bytes(_united(base, mine, theirs))
    there.write_bytes(_united(base, theirs, mine))
    return here, there


def test_what_one_side_changed_is_as_it_is_there(clones: tuple[Path, Path]) -> None:
    one, other = clones
    _put(one, {"a": 1, "new here": 1})
    _put(other, {"b": 2, "new there": 2})
    _put(other, {"c": None})
    for path in _merge(one, other):
        storage = JournalStorage(path)
        assert not storage.problems
        assert storage.reached is None
        assert _state(path) == [("a", "1"), ("b", "2"), ("new here", "1"), ("new there", "2")]


@pytest.mark.parametrize("first", [True, False])
def test_the_later_change_counts_and_the_other_is_told(
    clones: tuple[Path, Path], first: bool
) -> None:
    one, other = clones
    _put(one, {"a": 1}, 50 if first else 70)
    _put(other, {"a": 2}, 60)
    for path in _merge(one, other):
        storage = JournalStorage(path)
        (problem,) = storage.problems
        assert "was changed in two copies" in problem
        assert _state(path)[0] == ("a", "2" if first else "1")


def test_the_next_line_settles_it(clones: tuple[Path, Path]) -> None:
    one, other = clones
    for number in range(3):
        _put(one, {"a": number, f"here {number}": 1})
    _put(other, {"a": 9, "there": 1})
    states = []
    for path in _merge(one, other):
        before = _state(path)
        _put(path, {"b": 5})
        assert _state(path) == [(k, "5" if k == "b" else v) for k, v in before]
        last = [read_line(line) for line in path.read_bytes().splitlines()[-2:]]
        assert [line.number for line in last if line] == [5, 6]
        storage = JournalStorage(path)
        assert not storage.problems
        assert storage.reached is not None
        assert storage.reached.number == 6
        later = JournalStorage(path, since=storage.reached)
        later.put("more", {_TABLE: {"c": None}}, _origin())
        assert later.reached is not None
        assert len(path.read_bytes().splitlines()) == 1 + 1 + 3 + 1 + 2 + 1
        states.append(_state(path))
    assert states[0] == states[1]


def test_an_open_window_sees_the_lines_that_came(clones: tuple[Path, Path]) -> None:
    one, other = clones
    window = JournalStorage(one)
    _put(one, {"a": 1})
    assert window.read()
    _put(other, {"b": 2})
    here, _ = _merge(one, other)
    with one.open("ab") as file:
        file.write(here.read_bytes()[one.stat().st_size :])
    assert {k: v["name"] for k, v in (window.read() or {})[_TABLE].items()} == {
        "a": "1",
        "b": "2",
        "c": "0",
    }
    window.put("more", {_TABLE: {"c": None}})
    assert _state(one) == [("a", "1"), ("b", "2")]
    assert JournalStorage(one).reached is not None


def test_lines_from_before_that_name_no_other_are_understood(tmp_path: Path) -> None:
    def lines(*told: tuple[int, str, int]) -> bytes:
        return b"".join(
            act_line(n, "", "x", {_TABLE: {key: {"id": key, "name": f"{value}"}}}, _origin())
            for n, key, value in told
        )

    base = HEADER + lines((1, "a", 0), (2, "b", 0))
    one, other = lines((3, "c", 1)), lines((3, "d", 2), (4, "e", 2), (5, "a", 2))
    path = tmp_path / "old.jsonl"
    states = []
    for data in (base + one + other, base + other + one):
        path.write_bytes(data)
        assert not JournalStorage(path).problems
        states.append(_state(path))
        _put(path, {"b": 7})
        assert JournalStorage(path).reached is not None
    assert states[0] == states[1]
    assert dict(states[0]) == {"a": "2", "b": "0", "c": "1", "d": "2", "e": "2"}


def test_marks_of_a_merge_without_union_cost_nothing_but_a_word(clones: tuple[Path, Path]) -> None:
    one, other = clones
    base = one.read_bytes()
    _put(one, {"a": 1})
    _put(other, {"b": 2})
    mine, theirs = (path.read_bytes()[len(base) :] for path in (one, other))
    one.write_bytes(base + b"<<<<<<< HEAD\n" + mine + b"=======\n" + theirs + b">>>>>>> other\n")
    storage = JournalStorage(one)
    assert len(storage.problems) == 3
    assert _state(one) == [("a", "1"), ("b", "2"), ("c", "0")]


_ACT = st.dictionaries(
    st.sampled_from("abcdef"), st.none() | st.integers(0, 3), min_size=1, max_size=3
)
_STEP = st.tuples(st.booleans(), _ACT, st.integers(0, 40))


@given(steps=st.lists(_STEP, max_size=12), more=st.lists(_STEP, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_two_clones_come_to_the_same_whichever_is_merged_into_which(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[bool, dict[str, int | None], int]],
    more: list[tuple[bool, dict[str, int | None], int]],
) -> None:
    folder = tmp_path_factory.mktemp("clones")
    one, other = folder / "one.jsonl", folder / "other.jsonl"
    _put(one, {"a": 0, "b": 0})
    shutil.copy(one, other)
    for here, changes, time in steps:
        _put(one if here else other, changes, time)
    merged = _merge(one, other)
    states = [_state(path) for path in merged]
    assert states[0] == states[1]
    _expect(one, other, dict(states[0]))
    for path in merged:  # settled, and from there in one pass
        _put(path, {"settled": 1}, 41)
        assert JournalStorage(path).reached is not None
        assert dict(_state(path)) == {**dict(states[0]), "settled": "1"}
    lines = [path.read_bytes().splitlines(keepends=True) for path in merged]
    assert _state(merged[0]) == _state(merged[1])
    for here, changes, time in more:  # the other one goes on without having heard of it
        _put(merged[0] if here else other, changes, time + 42)
    ends = [path.read_bytes().splitlines(keepends=True) for path in (merged[0], other)]
    both = [[*ends[0], *ends[1]], [*ends[1], *ends[0]], [*ends[1], *lines[1], *ends[0]]]
    results = []
    for number, some in enumerate(both[:2]):
        path = folder / f"again-{number}.jsonl"
        path.write_bytes(b"".join(some))
        results.append(_state(path))
    assert results[0] == results[1]
    _expect(merged[0], other, dict(results[0]))


def _expect(one: Path, other: Path, merged: dict[str, str]) -> None:
    """What only one of two changed since they parted is as it is there."""
    sides = []
    acts = [
        [line for raw in path.read_bytes().splitlines() if (line := read_line(raw))]
        for path in (one, other)
    ]
    known = [{line.check for line in some} for some in acts]
    for path, some, others in ((one, acts[0], known[1]), (other, acts[1], known[0])):
        changed = {
            key
            for line in some
            if line.check not in others and not line.settles
            for key in line.changes[_TABLE] or {}
        }
        sides.append((dict(_state(path)), changed))
    for mine, theirs in (sides, sides[::-1]):
        for key in mine[1] - theirs[1]:
            assert merged.get(key) == mine[0].get(key)
    for key in merged.keys() - sides[0][1] - sides[1][1]:
        assert merged[key] == sides[0][0].get(key, sides[1][0].get(key))


def test_a_checksum_names_its_line() -> None:
    line = act_line(1, "", "x", {})
    read = read_line(line[:-1])
    assert read is not None
    assert read.check == check_of(line) != ""
    assert check_of(b"rubbish") == ""
