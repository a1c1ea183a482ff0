"""Revisions in a project folder: no text is lost, whatever is interrupted or damaged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import Act, Anchor, Annotation, Article, Change, Metadata, Span, StoreError
from fr_reader.store import ProjectStore, articles, backup
from fr_reader.store.backup import backups, make_backup
from fr_reader.store.carrying import Carrying
from fr_reader.store.check import check
from fr_reader.store.lines import now
from fr_reader.store.past import Past
from fr_reader.store.repair import repair
from fr_reader.store.restore import restore_to
from tests.store.making import article, making, speaker
from tests.store.test_revisions import GONE, KEPT, NEW, OLD, note
from tests.store.test_trash import Killed, killed_after

THIRD = NEW + "Corrected on Wednesday, by a made-up desk.\n"
NAME = "made-up"


@pytest.fixture
def store(tmp_path: Path) -> ProjectStore:
    """A project with an article that was revised once, one of its annotations is astray."""
    store = ProjectStore.open(tmp_path / "project", "me")
    first = Article(NAME, OLD)
    store.add(first)
    for number, words in enumerate((KEPT, GONE)):
        store.apply(making(note(first, words, str(number))))
    store.revise(NAME, Article(NAME, NEW))
    return store


def opened(store: ProjectStore, coder: str = "me") -> ProjectStore:
    return ProjectStore.open(store.folder, coder, create=False)


def faults(folder: Path) -> list[str]:
    return [str(fault).removeprefix(f"{folder}/") for fault in check(folder)]


def texts(store: ProjectStore) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (store.folder / "articles").iterdir()}


def on(store: ProjectStore, words: str, name: str) -> Annotation:
    """An annotation on the text of today."""
    return note(store.article(NAME), words, name)


def interrupted(store: ProjectStore, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revision that gets no further than to its text."""

    def kill(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(articles, "revised", kill)
        with pytest.raises(Killed):
            opened(store).revise(NAME, Article(NAME, text))


def without_the_last_line(path: Path) -> None:
    """The last act is damaged."""
    *lines, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines, last.replace(b"revise", b"revile")]))


def test_every_text_has_a_file_and_the_entry_knows_them(store: ProjectStore) -> None:
    store.revise(NAME, Article(NAME, THIRD))
    store.add(article("Something else, made up.", "plain"))
    assert texts(store) == {
        "made-up.txt": OLD,
        "made-up.2.txt": NEW,
        "made-up.3.txt": THIRD,
        "plain.txt": "Something else, made up.",
    }
    *_, plain = (store.folder / "articles.jsonl").read_bytes().splitlines()
    assert b"earlier" not in plain
    assert not faults(store.folder)
    assert not list(repair(store.folder))


def test_an_interrupted_revision_does_no_harm(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(store, THIRD, monkeypatch)
    before = texts(store)
    assert before["made-up.3.txt"] == THIRD
    again = opened(store)
    assert again.article(NAME).text == NEW
    assert not faults(store.folder)
    again.revise(NAME, Article(NAME, THIRD))
    assert texts(store) == before
    assert again.entry(NAME).revision == 3


def test_no_text_is_written_over(store: ProjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(store, "Made up and never finished.", monkeypatch)
    again = opened(store)
    again.revise(NAME, Article(NAME, THIRD))
    assert texts(store)["made-up.3.txt"] == THIRD
    assert texts(store)["made-up.3.txt.unused-1"] == "Made up and never finished."
    assert not faults(store.folder)
    assert again.revise(NAME, Article(NAME, "Made up and never finished.")).revision == 4


def test_a_revision_that_fails_has_changed_nothing(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "made up")

    with monkeypatch.context() as patch:
        patch.setattr("fr_reader.store.files.write_atomically", refuse)
        with pytest.raises(StoreError, match="the disk is full; the article was not revised"):
            store.revise(NAME, Article(NAME, THIRD))
    for each in (store, opened(store)):
        assert each.article(NAME).text == NEW
        assert len(each.annotations()) == len(each.astray()) == 1


@pytest.mark.usefixtures("always_indexed")
def test_two_windows(store: ProjectStore) -> None:
    other = opened(store, "another")
    assert other.article(NAME).text == NEW
    store.revise(NAME, Article(NAME, THIRD))
    assert other.entry(NAME).revision == 3
    assert [a.anchors[0].sha256 for a in other.annotations()] == [other.entry(NAME).sha256]
    theirs = replace(on(other, KEPT, "theirs"), coder="another")
    other.apply(making(theirs))
    other.revise(NAME, Article(NAME, OLD + "Made up, at last."))
    for each in (store, other, opened(store)):
        assert each.article(NAME).text == OLD + "Made up, at last."
        assert each.counts().coders() == {"another": 1, "me": 2}
        assert not each.problems
    assert not faults(store.folder)


def test_articles_never_revised_are_not_carried_over(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = article("A text nobody asks for, made up.", "plain")
    store.add(plain)
    store.apply(making(note(plain, "nobody", "plain")))
    (store.folder / "articles" / "plain.txt").unlink()
    asked: list[str] = []
    carried = Carrying.of

    def of(self: Carrying, annotations: object, sha256: str, text: object) -> object:
        asked.append(sha256)
        return carried(self, annotations, sha256, text)  # type: ignore[arg-type]

    monkeypatch.setattr(Carrying, "of", of)
    again = opened(store)
    assert again.counts().articles() == {NAME: 1, "plain": 1}
    assert set(asked) == {again.entry(NAME).sha256}
    assert len(again.astray()) == 1
    assert len(again.annotations("plain")) == 1
    asked.clear()
    again.apply(making(note(plain, "text", "more")))
    assert not asked


def test_counts_of_a_revised_article_are_remembered(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fr_reader.store.ledger.SETTLED", 0)
    assert store.counts().articles() == {NAME: 1}
    with monkeypatch.context() as patch:
        patch.setattr(store._census, "_placed", pytest.fail)
        assert store.counts().articles() == {NAME: 1}
    store.apply(making(on(store, KEPT, "more")))
    assert store.counts().articles() == {NAME: 2}
    store.revise(NAME, Article(NAME, "Wholly other words, made up for this."))
    assert not store.counts().articles()
    store.remove(NAME)
    assert not store.counts().articles()


def test_the_history_tells_of_revisions(store: ProjectStore) -> None:
    told = [(deed.act.title, deed.coder) for deed in opened(store).history(NAME)]
    assert told == [("add made-up", "me"), *[("make", "me")] * 2, ("revise made-up", "me")]


def test_the_past_has_the_text_and_the_annotations_of_then(store: ProjectStore) -> None:
    second = now()
    store.revise(NAME, Article(NAME, OLD + "As it was, made up.", Metadata("As it was")))
    third = now()
    for _ in range(2):  # in the project, and then in the trash
        then, later = Past(store.folder, second), Past(store.folder, third)
        assert (then.article(NAME).text, later.article(NAME).name) == (NEW, "As it was")
        assert [a.span.of(NEW) for a in then.annotations(NAME)] == [KEPT]
        assert [a.annotation.anchors[0].exact for a in then.astray(NAME)] == [GONE]
        assert len(later.annotations(NAME)) == 2
        assert not later.astray(NAME)
        if store.entries():
            store.remove(NAME)
            store.add(Article(NAME, "Another text of this name, made up."))
            store.revise(NAME, Article(NAME, "Yet another text of this name, made up."))


def test_the_past_before_a_revision(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "project", "me")
    first = Article(NAME, OLD)
    store.add(first)
    store.apply(making(note(first, GONE, "1")))
    then = now()
    store.revise(NAME, Article(NAME, NEW))
    past = Past(store.folder, then)
    assert past.article(NAME) == first
    assert [a.span.of(OLD) for a in past.annotations(NAME)] == [GONE]
    assert not past.astray(NAME)


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("stray", [False, True])
def test_killed_on_the_way_to_the_trash_every_text_is_in_one_place(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch, back: bool, stray: bool
) -> None:
    if stray:
        interrupted(store, THIRD, monkeypatch)
    before = texts(store)
    if back:
        store.remove(NAME)
    for calls in range(60):
        window = opened(store)
        with monkeypatch.context() as patch:
            killed_after(patch, calls)
            try:
                if back:
                    window.restore(NAME)
                else:
                    window.remove(NAME)
                ended = True
            except Killed:
                ended = False
        again = opened(store)
        assert not faults(store.folder), calls
        there = bool(again.entries())
        assert there is not bool(again.trash())
        home = store.folder / ("articles" if there else f"trash/{NAME}")
        assert {p.name for p in home.iterdir() if ".txt" in p.name} == set(before)
        if there is back:
            (again.remove if back else again.restore)(NAME)
        if not back:
            assert texts(store) == before
            assert len(again.annotations()) == len(again.astray()) == 1
        if ended:
            break
    else:
        pytest.fail("it never came to its end")


def test_what_lies_in_the_way_of_a_text_that_comes_back_is_kept(store: ProjectStore) -> None:
    name = store.remove(NAME)
    for number in ("", ".2"):
        (store.folder / f"articles/made-up{number}.txt").write_text("Made up, and never added.")
    store.restore(name)
    assert store.article(NAME).text == NEW
    assert store.revision(NAME, Article("x", OLD).sha256) == OLD
    assert texts(store)["made-up.2.txt.unused-1"] == "Made up, and never added."
    assert not faults(store.folder)


def test_a_removal_that_was_refused_has_changed_nothing(
    store: ProjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("made up: this act was not saved")

    with monkeypatch.context() as patch:
        patch.setattr(store._cabinet.entries, "change", refuse)
        with pytest.raises(StoreError, match="not saved"):
            store.remove(NAME)
    assert not store.trash()
    assert not list((store.folder / "trash").iterdir())
    name = store.remove(NAME)
    with monkeypatch.context() as patch:
        patch.setattr(store._cabinet.entries, "change", refuse)
        with pytest.raises(StoreError, match="not saved"):
            store.restore(name)
    for each in (store, opened(store)):
        assert [removed.id for removed in each.trash()] == [name]
        assert not each.entries()
    assert store.restore(name) == opened(store).entry(NAME)


# Checking and repairing -------------------------------------------------------------------


def test_anchors_are_verified_against_the_text_they_were_made_on(store: ProjectStore) -> None:
    good = on(store, KEPT, "good")
    first = Anchor.at(Article(NAME, OLD), good.span)
    assert first.exact != KEPT
    wrong = [
        replace(first, sha256=good.anchors[0].sha256),
        replace(good.anchors[0], sha256=first.sha256),
        replace(first, sha256="0" * 64),
    ]
    made = (replace(good, id=f"w{number}", anchors=(a,)) for number, a in enumerate(wrong))
    store.apply(making(good, *made))
    told = [sentence.partition(", ")[2] for sentence in faults(store.folder)]
    where = f"{good.span.start} to {good.span.end}"
    assert told == [
        *[f"whose words do not stand at {where} of the text"] * 2,
        "whose passage is of another version of the text",
    ]
    assert {each.annotation.id for each in store.astray()} >= {"w2"}


def _altered(path: Path) -> None:
    path.write_text("something else, made up")


@pytest.mark.parametrize("name", ["made-up.txt", "made-up.2.txt"])
@pytest.mark.parametrize("spoil", [Path.unlink, _altered])
def test_a_text_of_any_revision_is_missed_and_comes_back(
    store: ProjectStore, name: str, spoil: Callable[[Path], None]
) -> None:
    make_backup(store.folder)
    spoil(store.folder / "articles" / name)
    with pytest.raises(StoreError, match="restore it from a copy"):
        opened(store).annotations(NAME)
    what = "is missing" if spoil is Path.unlink else "is not the text that was added"
    assert faults(store.folder) == [f"articles/{name} {what}"]
    list(repair(store.folder))
    assert not faults(store.folder)
    assert len(opened(store).annotations(NAME)) == 1


@pytest.mark.parametrize("annotated", [False, True])
def test_a_damaged_revision_comes_back_where_annotations_were_made_on_it(
    store: ProjectStore, annotated: bool
) -> None:
    revised = store.entry(NAME)
    if annotated:
        store.apply(making(on(store, KEPT, "on the new text")))
    without_the_last_line(store.folder / "articles.jsonl")
    again = opened(store)
    assert again.problems
    assert again.article(NAME).text == OLD
    assert len(again.annotations(NAME)) == 2
    assert len(again.astray(NAME)) == annotated  # kept, and not put on other words
    list(repair(store.folder))
    assert not faults(store.folder)
    again = opened(store)
    assert again.entry(NAME).revision == (2 if annotated else 1)
    assert texts(store)["made-up.2.txt"] == NEW
    if annotated:
        assert again.entry(NAME) == replace(revised, source=again.entry(NAME).source)
        assert len(again.annotations(NAME)) == 2


def test_a_damaged_revision_is_not_written_over_by_the_next(store: ProjectStore) -> None:
    store.apply(making(on(store, KEPT, "on the new text")))
    without_the_last_line(store.folder / "articles.jsonl")
    again = opened(store)
    revised = again.revise(NAME, Article(NAME, THIRD))
    assert revised.revision == 3
    assert again.revision(NAME, revised.earlier[1]) == NEW
    assert {a.id for a in again.annotations(NAME)} == {"0", "on the new text"}


def test_lost_entries_come_back_with_every_text(store: ProjectStore) -> None:
    store.revise(NAME, Article(NAME, THIRD))
    hashes = *store.entry(NAME).earlier, store.entry(NAME).sha256
    (store.folder / "articles.jsonl").unlink()
    list(repair(store.folder))
    assert not faults(store.folder)
    again = opened(store)
    assert (*again.entry(NAME).earlier, again.entry(NAME).sha256) == hashes
    assert len(again.annotations(NAME)) == len(again.astray(NAME)) == 1


def test_texts_whose_first_is_lost_are_told_and_left(store: ProjectStore) -> None:
    (store.folder / "articles.jsonl").unlink()
    (store.folder / "articles" / "made-up.txt").unlink()
    list(repair(store.folder))
    assert texts(store) == {"made-up.2.txt": NEW}
    assert faults(store.folder) == [
        "articles/made-up.2.txt is the text of no article of the project",
        "annotations/made-up holds annotations on no article of the project",
    ]


def test_backups_hold_every_text(store: ProjectStore, tmp_path: Path) -> None:
    made = make_backup(store.folder)
    restore_to(made, tmp_path / "else")
    other = ProjectStore.open(tmp_path / "else", "me", create=False)
    assert other.entry(NAME) == store.entry(NAME)
    assert texts(other) == texts(store)
    assert list(other.annotations()) == list(store.annotations())
    assert other.astray() == store.astray()
    assert not faults(other.folder)


def test_a_backup_during_which_a_text_comes(
    store: ProjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an entry in it names is in it."""
    each_file = backup.project_files

    def slowly(folder: Path) -> object:
        for path in each_file(folder):
            if path.name == "articles.jsonl":
                opened(store).revise(NAME, Article(NAME, THIRD))
            yield path

    with monkeypatch.context() as patch:
        patch.setattr(backup, "project_files", slowly)
        make_backup(store.folder)
    (made,) = backups(store.folder)
    restore_to(made, tmp_path / "else")
    assert ProjectStore.open(tmp_path / "else", "me").article(NAME).text == THIRD
    assert not faults(tmp_path / "else")


def test_acts_on_many_annotations_of_a_revised_article(store: ProjectStore) -> None:
    """Of one act each annotation is carried over once, and the speaker it brings stays whole."""
    (placed,) = store.annotations(NAME)
    notes = [replace(on(store, KEPT, f"n{n}"), speaker="nobody", memo="") for n in range(20)]
    act = store.apply(
        Act(
            "many",
            (
                *making(speaker(), *notes).changes,
                Change(placed, replace(placed, memo="also")),
            ),
        )
    )
    assert len(opened(store).annotations(NAME)) == 21
    store.apply(act.reversed())
    assert list(opened(store).annotations(NAME)) == [placed]
    assert placed.span == Span(NEW.index(KEPT), NEW.index(KEPT) + len(KEPT))
