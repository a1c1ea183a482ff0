"""The frame all dialogs share: a title in the border, a body, and the keys at the bottom."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widgets import Static

from fr_reader.app.screens.hints import Hint, hint_line
from fr_reader.model import visible

Result = TypeVar("Result")

WIDTHS = [(0, "-narrow"), (60, "-wide")]
HEIGHTS = [(0, "-low"), (18, "-tall")]
"""The classes a screen gets from so many columns and lines on."""


class Dialog(ModalScreen[Result]):
    """A modal screen with a framed body; `body` and `HINTS` are what differs."""

    CSS_PATH: ClassVar[CSSPathType | None] = "dialog.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    HINTS: ClassVar[tuple[Hint, ...]] = ()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title

    def compose(self) -> ComposeResult:
        """The frame with the body and the hints."""
        with Vertical(id="frame") as frame:
            frame.border_title = title_of(self._heading)
            yield from self.body()
            yield Static(hint_line(self.hints()), id="hints")

    def hints(self) -> tuple[Hint, ...]:
        """The keys named at the bottom."""
        return self.HINTS

    def body(self) -> ComposeResult:
        """What stands inside the frame."""
        yield from ()

    def say(self, words: str) -> None:
        """Write `words` into the frame's lower border; empty clears it."""
        frame = self.query_one("#frame", Vertical)
        frame.border_subtitle = title_of(words) if words else None


def title_of(words: str) -> Text:
    """`words` as a border title, shown verbatim: a plain `str` would be read as markup."""
    return Text(f" {visible(words)} ", end="")
