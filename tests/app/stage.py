"""A bare app to try screens on: our themes, and what a dialog closed with."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen

from fr_reader.app.themes import load_themes, variable_defaults
from fr_reader.resources import themes_folder

HOSTILE = (
    "[b]x[/b] [/] [@click=app.quit]q[/] “[He] said” \x1b]52;c;eA==\x07 \x9b31m \u202eevil\u202c"
)
"""Words that would be markup, commands to a terminal or reversed text, were they not just words."""

OPEN = "still open"

_THEMES = load_themes([themes_folder()]).themes


class Stage(App[None]):
    """Shows one screen after another; `results` holds what each was closed with."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: Screen[Any] | None = None, theme: str = "paper") -> None:
        super().__init__()
        for loaded in _THEMES:
            self.register_theme(loaded)
        self.theme = theme
        self._first = screen
        self.results: list[Any] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours for themes that lack them."""
        return variable_defaults(self.current_theme)

    def on_mount(self) -> None:
        """Show the screen given."""
        if self._first is not None:
            self.push_screen(self._first, self.results.append)

    async def outcome(self, pilot: Pilot[None], screen: Screen[Any], keys: str) -> Any:
        """What `screen` closes with after `keys`, names with blanks between; OPEN if it stays.

        `~zoe_garbett` pastes these words, which is quicker than pressing a key for each letter.
        """
        results: list[Any] = []
        await self.push_screen(screen, results.append)
        for key in keys.split():
            if key.startswith("~"):
                self.post_message(Paste(key[1:].replace("_", " ")))
                await pilot.pause()
            else:
                await pilot.press(key)
        await pilot.pause()
        if self.screen is screen:
            await self.pop_screen()
            return OPEN
        return results[0]

    def shown(self) -> str:
        """All the text on the screen, a line a line."""
        width, height = self.size
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text[:width] for strip in strips[:height])
