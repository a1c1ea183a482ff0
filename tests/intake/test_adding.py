"""What is taken into a project: new articles, known ones, and revisions. All of it is made up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from fr_reader.intake.adding import Intake, Put
from fr_reader.intake.arrival import read_file
from fr_reader.intake.carried import Carried
from fr_reader.intake.copies import copies_in
from fr_reader.intake.telling import told
from fr_reader.model import (
    Act,
    Article,
    Change,
    InputError,
    Metadata,
    Photographer,
    StoreError,
    describing,
)
from fr_reader.model.describing import with_origin
from fr_reader.store import MemoryStore
from tests.store.test_revisions import CHANGED, GONE, KEPT, NEW, OLD, note
from tests.text.reports import Newsroom, printed

THIRD = f"{OLD}\nOne made-up line more.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with the old text."""
    path = tmp_path / "bridge.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def store(path: Path) -> MemoryStore:
    """A project with that article, and an annotation of each fate on it."""
    store = MemoryStore()
    take(store, path)
    article = store.article("bridge")
    notes = [note(article, words, words[:9]) for words in (KEPT, CHANGED, GONE, "A made-up head")]
    store.apply(Act("notes", tuple(Change(None, one) for one in notes)))
    return store


def take(
    store: MemoryStore, *paths: Path, as_new: bool = False, revises: str | None = None
) -> list[Put]:
    intake = Intake(store, as_new=as_new, revises=revises)
    return list(intake.put([read_file(path) for path in paths]))


def changed(path: Path, text: str = NEW) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_changed_file_is_a_revision(store: MemoryStore, path: Path) -> None:
    text = changed(path, NEW.replace("A made-up head", "Late: A made-up head"))
    (done,) = take(store, text)
    assert done.carried == Carried(still=0, moved=2, fuzzy=1, orphans=1)
    assert str(done.carried) == "2 annotations moved, 1 to review, 1 without its words"
    (entry,) = store.entries()
    assert (done.entry, done.new, entry.revision) == (entry, False, 2)
    assert take(store, text) == [Put(entry)]


def test_an_earlier_text_is_known_and_changes_nothing(store: MemoryStore, path: Path) -> None:
    take(store, changed(path))
    (before,) = store.entries()
    path.with_suffix(".toml").write_text('title = "Otherwise"')
    assert take(store, changed(path, OLD)) == [Put(before, earlier=True)]
    assert take(store, path, revises="bridge") == [Put(before, earlier=True)]
    assert store.entries() == (before,)


def test_it_may_be_an_article_of_its_own(store: MemoryStore, path: Path) -> None:
    (done,) = take(store, changed(path), as_new=True)
    assert (done.new, done.entry.id, done.carried) == (True, "bridge-2", None)
    (done,) = take(store, path, as_new=True)
    assert (done.new, done.entry.id) == (False, "bridge-2")
    (done,) = take(store, changed(path, OLD), as_new=True)
    assert (done.new, done.entry.id) == (False, "bridge")
    assert [entry.revision for entry in store.entries()] == [1, 1]


def test_the_article_may_be_named(store: MemoryStore, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing of the kind, made up.", encoding="utf-8")
    (done,) = take(store, other, revises="bridge")
    assert (done.entry.id, done.entry.revision) == ("bridge", 2)
    assert str(done.carried) == "4 annotations without their words"
    (done,) = take(store, other, revises="bridge")
    assert (done.entry.revision, done.carried) == (2, None)
    with pytest.raises(StoreError, match="no article 'nowhere'"):
        take(store, other, revises="nowhere")
    take(store, changed(path, THIRD), as_new=True)
    with pytest.raises(StoreError, match="bridge-2 has this text already"):
        take(store, path, revises="bridge")


def test_files_taken_in_together_are_no_revisions_of_each_other(path: Path, tmp_path: Path) -> None:
    store = MemoryStore()
    (tmp_path / "more").mkdir()
    (tmp_path / "most").mkdir()
    more = changed(tmp_path / "more" / "bridge.txt")
    most = changed(tmp_path / "most" / "bridge.txt", THIRD)
    intake = Intake(store)
    for each in (path, more):
        list(intake.put([read_file(each)]))
    assert [(e.id, e.revision) for e in store.entries()] == [("bridge", 1), ("bridge-2", 1)]
    done = take(store, path, more, most)
    assert [(put.entry.id, put.entry.revision) for put in done] == [
        ("bridge", 1),
        ("bridge-2", 1),
        ("bridge-3", 1),
    ]
    longer = changed(most, f"{THIRD}And another one.\n")
    done = take(store, path, more, longer)
    assert [(put.entry.id, put.entry.revision) for put in done][2] == ("bridge-3", 2)


def test_a_text_given_twice_is_one_revision(store: MemoryStore, path: Path, tmp_path: Path) -> None:
    twin = changed(tmp_path / "twin.txt")
    done = take(store, changed(path), twin)
    assert [(put.entry.revision, put.carried is None) for put in done] == [(2, False), (2, True)]


def test_a_file_that_says_nothing_keeps_what_is_known_but_its_own_title(
    store: MemoryStore, path: Path
) -> None:
    own = OLD.replace("A made-up headline.", "A made-up headline")
    take(store, changed(path, own))
    assert store.entry("bridge").metadata.title == "A made-up headline"
    known = Metadata("A made-up headline", ("Ann Example",), "The Example", url="https://e.org/1")
    known = replace(known, photographers=(Photographer("Bo Example", 2),))
    store.update("bridge", known)
    (done,) = take(store, changed(path, own.replace("A made-up", "Another")))
    assert done.entry.metadata == replace(known, title="Another headline")
    store.update("bridge", replace(known, title="Told by hand"))
    (done,) = take(store, changed(path, own.replace("A made-up", "No made-up")))
    assert (done.entry.revision, done.entry.metadata.title) == (4, "Told by hand")
    assert done.entry.metadata.photographers


def test_what_a_file_says_is_taken_along(store: MemoryStore, path: Path) -> None:
    path.with_suffix(".toml").write_text('title = "Bridge"\nurl = "https://example.org/1"')
    (done,) = take(store, changed(path))
    assert done.entry.metadata == Metadata("Bridge", url="https://example.org/1")
    path.with_suffix(".toml").rename(path.with_name("download.toml"))
    (done,) = take(store, changed(path.with_name("download.txt"), THIRD))
    assert (done.entry.id, done.entry.revision, done.entry.source) == ("bridge", 3, "download.txt")


def test_a_text_that_was_altered_is_no_reason_to_fail(
    store: MemoryStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def altered(article_id: str) -> Article:
        raise StoreError("altered")

    monkeypatch.setattr(store, "article", altered)
    (done,) = take(store, changed(path))
    assert (done.new, done.entry.id) == (True, "bridge-2")


def test_only_the_texts_of_candidates_are_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore()
    for number in range(30):
        store.add(Article(f"made-up-{number}", f"Made up, number {number}.\n{OLD}"))
    take(store, path)
    read: list[str] = []
    article = store.article

    def noted(article_id: str) -> Article:
        read.append(article_id)
        return article(article_id)

    monkeypatch.setattr(store, "article", noted)
    take(store, changed(path))
    assert set(read) == {"bridge"}


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0, 0, 0), "no annotations"),
        ((1, 0, 0, 0), "1 annotation where it was"),
        (
            (12, 3, 1, 1),
            "12 annotations where they were, 3 moved, 1 to review, 1 without its words",
        ),
        ((0, 1, 0, 2), "1 annotation moved, 2 without their words"),
        ((0, 0, 2, 0), "2 annotations to review"),
    ],
)
def test_what_became_of_the_annotations_is_told(
    counts: tuple[int, int, int, int], words: str
) -> None:
    carried = Carried(*counts)
    assert str(carried) == words
    assert carried.waiting == counts[2] + counts[3]


def test_another_text_from_the_same_address_is_told(store: MemoryStore, tmp_path: Path) -> None:
    store.update("bridge", Metadata("Bridge", url="https://www.example.org/bridge?utm_source=x"))
    other = tmp_path / "other.txt"
    other.write_text("Nothing at all of the kind, this is made up.\n", encoding="utf-8")
    other.with_suffix(".toml").write_text('url = "http://example.org/bridge/"')
    (done,) = take(store, other)
    assert (done.new, done.same_address) == (True, "bridge")
    assert "another text than bridge, from the same address" in told(done)


def test_the_same_address_written_otherwise_is_a_revision(
    store: MemoryStore, tmp_path: Path
) -> None:
    store.update("bridge", Metadata("Bridge", url="https://example.org/bridge"))
    other = tmp_path / "other.txt"
    other.write_text(NEW, encoding="utf-8")
    other.with_suffix(".toml").write_text('url = "https://www.example.org/bridge#comments"')
    (done,) = take(store, other)
    assert (done.entry.id, done.entry.revision) == ("bridge", 2)


def test_a_copy_is_added_and_told(tmp_path: Path) -> None:
    room, store = Newsroom(21), MemoryStore()
    report, other = room.report(20), room.report(20)
    texts = {"wire": report, "paper": room.edited(report, 0.2), "other": other}
    paths = []
    for name, sentences in texts.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(printed(sentences), encoding="utf-8")
    intake = Intake(store, compare=partial(copies_in, store))
    wire, paper, alone = intake.put([read_file(path) for path in paths])
    assert (wire.copy, alone.copy, paper.new) == (None, None, True)
    assert paper.copy is not None
    assert paper.copy.key == "wire"
    assert "looks like a copy of wire (" in told(paper)
    assert told(paper).endswith("% alike)")
    (later,) = Intake(store, compare=partial(copies_in, store)).put(
        [read_file(changed(paths[0], printed(report[:15])))]
    )
    assert later.carried is not None
    assert copies_in(store).groups() == [("wire", "paper")]


def test_an_altered_text_is_compared_with_nothing(
    store: MemoryStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def altered(article_id: str) -> Article:
        raise StoreError("altered")

    monkeypatch.setattr(store, "article", altered)
    assert len(copies_in(store)) == 0


def test_a_correction_by_hand_is_kept_when_the_file_is_read_again(
    store: MemoryStore, path: Path
) -> None:
    found = with_origin(Metadata("Bridge", ("Ann Exmaple",), "The Example"), "JSON-LD")
    arrival = replace(read_file(path), described=True)
    arrival = replace(arrival, article=replace(arrival.article, metadata=found))
    (done,) = Intake(store).put([arrival])
    assert done.changed == ("title", "authors", "publisher")
    store.update("bridge", describing.changed(done.entry.metadata, authors=("Ann Example",)))
    (again,) = Intake(store).put([arrival])
    assert again.changed == ()
    assert again.entry.metadata.authors == ("Ann Example",)
    text = replace(arrival.article, text=NEW, sha256="")
    (revised,) = Intake(store).put([replace(arrival, article=text)])
    assert (revised.entry.revision, revised.entry.metadata.authors) == (2, ("Ann Example",))


def test_a_fault_of_a_reader_is_told_of_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(path: Path, encoding: str | None) -> Article:
        raise KeyError("made up")

    monkeypatch.setattr("fr_reader.intake.arrival.load", faulty)
    with pytest.raises(InputError, match=r"bridge\.txt cannot be read, by a fault .*KeyError"):
        read_file(path)


def test_what_is_found_in_the_file_itself_describes_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = with_origin(Metadata("Bridge"), "JSON-LD")
    plain = read_file(path)
    assert not plain.described
    page = replace(plain.article, metadata=found)
    monkeypatch.setattr("fr_reader.intake.arrival.load", lambda path, encoding: page)
    assert read_file(path).described
