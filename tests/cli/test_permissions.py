"""What may not be read or written is told in our own sentence, and the rest goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, Call, powerless, seeded
from tests.cli.test_importing import without_places


def test_a_file_one_may_not_read_stops_nobody_else(article: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(MADE_UP)
    locked.chmod(0)
    outcome = powerless(["import", locked, article])
    assert outcome.returncode == 2
    assert b"added: trees" in outcome.stdout
    assert f"fr-reader: {locked} may not be read: give" in outcome.stderr.decode()
    outcome = powerless([locked, tmp_path / "gone.txt"])
    assert outcome.returncode == 2
    first, second = outcome.stderr.decode().splitlines()
    assert first.startswith(f"fr-reader: {locked} may not be read")
    assert second.startswith("fr-reader: there is no file")


def test_a_project_one_may_not_enter(command: Call, tmp_path: Path) -> None:
    folder = seeded(tmp_path / "p")
    folder.chmod(0)
    try:
        outcome = powerless(["--project", folder, "articles"])
    finally:
        folder.chmod(0o700)
    assert outcome.returncode == 2
    assert outcome.stderr.decode() == (
        f"fr-reader: cannot open {folder / 'project.json'}: you have no permission; "
        "choose another project folder\n"
    )


def test_a_project_that_may_only_be_read_is_read(command: Call, tmp_path: Path) -> None:
    folder = seeded(tmp_path / "p")
    wanted = command("--project", folder, "articles").out
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        outcome = powerless(["--project", folder, "articles"])
        assert (outcome.stdout.decode(), outcome.stderr) == (wanted, b"")
        changed = powerless(["--project", folder, "import", __file__])
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o700)
    assert changed.returncode == 2
    assert changed.stderr.count(b"\n") == 1
    assert b"you have no permission" in changed.stderr


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_notes_in_a_folder_one_may_write_in_and_not_read(
    command: Call, tmp_path: Path, force: list[str]
) -> None:
    wanted = command("export", "markdown").out
    folder = tmp_path / "wx"
    folder.mkdir()
    folder.chmod(0o333)
    try:
        outcome = powerless(["export", "markdown", "-o", folder / "x.md", *force])
    finally:
        folder.chmod(0o700)
    assert outcome.stderr.decode() == f"fr-reader: wrote {folder / 'x.md'}\n"
    assert outcome.returncode == 0
    written = [(p.name, without_places(p.read_text("utf-8"))) for p in folder.iterdir()]
    assert written == [("x.md", wanted)]


def test_notes_over_a_file_one_may_not_read_are_refused_as_over_any(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("mine")
    path.chmod(0o200)
    outcome = powerless(["export", "markdown", "-o", path])
    assert outcome.returncode == 2
    assert f"{path} is there already: choose" in outcome.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix shell")
@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", "<&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(closed: str, article: Path) -> None:
    for arguments, code in (("", 2), (f"import '{article}'", 0), ("articles", 0)):
        done = subprocess.run(
            ["sh", "-c", f"'{sys.executable}' -m fr_reader {arguments} {closed}"],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == code
        assert b"Traceback" not in done.stderr
        if not arguments and closed == "<&-":
            assert done.stderr.startswith(b"fr-reader: the reader needs a terminal")


def test_names_are_shown_on_one_line(command: Call, tmp_path: Path) -> None:
    name = tmp_path / "a\nb"
    for arguments in (
        [name],
        ["import", name],
        ["--project", name, "articles"],
        ["export", "markdown", "-o", name / "x.md"],
    ):
        command("articles")
        outcome = command(*arguments)
        assert outcome.code == 2
        assert outcome.err.startswith("fr-reader: ")
        assert outcome.err.count("\n") == 1, outcome.err
        assert "␊" in outcome.err
    assert command("--x\ny").err.count("\n") == 1
