"""The styles to cite in, one after the other, with the passage as it would be copied."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static

from fr_reader.app.screens.dialog import Dialog
from fr_reader.app.screens.hints import Hint
from fr_reader.export.citations.styles import STYLES
from fr_reader.model import visible, visible_text


class CitationDialog(Dialog[str | None]):
    """Closes with the id of the style to copy in, or None.

    Its own key, the one it was opened with, shows the next style.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "citation.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "take", "Copy", show=False),
        Binding("escape,ctrl+g,q", "leave", "Leave", show=False),
        Binding("tab,right,l", "turn(1)", "Next style", show=False),
        Binding("shift+tab,left,h", "turn(-1)", "Previous style", show=False),
        Binding("j,down,ctrl+n", "scroll(1)", "Further down", show=False),
        Binding("k,up,ctrl+p", "scroll(-1)", "Further up", show=False),
    ]

    def __init__(
        self, preview: Callable[[str], str], style: str, again: Collection[str] = ()
    ) -> None:
        """`preview` gives the citation in a style, `style` is shown first, and the keys `again`
        show the next one."""
        super().__init__("Cite in which style?")
        self._preview = preview
        self._styles = list(STYLES)
        self._at = self._styles.index(style) if style in STYLES else 0
        self._again = tuple(again)

    def hints(self) -> tuple[Hint, ...]:
        """The keys named at the bottom, the one it was opened with first."""
        turn = self._again[0] if self._again else "tab"
        return (("enter", "copy"), (turn, "next style"), ("escape", "leave"))

    def body(self) -> ComposeResult:
        """Which style it is, what it is for, and the citation."""
        yield Static(id="style")
        yield Static(id="about")
        with VerticalScroll(id="preview", can_focus=False):
            yield Static(id="cited")

    def on_mount(self) -> None:
        """Show the first style."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Show the next style on the key that opened the dialog."""
        if event.key in self._again:
            event.stop()
            event.prevent_default()
            self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Show the style so many further on, round and round."""
        self._at = (self._at + by) % len(self._styles)
        self._show()

    def action_scroll(self, by: int) -> None:
        """Move a long citation by a line."""
        self.query_one("#preview", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_take(self) -> None:
        """Close with the style shown."""
        self.dismiss(self._styles[self._at])

    def action_leave(self) -> None:
        """Close, and leave the style as it was."""
        self.dismiss(None)

    def _show(self) -> None:
        style = STYLES[self._styles[self._at]]
        count = f"{self._at + 1}/{len(self._styles)}"
        head = Content.assemble((style.title, "bold"), (f"   {count}", "$fr-muted"))
        self.query_one("#style", Static).update(head)
        self.query_one("#about", Static).update(Content(visible(style.help)))
        cited = Content(visible_text(self._preview(style.id)))
        self.query_one("#cited", Static).update(cited)
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)
