"""What the app remembers from one time to the next: today, the theme last chosen.

It is a convenience, not work: what cannot be read counts as not there, and a folder that cannot
be written is no reason to stop.
"""

from __future__ import annotations

import json
from pathlib import Path

from fr_reader.resources import themes_folder
from fr_reader.store import config_folder, data_folder

FIRST_THEME = "paper"


def remembered_theme(folder: Path) -> str:
    """The name of the theme last chosen, or empty."""
    try:
        found = json.loads((folder / "preferences.json").read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    name = found.get("theme", "") if isinstance(found, dict) else ""
    return name if isinstance(name, str) else ""


def remember_theme(folder: Path, name: str) -> bool:
    """Remember a theme's name; False when it cannot be written down."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / "preferences.json").write_text(json.dumps({"theme": name}) + "\n", "utf-8")
    except OSError:
        return False
    return True


def theme_file() -> Path | None:
    """The file of the theme the app will begin with, where it is named after its theme."""
    name = remembered_theme(data_folder()) or FIRST_THEME
    for folder in (themes_folder(), config_folder() / "themes"):
        file = folder / f"{Path(name).name}.toml"
        if file.is_file():
            return file
    return None
