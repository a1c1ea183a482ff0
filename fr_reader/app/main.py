"""The app: it holds the project, the themes and the clipboard, and opens screens."""

from __future__ import annotations

import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from fr_reader.app.clipboard import Receipt, copy
from fr_reader.app.commands import COMMANDS, Command, Keymap, helped
from fr_reader.app.commands.binding import bindings
from fr_reader.app.manner import FIRST_THEME, Manner
from fr_reader.app.palette import CommandProvider, Palette
from fr_reader.app.preferences import remember_theme, remembered_theme
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.recent import Recent
from fr_reader.app.screens.export_asks import ask_and_export
from fr_reader.app.screens.help import HelpScreen
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.picker import Picked, Picker, PickerOption
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.tutor import TutorScreen
from fr_reader.app.take_away import TakeAway
from fr_reader.app.tell import tell
from fr_reader.app.themes import load_themes, unknown_theme, variable_defaults
from fr_reader.export import project_notes
from fr_reader.model import Reading, StoreError
from fr_reader.resources import themes_folder
from fr_reader.store import Store, config_folder, data_folder
from fr_reader.store.desk import Desk
from fr_reader.store.workplace import RevisedError
from fr_reader.text import paragraphs


class FrReader(App[None]):
    """fr-reader in the terminal."""

    TITLE = "fr-reader"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    COMMANDS: ClassVar[set[type[Provider]]] = {CommandProvider}  # type: ignore[assignment]

    def __init__(
        self,
        store: Store,
        notes_folder: Path,
        article_id: str | None = None,
        keymap: Keymap | None = None,
        manner: Manner | None = None,
    ) -> None:
        """`notes_folder` is proposed for notes; `article_id` names the article to open first."""
        super().__init__()
        self._manner = manner or Manner()
        self.keymap = keymap or Keymap()
        self._recent = Recent()
        self.set_keymap(self.keymap.textual())
        self._store = store
        self._first = article_id
        self._desks: dict[str, ReaderState] = {}
        self._told: set[str] = set()
        self.take_away = TakeAway(self._copy, notes_folder)
        self._themes = load_themes([themes_folder(), config_folder() / "themes"])
        for theme in self._themes.themes:
            self.register_theme(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not give them."""
        return variable_defaults(self.current_theme)

    def on_mount(self) -> None:
        """Open the library, and on top of it the article asked for, or the only one there is."""
        configured = self._manner.theme
        for name in (remembered_theme(data_folder(), configured), configured, FIRST_THEME):
            if name in self.available_themes:
                self.theme = name
                break
        unknown = unknown_theme(configured, self.available_themes)
        for problem in (*self._manner.problems, *unknown, *self._themes.problems):
            tell(self, problem, severity="warning")
        self.push_screen(LibraryScreen(self._store))
        entries = self._store.entries()
        self._tell_problems()
        first = self._first or (entries[0].id if len(entries) == 1 else None)
        if first is not None:
            self._open(first)

    def on_library_screen_opened(self, message: LibraryScreen.Opened) -> None:
        """Open an article."""
        self._open(message.article_id)

    def on_library_screen_export_asked(self) -> None:
        """Write the notes of the whole project."""
        path = self.take_away.notes_path(self._store.name)
        ask_and_export(self.screen, path, lambda: project_notes(self._store))

    def _open(self, article_id: str) -> None:
        try:
            state = self._current(article_id)
        except StoreError as error:
            tell(self, str(error), "Not opened", "error")
        else:
            self._desks[article_id] = state
            screen = TutorScreen if self._manner.tutor else ReaderScreen
            self.push_screen(screen(state, self.take_away, self._manner.width))
        self._tell_problems()

    def _current(self, article_id: str) -> ReaderState:
        """The state the article was left in; a fresh one where it has a new text meanwhile."""
        state = self._desks.get(article_id)
        if state is not None:
            try:
                state.desk.refresh()
            except RevisedError:
                state = None
        return state or self._state(article_id)

    def _state(self, article_id: str) -> ReaderState:
        article = self._store.article(article_id)
        reading = Reading(article, paragraphs(article.text))
        desk, proposing = Desk(self._store, reading), self._manner.proposing
        return ReaderState(reading, desk, self.keymap, self._recent, proposing)

    def _tell_problems(self) -> None:
        """Say what the store has stepped over or set aside since the last time."""
        problems = [p for p in self._store.problems if p not in self._told]
        self._told.update(problems)
        for problem in problems:
            tell(self, problem, "Damage found", "warning")

    def _copy(self, text: str) -> Receipt:
        def osc52(text: str) -> None:
            self.call_from_thread(self.copy_to_clipboard, text)

        return copy(text, data_folder(), osc52=osc52)

    # commands

    @property
    def place(self) -> str:
        """Where the user is, as the command table names it."""
        return getattr(self.screen, "PLACE", "app")

    async def run_command(self, command: Command) -> None:
        """Run a command as if its key had been pressed."""
        if command.place == "app":
            await self.run_action(command.run)
        elif isinstance(self.screen, ReaderScreen):
            await self.screen.run_command(command)
        else:
            await self.screen.run_action(command.run)

    def action_help(self) -> None:
        """List the keys of this place; what is chosen there runs."""
        if self.place == "app":
            return
        screen: Screen[Any] = self.screen

        async def run(command_id: str | None) -> None:
            chosen = next((c for c in COMMANDS if c.id == command_id), None)
            if chosen is not None:
                await self.run_command(chosen)

        title = f"Keys in the {getattr(screen, 'PLACE', '')}"
        self.push_screen(HelpScreen(title, helped(self.place), self.keymap), run)

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    async def action_suspend(self) -> None:
        """Stop until the shell lets this process go on; what is being saved is saved before.

        A process that is stopped while it holds the lock of a journal would keep other windows
        from saving.
        """
        if sys.platform == "win32":
            tell(self, "There is no shell here that could bring fr-reader back.", "Not suspended")
            return
        async with AsyncExitStack() as stack:
            for state in self._desks.values():
                await stack.enter_async_context(state.turn)
            self.action_suspend_process()

    def action_pick_theme(self) -> None:
        """Choose a theme: ours and the user's first, then those Textual brings."""
        own = [theme.name for theme in self._themes.themes]
        others = sorted(set(self.available_themes) - set(own))
        options = [PickerOption(name, name, self._shade(name)) for name in [*own, *others]]

        def take(picked: Picked | None) -> None:
            if picked is not None and picked.id:
                self.theme = picked.id
                remember_theme(data_folder(), picked.id, self._manner.theme)

        self.push_screen(Picker("Theme", options), take)

    def _shade(self, name: str) -> str:
        shade = "dark" if self.available_themes[name].dark else "light"
        return f"{shade}, in use" if name == self.theme else shade
