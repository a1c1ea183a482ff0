"""A list of which several are chosen, such as the quotations to split off a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from fr_reader.app.screens.hints import Hint
from fr_reader.app.screens.list_dialog import ListDialog
from fr_reader.app.screens.picker import PickerOption
from fr_reader.app.screens.rows import Rows
from fr_reader.model import visible


class Chooser(ListDialog[tuple[str, ...]]):
    """Space chooses a row or lets it go, Enter takes what is chosen: the ids, or None."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("space", "choose"),
        ("a", "all"),
        ("enter", "take them"),
        ("escape", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("ctrl+d", "page(1)", "Page down", show=False),
        Binding("ctrl+u", "page(-1)", "Page up", show=False),
        Binding("ctrl+down", "scroll(1)", "Scroll the words", show=False),
        Binding("ctrl+up", "scroll(-1)", "Scroll back", show=False),
        Binding("space,x", "turn", "Choose or let go", show=False),
        Binding("a", "all", "Choose all, or none", show=False),
        Binding("enter", "take", "Take what is chosen", show=False),
        Binding("q", "back", "Back", show=False),
    ]
    AUTO_FOCUS = ""

    def __init__(self, title: str, options: Sequence[PickerOption]) -> None:
        super().__init__(title)
        self._options = tuple(options)
        self._chosen: set[str] = set()

    def body(self) -> ComposeResult:
        """The list, and all of the words of the row under the cursor."""
        yield Rows(self._row, most=0.45, id="options")
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="words")

    def on_mount(self) -> None:
        """Show all options."""
        self.watch(self.rows, "cursor", self._explain, init=False)
        self.rows.show(len(self._options))
        self._explain()

    @on(Rows.Chosen)
    def _on_clicked(self) -> None:
        self.action_turn()

    def action_scroll(self, by: int) -> None:
        """Scroll the words of the row, where they are long."""
        self.query_one("#about", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_turn(self) -> None:
        """Choose the row under the cursor, or let it go; the cursor goes on."""
        row = self.rows.cursor
        if 0 <= row < len(self._options):
            self._chosen ^= {self._options[row].id}
            self.rows.repaint(row)
            self.rows.move(1)
            self._explain()

    def action_all(self) -> None:
        """Choose all, or none where all are chosen."""
        everything = {option.id for option in self._options}
        self._chosen = set() if self._chosen == everything else everything
        self.rows.refresh()
        self._explain()

    def action_take(self) -> None:
        """Close with what is chosen."""
        if self._chosen:
            self.dismiss(tuple(o.id for o in self._options if o.id in self._chosen))
        else:
            self.say("space chooses")

    def _explain(self) -> None:
        row = self.rows.cursor
        words = self._options[row].about if 0 <= row < len(self._options) else ""
        self.query_one("#words", Static).update(Content(visible(words)))
        self.query_one("#about", VerticalScroll).scroll_home(animate=False)
        self.say(f"{len(self._chosen):,} of {len(self._options):,} chosen")

    def _row(self, row: int, width: int) -> Content:
        option = self._options[row]
        mark = "[x] " if option.id in self._chosen else "[ ] "
        detail = Content(visible(option.detail)).truncate(width // 3, ellipsis=True)
        room = max(4, width - detail.cell_length - 6)
        label = Content(visible(option.label)).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(
            (mark, "bold $text-accent"), label, "  ", detail.stylize("$fr-muted")
        )
