"""`quotes` in several processes: the same bytes, and no process left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, process

if sys.platform == "win32":
    pytest.skip("signals, /proc and terminals of this kind are not here", allow_module_level=True)

import pty
from fcntl import ioctl
from termios import FIONREAD

needs_proc = pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no /proc here")
PATIENCE = 30.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Made-up articles, among them one that cannot be read."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        text = MADE_UP.replace("Ann", f"Ann{chr(97 + number % 26)}") * (1 + number % 3)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "013.txt").write_bytes(b"")
    return folder


@pytest.mark.parametrize("form", ["jsonl", "csv", "table", "md"])
def test_same_bytes_whatever_the_jobs_and_the_hash_seed(folder: Path, form: str) -> None:
    outcomes = [
        process(["quotes", folder, "--format", form, *jobs], PYTHONHASHSEED=seed)
        for jobs, seed in (
            (["--jobs", "1"], "0"),
            (["--jobs", "3"], "1"),
            ([], "2"),
        )
    ]
    first = outcomes[0]
    assert first.returncode == 1
    assert b"013.txt is empty" in first.stderr
    assert first.stdout
    for other in outcomes[1:]:
        assert (other.returncode, other.stdout) == (first.returncode, first.stdout)
        assert other.stderr == first.stderr


def test_a_project_too(folder: Path, tmp_path: Path) -> None:
    (folder / "013.txt").unlink()
    project = ["--project", tmp_path / "p"]
    assert process([*project, "import", *sorted(folder.iterdir())]).returncode == 0
    one, two = (process([*project, "quotes", "--format", "csv", "--jobs", n]) for n in (1, 2))
    assert one.returncode == 0
    assert one.stdout.count(b"\r\n") > 60
    assert (two.stdout, two.stderr) == (one.stdout, one.stderr)


HEARING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from fr_reader.cli import main; main()"
)
"""fr-reader, hearing Ctrl+C although what a shell starts in its background is deaf to it."""


class Running:
    """`quotes` in two processes, stuck because nobody reads what it writes."""

    def __init__(self, folder: Path) -> None:
        for number in range(100, 1000):
            path = folder / f"{number}.txt"
            path.write_text(MADE_UP * 5, encoding="utf-8")
        command = [sys.executable, "-c", HEARING, "quotes", str(folder)]
        self.process = subprocess.Popen(
            [*command, "--format", "jsonl", "--jobs", "2"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        until(lambda: len(self.children()) == 2)
        self.workers = self.children()
        until(self._stuck)

    def _stuck(self) -> bool:
        """Whether nothing more goes into the pipe, and the workers have nothing to do."""
        before = self._written()
        time.sleep(0.3)
        idle = all(state(number) == "S" for number in (self.process.pid, *self.workers))
        return idle and 10_000 < before == self._written()

    def _written(self) -> int:
        """How many bytes wait in the pipe."""
        assert self.process.stdout is not None
        answer = array("i", [0])
        ioctl(self.process.stdout, FIONREAD, answer)
        return answer[0]

    def children(self) -> list[int]:
        """The workers."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in listed.split()]


def state(number: int) -> str:
    """What this process does, in the letter /proc has for it; "Z" when it has ended."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "Z"


def until(wanted: Callable[[], bool]) -> None:
    """Wait for what must come to be."""
    end = time.monotonic() + PATIENCE
    while not wanted():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def none_left(running: Running) -> bool:
    """Whether all workers are gone."""
    return all(state(number) == "Z" for number in running.workers)


def told_beside_the_bad_file(errors: bytes) -> list[bytes]:
    """The lines on stderr but for the one on the file that cannot be read."""
    return [line for line in errors.splitlines() if b"013.txt is empty" not in line]


@needs_proc
def test_workers_end_with_a_parent_that_is_killed(folder: Path) -> None:
    running = Running(folder)
    running.process.kill()
    running.process.communicate(timeout=PATIENCE)
    until(lambda: none_left(running))


@needs_proc
def test_interrupted(folder: Path) -> None:
    running = Running(folder)
    os.killpg(running.process.pid, signal.SIGINT)
    _, errors = running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 130
    assert told_beside_the_bad_file(errors) == [b""]  # the end of the line that shows ^C
    until(lambda: none_left(running))


@needs_proc
def test_a_worker_that_is_killed(folder: Path) -> None:
    running = Running(folder)
    os.kill(running.workers[0], signal.SIGKILL)
    _, errors = running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 2
    (told,) = told_beside_the_bad_file(errors)
    assert b"--jobs 1" in told
    until(lambda: none_left(running))


@needs_proc
def test_nobody_reads_on(folder: Path) -> None:
    running = Running(folder)
    assert running.process.stdout is not None
    assert running.process.stderr is not None
    running.process.stdout.close()
    errors = running.process.stderr.read()
    assert running.process.wait(PATIENCE) == 1
    assert told_beside_the_bad_file(errors) == []
    running.process.stderr.close()
    until(lambda: none_left(running))


def with_terminal(*arguments: str, both: bool = False) -> tuple[bytes, bytes]:
    """What comes out, and what a terminal on stderr (with `both`, on stdout too) is told."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "fr_reader", "quotes", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs if both else subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    told: list[bytes] = []
    listener = threading.Thread(target=listen, args=(ours, told))
    listener.start()
    out, _ = running.communicate(timeout=PATIENCE)
    listener.join()
    os.close(ours)
    return out or b"", b"".join(told)


def listen(terminal: int, told: list[bytes]) -> None:
    """Read all that is written to a terminal."""
    try:
        while part := os.read(terminal, 65536):
            told.append(part)
    except OSError:  # how Linux says that the other side is closed
        return


def test_progress_only_on_a_terminal_and_for_many(folder: Path) -> None:
    arguments = (str(folder), "--format", "jsonl")
    piped = process(["quotes", *arguments])
    out, told = with_terminal(*arguments)
    assert out == piped.stdout
    assert b"/30" in told
    assert b"013.txt is empty" in told
    assert b"reading" not in piped.stderr
    assert with_terminal(str(folder / "001.txt"), "--format", "jsonl")[1] == b""


def test_the_bar_leaves_the_terminal_to_what_is_written(folder: Path) -> None:
    arguments = (str(folder), "--format", "md")
    piped = process(["quotes", *arguments])
    _, told = with_terminal(*arguments, both=True)
    shown = told.decode().replace("\r\n", "\n")
    left = re.sub(r"[^\n]*\r\x1b\[2K", "", shown)  # what is erased
    left = re.sub(r"reading [^\n]*\n", "", re.sub(r"\x1b\[[?\d;]*[A-Za-z]|\r", "", left))
    problem = piped.stderr.decode()
    assert problem in left
    assert left.replace(problem, "") == piped.stdout.decode()
