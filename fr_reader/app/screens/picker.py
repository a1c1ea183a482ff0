"""A searchable list to choose one thing from, or to make a new one by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from fr_reader.app.screens.hints import Hint
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.list_dialog import ListDialog
from fr_reader.app.screens.matching import best, fold
from fr_reader.app.screens.rows import Rows
from fr_reader.model import visible, visible_lines

_ROOMY = 46
"""Cells of a row above which there is room for details in words."""
_LONG = 90
"""So many code points of what is said of an option may not fit where there is little room."""

_NO_MATCH = "Nothing matches; esc goes back."
_NOTHING = "Nothing to choose yet; esc goes back."


@dataclass(frozen=True, slots=True)
class PickerOption:
    """One thing to choose; `keywords` are further words it is found by, such as aliases.

    `about` is shown in full below the list while the cursor is on it, `style` is how its label is
    written, `brief` stands for `detail` where there is little room.
    """

    id: str
    label: str
    detail: str = ""
    keywords: tuple[str, ...] = ()
    about: str = ""
    style: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Picked:
    """What was chosen: the `id` of an option, or the name of a thing to make, `created`."""

    id: str | None = None
    created: str | None = None


class Picker(ListDialog[Picked]):
    """Type to filter, Enter takes the row under the cursor; None when backed out."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("up down", "move"),
        ("enter", "choose"),
        ("escape", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+down", "scroll(1)", "Scroll what is said of it", show=False),
        Binding("ctrl+up", "scroll(-1)", "Scroll back", show=False),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[PickerOption],
        create_label: str | None = None,
        at: str = "",
    ) -> None:
        """`create_label`, such as “New speaker”, lets a name that is not there be made. `at` is the
        id of the option the cursor begins on, else it is the first."""
        super().__init__(title)
        self._at = next((n for n, option in enumerate(options) if option.id == at), 0)
        self._options = tuple(options)
        self._folded = [(fold(o.label), *map(fold, o.keywords)) for o in self._options]
        self._labels = {option.label.casefold() for option in self._options}
        self._create_label = create_label
        self._found: list[int] = []
        self._typed = ""

    def hints(self) -> tuple[Hint, ...]:
        """The keys, with the one that scrolls where there may be something to scroll."""
        long = any(len(option.about) > _LONG for option in self._options)
        return (*self.HINTS, ("ctrl+down", "more")) if long else self.HINTS

    def body(self) -> ComposeResult:
        """The field, the list, and what stands there when the list is empty."""
        hint = "type to filter or name a new one" if self._create_label else "type to filter"
        yield LineInput(placeholder=hint, id="filter")
        told = any(option.about for option in self._options)
        yield Rows(self._row, wraps=True, most=0.4 if told else 0.55, id="options")
        yield Static(id="nothing")
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="words")

    def on_mount(self) -> None:
        """Show all options."""
        self.query_one("#about").display = any(option.about for option in self._options)
        self.watch(self.rows, "cursor", self._explain, init=False)
        self._filter()

    def on_resize(self) -> None:
        """Give what is said of an option the room the longest needs, so that nothing jumps."""
        self.call_after_refresh(self._make_room)

    def _make_room(self) -> None:
        panel = self.query_one("#about", VerticalScroll)
        width = max(8, panel.scrollable_content_region.width * 5 // 6)
        needed = (_lines(option.about, width) for option in self._options)
        most = 3 if self.has_class("-low") else self.size.height // 3
        panel.styles.height = max(2, min(max(needed, default=0), most))

    @on(Input.Changed, "#filter")
    def _on_typed(self, event: Input.Changed) -> None:
        self._typed = event.value.strip()
        self._filter()

    @on(Input.Submitted, "#filter")
    @on(Rows.Chosen)
    def _on_taken(self) -> None:
        self.action_choose()

    def action_scroll(self, by: int) -> None:
        """Scroll what is said of the option, where it is long."""
        self.query_one("#about", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_choose(self) -> None:
        """Close with the row under the cursor."""
        row = self.rows.cursor
        if 0 <= row < len(self._found):
            self.dismiss(Picked(id=self._options[self._found[row]].id))
        elif row >= 0:
            self.dismiss(Picked(created=self._typed))

    @property
    def offered(self) -> str:
        """The label of the row under the cursor; empty where there is none or it makes one."""
        row = self.rows.cursor
        return self._options[self._found[row]].label if 0 <= row < len(self._found) else ""

    def _filter(self) -> None:
        self._found = best(self._typed, self._folded)
        found, all_of_them = len(self._found), len(self._options)
        rows = self.rows
        rows.show(found + self._creates(), 0 if self._typed else self._at)
        rows.display = rows.count > 0
        nothing = self.query_one("#nothing", Static)
        nothing.display = not rows.display
        nothing.update(Content(_NO_MATCH if self._options else _NOTHING))
        self._explain()
        self.say(f"{found:,} of {all_of_them:,}" if found < all_of_them else f"{found:,}")

    def _explain(self) -> None:
        """Say below the list all there is to say of the option under the cursor."""
        row = self.rows.cursor
        found = 0 <= row < len(self._found)
        words = self._options[self._found[row]].about if found else ""
        self.query_one("#words", Static).update(Content(visible_lines(words)))
        self.query_one("#about", VerticalScroll).scroll_home(animate=False)

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
        roomy = width > _ROOMY
        words = option.detail if roomy else option.brief or option.detail
        detail = Content(visible(words)).truncate(
            width * 2 // 5 if roomy else width // 3, ellipsis=True
        )
        room = width - (detail.cell_length + 2 if detail else 0)
        label = self._label(option, self._found[row]).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(label, "  ", detail.stylize("$fr-muted")) if detail else label

    def _label(self, option: PickerOption, index: int) -> Content:
        """The label, what was typed underlined in it."""
        label = Content.styled(visible(option.label), option.style)
        wanted, folded = fold(self._typed), self._folded[index][0]
        place = folded.find(wanted) if wanted and len(folded) == len(option.label) else -1
        return label.stylize("underline", place, place + len(wanted)) if place >= 0 else label


def _lines(words: str, width: int) -> int:
    """About how many lines `words` take in `width` cells."""
    return sum(1 + cell_len(line) // width for line in words.split("\n")) if words else 0
