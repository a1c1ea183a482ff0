"""A question with two answers."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.types import CSSPathType
from textual.widgets import Static

from fr_reader.app.screens.dialog import Dialog
from fr_reader.app.screens.hints import Hint
from fr_reader.model import visible


class Answer(Static):
    """One of the two answers; the one Enter takes is marked."""

    ALLOW_SELECT = False

    class Given(Message):
        """The user clicked an answer."""

        def __init__(self, yes: bool) -> None:
            super().__init__()
            self.yes = yes

    def __init__(self, words: str, yes: bool) -> None:
        super().__init__(id="yes" if yes else "no")
        self._words = words
        self._yes = yes

    def mark(self, chosen: bool) -> None:
        """Show whether Enter takes this answer."""
        self.set_class(chosen, "-chosen")
        self.update(Content(f"{'▸' if chosen else ' '} {visible(self._words)} "))

    def on_click(self, event: events.Click) -> None:
        """Give this answer."""
        event.stop()
        self.post_message(self.Given(self._yes))


class Confirm(Dialog[bool]):
    """True for yes; Enter takes the marked answer, which is no unless `default` says else."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "confirm.tcss"]
    HINTS: ClassVar[tuple[Hint, ...]] = (("y", "yes"), ("n escape", "no"), ("enter", "the marked"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n,escape,ctrl+g,q", "answer(False)", "No", show=False),
        Binding("enter", "take", "Take the marked answer", show=False),
        Binding("left,right,tab,shift+tab,h,l", "turn", "The other answer", show=False),
    ]

    def __init__(
        self,
        question: str,
        detail: str = "",
        *,
        title: str = "Are you sure?",
        yes: str = "Yes",
        no: str = "No",
        default: bool = False,
    ) -> None:
        """`detail` explains the question in a sentence below it."""
        super().__init__(title)
        self._question = question
        self._detail = detail
        self._words = {True: yes, False: no}
        self._chosen = default

    def body(self) -> ComposeResult:
        """The question, what explains it, and the answers."""
        yield Static(Content(visible(self._question)), id="question")
        if self._detail:
            yield Static(Content(visible(self._detail)), id="detail")
        with Horizontal(id="answers"):
            yield Answer(self._words[True], True)
            yield Answer(self._words[False], False)

    def on_mount(self) -> None:
        """Mark the default answer."""
        self._mark()

    def on_answer_given(self, message: Answer.Given) -> None:
        """Close with the answer clicked."""
        self.dismiss(message.yes)

    def action_answer(self, yes: bool) -> None:
        """Close with this answer."""
        self.dismiss(yes)

    def action_take(self) -> None:
        """Close with the marked answer."""
        self.dismiss(self._chosen)

    def action_turn(self) -> None:
        """Mark the other answer."""
        self._chosen = not self._chosen
        self._mark()

    def _mark(self) -> None:
        self.query_one("#yes", Answer).mark(self._chosen)
        self.query_one("#no", Answer).mark(not self._chosen)
