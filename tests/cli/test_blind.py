"""Commands that show what others annotated hide it where blind mode does. All is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.store import ProjectStore
from tests.app.overview_project import project
from tests.cli.conftest import Call

SHOWING = (
    ("annotations", "--format", "jsonl"),
    ("annotations", "--format", "jsonl", "--at", "2999-01-01"),
    ("export", "csv"),
    ("export", "json-lines"),
    ("report", "codes", "--format", "csv"),
)


@pytest.fixture(autouse=True)
def _settings(home: Path) -> None:
    config = home / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("blind = true\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in which `you` tagged what `me` did, in two articles of three."""
    folder = tmp_path / "project"
    project(folder).close()
    return folder


@pytest.mark.parametrize("what", SHOWING, ids=" ".join)
def test_others_are_hidden_until_one_is_done_or_asks(
    command: Call, folder: Path, what: tuple[str, ...]
) -> None:
    where = ("--project", folder, "--coder", "me")
    shown = command(*what, *where)
    assert shown.code == 0
    assert "blind: what others did in 2 articles you are not done with is left out" in shown.err
    whole = command(*what, *where, "--unblind")
    assert whole.code == 0
    assert whole.out != shown.out
    assert "blind" not in whole.err
    command("done", "vote-1", *where)
    assert "in 1 article you" in command(*what, *where).err
    command("done", "vote-2", *where)
    assert what[0] == "report" or ("you" in whole.out) > ("you" in shown.out)
    done = command(*what, *where)
    assert (done.out, "blind" in done.err) == (whole.out, False)


def test_who_is_named_is_seen(command: Call, folder: Path) -> None:
    where = ("--project", folder, "--coder", "me")
    assert "you" not in command("report", "ledger", *where).out
    asked = command("report", "codes", "--by", "you", "--format", "csv", *where)
    plain = command("report", "codes", "--by", "you", "--format", "csv", *where, "--unblind")
    assert asked.out == plain.out
    assert "claim" in asked.out
    assert "blind" not in asked.err


def test_agreement_takes_coders_that_may_be_seen(command: Call, folder: Path) -> None:
    where = ("--project", folder, "--coder", "me")
    refused = command("agreement", *where)
    assert refused.code == 2
    assert "agreement takes two coders" in refused.err
    assert "blind: " in refused.err
    whole = command("agreement", *where, "--unblind")
    assert whole.code == 0
    asked = command("agreement", "--with", "me", "--with", "you", *where)
    assert (asked.code, asked.out) == (0, whole.out)


def test_who_is_another_coder_sees_what_is_theirs(command: Call, folder: Path) -> None:
    shown = command("annotations", "--format", "jsonl", "--project", folder, "--coder", "you")
    assert {each["coder"] for each in shown.records} == {"you"}


def test_a_blind_project_is_not_blind_without_the_setting(
    command: Call, folder: Path, home: Path
) -> None:
    (home / "config" / "config.toml").unlink()
    shown = command("annotations", "--format", "jsonl", "--project", folder, "--coder", "me")
    assert {each["coder"] for each in shown.records} == {"me", "you"}
    assert ProjectStore.open(folder, "me").done() == {}
