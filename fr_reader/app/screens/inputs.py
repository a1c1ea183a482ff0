"""Fields to type into that never hold what could command a terminal, pasted or given."""

from __future__ import annotations

import re
from dataclasses import replace

from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from fr_reader.model import visible, visible_text


class LineInput(Input):
    """An input of one line; control characters come in as visible symbols."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(visible(value), placeholder=placeholder, id=id, compact=True)
        self.cursor_blink = False
        self.select_on_focus = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of the characters from `start` to `end`."""
        super().replace(visible(text), start, end)


class TextInput(TextArea):
    """An input of several lines; control characters but newline and tab become symbols."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(_plain(text), placeholder=placeholder, id=id, compact=True)
        self.cursor_blink = False

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit, its text made safe."""
        return super().edit(replace(edit, text=_plain(edit.text)))


def _plain(text: str) -> str:
    return visible_text(re.sub(r"\r\n?", "\n", text))
