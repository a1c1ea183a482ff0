"""`fr-reader learn`: what can be learned of a code, switching it on, and what is suggested then.

All articles are made up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.learning.choices import Choices
from fr_reader.model import Code, Reading
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from tests.cli.conftest import Call
from tests.learning import made_up
from tests.learning.made_up import HOUSING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of eight articles, of which six are coded for housing."""
    folder = tmp_path / "p"
    store = ProjectStore.open(folder, "tester", create=True)
    for number in range(8):
        store.add(made_up.article(number))
    for number in range(6):
        made_up.code(store, f"made-up-{number}")
    store.close()
    return folder


def test_it_says_what_can_be_learned_and_what_is_missing(command: Call, folder: Path) -> None:
    done = command("--project", folder, "learn", "--format", "jsonl")
    told = {record["code"]: record for record in done.records}
    assert list(told) == ["claim", "concern", "housing"]
    assert told["concern"]["held out by, or missing"] == "0 accepted passages, 8 more needed"
    assert told["concern"]["precision"] is None
    housing = told["housing"]
    assert (housing["accepted"], housing["turned down"], housing["sentences"]) == (12, 0, 42)
    assert (housing["suggested"], housing["right"], housing["recall"]) == (12, 12, 1.0)
    assert housing["held out by, or missing"] == "article"
    assert housing["suggested from"] == "off"


def test_suggestions_are_listed_with_their_words_and_their_reason(
    command: Call, folder: Path
) -> None:
    done = command("--project", folder, "learn", "housing", "--list", "--format", "jsonl")
    assert [(r["article"], r["¶"]) for r in done.records] == [
        *(("made-up-6", number) for number in (2, 3)),
        *(("made-up-7", number) for number in (2, 3)),
    ]
    for record in done.records:
        assert 0.5 <= record["probability"] <= 1
        assert "Midham" in record["text"] or "Endham" in record["text"]
        assert record["reason"].endswith("learned from 12 passages you tagged.")
        assert record["coder"].startswith("machine:learned@")


def test_a_code_is_switched_on_and_off_for_one_coder(command: Call, folder: Path) -> None:
    done = command("--project", folder, "learn", "housing", "--on", "--at", "0.7")
    assert done.out == (
        "housing is suggested from a probability of 0.7 on: held out by article, 12 of 12 "
        "suggestions were right, and 12 of the 12 sentences that have it were found\n"
    )
    assert Choices(folder, "tester").on() == {HOUSING.id: 0.7}
    assert Choices(folder, "somebody").on() == {}
    shown = command("--project", folder, "learn", "housing", "--format", "jsonl")
    assert shown.records[0]["suggested from"] == "0.7"
    off = command("--project", folder, "learn", "housing", "--off")
    assert off.out == "housing is no longer suggested\n"
    assert Choices(folder, "tester").on() == {}
    assert command("--project", folder, "check").code == 0


def test_a_code_of_which_there_is_too_little_is_not_switched_on(
    command: Call, folder: Path
) -> None:
    done = command("--project", folder, "learn", "concern", "--on")
    assert done.code != 0
    assert "concern cannot be learned yet: 0 accepted passages, 8 more needed" in done.err
    assert Choices(folder, "tester").on() == {}


def test_a_code_that_is_not_there_is_said(command: Call, folder: Path) -> None:
    done = command("--project", folder, "learn", "hou\x1bsing")
    assert done.code != 0
    assert "there is no code" in done.err
    assert "\x1b" not in done.err


def test_on_takes_a_code(command: Call, folder: Path) -> None:
    assert "name the codes" in command("--project", folder, "learn", "--on").err


@pytest.mark.parametrize(
    "kept", ["", "[]", "{", '{"housing": "x"}', '{"housing": true}', '{"housing": 2}', "[" * 9999]
)
def test_a_damaged_choice_counts_as_none(tmp_path: Path, kept: str) -> None:
    choices = Choices(tmp_path, "tester")
    choices.path.parent.mkdir()
    choices.path.write_text(kept, "utf-8")
    assert choices.on() == {}
    choices.switch_on("housing", 0.25)
    assert choices.on() == {"housing": 0.25}


def test_hostile_names_are_shown_as_symbols(command: Call, folder: Path) -> None:
    store = ProjectStore.open(folder, "tester")
    article = store.article("made-up-7")
    bad = Code("bad", "[b]\x1b]0;x\x07", order=9)
    Desk(store, Reading(article, ())).tag((made_up.abouts(article)[0],), bad)
    store.close()
    done = command("--project", folder, "learn")
    assert "\x1b" not in done.out
    assert "[b]" in done.out
