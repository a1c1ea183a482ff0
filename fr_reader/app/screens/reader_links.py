"""Saying in the reader what one claim or concern is to another."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from fr_reader.app import screens
from fr_reader.app.screens.acting import ActingScreen
from fr_reader.app.tell import tell
from fr_reader.model import Annotation, Relation, StoreError, kind_of

if TYPE_CHECKING:
    from fr_reader.app.screens import Picked

_NO_STATEMENT = "only a claim or a concern is linked to another"
_NO_OTHER = "there is no other claim or concern yet"


class ReaderLinks(ActingScreen[None]):
    """Asks for a relation, then for the statement it leads to, and links the two."""

    class LinksLookedUp(Message):
        """The words that links lead to in other articles are known."""

    def look_up_links(self) -> None:
        """Find the words that links lead to in other articles; for a thread beside the screen."""
        state = self.state
        with suppress(StoreError):  # then the panel names the article alone
            if state.linked.look_up(state.desk.store, state.desk.annotations):
                self.post_message(self.LinksLookedUp())

    @on(LinksLookedUp)
    def _on_links_looked_up(self) -> None:
        self.show_all(reveal=False)

    def action_link(self) -> None:
        """Ask what the chosen claim or concern is to another, or which link is to go."""
        here = self.state.here()
        chosen = here.chosen if here is not None else None
        if chosen is None or not kind_of(self.state.desk.codebook, chosen.code):
            self.said = _NO_STATEMENT
            self.show_all(reveal=False)
            return
        from fr_reader.app.statement_options import (  # noqa: PLC0415 - after the first paint
            REMOVE,
            relation_options,
        )

        async def picked(choice: Picked | None) -> None:
            if choice is None or choice.id is None:
                return
            if choice.id.startswith(REMOVE):
                link = chosen.links[int(choice.id.removeprefix(REMOVE))]
                await self.act(lambda: self.state.unlink(chosen, link))
            else:
                self.run_worker(self._offer(chosen, Relation(choice.id)), group="statements")

        linked = self.state.linked.of(chosen, self.state.desk.annotations)
        options = relation_options(linked)
        self.app.push_screen(screens.Picker("What it is to another one", options), picked)

    async def _offer(self, annotation: Annotation, relation: Relation) -> None:
        """Ask which statement of the project it is; they are gathered beside the screen."""
        from fr_reader.app.statement_options import statement_options  # noqa: PLC0415 - as above

        store = self.state.desk.store
        try:
            options, places = await asyncio.to_thread(statement_options, store, annotation)
        except StoreError as error:
            tell(self.app, str(error), "Not linked", "error")
            return
        if not self.is_current:
            return
        if not options:
            self.said = _NO_OTHER
            self.show_all(reveal=False)
            return

        async def picked(choice: Picked | None) -> None:
            if choice is not None and choice.id is not None:
                article, to = places[int(choice.id)]
                await self.act(lambda: self.state.link(annotation, relation, article, to))

        title = f"It {relation.value} which one?"
        self.app.push_screen(screens.Picker(title, options), picked)
