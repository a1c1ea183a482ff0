"""What the terminal is and can do, as far as the environment and the system tell."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from io import StringIO

from fr_reader.app.clipboard import over_ssh
from fr_reader.app.geometry import WIDE
from fr_reader.cli.doctor_fact import Fact

_COLOURS = {"truecolor": "16 million", "256": "256", "standard": "16", "windows": "16"}


def terminal_facts(env: Mapping[str, str]) -> Iterator[Fact]:
    """The facts; `env` is the environment they are read from."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    term = env.get("TERM", "")
    opens = term != "dumb" and all(stream and stream.isatty() for stream in streams)
    yield Fact("reader", "opens here" if opens else "cannot open here: --plain prints articles")
    dumb = "a terminal that cannot place a cursor: --plain prints articles in plain lines instead"
    yield Fact("TERM", term or "not set", f"TERM is dumb, {dumb}" if term == "dumb" else "")
    yield Fact("COLORTERM", env.get("COLORTERM") or "not set")
    yield Fact("colours", _colours(env))
    no_color = "set: the reader shows none" if "NO_COLOR" in env else "not set"
    yield Fact("NO_COLOR", no_color)
    yield Fact("size", _size())
    yield Fact("tmux", "yes" if env.get("TMUX") else "no")
    yield Fact("screen", "yes" if env.get("STY") else "no")
    yield Fact("ssh", "yes" if over_ssh(env) else "no")
    yield _locale(env)


def _colours(env: Mapping[str, str]) -> str:
    """How many colours are drawn, found out as the reader finds it out."""
    from rich.console import Console  # noqa: PLC0415 - the other facts need none of it

    console = Console(file=StringIO(), force_terminal=True, _environ=env)
    return _COLOURS.get(console.color_system or "", "none")


def _size() -> str:
    """Columns and lines of the terminal the reader draws on."""
    for stream in (sys.__stderr__, sys.__stdout__, sys.__stdin__):
        try:
            size = os.get_terminal_size(stream.fileno()) if stream is not None else None
        except (OSError, ValueError):
            continue
        if size is not None:
            room = ", room for panels beside the text" if size.columns >= WIDE else ""
            return f"{size.columns} columns, {size.lines} lines{room}"
    return "no terminal here"


def _locale(env: Mapping[str, str]) -> Fact:
    """The locale, and the encoding of the stream that is drawn on."""
    named = next((env[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if env.get(name)), "not set")
    encoding = sys.stderr.encoding or "unknown"
    told = f"{named}, writes {encoding}"
    if encoding.lower().replace("-", "") == "utf8":
        return Fact("locale", told)
    problem = (
        f"the terminal is written to in {encoding}, which lacks quotation marks and signs: "
        "set LANG to a locale that ends in UTF-8, such as C.UTF-8"
    )
    return Fact("locale", told, problem)
