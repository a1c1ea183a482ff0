"""What the app remembers from one time to the next: today, the theme last chosen.

It is a convenience, not work: what cannot be read counts as not there, and a folder that cannot
be written is no reason to stop.
"""

from __future__ import annotations

import json
from pathlib import Path

from fr_reader.app.manner import FIRST_THEME
from fr_reader.resources import themes_folder
from fr_reader.store import config_folder, data_folder

_FILE = "preferences.json"


def remembered_theme(folder: Path, configured: str = FIRST_THEME) -> str:
    """The name of the theme last chosen, or empty.

    The last word holds: a choice in the app stands until another theme is configured than the one
    it was made over.
    """
    try:
        found = json.loads((folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    if not isinstance(found, dict) or found.get("instead_of", FIRST_THEME) != configured:
        return ""
    name = found.get("theme", "")
    return name if isinstance(name, str) else ""


def remember_theme(folder: Path, name: str, configured: str = FIRST_THEME) -> bool:
    """Remember a theme's name; False when it cannot be written down."""
    said = json.dumps({"theme": name, "instead_of": configured})
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
