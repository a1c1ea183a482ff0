"""Two people clone a project with git, work on, and merge: nothing is lost and nobody is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import Annotation, Code, Metadata, Reading, Status
from fr_reader.store import ProjectStore
from fr_reader.store.check import check
from fr_reader.store.desk import Desk
from fr_reader.store.git_files import ATTRIBUTES, IGNORED
from fr_reader.store.past import Past
from fr_reader.store.repair import repair
from tests.store.making import article, changing, making, note, removing, speaker

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

TEXT = article()
READING = Reading(TEXT, ())


def git(folder: Path, *words: str) -> str:
    """What git prints, in a repository that knows no settings but its own."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ["-c", "user.name=Made Up", "-c", "user.email=made@up.invalid"]
    done = subprocess.run(
        ["git", *who, *words],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout


def save(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "made up", "--allow-empty")


@pytest.fixture
def clones(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A project in a repository, with two tags on an article, and a clone of it."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    git(one, "init", "-q", "-b", "main")
    store = ProjectStore.open(one / "project", "me")
    store.add(TEXT)
    store.apply(making(note(TEXT, "first"), note(TEXT, "second")))
    store.close()
    save(one)
    git(tmp_path, "clone", "-q", str(one), str(other))
    yield one, other


def opened(clone: Path, coder: str = "me") -> ProjectStore:
    return ProjectStore.open(clone / "project", coder)


def _asked(store: ProjectStore) -> None:
    """Have everything counted and looked up, so that the index is made."""
    assert store.entries()
    assert store.counts()


def merged(clones: tuple[Path, Path]) -> Iterator[Path]:
    """Each clone with the other one merged into it."""
    for clone in clones:
        save(clone)
    heads = [git(clone, "rev-parse", "HEAD").strip() for clone in clones]
    for clone, other, head in zip(clones, clones[::-1], heads[::-1], strict=True):
        git(clone, "fetch", "-q", str(other), head)
        git(clone, "merge", "-q", "--no-edit", head)
        yield clone


def one_answer(clones: tuple[Path, Path]) -> ProjectStore:
    """The first clone; both, merged, say the same, also after the next act and in a new window."""
    answers = []
    for clone in merged(clones):
        store = opened(clone)
        answers.append((store.counts(), store.entries(), store.annotations()))
        store.apply(making(speaker("after")))
        store.apply(making(note(TEXT, "after", memo="made up")))
        for again in (store, opened(clone)):
            assert not again.problems
            kept = {each.id: each for each in again.annotations("made-up")}
            assert {*kept} == {each.id for each in answers[-1][2]} | {"after"}
        assert not [fault for fault in check(clone / "project") if fault.wrong]
        assert not list(repair(clone / "project"))
    assert answers[0] == answers[1]
    return opened(clones[0])


def test_a_project_in_a_work_tree_tells_git_how_to_merge_it(clones: tuple[Path, Path]) -> None:
    folder = clones[0] / "project"
    assert "*.jsonl merge=union" in (folder / ATTRIBUTES).read_text()
    assert git(clones[0], "status", "--porcelain", "--ignored").count(".fr-reader-") > 0
    assert ".fr-reader" not in git(clones[0], "ls-files")
    (folder / ATTRIBUTES).unlink()
    (folder / IGNORED).write_text("# made up, one's own\n")
    assert [said for said in repair(folder) if ATTRIBUTES in said]
    assert (folder / IGNORED).read_text() == "# made up, one's own\n"
    assert not list(repair(folder))


def test_elsewhere_nothing_is_written_for_git(tmp_path: Path) -> None:
    folder = ProjectStore.open(tmp_path / "project", "me").folder
    assert not list(repair(folder))
    assert not (folder / ATTRIBUTES).exists()


def test_two_coders_work_on_all_at_once(clones: tuple[Path, Path]) -> None:
    one, other = (opened(clone, name) for clone, name in zip(clones, ("me", "you"), strict=True))
    one.add(article("made up here", "here"))
    other.add(article("made up there", "there"))
    one.apply(making(Code("mine", "mine"), note(TEXT, "a", code="mine")))
    other.apply(making(Code("yours", "yours"), note(TEXT, "b", "you", code="yours")))
    other.apply(making(speaker(), note(TEXT, "c", "you", by="nobody")))
    store = one_answer(clones)
    assert [entry.id for entry in store.entries()] == ["made-up", "here", "there"]
    assert store.article("there").text == "made up there"
    assert {"mine", "yours"} < store.codebook().by_id.keys()
    assert {each.id for each in store.annotations()} >= {"first", "second", "a", "b", "c"}


def test_one_coder_on_two_machines_loses_no_version(clones: tuple[Path, Path]) -> None:
    first = next(each for each in opened(clones[0]).annotations() if each.id == "first")
    second = next(each for each in opened(clones[0]).annotations() if each.id == "second")
    opened(clones[0]).apply(changing(first, replace(first, memo="here")))
    opened(clones[1]).apply(changing(first, replace(first, memo="there")))
    opened(clones[0]).apply(removing(second))
    opened(clones[1]).apply(making(note(TEXT, "third")))
    store = one_answer(clones)
    kept: dict[str, Annotation] = {each.id: each for each in store.annotations()}
    assert kept["first"].memo == "there"
    assert (kept["first~1"].memo, kept["first~1"].status) == ("here", Status.CONFLICT)
    assert "second" not in kept
    assert "third" in kept


def test_a_code_changed_on_both_sides_is_told_until_it_is_settled(
    clones: tuple[Path, Path],
) -> None:
    for clone in clones:
        store = opened(clone)
        claim = store.codebook().by_id["claim"]
        store.apply(changing(claim, replace(claim, definition=f"made up in {clone.name}")))
    for clone in merged(clones):
        store = opened(clone)
        assert store.codebook().by_id["claim"].definition == "made up in other"
        (problem,) = store.problems
        assert "code 'claim' was changed in two copies" in problem
        assert [fault.kind for fault in check(clone / "project")] == ["merge"]
        store.apply(making(Code("next", "next")))
        assert not opened(clone).problems


def test_an_act_from_before_a_merge_can_be_taken_back_after_it(clones: tuple[Path, Path]) -> None:
    here = opened(clones[0])
    Desk(here, READING).tag([note(TEXT, "x").anchors[0].span], Code("mine", "mine"))
    there = opened(clones[1])
    first = next(each for each in there.annotations() if each.id == "first")
    Desk(there, READING).write_memo(first, "made up there")
    before = len(here.annotations())
    for clone in merged(clones):
        desk = Desk(opened(clone), READING)
        assert len(desk.annotations) == before
        assert desk.undo()
        memos = [each.memo for each in opened(clone).annotations() if each.id == "first"]
        assert memos == [""]
        assert desk.undo()
        assert len(opened(clone).annotations()) == before - 1
        assert desk.redo()
        assert len(opened(clone).annotations()) == before


def test_they_merge_again_and_again(clones: tuple[Path, Path]) -> None:
    for turn in range(3):
        for clone, name in zip(clones, ("here", "there"), strict=True):
            store = opened(clone)
            store.apply(making(note(TEXT, f"{name}-{turn}")))
            store.add(article(f"made up {name} {turn}", f"{name}-{turn}"))
        for clone in merged(clones):
            assert not opened(clone).problems
    kept = {each.id for each in opened(clones[0]).annotations()}
    assert kept == {"first", "second"} | {
        f"{name}-{turn}" for name in ("here", "there") for turn in range(3)
    }
    assert opened(clones[0]).entries() == opened(clones[1]).entries()
    assert len(opened(clones[0]).entries()) == 7


@pytest.mark.usefixtures("always_indexed")
def test_the_index_follows_a_merge(clones: tuple[Path, Path]) -> None:
    for clone in clones:
        store = opened(clone)
        for number in range(4):
            name = f"{clone.name}-{number}"
            store.add(article(f"made up {name}", name))
            _asked(store)
        entry = store.entry("made-up")
        store.update("made-up", replace(entry.metadata, title=f"made up {clone.name}"))
        _asked(store)
        store.close()
    found = []
    for clone in merged(clones):
        for _ in range(2):
            store = opened(clone)
            found.append((store.entries(), store.counts()))
            assert store.entry("other-2").metadata == Metadata()
            assert store.entry("made-up").metadata.title == "made up other"
            store.close()
        store = opened(clone)
        store.apply(making(note(TEXT, "last")))
        store.remove("one-1")
        assert len(store.entries()) == 8
        assert len(opened(clone).entries()) == 8
    assert all(each == found[0] for each in found)


def test_the_past_is_that_of_both(clones: tuple[Path, Path]) -> None:
    opened(clones[0]).apply(making(note(TEXT, "a")))
    moment = max(deed.time for deed in opened(clones[0]).history())
    opened(clones[1]).apply(making(note(TEXT, "b")))
    for clone in merged(clones):
        past = Past(clone / "project", moment)
        assert {each.id for each in past.annotations("made-up")} == {"first", "second", "a"}
        titles = [deed.act.title for deed in opened(clone).history("made-up")]
        assert titles == ["add made-up", "make", "make", "make"]
