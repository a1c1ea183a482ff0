"""Import keeps watching folders until ctrl+c. All articles are made up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import Call
from tests.text.reports import Newsroom, printed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="ctrl+c is sent otherwise there")


class Watching:
    """The command in a process of its own, with the lines it writes."""

    def __init__(self, folder: Path, project: Path) -> None:
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "fr_reader", "import", "--watch", str(folder)),
                *("--every", "0.4", "--project", str(project)),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def line(self, stream: str = "stdout") -> str:
        """The next line, which comes or the test fails by its time."""
        pipe: IO[str] | None = getattr(self.process, stream)
        assert pipe is not None
        return pipe.readline().rstrip("\n")

    def ended(self) -> tuple[int, str, str]:
        """Press ctrl+c; the exit code and what was left to read."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    (tmp_path / "clippings").mkdir()
    (tmp_path / "clippings" / "zoo.txt").write_text("A made-up zoo.\n")
    running = Watching(tmp_path / "clippings", tmp_path / "p")
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


def test_what_comes_is_told_bad_files_too_and_ctrl_c_ends_it(
    watching: Watching, tmp_path: Path, command: Call
) -> None:
    folder = tmp_path / "clippings"
    assert watching.line() == "added: zoo  "
    assert watching.line("stderr").startswith("fr-reader: made a new project")
    assert watching.line("stderr") == f"fr-reader: watching {folder}: ctrl+c ends it"
    (folder / "bad.txt").write_bytes(b"\x7fELF\0\0")
    assert "bad.txt is binary" in watching.line("stderr")
    report = Newsroom(41).report(24)
    with (folder / "slow.txt").open("w") as file:
        for sentence in report:
            file.write(printed([sentence]))
            file.flush()
            time.sleep(0.05)
    assert watching.line().startswith("added: slow")
    (folder / "slow.txt").write_text(printed(report[2:]))
    assert watching.line().startswith("revised: slow (revision 2)")
    time.sleep(1)
    code, out, err = watching.ended()
    assert (code, out) == (0, "")
    assert err == "fr-reader: no longer watching: 2 added\n"
    records = command("articles", "--project", tmp_path / "p", "--format", "jsonl").records
    assert [(one["id"], one["revision"]) for one in records] == [("zoo", 1), ("slow", 2)]


def test_only_folders_that_are_there_are_watched(
    command: Call, article: Path, tmp_path: Path
) -> None:
    for what in (article, tmp_path / "gone", "http://127.0.0.1/"):
        outcome = command("import", "--watch", what)
        assert outcome.code == 2
        assert f"--watch takes folders that are there, and {what} is none" in outcome.err
    assert command("import", "--watch", tmp_path, "--revises", "x").code == 2
    assert command("import", "--watch", tmp_path, "--every", "0").code == 2
