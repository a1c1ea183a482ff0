"""Where things are, and who is at work."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from fr_reader.model import StoreError
from fr_reader.store import config_folder, data_folder, default_coder, default_project


def test_the_environment_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FR_READER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FR_READER_CONFIG", str(tmp_path / "config"))
    assert data_folder() == tmp_path / "data"
    assert default_project().parent == tmp_path / "data"
    assert config_folder() == tmp_path / "config"


@pytest.mark.parametrize("name", ["FR_READER_DATA", "FR_READER_CONFIG"])
def test_a_home_nobody_has(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "~no-such-user/x\n")
    ask = data_folder if name.endswith("DATA") else config_folder
    with pytest.raises(StoreError, match=f"{name} is ~no-such-user/x␊, and nobody has"):
        ask()


def test_else_the_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FR_READER_DATA", raising=False)
    monkeypatch.setenv("FR_READER_CONFIG", "")
    assert data_folder().is_absolute()
    assert "fr-reader" in str(data_folder())
    assert "fr-reader" in str(config_folder())


@pytest.mark.parametrize(
    ("chosen", "login", "coder"),
    [
        ("Zoë Nobody", "x", "zoe-nobody"),
        ("../..", "x", "coder-"),
        (" ", "made.up", "made-up"),
        ("", "", "me"),
    ],
)
def test_the_coder_has_a_safe_name(
    monkeypatch: pytest.MonkeyPatch, chosen: str, login: str, coder: str
) -> None:
    monkeypatch.setenv("FR_READER_CODER", chosen)
    monkeypatch.setattr(getpass, "getuser", lambda: login)
    assert default_coder().startswith(coder)


def test_a_login_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError("made up")

    monkeypatch.delenv("FR_READER_CODER", raising=False)
    monkeypatch.setattr(getpass, "getuser", unknown)
    assert default_coder() == "me"
