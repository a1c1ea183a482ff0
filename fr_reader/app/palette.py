"""The command palette: every command of the place, found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, Protocol, cast

from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from fr_reader.app.commands import Command, helped, keymap_of


class Runner(Protocol):
    """What the palette needs of the app."""

    async def run_command(self, command: Command) -> None:
        """Run a command as if its key had been pressed."""
        ...


class Palette(CommandPalette):
    """Textual's palette, with the keys our own lists have."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "escape", show=False),
        Binding("ctrl+n", "cursor_down", show=False),
        Binding("ctrl+p", "command_list('cursor_up')", show=False),
    ]


class CommandProvider(Provider):
    """Offers what can be done where the palette was opened."""

    def _commands(self) -> Iterator[Command]:
        place = getattr(self.screen, "PLACE", "app")
        return (c for c in helped(place) if c.id != "app.palette")

    def _entry(self, command: Command) -> str:
        faces = keymap_of(self.app).faces(command).split(" ")[0]
        return f"{command.title}  ({faces})" if faces else command.title

    async def discover(self) -> Hits:
        """All of them, in the order of the table."""
        run = cast(Runner, self.app).run_command
        for command in self._commands():
            yield DiscoveryHit(self._entry(command), partial(run, command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose title, or help, has the letters of `query`."""
        run = cast(Runner, self.app).run_command
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.help) / 2)
            if score > 0:
                entry = matcher.highlight(self._entry(command))
                yield Hit(score, entry, partial(run, command), help=command.help)
