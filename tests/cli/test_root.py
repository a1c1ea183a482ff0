"""Which word is a command, which a path, and what help there is."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click
import pytest

from fr_reader import __version__
from fr_reader.cli.root import COMMANDS
from tests.cli.conftest import Call


def test_version(command: Call) -> None:
    assert command("--version").out == f"fr-reader, version {__version__}\n"


def test_help_has_every_command_with_the_line_it_has_itself(command: Call) -> None:
    shown = command("--help").out
    for name, (module, line) in COMMANDS.items():
        assert f"  {name} " in shown
        assert line in shown
        own = import_module(f"fr_reader.cli.{module}").command
        assert isinstance(own, click.Command)
        assert own.name == name
        assert command(name, "--help").code == 0


@pytest.mark.parametrize("name", ["articles", "annotations", "where", "demo"])
def test_a_command_wins_over_a_file_of_its_name(
    command: Call, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("")
    outcome = command(name)
    assert "is empty" not in outcome.err
    outcome = command(f"./{name}")
    assert (outcome.code, outcome.err) == (
        2,
        f"fr-reader: {name} is empty: there is nothing to read in it\n",
    )


def test_a_path_may_look_like_an_option_behind_two_dashes(command: Call) -> None:
    assert "there is no file -x.txt" in command("--", "-x.txt").err
    assert "there is no file -x.txt" in command("--coder", "a", "--", "-x.txt").err


def test_a_word_that_is_nothing(command: Call) -> None:
    outcome = command("artciles")
    assert outcome.code == 2
    assert outcome.err == (
        "fr-reader: there is no file and no command artciles: fr-reader --help lists the commands\n"
    )


def test_only_where_a_command_could_stand_one_may_be_meant(command: Call, article: Path) -> None:
    assert "no command gone" in command("gone", article).err
    assert "no file gone: check" in command(article, "gone").err


@pytest.mark.parametrize(
    "wrong", [["--bogus"], ["export"], ["import"], ["quotes", "--format", "x"]]
)
def test_wrong_use_is_told_in_a_sentence(command: Call, wrong: list[str]) -> None:
    outcome = command(*wrong)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("fr-reader: ")
    assert outcome.err.count("\n") == 1


def test_options_stand_before_the_command_or_after_it(command: Call, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert f"project         {one}" in command("--project", one, "where").out
    assert f"project         {one}" in command("where", "--project", one).out
    assert f"project         {two}" in command("--project", one, "where", "--project", two).out


def test_where_names_every_folder_and_makes_none(command: Call, home: Path) -> None:
    outcome = command("where")
    assert outcome.code == 0
    assert f"project         {home / 'data' / 'project'}  (not there yet)" in outcome.out
    assert "configuration" in outcome.out
    assert "seed articles" in outcome.out
    assert not home.exists()
