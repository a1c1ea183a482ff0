"""A project half made is made to its end; one that lost a file never passes for an empty one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import StoreError
from fr_reader.store import ProjectStore, files
from fr_reader.store.manifest import MAKING
from tests.store.making import article, making, note, speaker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "project"


def _opens(folder: Path) -> ProjectStore:
    return ProjectStore.open(folder, "me")


def test_a_project_begins_with_the_articles_given(folder: Path) -> None:
    ProjectStore.open(folder, "me", first=lambda: [article(), article("two, made up")])
    again = ProjectStore.open(folder, "me", first=lambda: [article("not any more")])
    assert [entry.id for entry in again.entries()] == ["made-up", "made-up-2"]


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("after", range(8))
def test_a_project_killed_while_it_was_made_is_made_to_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Whatever file was the last to be written, the next to open it finds a whole project."""
    writes = iter(range(after))
    write = files.write_atomically

    def killed(path: Path, data: bytes) -> None:
        if next(writes, None) is None:
            raise Killed
        write(path, data)

    first = [article(), article("two, made up")]
    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr(files, "write_atomically", killed)
        ProjectStore.open(folder, "me", first=lambda: first)
    if not (folder / "project.json").exists():
        with pytest.raises(StoreError, match="there is no project in"):
            ProjectStore.open(folder, "me", create=False)
    store = ProjectStore.open(folder, "me", first=lambda: first)
    assert [entry.id for entry in store.entries()] == ["made-up", "made-up-2"]
    assert [store.article(entry.id).text for entry in store.entries()] == [a.text for a in first]
    assert len(store.codebook()) == 2
    assert not store.problems
    assert not (folder / MAKING).exists()


def test_a_lost_project_file_is_named_with_what_to_do(folder: Path) -> None:
    _opens(folder).add(article())
    manifest = (folder / "project.json").read_bytes()
    (folder / "project.json").unlink()
    for create in (True, False):
        with pytest.raises(StoreError, match=r"project\.json is missing .* restore it") as caught:
            ProjectStore.open(folder, "me", create=create)
        assert '{"format": "fr-reader project", "version": 1, "name": "…"}' in str(caught.value)
    assert not (folder / "project.json").exists()
    (folder / "project.json").write_bytes(manifest)
    assert len(_opens(folder).entries()) == 1


@pytest.mark.parametrize("content", [None, b""])
@pytest.mark.parametrize("name", ["articles", "codebook", "speakers"])
def test_a_lost_journal_does_not_pass_for_an_empty_one(
    folder: Path, name: str, content: bytes | None
) -> None:
    store = _opens(folder)
    text = article()
    store.add(text)
    store.apply(making(speaker(), replace(note(text, "1", code=""), speaker="nobody")))
    path = folder / f"{name}.jsonl"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    for create in (True, False):
        with pytest.raises(StoreError, match="restore it from a copy") as caught:
            ProjectStore.open(folder, "me", create=create)
        assert str(path) in str(caught.value)
    assert path.exists() is (content is not None)


def test_lost_articles_are_noticed_by_their_texts_alone(folder: Path) -> None:
    _opens(folder).add(article())
    (folder / "articles.jsonl").unlink()
    with pytest.raises(StoreError, match=r"articles\.jsonl is missing, though the project has art"):
        _opens(folder)


def test_articles_emptied_to_their_beginning_are_noticed_by_the_annotations(folder: Path) -> None:
    beginning = (_opens(folder).folder / "articles.jsonl").read_bytes()
    store = _opens(folder)
    text = article()
    store.add(text)
    store.apply(making(note(text, "1")))
    (folder / "articles.jsonl").write_bytes(beginning)
    with pytest.raises(StoreError, match=r"articles\.jsonl holds nothing, though"):
        _opens(folder)


def test_a_project_from_before_has_its_missing_files_made(folder: Path) -> None:
    """Speakers and articles once had no file until there were any."""
    _opens(folder)
    for name in ("articles", "speakers"):
        (folder / f"{name}.jsonl").unlink()
    store = _opens(folder)
    text = article()
    store.add(text)
    store.apply(making(note(text, "1", memo='"speaker":"x"')))
    (folder / "speakers.jsonl").unlink()  # nobody is named yet
    assert len(_opens(folder).annotations()) == 1
    assert (folder / "speakers.jsonl").exists()


def test_an_empty_file_of_annotations_is_damage(folder: Path) -> None:
    store = _opens(folder)
    text = article()
    store.add(text)
    store.apply(making(note(text, "1")))
    (journal,) = (folder / "annotations").rglob("*.jsonl")
    journal.write_bytes(b"")
    with pytest.raises(StoreError, match=r"me\.jsonl is empty"):
        _opens(folder).annotations()
