"""A dialog with a list: the keys that move in it, and back."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.types import CSSPathType

from fr_reader.app.screens.dialog import Dialog
from fr_reader.app.screens.rows import Rows

Result = TypeVar("Result")


class ListDialog(Dialog[Result | None]):
    """A dialog whose body has one `Rows`; it closes with None when backed out."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "picker.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next", show=False),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("escape,ctrl+g", "back", "Back", show=False),
    ]

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.rows.move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a screen."""
        self.rows.page(by)

    def action_back(self) -> None:
        """Close with nothing."""
        self.dismiss(None)
