"""What fr-reader does without and does more with: programs beside it, and extras of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata

from fr_reader.cli.doctor_fact import Fact

_DISTRIBUTION = "fr-reader"
_PROGRAMS = (
    ("tmux", "its buffer takes what you copy"),
    ("wl-copy", "the clipboard under Wayland"),
    ("xclip", "the clipboard under X11"),
    ("xsel", "the same, where xclip is missing"),
    ("pdftotext", "text of a PDF, for fr-reader -"),
    ("man", "shows the manual page"),
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")


def optional_facts(env: Mapping[str, str]) -> Iterator[Fact]:
    """A fact on each program, looked for on the PATH of `env`, and on each extra."""
    for name, use in _PROGRAMS:
        place = shutil.which(name, path=env.get("PATH", ""))
        yield Fact(name, f"{place or 'not installed'} ({use})")
    try:
        own = metadata.distribution(_DISTRIBUTION)
    except metadata.PackageNotFoundError:
        yield Fact("extras", "not known: fr-reader itself is not installed as a package")
        return
    yield from extra_facts(own.metadata.get_all("Provides-Extra") or (), own.requires or ())


def extra_facts(extras: Iterable[str], requires: Iterable[str]) -> Iterator[Fact]:
    """A fact on each of the `extras` of a package that `requires` these (core metadata's
    Provides-Extra and Requires-Dist); what is not installed is named."""
    needed: dict[str, list[str]] = {extra: [] for extra in extras}
    for requirement in requires:
        package, of = _NAME.match(requirement), _EXTRA.search(requirement)
        if package and of and of[1] in needed:
            needed[of[1]].append(package[0])
    for extra, names in needed.items():
        missing = [name for name in names if not _installed(name)]
        lack = f"not installed: {', '.join(missing)} missing" if missing else "installed"
        yield Fact(f"extra {extra}", lack)
    if not needed:
        yield Fact("extras", "fr-reader has none: everything is installed with it")


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True
