"""Screens on which something is done to an article, one deed at a time, and news is looked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.screen import Screen, ScreenResultType

from fr_reader.app.reader_state import ReaderState
from fr_reader.app.tell import tell
from fr_reader.model import StoreError
from fr_reader.store.workplace import RevisedError

NEWS = 1.0
"""Seconds after which a screen looks for what other windows have saved."""
OUTDATED = "new text: close and open again"


class ActingScreen(Screen[ScreenResultType]):
    """Does deeds and shows what became of them; `said` is what the last one said."""

    def __init__(self, state: ReaderState) -> None:
        super().__init__()
        self.state = state
        self.said = ""

    def show_all(self, reveal: bool = True) -> None:
        """Show everything anew; `reveal` scrolls to where the user is."""
        raise NotImplementedError

    def watch_for_news(self) -> None:
        """Look for news from now on."""
        self.set_interval(NEWS, self.look_for_news)

    async def look_for_news(self) -> None:
        """Show what another window or process has saved; never while a deed is being saved."""
        if self.state.turn.locked() or not self.is_current or self.state.outdated:
            return
        async with self.state.turn:
            try:
                news = await asyncio.to_thread(self.state.desk.refresh)
            except RevisedError as error:
                self._tell_outdated(error)
                return
            except StoreError:
                return  # what is wrong is said where something is done
        if news and self.is_current:
            self.show_all(reveal=False)

    async def act(self, deed: Callable[[], str]) -> bool:
        """Do a deed off the screen's thread; what it says is shown once it is saved.

        Deeds wait for one another, whatever started them. False when it could not be saved.
        """
        async with self.state.turn:
            self.app.clear_notifications()
            saved, before = True, self.state.passage
            try:
                self.said = await asyncio.to_thread(deed)
            except RevisedError as error:
                saved = False
                self._tell_outdated(error)
            except StoreError as error:
                saved = False
                self.said = "not saved"
                tell(self.app, str(error), "Not saved", "error")
            self.show_all(reveal=self.state.passage != before)
        return saved

    def _tell_outdated(self, error: RevisedError) -> None:
        """Say that the article has a new text, and let the screen say it from now on."""
        self.state.outdated = True
        self.said = OUTDATED
        tell(self.app, str(error), "New text", "warning", timeout=30)
        if self.is_current:
            self.show_all(reveal=False)
