"""What is known about an article, a field a line, to be put right by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Input, Static, TextArea

from fr_reader.app.screens.dialog import Dialog
from fr_reader.app.screens.hints import Hint
from fr_reader.app.screens.inputs import LineInput, TextInput
from fr_reader.model import Metadata, visible, visible_text
from fr_reader.model.describing import DESCRIBED, date_doubt, names_in

News = Mapping[str, str | tuple[str, ...]]
"""The fields that were changed, with their new values."""

_ASKS = {
    "title": "what it is called",
    "authors": "who wrote it, a name a line",
    "publisher": "where it appeared",
    "published": "2026-01-02, 2026-01 or 2026",
    "url": "its address on the web",
    "language": "such as en or de-CH",
}
_UNSAVED = "not saved yet: esc again drops it"


class MetadataEditor(Dialog[News | None]):
    """Closes with what was changed, without blanks around it; None when nothing is to be saved.

    A date that cannot be sorted by is told of while it is typed, and kept as it is.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "metadata.tcss"]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("ctrl+s", "save"),
        ("tab", "next field"),
        ("escape", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Field before", show=False),
        Binding("escape,ctrl+g", "back", "Back", show=False),
    ]

    def __init__(self, known: Metadata, typed: News | None = None) -> None:
        """`known` is what is known by now; `typed` what was typed before and could not be saved."""
        super().__init__("What is known about the article")
        self._known = known
        self._typed = typed or {}
        self._origins = dict(known.origins)
        self._shown: dict[str, str] = {}
        self._warned = False

    def again(self, typed: News) -> MetadataEditor:
        """The same once more, with what was typed."""
        return MetadataEditor(self._known, typed)

    def body(self) -> ComposeResult:
        """A line for each field, and one that says more of the field being typed into."""
        with VerticalScroll(id="fields", can_focus=False):
            for name in DESCRIBED:
                with Horizontal(classes="field"):
                    yield Static(Content(name), classes="name")
                    yield self._field(name)
                    yield Static(id=f"origin-{name}", classes="origin")
        yield Static(id="about")

    def _field(self, name: str) -> LineInput | TextInput:
        value = getattr(self._known, name)
        text = "\n".join(value) if isinstance(value, tuple) else value
        self._shown[name] = _plain(text)
        typed = self._typed.get(name, text)
        words = "\n".join(typed) if isinstance(typed, tuple) else typed
        kind = TextInput if name == "authors" else LineInput
        return kind(words, placeholder=_ASKS[name], id=name)

    def on_mount(self) -> None:
        """Begin with the title, which may be longer than its field."""
        title = self.query_one("#title", LineInput)
        title.cursor_position = 0
        title.focus()
        self._say()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _on_changed(self) -> None:
        self._warned = False
        self._say()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002
        """Say what there is to say of the field that is typed into now."""
        self._say()

    @on(Input.Submitted)
    def _on_submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Close with what was changed."""
        self.dismiss(self._news() or None)

    def action_back(self) -> None:
        """Close without saving; where something was changed, only when asked twice."""
        if self._warned or not self._news():
            self.dismiss(None)
            return
        self._warned = True
        self._say()

    def _news(self) -> dict[str, str | tuple[str, ...]]:
        return dict(self._changed())

    def _changed(self) -> Iterator[tuple[str, str | tuple[str, ...]]]:
        """The fields whose words are no longer those that were shown."""
        for name in DESCRIBED:
            words = self._words(name)
            if name == "authors":
                if names_in(words) != names_in(self._shown[name]):
                    yield name, names_in(words)
            elif words.split() != self._shown[name].split():
                yield name, words.strip()

    def _words(self, name: str) -> str:
        field = self.query_one(f"#{name}")
        return (
            field.text if isinstance(field, TextArea) else self.query_one(f"#{name}", Input).value
        )

    def _say(self) -> None:
        """Where each field was found, and what there is to say of the one typed into."""
        news = self._news()
        for name in DESCRIBED:
            words = self._origin(name, name in news)
            self.query_one(f"#origin-{name}", Static).update(Content(words))
        focused = self.focused.id or "" if self.focused is not None else ""
        self.query_one("#about", Static).update(self._about(focused, focused in news))

    def _about(self, name: str, is_new: bool) -> Content:
        if self._warned:
            return Content.styled(_UNSAVED, "$text-warning")
        doubt = date_doubt(self._words("published"))
        if doubt and (name == "published" or not name):
            return Content.styled(doubt, "$text-warning")
        parts = (_ASKS.get(name, ""), self._origin(name, is_new))
        return Content(" · ".join(part for part in parts if part))

    def _origin(self, name: str, is_new: bool) -> str:
        if is_new:
            return "changed"
        where = self._origins.get(name, "")
        return f"from {visible(where)}" if where else ""


def _plain(text: str) -> str:
    """A value as its field shows it."""
    return visible_text(text)
