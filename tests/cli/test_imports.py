"""What a command does not need it does not import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SEED = next((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
SCREEN = {"textual", "pyperclip"}
HEAVY = {*SCREEN, "rich", "nltk", "tinydb", "charset_normalizer", "platformdirs", "filelock"}


def imported(*arguments: str) -> set[str]:
    """The top-level modules in memory after `fr-reader` did what `arguments` say."""
    code = (
        "import sys, os; from fr_reader.cli import run; out = os.dup(1);"
        "os.dup2(os.open(os.devnull, os.O_WRONLY), 1);"
        f"assert run({list(arguments)!r}) in (0, 1, 2); sys.stdout.flush(); os.dup2(out, 1);"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_imports_nothing_heavy(argument: str) -> None:
    assert not imported(argument) & HEAVY


def test_quotes_of_a_file_need_no_screen_no_store_and_no_nltk() -> None:
    assert not imported("quotes", str(SEED), "--format", "jsonl") & HEAVY


@pytest.mark.parametrize(
    "line",
    [
        "articles",
        "annotations",
        "export markdown",
        "export csv",
        "export json-lines",
        "--plain",
        "completion zsh",
        "man",
        "doctor",
        "",
    ],
)
def test_no_command_without_a_terminal_imports_the_screen(line: str) -> None:
    assert not imported(*line.split()) & SCREEN
