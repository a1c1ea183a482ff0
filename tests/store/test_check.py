"""What is wrong in a project is named by file and line, and mended where nothing is lost by it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import Act, Anchor, Change, Code, Link, Relation, Span, StoreError
from fr_reader.store import ProjectStore
from fr_reader.store.backup import backups, make_backup
from fr_reader.store.check import check
from fr_reader.store.lines import act_line
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS, Place
from fr_reader.store.records import document_of
from fr_reader.store.repair import repair
from tests.store.making import article, changing, making, note, speaker

JOURNAL = "annotations/made-up/me.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with two articles, a speaker and three tags, one of them changed once."""
    store = ProjectStore.open(tmp_path / "project", "me")
    text = article()
    store.add(text)
    store.add(article("two, made up", "two"))
    first = note(text, "1")
    store.apply(making(first))
    store.apply(making(speaker(), replace(note(text, "2", code=""), speaker="nobody")))
    store.apply(changing(first, replace(first, memo="made up")))
    store.apply(making(note(text, "3", code="concern")))
    return store.folder


def faults(folder: Path) -> list[str]:
    return [str(fault).removeprefix(f"{folder}/") for fault in check(folder)]


def mended(folder: Path) -> list[str]:
    """What a repair says; the project then opens, goes on, and has no fault left."""
    said = list(repair(folder))
    assert not faults(folder)
    store = ProjectStore.open(folder, "me", create=False)
    after = speaker(f"after-{len(store.speakers())}")
    store.apply(making(after))
    assert not store.problems
    assert after in ProjectStore.open(folder, "me").speakers()
    assert not list(repair(folder))
    return said


def edit(path: Path, change: Callable[[list[bytes]], object]) -> None:
    """Change the lines of a file."""
    lines = path.read_bytes().splitlines(keepends=True)
    change(lines)
    path.write_bytes(b"".join(lines))


def test_a_whole_project_has_no_fault_and_needs_no_repair(folder: Path) -> None:
    assert not faults(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert not list(repair(folder))
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {path.name for path in after.keys() - before} <= {".fr-reader-lock"}
    assert all(after[path] == data for path, data in before.items())


def test_a_damaged_line_is_named_and_set_aside(folder: Path) -> None:
    def spoil(lines: list[bytes]) -> None:
        lines[3] = lines[3].replace(b"made up", b"made op")

    edit(folder / JOURNAL, spoil)
    assert faults(folder) == [f"{JOURNAL}: line 4 is damaged: its checksum does not fit"]
    said = mended(folder)
    assert "wrote" in said[1]
    assert "with its 3 acts; 1 damaged lines are in me.jsonl.damaged-1" in said[1]
    assert b"made op" in (folder / f"{JOURNAL}.damaged-1").read_bytes()
    store = ProjectStore.open(folder, "me")
    assert [(a.id, a.memo) for a in store.annotations()] == [("1", ""), ("2", ""), ("3", "")]
    assert [each.name[:6] for each in backups(folder)] == ["before"]


def test_a_torn_end_a_lost_line_and_a_lost_header(folder: Path) -> None:
    edit(folder / JOURNAL, lambda lines: lines.append(b'{"n":5,"t'))
    edit(folder / "speakers.jsonl", lambda lines: lines.pop(0))
    edit(folder / "articles.jsonl", lambda lines: lines.pop(2))
    assert faults(folder) == [
        "speakers.jsonl: line 1 is not the first line of a journal",
        "articles.jsonl: line 3 is act 3 where 2 was expected: acts are missing",
        "articles/made-up.txt is the text of no article of the project",
        "annotations/made-up holds annotations on no article of the project",
        f"{JOURNAL}: line 6 was never wholly saved",
    ]
    mended(folder)
    store = ProjectStore.open(folder, "me")
    assert {entry.id for entry in store.entries()} == {"made-up", "two"}
    assert len(store.annotations("made-up")) == 3


@pytest.mark.parametrize("content", [None, b"", b"made up\n", b"\x00" * 50])
@pytest.mark.parametrize("name", ["codebook", "speakers", "articles"])
def test_a_lost_journal_begins_anew_with_what_is_named(
    folder: Path, name: str, content: bytes | None
) -> None:
    store = ProjectStore.open(folder, "me")
    before = store.annotations("made-up")
    path = folder / f"{name}.jsonl"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError):
        ProjectStore.open(folder, "me")
    assert faults(folder)[:2]
    mended(folder)
    again = ProjectStore.open(folder, "me")
    assert again.annotations("made-up") == before
    assert [again.article(e.id).text for e in again.entries()] == [article().text, "two, made up"]
    assert "nobody" in again.speakers().by_id
    if content:
        assert content in path.with_name(f"{name}.jsonl.damaged-1").read_bytes()


def test_a_lost_or_damaged_project_file(folder: Path) -> None:
    (folder / "project.json").write_bytes(b"{")
    assert faults(folder) == ["project.json is damaged or not of fr-reader"]
    mended(folder)
    (folder / "project.json").unlink()
    assert faults(folder) == ["project.json is missing"]
    assert len(mended(folder)) == 2


def test_a_newer_project_is_left_alone(folder: Path) -> None:
    newer = {"format": "fr-reader project", "version": 9, "name": "x"}
    (folder / "project.json").write_text(json.dumps(newer))
    for use in (check, repair):
        with pytest.raises(StoreError, match="made by a newer fr-reader"):
            list(use(folder))
    assert not (folder / "backups").exists()


def test_a_text_comes_back_from_a_backup(folder: Path) -> None:
    path = folder / "articles" / "made-up.txt"
    make_backup(folder)
    path.write_text("something else, made up")
    assert faults(folder) == ["articles/made-up.txt is not the text that was added"]
    mended(folder)
    assert path.with_name("made-up.txt.damaged-1").read_text() == "something else, made up"
    path.unlink()
    assert faults(folder) == ["articles/made-up.txt is missing"]
    mended(folder)
    assert ProjectStore.open(folder, "me").article("made-up").text == article().text


def test_a_text_in_no_backup_stays_wrong(folder: Path) -> None:
    (folder / "articles" / "made-up.txt").write_text("something else, made up")
    said = list(repair(folder))
    assert len(said) == 1
    assert faults(folder) == ["articles/made-up.txt is not the text that was added"]


def test_names_of_nothing_get_something_to_name(folder: Path) -> None:
    store = ProjectStore.open(folder, "me")
    journal = store._cabinet.place(Place(ANNOTATIONS, "made-up"), "me")
    for made in (note(article(), "4", code="gone"), note(article(), "5", code="", by="nowhere")):
        with store._lock.hold():
            journal.change("make", {made.id: made})
    assert faults(folder) == [
        f"{JOURNAL}: line 6 has annotation 4, whose code is not in the codebook",
        f"{JOURNAL}: line 7 has annotation 5, whose speaker is not among the speakers",
    ]
    mended(folder)
    again = ProjectStore.open(folder, "me")
    assert again.codebook().by_id["gone"].name == "gone"
    assert again.speakers().by_id["nowhere"].name == "unknown nowhere"


def test_merges_into_nothing_and_round_in_a_circle_are_told(folder: Path) -> None:
    store = ProjectStore.open(folder, "me")
    one, other = Code("one", "one"), Code("other", "other", merged="one")
    store.apply(making(one, other, replace(speaker(), id="twin", name="Twin")))
    assert faults(folder) == []
    codes, speakers = (store._cabinet.place(Place(kind), "me") for kind in (CODES, SPEAKERS))
    with store._lock.hold():
        codes.change("by hand", {"one": replace(one, merged="other")})
        codes.change("by hand", {"other": replace(other, parent="lost")})
        speakers.change("by hand", {"twin": replace(speaker(), id="twin", merged="gone")})
    assert faults(folder) == [
        "codebook.jsonl: line 4 leads from 'one' round to itself: part what was merged, or move it",
        "codebook.jsonl: line 5 puts 'other' below a code that is not there",
        "speakers.jsonl: line 5 merges 'Nobody' into a speaker that is not there",
    ]
    again = ProjectStore.open(folder, "me")
    assert again.codebook().end("other") == again.codebook().end("one") == "one"
    assert again.speakers().get("twin") is not None
    list(repair(folder))
    assert faults(folder) == [
        f"codebook.jsonl: line {line} leads from {name!r} round to itself: part what was merged, "
        "or move it"
        for line, name in ((4, "one"), (5, "other"))
    ]


def test_anchors_that_do_not_hold_are_told_and_left(folder: Path) -> None:
    store = ProjectStore.open(folder, "me")
    text = article()
    good = Anchor.at(text, Span(20, 30))
    wrong = [
        replace(good, exact="made up, 10"),
        replace(good, prefix="made up"),
        replace(good, span=Span(9_000, 9_010)),
        replace(good, sha256="0" * 64),
    ]
    for number, anchor in enumerate(wrong):
        store.apply(making(replace(note(text, f"w{number}"), anchors=(good, anchor))))
    told = faults(folder)
    assert [sentence.partition(", ")[2] for sentence in told] == [
        "whose words do not stand at 20 to 30 of the text",
        "whose words have other surroundings in the text",
        "whose words do not stand at 9000 to 9010 of the text",
        "whose passage is of another version of the text",
    ]
    journal = (folder / JOURNAL).read_bytes()
    assert len(list(repair(folder))) == 1
    assert (folder / JOURNAL).read_bytes() == journal
    assert faults(folder) == told


def test_records_in_the_wrong_place_and_not_understood(folder: Path) -> None:
    shutil.copytree(folder / "annotations" / "made-up", folder / "annotations" / "two")
    shutil.copy(folder / JOURNAL, folder / "annotations" / "made-up" / "bo.jsonl")
    odd = {**document_of(speaker("odd")), "species": "made up"}
    with (folder / "speakers.jsonl").open("ab") as file:
        file.write(act_line(3, "", "", {"speakers": {"odd": odd}}))
    told = faults(folder)
    assert (
        "speakers.jsonl: line 4 holds a record that is not understood (odd: unknown species)"
        in told
    )
    assert sum("which is on another article, made-up" in sentence for sentence in told) == 3
    assert sum("which is another coder's, me" in sentence for sentence in told) == 3


def test_a_conflict_is_told_and_no_fault(folder: Path) -> None:
    store = ProjectStore.open(folder, "me")
    stale = next(a for a in store.annotations() if a.id == "3")
    store.apply(changing(stale, replace(stale, memo="made up")))
    store.apply(changing(stale, replace(stale, memo="made up too")))
    (found,) = check(folder)
    assert not found.wrong
    assert "has annotation 3~1, another version of 3: see fr-reader settle" in str(found)
    assert not list(repair(folder))


def test_every_flipped_bit_of_a_journal_is_found_and_mended(folder: Path, tmp_path: Path) -> None:
    whole = (folder / JOURNAL).read_bytes()
    for place in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << (place % 8)
        copy = tmp_path / f"copy-{place}"
        shutil.copytree(folder, copy)
        (copy / JOURNAL).write_bytes(damaged)
        assert faults(copy), place
        mended(copy)
        assert len(ProjectStore.open(copy, "me").annotations()) >= 2


def test_a_link_to_an_annotation_that_is_gone_is_told_and_no_damage(folder: Path) -> None:
    store = ProjectStore.open(folder, "me")
    other = note(store.article("two"), "far", code="claim")
    store.apply(making(other))
    first = next(a for a in store.annotations("made-up") if a.id == "1")
    links = tuple(Link(Relation.REBUTS, "two", to) for to in ("far", "never there"))
    store.apply(changing(first, replace(first, links=links)))
    store.apply(Act("remove", (Change(other, None),)))
    found = [fault for fault in check(folder) if fault.kind == "link"]
    assert [str(fault).removeprefix(f"{folder}/") for fault in found] == [
        f"{JOURNAL}: line 6 has annotation 1, which rebuts one that is gone from two: "
        "the link is passed over"
    ] * 2
    assert not any(fault.wrong for fault in found)
    store.apply(making(other))
    assert sum(fault.kind == "link" for fault in check(folder)) == 1


def test_a_link_into_the_trash_may_come_back(folder: Path) -> None:
    store = ProjectStore.open(folder, "me")
    other = note(store.article("two"), "far", code="claim")
    store.apply(making(other))
    first = next(a for a in store.annotations("made-up") if a.id == "1")
    store.apply(changing(first, replace(first, links=(Link(Relation.SUPPORTS, "two", "far"),))))
    store.remove("two")
    assert not [fault for fault in check(folder) if fault.kind == "link"]
