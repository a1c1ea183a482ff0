"""The keys of the table, of a preset and of the user's file become one keymap without clashes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fr_reader.app.commands import COMMANDS
from fr_reader.app.commands.choosing import choose, meet
from fr_reader.app.commands.key_file import FILE, load_keys, to_toml
from fr_reader.app.commands.key_names import read_key, real_keys
from fr_reader.app.commands.keymap import Keymap
from fr_reader.app.commands.presets import PRESETS
from fr_reader.config.table import SETTINGS

BY_ID = {command.id: command for command in COMMANDS}


def keys(keymap: Keymap, command_id: str) -> tuple[str, ...]:
    return keymap.keys(BY_ID[command_id])


def written(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_no_clash_and_a_key_for_every_command(preset: str) -> None:
    assert choose(preset).problems == ()
    keymap = choose(preset).keymap
    assert [c.id for c in COMMANDS if not keymap.keys(c)] == []
    taken = [(c, real) for c in COMMANDS for key in keymap.keys(c) for real in real_keys(key)]
    pairs = [
        (one.id, other.id, key)
        for at, (one, key) in enumerate(taken)
        for other, again in taken[at + 1 :]
        if key == again and one is not other and meet(one, other)
    ]
    assert pairs == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_commands_and_keys_as_they_are_kept(preset: str) -> None:
    for command_id, own in PRESETS[preset].items():
        assert command_id in BY_ID
        assert [read_key(key) for key in own] == list(own)


def test_the_setting_offers_the_presets_there_are() -> None:
    setting = next(s for s in SETTINGS if s.key == "keys")
    assert [setting.kind(name, False) for name in PRESETS] == list(PRESETS)
    with pytest.raises(ValueError, match="one of"):
        setting.kind("nano", False)


def test_the_table_itself_is_the_default_preset() -> None:
    assert choose().keymap == Keymap()


def test_the_user_wins_over_the_preset_and_hears_what_lost_its_key() -> None:
    chosen = choose("default", {"reader.claim": ("x",), "reader.undo": ("U", "G")}, "keys.toml")
    assert keys(chosen.keymap, "reader.claim") == ("x",)
    assert keys(chosen.keymap, "reader.reject") == ()
    assert keys(chosen.keymap, "reader.last") == ("end",)
    assert len(chosen.problems) == 2
    assert any(
        "no longer reader.reject" in p and '"reader.reject" = []' in p for p in chosen.problems
    )
    assert any("no longer reader.last" in p and "it keeps end" in p for p in chosen.problems)


def test_two_may_change_their_keys_without_a_word() -> None:
    chosen = choose("default", {"reader.claim": ("o",), "reader.concern": ("c",)})
    assert chosen.problems == ()
    assert keys(chosen.keymap, "reader.claim") == ("o",)


def test_between_two_of_the_users_own_the_first_wins() -> None:
    chosen = choose("default", {"reader.claim": ("z",), "reader.concern": ("z",)})
    assert keys(chosen.keymap, "reader.claim") == ("z",)
    assert keys(chosen.keymap, "reader.concern") == ("o",)
    assert chosen.problems == (
        "z is given to reader.claim and to reader.concern: reader.claim, the first, keeps it",
    )


def test_a_key_of_a_mode_may_hide_one_of_the_reader_but_none_of_everywhere() -> None:
    assert choose("default", {"selection.around": ("c",)}).problems == ()
    (problem,) = choose("default", {"selection.around": ("T",)}).problems
    assert "app.theme" in problem


def test_what_one_key_sends_is_one_key() -> None:
    own = {"reader.claim": ("ctrl+slash",), "reader.concern": ("ctrl+underscore",)}
    assert len(choose("default", own).problems) == 1


def test_without_a_key_the_palette_is_named_and_without_that_the_title() -> None:
    keymap = choose("default", {"reader.undo": ()}).keymap
    assert keymap.say("{reader.undo}") == "^p “Undo”"
    keymap = choose("default", {"reader.undo": (), "app.palette": ()}).keymap
    assert keymap.say("{reader.undo}") == "“Command palette” “Undo”"


def test_a_file_says_what_is_wrong_and_the_rest_of_it_holds(tmp_path: Path) -> None:
    text = (
        '"reader.claim" = ["c", "ctrl+t"]\n"reader.skip" = []\n"reader.concrn" = "o"\nmemo = "M"\n'
        '[reader]\nmemo = "f6"\nundo = ["C-x", "z"]\ncopy = 3\n'
    )
    chosen = load_keys(written(tmp_path, text))
    assert keys(chosen.keymap, "reader.claim") == ("c", "ctrl+t")
    assert keys(chosen.keymap, "reader.skip") == ()
    assert keys(chosen.keymap, "reader.memo") == ("f6",)
    assert keys(chosen.keymap, "reader.undo") == ("z",)
    assert keys(chosen.keymap, "reader.copy") == ("y",)
    said = "\n".join(chosen.problems)
    for words in ("did you mean reader.concern?", "did you mean reader.memo?", "C-x", "copy must"):
        assert words in said
    assert len(chosen.problems) == 4
    assert all(problem.startswith(str(tmp_path / FILE)) for problem in chosen.problems)


@pytest.mark.parametrize("data", [b"= nonsense", b'"reader.claim" = "\xff"', b"[" * 5000])
def test_a_file_that_cannot_be_read_is_named_and_the_preset_holds(
    tmp_path: Path, data: bytes
) -> None:
    (tmp_path / FILE).write_bytes(data)
    chosen = load_keys(tmp_path, "vim")
    assert chosen.keymap == choose("vim").keymap
    (problem,) = chosen.problems
    assert "None of its keys holds" in problem


@pytest.mark.parametrize("preset", PRESETS)
def test_the_file_to_start_from_is_what_it_was_made_from(tmp_path: Path, preset: str) -> None:
    text = to_toml(choose(preset))
    assert len(tomllib.loads(text)) == len(COMMANDS)
    again = load_keys(written(tmp_path, text))
    assert again.problems == ()
    assert again.keymap == choose(preset).keymap
