"""The user's templates: files `NAME.md.j2` in one folder, and examples to begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from fr_reader.export.files import write_notes
from fr_reader.model import ExportError, visible

SUFFIX = ".md.j2"
SHIPPED = ("literature-note", "quotation-list")
"""The examples a new template can be made from."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def templates(folder: Path) -> Sequence[str]:
    """The names of the templates in `folder`, sorted; none where it is not there."""
    try:
        files = [path.name for path in folder.iterdir() if path.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise ExportError(f"{visible(str(folder))} cannot be read: {error.strerror}") from None
    names = (name.removesuffix(SUFFIX) for name in files if name.endswith(SUFFIX))
    return sorted(name for name in names if _NAME.fullmatch(name))


def source(folder: Path, name: str) -> str:
    """The text of a template. Raises ExportError where there is none of this name."""
    path = _path(folder, name)
    if name not in templates(folder):
        known = ", ".join(templates(folder))
        advice = f"there are {known}" if known else f"fr-reader templates new {visible(name)}"
        raise ExportError(
            f"there is no template {visible(name)} in {visible(str(folder))}: {advice}"
        )
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ExportError(f"{visible(str(path))} is not UTF-8: save it as UTF-8") from None
    except OSError as error:
        raise ExportError(f"{visible(str(path))} cannot be read: {error.strerror}") from None


def new(folder: Path, name: str, example: str) -> Path:
    """Make the template `name` from one of `SHIPPED`; nothing is overwritten."""
    path = _path(folder, name)
    text = (Path(__file__).parent / "shipped" / f"{example}{SUFFIX}").read_text("utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{visible(str(folder))} cannot be made: {error.strerror}") from None
    if path.exists() or path.is_symlink():
        raise ExportError(f"{visible(str(path))} is there already: choose another name")
    return write_notes(path, text)


def _path(folder: Path, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise ExportError(
            f"{visible(name)} is no name for a template: use letters, digits, - and _"
        )
    return folder / f"{name}{SUFFIX}"
