"""What the app remembers from one time to the next: the theme and the style last chosen.

It is a convenience, not work: what cannot be read counts as not there, and a folder that cannot
be written is no reason to stop.
"""

from __future__ import annotations

import json
from pathlib import Path

from fr_reader.app.manner import FIRST_STYLE, FIRST_THEME
from fr_reader.resources import themes_folder
from fr_reader.store import config_folder, data_folder

_FILE = "preferences.json"
_INSTEAD = {"theme": ("instead_of", FIRST_THEME), "style": ("style_instead_of", FIRST_STYLE)}
"""For each thing remembered the key of what was configured then, and its default."""


def remembered_theme(folder: Path, configured: str = FIRST_THEME) -> str:
    """The name of the theme last chosen, or empty.

    The last word holds: a choice in the app stands until another theme is configured than the one
    it was made over.
    """
    return _remembered(folder, "theme", configured)


def remember_theme(folder: Path, name: str, configured: str = FIRST_THEME) -> bool:
    """Remember a theme's name; False when it cannot be written down."""
    return _remember(folder, "theme", name, configured)


def remembered_style(folder: Path, configured: str = FIRST_STYLE) -> str:
    """The id of the style last chosen, or empty; it stands as long as a theme does."""
    return _remembered(folder, "style", configured)


def remember_style(folder: Path, style: str, configured: str = FIRST_STYLE) -> bool:
    """Remember a style's id; False when it cannot be written down."""
    return _remember(folder, "style", style, configured)


def _read(folder: Path) -> dict[str, object]:
    try:
        found = json.loads((folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _remembered(folder: Path, what: str, configured: str) -> str:
    found = _read(folder)
    instead, default = _INSTEAD[what]
    if found.get(instead, default) != configured:
        return ""
    name = found.get(what, "")
    return name if isinstance(name, str) else ""


def _remember(folder: Path, what: str, name: str, configured: str) -> bool:
    said = json.dumps({**_read(folder), what: name, _INSTEAD[what][0]: configured})
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / _FILE).write_text(said + "\n", "utf-8")
    except OSError:
        return False
    return True


def theme_file(configured: str = FIRST_THEME) -> Path | None:
    """The file of the theme the app will begin with, where it is named after its theme."""
    name = remembered_theme(data_folder(), configured) or configured
    for folder in (themes_folder(), config_folder() / "themes"):
        file = folder / f"{Path(name).name}.toml"
        if file.is_file():
            return file
    return None
