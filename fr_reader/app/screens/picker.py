"""A searchable list to choose one thing from, or to make a new one by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Input, Static

from fr_reader.app.screens.dialog import Dialog
from fr_reader.app.screens.hints import Hint
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.matching import best, fold
from fr_reader.app.screens.rows import Rows
from fr_reader.model import visible

_NO_MATCH = "Nothing matches; esc goes back."
_NOTHING = "Nothing to choose yet; esc goes back."


@dataclass(frozen=True, slots=True)
class PickerOption:
    """One thing to choose; `keywords` are further words it is found by, such as aliases."""

    id: str
    label: str
    detail: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picked:
    """What was chosen: the `id` of an option, or the name of a thing to make, `created`."""

    id: str | None = None
    created: str | None = None


class Picker(Dialog[Picked | None]):
    """Type to filter, Enter takes the row under the cursor; None when backed out."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "picker.tcss"]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("up down", "move"),
        ("enter", "choose"),
        ("escape", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next", show=False),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("escape,ctrl+g", "back", "Back", show=False),
    ]

    def __init__(
        self, title: str, options: Sequence[PickerOption], create_label: str | None = None
    ) -> None:
        """`create_label`, such as “New speaker”, lets a name that is not there be made."""
        super().__init__(title)
        self._options = tuple(options)
        self._folded = [(fold(o.label), *map(fold, o.keywords)) for o in self._options]
        self._labels = {option.label.casefold() for option in self._options}
        self._create_label = create_label
        self._found: list[int] = []
        self._typed = ""

    def body(self) -> ComposeResult:
        """The field, the list, and what stands there when the list is empty."""
        hint = "type to filter or name a new one" if self._create_label else "type to filter"
        yield LineInput(placeholder=hint, id="filter")
        yield Rows(self._row, wraps=True, most=0.55, id="options")
        yield Static(id="nothing")

    def on_mount(self) -> None:
        """Show all options."""
        self._filter()

    @on(Input.Changed, "#filter")
    def _on_typed(self, event: Input.Changed) -> None:
        self._typed = event.value.strip()
        self._filter()

    @on(Input.Submitted, "#filter")
    @on(Rows.Chosen)
    def _on_taken(self) -> None:
        self.action_choose()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Rows).move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a screen."""
        self.query_one(Rows).page(by)

    def action_choose(self) -> None:
        """Close with the row under the cursor."""
        row = self.query_one(Rows).cursor
        if 0 <= row < len(self._found):
            self.dismiss(Picked(id=self._options[self._found[row]].id))
        elif row >= 0:
            self.dismiss(Picked(created=self._typed))

    @property
    def offered(self) -> str:
        """The label of the row under the cursor; empty where there is none or it makes one."""
        row = self.query_one(Rows).cursor
        return self._options[self._found[row]].label if 0 <= row < len(self._found) else ""

    def action_back(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    def _filter(self) -> None:
        self._found = best(self._typed, self._folded)
        found, all_of_them = len(self._found), len(self._options)
        rows = self.query_one(Rows)
        rows.show(found + self._creates())
        rows.display = rows.count > 0
        nothing = self.query_one("#nothing", Static)
        nothing.display = not rows.display
        nothing.update(Content(_NO_MATCH if self._options else _NOTHING))
        self.say(f"{found:,} of {all_of_them:,}" if found < all_of_them else f"{found:,}")

    def _creates(self) -> bool:
        """Whether the last row makes something new."""
        named_already = self._typed.casefold() in self._labels
        return bool(self._create_label and self._typed) and not named_already

    def _row(self, row: int, width: int) -> Content:
        if row >= len(self._found):
            return Content.assemble(
                ("+ ", "bold $text-accent"),
                (f"{self._create_label} “{self._typed}”", "$text-accent"),
            )
        option = self._options[self._found[row]]
        detail = Content(visible(option.detail)).truncate(
            width * 2 // 5 if width > 46 else width // 4, ellipsis=True
        )
        room = width - (detail.cell_length + 2 if detail else 0)
        label = self._label(option, self._found[row]).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(label, "  ", detail.stylize("$fr-muted")) if detail else label

    def _label(self, option: PickerOption, index: int) -> Content:
        """The label, what was typed underlined in it."""
        label = Content(visible(option.label))
        wanted, folded = fold(self._typed), self._folded[index][0]
        place = folded.find(wanted) if wanted and len(folded) == len(option.label) else -1
        return label.stylize("underline", place, place + len(wanted)) if place >= 0 else label
