"""A memo written beside the passage it is about."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static

from fr_reader.app.screens.dialog import Dialog
from fr_reader.app.screens.hints import Hint
from fr_reader.app.screens.inputs import TextInput
from fr_reader.model import visible

_EXCERPT = 200


class MemoEditor(Dialog[str | None]):
    """Closing keeps the words and returns them; None when nothing has changed.

    An empty string means that the memo is to go. Blanks around the memo are dropped.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "memo.tcss"]
    HINTS: ClassVar[tuple[Hint, ...]] = (("escape", "keep and close"), ("ctrl+z", "undo"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+g,ctrl+s", "keep", "Keep and close", show=False),
    ]

    def __init__(
        self,
        memo: str = "",
        *,
        title: str = "Memo",
        excerpt: str = "",
        asks: str = "What do you make of it?",
    ) -> None:
        """`excerpt`: the words of the passage, shown above, shortened where they are many. `asks`
        stands in the field while it is empty."""
        super().__init__(title)
        self._asks = asks
        self._memo = memo
        self._excerpt = excerpt

    def body(self) -> ComposeResult:
        """The passage and the field."""
        if self._excerpt.strip():
            yield Static(Content(_shorten(self._excerpt)), id="passage")
        yield TextInput(self._memo, placeholder=self._asks, id="memo")

    def on_mount(self) -> None:
        """Put the cursor behind the last word, and remember what the field shows."""
        field = self.query_one(TextInput)
        field.move_cursor(field.document.end)
        self._shown = field.text

    def action_keep(self) -> None:
        """Close with what is written."""
        text = self.query_one(TextInput).text
        self.dismiss(None if text == self._shown else text.strip())


def _shorten(words: str) -> str:
    """The beginning of `words` in one line, cut between words."""
    line = visible(" ".join(words.split()))
    if len(line) <= _EXCERPT:
        return line
    return f"{line[:_EXCERPT].rsplit(' ', 1)[0]} …"
