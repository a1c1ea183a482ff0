"""A folder is watched: what is complete is given once. All articles are made up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fr_reader.intake.watching import Watch


def grown(path: Path, words: str = "Made up. ") -> Path:
    with path.open("a", encoding="utf-8") as file:
        file.write(words)
    return path


def test_a_file_is_given_once_it_has_stopped_growing(tmp_path: Path) -> None:
    watch = Watch([tmp_path])
    assert watch.look() == []
    path = grown(tmp_path / "a.txt")
    assert watch.look() == []
    grown(path)
    assert watch.look() == []
    assert watch.look() == [path]
    assert watch.look() == []
    grown(path)
    assert watch.look() == []
    assert watch.look() == [path]
    assert watch.look() == []


def test_files_that_are_there_already_are_given_in_order(tmp_path: Path) -> None:
    paths = [grown(tmp_path / name) for name in ("a.txt", "b.md")]
    grown(tmp_path / "c.part")
    watch = Watch([tmp_path])
    assert watch.look() == []
    assert watch.look() == paths


def test_an_empty_file_is_one_that_has_just_begun(tmp_path: Path) -> None:
    watch = Watch([tmp_path])
    (tmp_path / "a.txt").touch()
    assert [watch.look() for _ in range(3)] == [[], [], []]
    grown(tmp_path / "a.txt")
    assert [watch.look() for _ in range(3)] == [[], [tmp_path / "a.txt"], []]


def test_a_sidecar_that_comes_later_gives_the_article_again(tmp_path: Path) -> None:
    watch = Watch([tmp_path])
    path = grown(tmp_path / "a.txt")
    assert [watch.look() for _ in range(2)] == [[], [path]]
    grown(tmp_path / "a.toml", 'title = "Made up"')
    assert [watch.look() for _ in range(3)] == [[], [path], []]


def test_a_file_that_goes_and_comes_back_as_it_was_is_not_given_again(tmp_path: Path) -> None:
    watch, path = Watch([tmp_path]), grown(tmp_path / "a.txt")
    assert [watch.look() for _ in range(2)] == [[], [path]]
    path.rename(tmp_path / "a.gone")
    assert watch.look() == []
    (tmp_path / "a.gone").rename(path)
    assert [watch.look() for _ in range(3)] == [[], [], []]


@pytest.mark.skipif(os.name == "nt", reason="folders in use do not go away there")
def test_a_folder_that_goes_is_a_problem_until_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    watch = Watch([folder, tmp_path])
    watch.look()
    folder.rmdir()
    path = grown(tmp_path / "a.txt")
    assert [watch.look() for _ in range(2)] == [[], [path]]
    (problem,) = watch.problems
    assert "clippings cannot be looked into" in problem
    folder.mkdir()
    watch.look()
    assert len(watch.problems) == 0
