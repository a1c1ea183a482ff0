"""The themes of the app: the one in use at once, the others after the first paint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from textual.theme import BUILTIN_THEMES, Theme

from fr_reader.app.themes import Loaded, ThemeError, load_theme, load_themes


class ThemeShelf:
    """Themes in the files of `folders`; each is given to `register` when it is loaded."""

    def __init__(self, folders: Sequence[Path], register: Callable[[Theme], None]) -> None:
        self._folders = folders
        self._register = register
        self._loaded: Loaded | None = None

    def first(self, names: Iterable[str]) -> str:
        """The first of these names that there is a theme of, which is loaded; else Textual’s.

        A theme is looked for in the file of its name; only where it is not there are all read.
        """
        for name in names:
            if name in BUILTIN_THEMES or self._in_its_file(name):
                return name
            if name and name in {theme.name for theme in self.all().themes}:
                return name
        return "textual-dark"

    def all(self) -> Loaded:
        """All themes, loaded now if they are not yet."""
        if self._loaded is None:
            self._loaded = load_themes(self._folders)
            for theme in self._loaded.themes:
                self._register(theme)
        return self._loaded

    def _in_its_file(self, name: str) -> bool:
        for folder in self._folders:
            if not name or Path(name).name != name:
                continue
            try:
                theme = load_theme(folder / f"{name}.toml")
            except ThemeError:
                continue
            if theme.name == name:
                self._register(theme)
                return True
        return False
