"""The keys of a place, searchable; Enter runs the command under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Input, Static

from fr_reader.app.commands import Command, Keymap
from fr_reader.app.screens.dialog import Dialog
from fr_reader.app.screens.hints import Hint
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.matching import best, fold
from fr_reader.app.screens.rows import Rows

_KEYS = 14
_NARROW = 46


class HelpScreen(Dialog[str | None]):
    """Returns the id of the command to run, or None."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "help.tcss"]
    HINTS: ClassVar[tuple[Hint, ...]] = (("/", "search"), ("enter", "run it"), ("escape", "close"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", "Next", show=False),
        Binding("down,ctrl+n", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False),
        Binding("g,home", "edge(True)", "To the first", show=False),
        Binding("G,end", "edge(False)", "To the last", show=False),
        Binding("slash", "search", "Search", show=False),
        Binding("enter", "run", "Run", show=False),
        Binding("escape,ctrl+g", "back", "Back", show=False),
        Binding("question_mark,q", "close", "Close", show=False),
    ]
    AUTO_FOCUS = ""

    def __init__(
        self, title: str, commands: Sequence[Command], keymap: Keymap | None = None
    ) -> None:
        """`keymap`: the keys of this user."""
        super().__init__(title)
        order = list(dict.fromkeys(command.group for command in commands))
        self._commands = sorted(commands, key=lambda command: order.index(command.group))
        self._keymap = keymap or Keymap()
        self._keys = {c.id: self._keymap.faces(c) for c in self._commands}
        self._folded = [
            tuple(map(fold, (c.title, c.help, *self._keymap.keys(c)))) for c in self._commands
        ]
        self._lines: list[Command | str] = []

    def body(self) -> ComposeResult:
        """The list, and the field that appears when a search begins."""
        field = LineInput(placeholder="type what you want to do", id="filter")
        field.display = False
        yield field
        yield Rows(self._row, most=0.5, id="commands")
        yield Static(Content("No key does that here; esc shows all of them again."), id="nothing")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Show all commands."""
        self._show(range(len(self._commands)))

    @on(Input.Changed, "#filter")
    def _on_typed(self, event: Input.Changed) -> None:
        self._show(best(event.value, self._folded))

    @on(Input.Submitted, "#filter")
    @on(Rows.Chosen)
    def _on_taken(self) -> None:
        self.action_run()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._rows.move(by)
        self._explain()

    def action_page(self, by: int) -> None:
        """Move the cursor by a screen."""
        self._rows.page(by)
        self._explain()

    def action_edge(self, top: bool) -> None:
        """Move to the first or the last command."""
        if top:
            self._rows.first()
        else:
            self._rows.last()
        self._explain()

    def action_search(self) -> None:
        """Show the field and put the cursor in it."""
        field = self.query_one("#filter", LineInput)
        field.display = True
        field.focus()

    def action_run(self) -> None:
        """Close with the command under the cursor."""
        command = self._here()
        if command is not None:
            self.dismiss(command.id)

    def action_back(self) -> None:
        """End the search, or close."""
        field = self.query_one("#filter", LineInput)
        if field.display:
            field.value = ""
            field.display = False
            self.set_focus(None)
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    @property
    def _rows(self) -> Rows:
        return self.query_one(Rows)

    def _here(self) -> Command | None:
        row = self._rows.cursor
        line = self._lines[row] if 0 <= row < len(self._lines) else ""
        return line if isinstance(line, Command) else None

    def _show(self, found: Sequence[int]) -> None:
        """Show these commands under the names of their groups, or as found while searching."""
        commands = [self._commands[index] for index in found]
        if len(commands) < len(self._commands):
            self._lines = [*commands]
        else:
            grouped = groupby(commands, key=lambda command: command.group)
            self._lines = [line for group, members in grouped for line in (group, *members)]
        headings = (n for n, line in enumerate(self._lines) if isinstance(line, str))
        self._rows.show(len(self._lines), headings=frozenset(headings))
        self._rows.display = bool(commands)
        self.query_one("#nothing").display = not commands
        self._explain()

    def _explain(self) -> None:
        """Say in a sentence what the command under the cursor does."""
        command = self._here()
        self.query_one("#about", Static).update(
            Content(self._keymap.say(command.help) if command else "")
        )

    def _row(self, row: int, width: int) -> Content:
        line = self._lines[row]
        if isinstance(line, str):
            return Content.styled(line, "bold $text-primary")
        room = min(_KEYS if width > _NARROW else _KEYS // 2, max(map(len, self._keys.values())))
        faces = Content.styled(self._keys[line.id], "bold $text-accent")
        return Content.assemble(faces.truncate(room, ellipsis=True, pad=True), "  ", line.title)
