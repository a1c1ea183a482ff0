"""Completion: what the shells are told, and bash as it does with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from fr_reader.cli.root import COMMANDS
from tests.cli.conftest import Call, seeded
from tests.cli.test_imports import SCREEN

SEED = "met-police-handheld-facial-recognition"

_ASK = """\
compopt() { :; }
eval "$("$FR_READER" completion bash)"
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_fr_reader_completion "$FR_READER"
((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with two files and a folder, and a program to complete for."""
    here = tmp_path / "here"
    (here / "archive").mkdir(parents=True)
    (here / "an article.txt").write_text("")
    (here / "demo *.txt").write_text("")
    monkeypatch.chdir(here)
    program = tmp_path / "fr-reader"
    root = Path(__file__).resolve().parents[2]
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m fr_reader "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("FR_READER", str(program))
    return here


@cache
def _bash_is_new_enough() -> bool:
    if not shutil.which("bash"):
        return False
    version = ["bash", "--norc", "-c", "echo ${BASH_VERSINFO[0]} ${BASH_VERSINFO[1]}"]
    done = subprocess.run(version, capture_output=True, text=True, timeout=60, check=True)
    return [int(part) for part in done.stdout.split()] >= [4, 4]


def bash(*words: object) -> list[str]:
    """What bash offers for the last of the words typed."""
    if not _bash_is_new_enough():
        pytest.skip("there is no bash of 4.4 or newer")
    done = subprocess.run(
        ["bash", "--norc", "-c", _ASK, "bash", "fr-reader", *map(str, words)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_commands_and_files(folder: Path) -> None:
    assert bash("an") == ["an article.txt", "annotations"]
    assert bash("dem") == ["demo *.txt", "demo"]
    every = bash("")
    assert set(COMMANDS) | {"an article.txt", "archive", "demo *.txt"} == set(every)


def test_options_choices_and_commands_of_commands(folder: Path) -> None:
    assert {"--plain", "--article", "--project"} <= set(bash("--"))
    assert bash("quotes", "--form") == ["--format"]
    assert bash("quotes", "--format", "") == ["table", "jsonl", "csv", "md"]
    assert bash("export", "mark") == ["markdown"]
    assert bash("completion", "") == ["bash", "zsh", "fish"]


def test_paths_behind_commands_and_other_paths(folder: Path) -> None:
    assert bash("import", "an") == ["an article.txt"]
    assert bash("demo.txt", "an") == ["an article.txt"]
    assert bash("--project", "") == ["archive"]
    assert bash("other.txt", "--revi") == ["--revises"]


def test_articles_of_the_project_named(folder: Path, tmp_path: Path, home: Path) -> None:
    seeded(tmp_path / "p")
    for words in (["remove", ""], ["history", "met"], ["review", "m"], ["--article", ""]):
        assert bash("--project", tmp_path / "p", *words) == [SEED]
    assert bash("history", "--project", tmp_path / "p", "") == [SEED]
    assert bash("import", "--project", tmp_path / "p", "--revises", "m") == [SEED]
    assert bash("remove", "") == []
    assert not home.exists()
    seeded(home / "data" / "project")
    assert bash("remove", "") == [SEED]


def test_what_is_in_the_trash_and_backed_up(folder: Path, command: Call, tmp_path: Path) -> None:
    seeded(tmp_path / "p")
    command("remove", SEED, "--project", tmp_path / "p")
    command("backup", "--project", tmp_path / "p")
    assert bash("--project", tmp_path / "p", "trash", "restore", "") == [SEED]
    assert bash("--project", tmp_path / "p", "remove", "") == []
    names = bash("--project", tmp_path / "p", "restore", "made")
    assert len(names) == 1
    assert (tmp_path / "p" / "backups" / f"{names[0]}.zip").is_file()


def test_queries_that_are_saved(folder: Path, command: Call, tmp_path: Path) -> None:
    seeded(tmp_path / "p")
    for name in ("claims", "concerns"):
        code = name.removesuffix("s")
        made = command("report", "--code", code, "--save", name, "--project", tmp_path / "p")
        assert not made.code, made.err
    assert bash("--project", tmp_path / "p", "report", "--query", "cl") == ["claims"]
    assert bash("--project", tmp_path / "p", "queries", "show", "") == ["claims", "concerns"]


@pytest.mark.parametrize("words", [["fr-reader", "a"], ["fr-reader", "remove", ""]])
def test_a_shell_is_not_kept_waiting(words: Sequence[str], folder: Path, tmp_path: Path) -> None:
    seeded(tmp_path / "p")
    code = (
        "import sys; from fr_reader.cli import run\n"
        "try: run([])\n"
        "except SystemExit: pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            "_FR_READER_COMPLETE": "zsh_complete",
            "COMP_WORDS": " ".join(words),
            "COMP_CWORD": str(len(words) - 1),
        },
    )
    assert not set(done.stderr.split()) & {*SCREEN, "rich", "nltk"}
    assert done.stdout or words[-1] == ""


def test_the_scripts(command: Call) -> None:
    zsh = command("completion", "zsh").out
    assert zsh.startswith("#compdef fr-reader\n")
    assert "_FR_READER_COMPLETE=zsh_complete fr-reader" in zsh
    assert "compdef _fr_reader_completion fr-reader" in zsh
    fish = command("completion", "fish").out
    assert "_FR_READER_COMPLETE=fish_complete" in fish
    assert "complete --no-files --command fr-reader" in fish
    bash = command("completion", "bash").out
    assert "complete -o nosort -F _fr_reader_completion fr-reader\n" in bash
    for shell in ("zsh", "fish"):
        if shutil.which(shell):
            script = command("completion", shell).out
            subprocess.run([shell, "-n"], input=script, text=True, check=True, timeout=60)


def test_another_shell_is_not_known(command: Call) -> None:
    outcome = command("completion", "tcsh")
    assert (outcome.code, outcome.out) == (2, "")
    assert "'tcsh' is not one of" in outcome.err
