"""The settings: what is in effect, where it comes from, and what is said of what is wrong."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from fr_reader.app.manner import Manner, Proposing
from fr_reader.config import SETTINGS, Settings, load
from tests.cli.conftest import Call

GOOD = (
    'coder = "zadie"\nproject = "~/study"\nencoding = "cp1252"\nnotes = "/tmp"\n'
    'theme = "lamplight"\nkeys = "emacs"\nwidth = 66\nsuggestions = false\nconfidence = 1\n'
    'style = "mla"\n'
    'profile = "obsidian"\n'
    "blind = true\n"
)
BAD = {
    "coder": ("7", '""'),
    "project": ('"study"', "true", '"~nobody-has-this/x"'),
    "encoding": ('"utf-9"', "8"),
    "notes": ('"notes"', "[]"),
    "theme": ("1", '" "'),
    "keys": ('"nano"', "[]"),
    "style": ('"harvard"', "[]"),
    "width": ("39", "101", '"66"', "true", "66.5"),
    "suggestions": ("1", '"false"'),
    "confidence": ("2", "-0.1", '"0.5"', "true", "nan"),
    "profile": ('"word"', "1"),
    "blind": ("1", '"true"'),
}


def configured(home: Path, text: str) -> Path:
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "config.toml").write_text(text, encoding="utf-8")
    return home / "config"


def test_every_setting_is_a_field_and_its_default_is_that_of_the_app() -> None:
    settings = Settings()
    names = [field.name for field in fields(Settings)]
    assert [s.key for s in SETTINGS] == names[: len(SETTINGS)]
    assert {s.key: s.default for s in SETTINGS} == {
        s.key: getattr(settings, s.key) for s in SETTINGS
    }
    assert Manner() == Manner(settings.theme, settings.width, Proposing(settings.suggestions))
    assert Proposing().least == settings.confidence


def test_every_setting_can_be_set_in_the_file(home: Path) -> None:
    settings = load(configured(home, GOOD))
    assert settings.problems == ()
    assert all(getattr(settings, s.key) != s.default for s in SETTINGS)
    assert settings.project == Path.home() / "study"
    assert settings.origin("width") == "config.toml, line 7"


@pytest.mark.parametrize("key", BAD)
def test_a_value_that_cannot_be_is_named_and_the_rest_holds(
    home: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FR_READER_CODER")
    other = "confidence = 0.25\n" if key != "confidence" else "width = 50\n"
    for value in BAD[key]:
        settings = load(configured(home, f"{key} = {value}\n{other}"))
        (problem,) = settings.problems
        assert f"config.toml: {key} is " in problem
        assert "; it must be " in problem
        assert getattr(settings, key) == getattr(Settings(), key)
        assert (settings.confidence, settings.width) in ((0.25, 78), (0.0, 50))


def test_every_kind_of_setting_has_a_bad_value_here() -> None:
    assert [s.key for s in SETTINGS] == list(BAD)


def test_the_environment_comes_before_the_file_and_has_no_types(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FR_READER_WIDTH", "90")
    monkeypatch.setenv("FR_READER_SUGGESTIONS", "no")
    monkeypatch.setenv("FR_READER_CONFIDENCE", "lots")
    settings = load(configured(home, "width = 50\n"))
    assert (settings.width, settings.origin("width")) == (90, "FR_READER_WIDTH")
    assert settings.suggestions is False
    assert settings.problems == (
        "FR_READER_CONFIDENCE is lots; it must be a number from 0 to 1, such as 0.7",
    )


def test_unknown_settings_are_named_with_what_was_meant(home: Path) -> None:
    settings = load(configured(home, "widht = 50\nwidth = 51\n[reader]\n"))
    assert settings.width == 51
    assert "did you mean width?" in settings.problems[0]
    assert "no setting reader: known are coder, project" in settings.problems[1]


@pytest.mark.parametrize("data", [b"width = ", b'coder = "\xff"'])
def test_a_file_that_cannot_be_read_is_named_and_the_defaults_hold(home: Path, data: bytes) -> None:
    (configured(home, "") / "config.toml").write_bytes(data)
    settings = load(home / "config")
    (problem,) = settings.problems
    assert "None of its settings holds" in problem
    assert settings.width == 78


def test_config_shows_where_every_value_comes_from(command: Call, home: Path) -> None:
    configured(home, '\nwidth = 66\ntheme = "lamplight"\n')
    rows = {r["setting"]: r for r in command("config", "--format", "jsonl").records}
    assert list(rows) == [s.key for s in SETTINGS]
    assert rows["width"] == {"setting": "width", "value": 66, "from": "config.toml, line 2"}
    assert rows["coder"] == {"setting": "coder", "value": "tester", "from": "FR_READER_CODER"}
    assert rows["keys"]["from"] == "default"
    given = command("--project", "here", "config", "--coder", "ann", "--format", "jsonl").records
    assert (given[0]["value"], given[0]["from"]) == ("ann", "--coder")
    assert (given[1]["value"], given[1]["from"]) == (str(Path("here").absolute()), "--project")
    shown = command("config")
    assert (shown.code, shown.err) == (0, "")
    assert re.search(r"width +66 +config.toml, line 2", shown.out)


def test_config_says_what_is_wrong_once_and_has_an_exit_code(command: Call, home: Path) -> None:
    configured(home, 'theme = "lampligth"\nwidth = 0\n')
    outcome = command("config")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 2
    assert "there is no theme lampligth: did you mean lamplight?" in outcome.err


def test_other_commands_say_it_on_stderr_and_go_on(command: Call, home: Path) -> None:
    configured(home, "width = 0\n")
    outcome = command("articles")
    assert outcome.code == 0
    assert "width is 0; it must be a whole number from 40 to 100" in outcome.err


def test_the_theme_chosen_in_the_app_is_shown_as_such(command: Call, home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "preferences.json").write_text('{"theme": "lamplight"}')
    theme = command("config", "--format", "jsonl").records[4]
    assert (theme["value"], theme["from"]) == ("lamplight", "chosen in the app")
    configured(home, 'theme = "newsprint"\n')
    theme = command("config", "--format", "jsonl").records[4]
    assert (theme["value"], theme["from"]) == ("newsprint", "config.toml, line 1")


def test_the_path_and_an_example_that_changes_nothing(command: Call, home: Path) -> None:
    assert command("config", "path").out == f"{home / 'config' / 'config.toml'}\n"
    example = command("config", "--example").out
    assert load(configured(home, example)) == Settings(
        coder="tester", origins={"coder": "FR_READER_CODER"}
    )
    taken_out = re.sub(r"^# (\w+ = )", r"\1", example, flags=re.MULTILINE)
    settings = load(configured(home, taken_out))
    assert settings.problems == ()
    assert all(settings.origin(s.key).startswith("config.toml") for s in SETTINGS[1:])


def test_the_encoding_set_is_the_one_files_are_read_in(
    command: Call, home: Path, tmp_path: Path
) -> None:
    configured(home, 'encoding = "cp1251"\n')
    file = tmp_path / "made-up.txt"
    file.write_bytes("“Да”, said Ann Example.".encode("cp1251"))
    assert "Да" in command("quotes", file, "--format", "jsonl").records[0]["text"][0]
    assert "encoding" in command("quotes", file, "--encoding", "ascii").err


def test_the_project_set_is_the_default_one(command: Call, home: Path, tmp_path: Path) -> None:
    configured(home, f'project = "{tmp_path / "study"}"\n')
    assert f"project         {tmp_path / 'study'}" in command("where").out
    assert len(command("articles", "--format", "jsonl").records) == 1
    assert (tmp_path / "study" / "project.json").is_file()


def test_keys_lists_every_command_and_a_file_to_start_from(command: Call, home: Path) -> None:
    from fr_reader.app.commands import COMMANDS

    configured(home, 'keys = "vim"\n')
    (home / "config" / "keys.toml").write_text('"reader.nudge-back" = "f9"\n')
    rows = {r["id"]: r for r in command("keys", "--format", "jsonl").records}
    assert list(rows) == [c.id for c in COMMANDS]
    assert rows["app.palette"]["keys"] == [":", "ctrl+p"]
    assert rows["reader.other-edge"]["help"].startswith("Lets f9 and > move")
    assert '"reader.nudge-back" = ["f9"]' in command("keys", "--format", "toml").out
    assert "alt+x" in command("keys", "--preset", "emacs").out


def test_keys_check_names_what_is_wrong(command: Call, home: Path) -> None:
    assert "is not there yet" in command("keys", "--check").out
    configured(home, "")
    (home / "config" / "keys.toml").write_text('"reader.claim" = "f9"\n')
    assert command("keys", "--check").code == 0
    (home / "config" / "keys.toml").write_text('"reader.claim" = "x"\n')
    outcome = command("keys", "--check")
    assert (outcome.code, outcome.out) == (1, "")
    assert "x runs reader.claim now, no longer reader.reject" in outcome.err
