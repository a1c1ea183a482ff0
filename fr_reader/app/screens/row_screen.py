"""Screens around a list of rows, whose keys move its cursor."""

from __future__ import annotations

from textual.screen import Screen

from fr_reader.app.screens.rows import Rows


class RowScreen(Screen[None]):
    """Moves the cursor of the one list of rows it has."""

    def action_down(self) -> None:
        self.query_one(Rows).move(1)

    def action_up(self) -> None:
        self.query_one(Rows).move(-1)

    def action_top(self) -> None:
        self.query_one(Rows).first()

    def action_bottom(self) -> None:
        self.query_one(Rows).last()

    def action_page_down(self) -> None:
        self.query_one(Rows).page(1)

    def action_page_up(self) -> None:
        self.query_one(Rows).page(-1)
