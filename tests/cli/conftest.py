"""A fresh home for every test, and the command line called as a function or as a process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fr_reader.cli import run
from fr_reader.ingest import load, seeds
from fr_reader.model import Act, Anchor, Annotation, Change, Span, Speaker
from fr_reader.store import ProjectStore

MADE_UP = (
    "Council to plant 300 trees\n\n"
    "“We need trees,” Ann Example said, “and we need them now.” She is made up.\n\n"
    "Bo Example disagreed: “It costs too much.”\n"
)


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON Lines on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data and configuration in a folder of the test's own, and no terminal."""
    folder = tmp_path / "home"
    monkeypatch.setenv("FR_READER_DATA", str(folder / "data"))
    monkeypatch.setenv("FR_READER_CONFIG", str(folder / "config"))
    monkeypatch.setenv("FR_READER_CODER", "tester")
    monkeypatch.delenv("COLUMNS", raising=False)
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A made-up article with three quotations' worth of marks."""
    path = tmp_path / "trees.txt"
    path.write_text(MADE_UP, encoding="utf-8")
    return path


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Call:
    """The command line in this process."""

    def call(*arguments: object) -> Outcome:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        return Outcome(code, *capfd.readouterr())

    return call


def process(arguments: Sequence[object], **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "fr_reader", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def powerless(
    arguments: Sequence[object], **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process that permissions hold for, also when root runs the tests."""
    command = [sys.executable, "-m", "fr_reader", *map(str, arguments)]
    if os.name == "nt":
        pytest.skip("permissions are another matter there")
    if os.geteuid() == 0:
        # A root without these capabilities is held to the modes of files like anybody else.
        drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
        if not shutil.which("setpriv") or subprocess.run([*drop, "true"], check=False).returncode:
            pytest.skip("root may read and write everything, and setpriv cannot take that away")
        command = [*drop, *command]
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def seeded(folder: Path) -> Path:
    """A project with the seed articles in `folder`."""
    ProjectStore.open(folder, "tester", first=seeds).close()
    return folder


def marked(folder: Path, article: Path) -> None:
    """A project with a speaker and a concern of two segments in the made-up article."""
    store = ProjectStore.open(folder, "tester")
    entry, _ = store.add(load(article))
    text = store.article(entry.id)
    spans = [Span(MADE_UP.index(w), MADE_UP.index(w) + len(w)) for w in ("“We need", "now.”")]
    anchors = tuple(Anchor.at(text, span) for span in spans)
    when = "2026-01-02T03:04:05.000006+00:00"
    ann = Speaker("s1", "Ann Example")
    said = Annotation("x1", entry.id, anchors, "tester", when, when, speaker="s1")
    feared = Annotation("x2", entry.id, anchors, "tester", when, when, "concern", memo="Hm \x1b[m")
    changes = [Change(None, record) for record in (ann, said, feared)]
    store.apply(Act("mark", tuple(changes)))
    store.close()
