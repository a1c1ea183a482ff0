"""A project merged into another one: clones line by line, others as a bundle."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import Code, Status, StoreError
from fr_reader.store import ProjectStore
from fr_reader.store.backup import backups
from fr_reader.store.check import check
from fr_reader.store.merging import Brought, are_clones, merge
from fr_reader.store.naming import coder_file
from tests.store.making import article, changing, making, note, removing, speaker

TEXT = article()


def opened(folder: Path, coder: str = "me") -> ProjectStore:
    return ProjectStore.open(folder, coder)


def brought(folder: Path, other: Path) -> Brought:
    """What merging `other` brings; afterwards the project is sound, and a second time is none."""
    store = opened(folder)
    found = merge(store, other)
    store.close()
    assert not [str(fault) for fault in check(folder) if fault.wrong]
    files = {path: path.read_bytes() for path in folder.rglob("*.jsonl")}
    again = merge(opened(folder), other)
    assert (again.articles, again.codes, again.speakers, again.annotations) == (0, 0, 0, 0)
    assert not again.changed
    assert {path: path.read_bytes() for path in folder.rglob("*.jsonl")} == files
    assert not opened(folder).problems
    return found


def said(folder: Path) -> tuple[object, ...]:
    """All that is in a project, whatever the articles are called."""
    store = opened(folder)
    texts = {entry.id: store.article(entry.id).text for entry in store.entries()}
    notes = sorted(
        (texts[each.article], each.coder, each.id, each.memo, each.code, each.status)
        for each in store.annotations()
    )
    codes = sorted((code.name, code.definition) for code in store.codebook())
    return sorted(texts.values()), notes, codes, sorted(store.speakers().by_id)


@pytest.fixture
def clones(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A project with two tags, and a copy of its folder."""
    one, other = tmp_path / "one", tmp_path / "other"
    store = opened(one)
    store.add(TEXT)
    store.apply(making(note(TEXT, "first"), note(TEXT, "second")))
    store.close()
    shutil.copytree(one, other)
    yield one, other


def both(clones: tuple[Path, Path], tmp_path: Path) -> tuple[Brought, Brought]:
    """Merge each into the other, as they were; they say the same then."""
    kept = [shutil.copytree(folder, tmp_path / f"{folder.name}-kept") for folder in clones]
    found = brought(clones[0], kept[1]), brought(clones[1], kept[0])
    assert said(clones[0]) == said(clones[1])
    return found


def test_clones_bring_each_other_everything(clones: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = opened(clones[0]), opened(clones[1], "you")
    one.add(article("made up here", "here"))
    other.add(article("made up there", "there"))
    other.apply(making(Code("yours", "yours"), note(TEXT, "yours", "you", code="yours")))
    other.apply(making(speaker(), note(TEXT, "spoken", "you", by="nobody")))
    second = next(each for each in one.annotations() if each.id == "second")
    one.apply(removing(second))
    assert are_clones(*clones)
    here, there = both(clones, tmp_path)
    assert (here.articles, here.codes, here.speakers, here.annotations) == (1, 1, 1, 2)
    assert (there.articles, there.codes, there.annotations) == (1, 0, 0)
    assert [backup.name for backup in backups(clones[0])][-1].startswith("before-")
    assert {each.id for each in opened(clones[1]).annotations()} == {"first", "yours", "spoken"}
    assert opened(clones[0]).article("there").text == "made up there"


def test_what_both_changed_is_kept_as_a_conflict(clones: tuple[Path, Path], tmp_path: Path) -> None:
    first = next(each for each in opened(clones[0]).annotations() if each.id == "first")
    claim = opened(clones[0]).codebook().by_id["claim"]
    for clone in clones:
        opened(clone).apply(changing(first, replace(first, memo=clone.name)))
        opened(clone).apply(changing(claim, replace(claim, definition=clone.name)))
    for found in both(clones, tmp_path):
        assert found.conflicts == found.annotations == 1
        (sentence,) = found.told
        assert "code 'claim' was changed in two copies" in sentence
    kept = {each.id: each for each in opened(clones[0]).annotations()}
    assert (kept["first"].memo, kept["first~1"].memo) == ("other", "one")
    assert kept["first~1"].status is Status.CONFLICT
    brought(clones[0], clones[1])
    brought(clones[1], clones[0])
    assert said(clones[0]) == said(clones[1])


def test_two_texts_of_one_name_are_two_articles(clones: tuple[Path, Path], tmp_path: Path) -> None:
    for clone in clones:
        text = article(f"made up in {clone.name}", "same")
        store = opened(clone)
        store.add(text)
        store.apply(making(note(text, f"on-{clone.name}")))
    for found in both(clones, tmp_path):
        assert found.articles == 1
        assert found.told[-1] == "two texts were called same: one of them is same-2 now"
    for clone in clones:
        store = opened(clone)
        for entry in store.entries():
            text = store.article(entry.id)
            for each in store.annotations(entry.id):
                assert each.anchors[0].holds(text)


def test_what_the_other_one_removed_goes_to_the_trash(
    clones: tuple[Path, Path], tmp_path: Path
) -> None:
    opened(clones[0]).remove("made-up")
    opened(clones[1], "you").apply(making(note(TEXT, "late", "you")))
    both(clones, tmp_path)
    for clone in clones:
        store = opened(clone)
        assert not store.entries()
        (item,) = store.trash()
        store.restore(item.id)
        assert {each.id for each in store.annotations()} == {"first", "second", "late"}


def test_a_strangers_project_comes_as_a_bundle(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, coder in ((one, "me"), (other, "you")):
        store = opened(folder, coder)
        store.add(TEXT)
        store.add(article(f"made up in {folder.name}", folder.name))
        store.apply(making(Code(f"of-{coder}", f"of {coder}"), note(TEXT, coder, coder)))
    assert not are_clones(one, other)
    here, there = both((one, other), tmp_path)
    assert (here.articles, here.codes, here.annotations) == (1, 1, 1)
    assert (there.articles, there.codes, there.annotations) == (1, 1, 1)
    assert (one / "annotations/made-up" / coder_file("you")).exists()


def test_nothing_is_merged_with_itself_or_with_no_project(
    clones: tuple[Path, Path], tmp_path: Path
) -> None:
    store = opened(clones[0])
    with pytest.raises(StoreError, match="is the project at work"):
        merge(store, clones[0])
    with pytest.raises(StoreError, match="there is no project in"):
        merge(store, tmp_path / "nowhere")
    assert not backups(clones[0])


def test_a_merge_cut_short_is_completed_by_the_next(
    clones: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fr_reader.store import files

    text = article("made up there", "there")
    other = opened(clones[1], "you")
    other.add(text)
    other.apply(making(Code("yours", "yours"), note(text, "on-it", "you", code="yours")))
    write, left = files.write_atomically, 2

    def failing(path: Path, data: bytes) -> None:
        nonlocal left
        if clones[0] in path.parents and path.suffix in (".jsonl", ".txt"):
            left -= 1
            if left < 0:
                raise OSError("made up")
        write(path, data)

    store = opened(clones[0])
    monkeypatch.setattr(files, "write_atomically", failing)
    with pytest.raises(StoreError, match="was not merged"):
        merge(store, clones[1])
    monkeypatch.undo()
    assert opened(clones[0]).codebook().by_id["yours"]
    assert not [each for each in opened(clones[0]).entries() if each.id == "there"]
    both(clones, tmp_path)
    assert "on-it" in {each.id for each in opened(clones[0]).annotations()}


def test_damaged_lines_of_the_other_one_are_told(clones: tuple[Path, Path]) -> None:
    opened(clones[1]).apply(making(note(TEXT, "third")))
    journal = clones[1] / "annotations/made-up/me.jsonl"
    journal.write_bytes(journal.read_bytes() + b"rubbish\n")
    found = brought(clones[0], clones[1])
    assert found.annotations == 1
    assert found.told == (f"{journal}: 1 damaged lines were left out",)
