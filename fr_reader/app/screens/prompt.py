"""One line to type, such as the name of a file."""

from __future__ import annotations

from collections.abc import Callable
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
from fr_reader.model import visible

Validator = Callable[[str], str]
"""Says in a sentence what is wrong with a value; empty when nothing is."""


class Prompt(Dialog[str | None]):
    """Enter returns what was typed, without blanks around it; None when backed out."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "prompt.tcss"]
    HINTS: ClassVar[tuple[Hint, ...]] = (("enter", "take it"), ("escape", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+g", "back", "Back", show=False)]

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        validate: Validator | None = None,
        placeholder: str = "",
    ) -> None:
        """`validate` is asked on Enter; what it says is shown and the prompt stays open."""
        super().__init__(title)
        self._value = value
        self._validate = validate
        self._placeholder = placeholder

    def body(self) -> ComposeResult:
        """The field, and a line for what is wrong."""
        yield LineInput(self._value, placeholder=self._placeholder, id="line")
        yield Static(id="fault")

    @on(Input.Submitted, "#line")
    def _on_submitted(self, event: Input.Submitted) -> None:
        value = event.value.strip()
        fault = self._validate(value) if self._validate else ""
        if fault:
            self.query_one("#fault", Static).update(Content(visible(fault)))
        else:
            self.dismiss(value)

    @on(Input.Changed, "#line")
    def _on_changed(self) -> None:
        self.query_one("#fault", Static).update(Content(""))

    def action_back(self) -> None:
        """Close with nothing."""
        self.dismiss(None)
