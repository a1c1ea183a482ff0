"""The articles in a folder: which files are looked at, and in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fr_reader.ingest import load
from fr_reader.ingest.folders import articles_in
from fr_reader.model import InputError
from fr_reader.store import ProjectStore


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Made up.\n", encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in articles_in(folder)]


def test_files_come_in_order_and_only_those_that_may_be_articles(tmp_path: Path) -> None:
    made(tmp_path, "c.txt", "a.HTML", "b/z.md", "b/a.pdf", "b/c/x.docx", "d.epub", "e.markdown")
    made(tmp_path, "f.xhtml", "g.htm", "c.toml", "c.ris", "c.bib", "c.json", "h.jpg", "i", "j.rtf")
    made(tmp_path, ".hidden.txt", ".git/config.txt", "b/.x/y.txt")
    assert names(tmp_path) == [
        *("a.HTML", "b/a.pdf", "b/c/x.docx", "b/z.md", "c.txt"),
        *("d.epub", "e.markdown", "f.xhtml", "g.htm"),
    ]


def test_what_belongs_to_a_saved_page_is_no_article(tmp_path: Path) -> None:
    made(tmp_path, "page.html", "page_files/frame.html", "other.htm", "other.files/a.html")
    made(tmp_path, "my_files/kept.txt")
    assert names(tmp_path) == ["my_files/kept.txt", "other.htm", "page.html"]


def test_projects_of_fr_reader_are_no_articles(tmp_path: Path) -> None:
    folder = made(tmp_path, "a.txt", "b.txt")
    first = [load(folder / "a.txt")]
    ProjectStore.open(folder / "study", "me", create=True, first=lambda: first).close()
    assert (folder / "study" / "articles" / "a.txt").is_file()
    assert names(folder) == ["a.txt", "b.txt"]
    assert names(folder / "study") == []


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_are_followed_and_loops_end(tmp_path: Path) -> None:
    folder = made(tmp_path / "here", "a/one.txt")
    made(tmp_path, "elsewhere/two.txt", "three.txt")
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "a" / "self").symlink_to(folder / "a")
    (folder / "b").symlink_to(tmp_path / "elsewhere")
    (folder / "c.txt").symlink_to(tmp_path / "three.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    assert names(folder) == ["a/one.txt", "b/two.txt", "c.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_no_article(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    made(tmp_path, "a.txt", "folder.txt/b.txt")
    assert names(tmp_path) == ["a.txt", "folder.txt/b.txt"]


def test_a_folder_that_is_closed_is_missed_and_the_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "a/b.txt", "closed/c.txt", "d.txt")
    listdir = os.listdir

    def closed(folder: Path) -> list[str]:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listdir(folder)

    monkeypatch.setattr(os, "listdir", closed)
    missed: list[str] = []
    found = [path.name for path in articles_in(tmp_path, missed.append)]
    assert found == ["b.txt", "d.txt"]
    assert missed == [
        f"{tmp_path / 'closed'} cannot be looked into (Permission denied): check its permissions"
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone cannot be looked into \(No such file"):
        list(articles_in(tmp_path / "gone"))


@pytest.mark.skipif(os.name == "nt", reason="paths are shorter there")
def test_however_deep_it_is(tmp_path: Path) -> None:
    folder, depth = tmp_path, 0
    while len(str(folder)) < 3_500:
        folder, depth = folder / "a", depth + 1
        folder.mkdir()
    (folder / "b.txt").write_text("Made up.\n")
    try:
        assert depth > 1_000
        assert list(articles_in(tmp_path)) == [folder / "b.txt"]
    finally:
        (folder / "b.txt").unlink()
        while folder != tmp_path:  # what cleans up after tests goes no deeper than Python does
            folder.rmdir()
            folder = folder.parent
