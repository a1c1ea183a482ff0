"""The manual page, and the exit codes it, `--help` and the README tell of."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from fr_reader.cli.exit_codes import MEANINGS
from fr_reader.cli.root import COMMANDS, root
from tests.cli.conftest import Call, process
from tests.cli.terminal import terminal

_VARIABLE = re.compile(r'"(FR_READER_[A-Z]+|NO_COLOR|COLUMNS|TMUX)"')
REPOSITORY = Path(__file__).resolve().parents[2]


def shown(page: str) -> str:
    """The words of the page without what roff needs."""
    return page.replace("\\-", "-").replace("\\&", "").replace("\\e", "\\")


def commands(group: click.Group, above: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that name it, and those that commands have themselves."""
    context = click.Context(group, info_name="fr-reader")
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        yield f"{above}{name}", found
        if isinstance(found, click.Group):
            yield from commands(found, f"{above}{name} ")


def section(page: str, title: str) -> str:
    """One section of the page."""
    return page.partition(f".SH {title}\n")[2].partition("\n.SH ")[0]


def test_every_command_and_option_is_in_it(command: Call) -> None:
    page = shown(command("man").out)
    below = section(page, "COMMANDS")
    assert page.startswith(".TH FR-READER 1 ")
    found = dict(commands(root))
    assert set(COMMANDS) <= set(found)
    for name, one in found.items():
        own = below.partition(f".SS {name} ")[2].partition("\n.SS ")[0]
        first = (one.help or "").strip().partition("\n")[0]
        assert first in own or own.startswith("[OPTIONS]"), name
        for parameter in one.params:
            for option in parameter.opts if isinstance(parameter, click.Option) else ():
                assert re.search(rf"^\.B .*{re.escape(option)}\b", own, re.M), (name, option)
    for option in (
        "--version",
        "--plain",
        "--article",
        "--project",
        "--revises",
        "--new",
        "--help",
    ):
        assert re.search(rf"^\.B .*{option}\b", section(page, "OPTIONS"), re.M), option


def test_every_variable_that_is_read_is_in_it(command: Call) -> None:
    variables = section(shown(command("man").out), "ENVIRONMENT")
    own = set()
    for file in (REPOSITORY / "fr_reader").rglob("*.py"):
        own |= set(
            re.findall(r'"(FR_READER_[A-Z]+|NO_COLOR|COLUMNS|TMUX)"', file.read_text("utf-8"))
        )
    assert {"FR_READER_DATA", "FR_READER_CONFIG", "NO_COLOR"} <= own
    for name in own:
        assert f".B {name}\n" in variables, name


def test_it_is_sound(command: Call) -> None:
    page = command("man").out.encode()
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", page)
    ways = (["groff", "-k", "-man", "-Tutf8", "-ww", "-z"], ["man", "--warnings", "-l", "-"])
    for way in ways:
        if shutil.which(way[0]) is None:
            continue
        done = subprocess.run(way, input=page, capture_output=True, timeout=60, check=False)
        if b"has been minimized" in done.stdout or b"unrecognized option" in done.stderr:
            continue
        assert (done.returncode, done.stderr) == (0, b""), way


def test_the_exit_codes_are_told_everywhere(command: Call) -> None:
    page = section(shown(command("man").out), "EXIT STATUS")
    told = " ".join(command("--help").out.split())
    readme = " ".join((REPOSITORY / "README.md").read_text("utf-8").split())
    for code, meaning in MEANINGS.items():
        assert f".B {code}\n{meaning}\n" in f"{page}\n"
        assert f" {code} {meaning}" in told
        assert f"| {code} | {meaning} |" in readme


def test_what_the_codes_are(command: Call, article: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    assert command("where").code == 0
    assert command("quotes", article).code == 0
    assert command("quotes", article, gone).code == 1
    assert command("--plain", article, gone).code == 1
    assert command("quotes", gone).code == 2
    assert command("--plain", gone).code == 2
    assert command("import", article, gone).code == 2
    assert command("articles", "--project", gone).code == 2
    assert command("--bogus").code == 2
    assert process([]).returncode == 2


def test_an_interrupt_is_130() -> None:
    with terminal(["import", "-"]) as shown:
        shown.wait_for(b"end it with ctrl+d")
        shown.press(b"\x03")
        assert shown.end() == 130


def test_a_signal_is_told_and_the_demo_cleans_up(tmp_path: Path) -> None:
    with terminal(["demo"], TMPDIR=str(tmp_path)) as shown:
        shown.wait_for(b" keys")
        assert [path.name[:15] for path in tmp_path.glob("fr-reader-demo-*")]
        shown.process.send_signal(signal.SIGTERM)
        assert shown.end() == 128 + signal.SIGTERM
    assert not list(tmp_path.glob("fr-reader-demo-*"))


def test_without_anybody_who_reads_it_is_1() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "fr_reader", "man"],
        stdin=subprocess.DEVNULL,
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")
