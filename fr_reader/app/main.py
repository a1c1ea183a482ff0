"""The app: it holds the project, the themes and the clipboard, and opens screens."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import ModalScreen, Screen

from fr_reader import export
from fr_reader.app import screens
from fr_reader.app.beginnings import first_reading
from fr_reader.app.commands import COMMANDS, Command, Keymap, helped
from fr_reader.app.commands.binding import bindings
from fr_reader.app.manner import FIRST_THEME, Manner
from fr_reader.app.preferences import remember_theme, remembered_theme
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.recent import Recent
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.take_away import TakeAway, summed_up
from fr_reader.app.taught import Taught
from fr_reader.app.tell import tell
from fr_reader.app.theme_shelf import ThemeShelf
from fr_reader.app.themes import unknown_theme, variable_defaults
from fr_reader.model import ExportError, Span, StoreError
from fr_reader.resources import themes_folder
from fr_reader.store import Store, config_folder, data_folder
from fr_reader.store.desk import Desk
from fr_reader.store.workplace import RevisedError

if TYPE_CHECKING:
    from fr_reader.app.clipboard import Receipt
    from fr_reader.store.search import Hit


def _commands() -> type[Provider]:
    """What the palette offers; Textual calls this when it is opened."""
    from fr_reader.app.palette import CommandProvider  # noqa: PLC0415 - after the first paint

    return CommandProvider


class FrReader(App[None]):
    """fr-reader in the terminal."""

    TITLE = "fr-reader"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

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
        self._taught = Taught(store, getattr(store, "folder", None))
        self._first = article_id
        self._desks: dict[str, ReaderState] = {}
        self._told: set[str] = set()
        self._wanted = ""
        style, profile = self._manner.style, self._manner.profile
        self.take_away = TakeAway(self._copy, notes_folder, style, profile)
        folders = [themes_folder(), config_folder() / "themes"]
        self._themes = ThemeShelf(folders, self.register_theme)
        wanted = self._manner.theme
        self.theme = self._themes.first(
            (remembered_theme(data_folder(), wanted), wanted, FIRST_THEME)
        )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not give them."""
        theme = self.current_theme
        return {} if "fr-focus" in theme.variables else variable_defaults(theme)

    def on_mount(self) -> None:
        """Open the article asked for, or the only one there is, or else the library."""
        entries = self._store.entries()
        first = self._first or (entries[0].id if len(entries) == 1 else None)
        if first is None or not self._open(first):
            self._show_library()
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        gc.enable()
        self.run_worker(self._load_themes())

    async def _load_themes(self) -> None:
        """Load the other themes, and say what is wrong with them and in the user’s files."""
        themes = self._themes.all().problems
        unknown = unknown_theme(self._manner.theme, self.available_themes)
        for problem in (*self._manner.problems, *unknown, *themes):
            tell(self, problem, severity="warning")

    def _show_library(self, closed: None = None) -> None:  # noqa: ARG002 - what a screen closes with
        """Show the library where no other screen is left to go back to."""
        if not {"library", "passages"}.intersection(self._places()):
            self.push_screen(screens.LibraryScreen(self._store))
        self._tell_problems()

    def on_library_screen_opened(self, message: screens.LibraryScreen.Opened) -> None:
        """Open an article."""
        self._open(message.article_id)

    def on_library_screen_export_asked(self) -> None:
        """Write the notes of the whole project."""
        path = self.take_away.notes_path(self._store.name)
        profile = self.take_away.profile
        screens.ask_and_export(self.screen, path, profile, lambda: export.collect(self._store))

    def on_library_screen_summary_asked(self, message: screens.LibraryScreen.SummaryAsked) -> None:
        """Copy the summary of an article, or of the whole project."""
        self.run_worker(self._sum_up(message.article_id), group="summary", exclusive=True)

    async def _sum_up(self, article_id: str | None) -> None:
        from fr_reader.app.citing import StyleChoice  # noqa: PLC0415 - after the first paint

        style = StyleChoice(data_folder(), self.take_away.style).current
        try:
            text = await asyncio.to_thread(summed_up, self._store, article_id, style)
        except (StoreError, ExportError) as error:
            tell(self, str(error), "Not copied", "error")
            return
        receipt = await asyncio.to_thread(self.take_away.copy, text)
        tell(self, receipt.message, "Not copied" if receipt.route == "none" else "Copied")

    def _open(self, article_id: str) -> bool:
        """Open an article; False where it cannot be."""
        try:
            state = self._current(article_id)
        except StoreError as error:
            tell(self, str(error), "Not opened", "error")
            return False
        self._desks[article_id] = state
        screen = screens.TutorScreen if self._manner.tutor else ReaderScreen
        self.push_screen(screen(state, self.take_away, self._manner.width), self._show_library)
        self._tell_problems()
        return True

    def _current(self, article_id: str) -> ReaderState:
        """The state the article was left in; a fresh one where it has a new text meanwhile."""
        state = self._desks.get(article_id)
        if state is not None:
            try:
                state.desk.refresh()
                state.know(self._store.entry(article_id).metadata)
            except RevisedError:
                state = None
        return state or self._state(article_id)

    def _state(self, article_id: str) -> ReaderState:
        article = self._store.article(article_id)
        reading, whole = first_reading(article)
        desk, proposing = Desk(self._store, reading), self._manner.proposing
        state = ReaderState(reading, desk, self.keymap, self._recent, proposing)
        state.whole, state.taught = whole, self._taught
        return state

    def _tell_problems(self) -> None:
        """Say what the store has stepped over or set aside since the last time."""
        problems = [p for p in self._store.problems if p not in self._told]
        self._told.update(problems)
        for problem in problems:
            tell(self, problem, "Damage found", "warning")

    def _copy(self, text: str) -> Receipt:
        from fr_reader.app.clipboard import copy  # noqa: PLC0415 - after the first paint

        def osc52(text: str) -> None:
            self.call_from_thread(self.copy_to_clipboard, text)

        return copy(text, data_folder(), osc52=osc52)

    # commands

    @property
    def place(self) -> str:
        """Where the user is, as the command table names it."""
        return getattr(self.screen, "PLACE", "app")

    def _places(self) -> list[str]:
        """The places of all screens, the lowest first."""
        return [getattr(screen, "PLACE", "") for screen in self.screen_stack]

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
        self.push_screen(screens.HelpScreen(title, helped(self.place), self.keymap), run)

    def action_search(self) -> None:
        """Search the whole project; the place chosen is opened."""
        if isinstance(self.screen, ModalScreen):
            return

        def opened(hit: Hit | None) -> None:
            if hit is not None:
                self._wanted = hit.words[hit.place.start : hit.place.end]
                self._open_at(hit.article, hit.span)

        self.push_screen(screens.ProjectSearch(self._store, self._wanted), opened)

    def action_overview(self) -> None:
        """Show the overview of the project; where it is open below, go back to it."""
        if isinstance(self.screen, ModalScreen):
            return
        if "overview" not in self._places():
            self.push_screen(screens.OverviewScreen(self._store, self.take_away))
            return
        while not isinstance(self.screen, screens.OverviewScreen):
            self.pop_screen()
        self.screen.count_anew()

    def on_passages_screen_opened(self, message: screens.PassagesScreen.Opened) -> None:
        """Open an article at a passage; leaving it leads back to the list."""
        self._open_at(message.article_id, message.span)

    def on_settle_screen_opened(self, message: screens.SettleScreen.Opened) -> None:
        """Open an article at a disagreement; leaving it leads back to that."""
        self._open_at(message.article_id, message.span)

    def _open_at(self, article_id: str, span: Span) -> None:
        """Open an article at a passage; where it is open already, go there."""
        here = self.screen
        if isinstance(here, ReaderScreen) and here.state.reading.article.id == article_id:
            here.visit(span)
        elif self._open(article_id) and isinstance(self.screen, ReaderScreen):
            self.screen.visit(span)

    def action_command_palette(self) -> None:
        """Open the palette."""
        from fr_reader.app.palette import Palette  # noqa: PLC0415 - after the first paint

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
        own = [theme.name for theme in self._themes.all().themes]
        others = sorted(set(self.available_themes) - set(own))
        options = [screens.PickerOption(name, name, self._shade(name)) for name in [*own, *others]]

        def take(picked: screens.Picked | None) -> None:
            if picked is not None and picked.id:
                self.theme = picked.id
                remember_theme(data_folder(), picked.id, self._manner.theme)

        self.push_screen(screens.Picker("Theme", options), take)

    def _shade(self, name: str) -> str:
        shade = "dark" if self.available_themes[name].dark else "light"
        return f"{shade}, in use" if name == self.theme else shade
