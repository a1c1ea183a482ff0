"""Keys that wait for another one: what to select, and the letters of labels."""

from __future__ import annotations

from enum import StrEnum

from textual import events
from textual.binding import Binding

from fr_reader.app.commands import Command
from fr_reader.app.cursor import Selection, Unit
from fr_reader.app.labels import LETTERS, Labels
from fr_reader.app.objects import before_marks, behind_marks, closed, with_marks
from fr_reader.app.screens.reader_moves import ReaderMoves
from fr_reader.model import Span


class Mode(StrEnum):
    """What the next key is taken for; each but `reader` is a place of the table of commands, or
    `label`."""

    READER = "reader"
    SELECTION = "selection"
    OBJECT = "object"
    LABEL = "label"


class Aim(StrEnum):
    """What labels are for, in the words the status line has for it."""

    QUOTATION = "type the letters"
    WORD = "type the letters of a word"
    FIRST_WORD = "type those of the first word"
    LAST_WORD = "now those of the last word"


LETTER_BINDINGS = [
    Binding(letter, f"label_letter('{letter}')", show=False, id=f"label.{letter}")
    for letter in (*LETTERS, *LETTERS.upper())
]
"""A letter in capitals is the same letter; it takes the marks beside the word along."""
_ONLY = {
    "label_letter": (Mode.LABEL,),
    "select_object": (Mode.OBJECT,),
    "around": (Mode.SELECTION,),
    "other_end": (Mode.SELECTION,),
}
_HIDDEN_BY_SELECTION = ("accept", "other_edge")
"""Actions of the reader whose keys mean something else while something is selected."""


class ReaderKeys(ReaderMoves):
    """Selecting whole objects and jumping to labels, in the order the keys are pressed."""

    labels: Labels | None = None
    _aim = Aim.QUOTATION
    around: bool | None = None
    """Whether the object asked for is taken with its marks; None where none is asked for."""

    @property
    def mode(self) -> Mode:
        """What the next key is taken for."""
        if self.labels is not None:
            return Mode.LABEL
        if self.around is not None:
            return Mode.OBJECT
        return Mode.SELECTION if self.state.selection is not None else Mode.READER

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key means this action now."""
        mode = self.mode
        if action in _ONLY:
            return mode in _ONLY[action]
        if mode in (Mode.LABEL, Mode.OBJECT):
            return action == "back"
        if mode is Mode.SELECTION and action in _HIDDEN_BY_SELECTION:
            return False
        return super().check_action(action, parameters)

    async def on_key(self, event: events.Key) -> None:
        """Let the keys of a mode win over those of the reader, whichever keys they are.

        Textual asks a screen's bindings in the order in which a keymap has changed them, so that
        the reader's own command could come first.
        """
        mode = self.mode
        if mode is Mode.READER or self.focused is not self.view:
            return
        action = self._action_of(mode, event.key)
        if action:
            event.stop()
            await self.run_action(action)

    def _action_of(self, mode: Mode, key: str) -> str:
        if mode is Mode.LABEL:
            is_letter = len(key) == 1 and key.lower() in LETTERS
            return f"label_letter('{key}')" if is_letter else ""
        command = self.state.keymap.by_key(mode).get(key)
        return command.run if command is not None else ""

    async def run_command(self, command: Command) -> None:
        """Run a command of the reader or of one of its modes, as chosen from a list."""
        if command.place == Mode.OBJECT and self.mode is not Mode.OBJECT:
            self.action_inside()
        if command.place == Mode.SELECTION and self.state.selection is None:
            self.action_select()
        await self.run_action(command.run)

    # objects

    def action_inside(self) -> None:
        self._ask(around=False)

    def action_whole(self) -> None:
        self._ask(around=True)

    def action_around(self) -> None:
        self._ask(around=True)

    def _ask(self, around: bool) -> None:
        self.around = around
        self.said = "around …" if around else "inside …"
        self.show_cursor(reveal=False)

    def action_select_object(self, unit: str) -> None:
        around, self.around = bool(self.around), None
        found = self.state.select_object(Unit(unit), around)
        self.said = "" if found else f"no {unit} here"
        self.show_cursor()

    def action_other_end(self) -> None:
        self.said = "the other end moves now" if self.state.turn_round() else ""
        self.show_cursor()

    # labels

    def action_hint(self) -> None:
        shown = self.view.span_shown()
        places: set[int] = set()
        for quotation in self.state.reading.quotations:
            places.add(quotation.segments[0].start)
            if quotation.speaker is not None:
                places.add(quotation.speaker.start)
        self._label(Aim.QUOTATION, sorted(place for place in places if shown.holds(place)))

    def action_hint_words(self) -> None:
        self._label(Aim.WORD, self._words_in_sight())

    def action_span(self) -> None:
        self.state.selection = None
        self._label(Aim.FIRST_WORD, self._words_in_sight())

    def _words_in_sight(self) -> list[int]:
        shown, (first, last) = self.view.span_shown(), self.view.paragraphs_shown()
        units = self.state.moves.units
        words = (word for at in range(first, last + 1) for word in units(Unit.WORD, at))
        return [word.start for word in words if shown.holds(word.start)]

    def _label(self, aim: Aim, places: list[int]) -> None:
        self._aim, self.labels = aim, Labels.over(places) if places else None
        self.said = aim if places else "nothing to jump to in sight"
        self._show_labels()

    def _show_labels(self) -> None:
        self.view.show_labels(self.labels.shown if self.labels is not None else {})
        self.show_cursor(reveal=False)

    def action_label_letter(self, letter: str) -> None:
        left = self.labels.type(letter.lower()) if self.labels is not None else None
        self.labels, self.said = left, "" if left is not None else "no such label"
        if left is not None and left.reached is not None:
            self.labels = None
            self._jump(left.reached, marks=letter.isupper())
        self._show_labels()

    def _jump(self, offset: int, marks: bool) -> None:
        """Go to what a label stands on; where it was the first word, ask for the last one.

        With `marks` a selection takes in the marks that touch the word.
        """
        state, text = self.state, self.state.reading.article.text
        word = state.moves.unit_at(Unit.WORD, offset)
        if self._aim is Aim.QUOTATION and state.selection is None:
            state.visit(offset)
        elif self._aim is Aim.FIRST_WORD and word is not None:
            if marks:
                word = Span(before_marks(text, word.start), behind_marks(text, word.end))
            state.selection = Selection(word, word.end)
            self._label(Aim.LAST_WORD, self._words_in_sight())
        elif word is not None:
            state.land(word, Unit.WORD)
            if state.selection is not None:
                take = with_marks if marks else closed
                state.selection = take(text, state.selection)

    def leave_mode(self) -> bool:
        """End what waits for another key; False where nothing does."""
        waits = self.mode in (Mode.LABEL, Mode.OBJECT)
        if self.labels is not None and self._aim is Aim.LAST_WORD:
            self.state.selection = None
        self.labels = self.around = None
        if waits:
            self._show_labels()
        return waits
