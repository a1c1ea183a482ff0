"""The reader without its screen: what is read, where the cursor is, and what the keys do.

Deeds return the sentence the status line shows; they run in a thread, so nothing here touches a
widget. StoreError passes through: what was not saved did not happen.
"""

from __future__ import annotations

import asyncio

from fr_reader.app.cursor import Focus, Moves, Unit
from fr_reader.app.cursor_state import CursorState
from fr_reader.app.describe import tag_name
from fr_reader.app.here import Here, Voice, look, quotation_under, speaker_segments, voices
from fr_reader.app.marks import Marking
from fr_reader.app.triage import focus_on, following, pending, under
from fr_reader.model import MACHINE, Annotation, Code, Description, Reading, Span, Suggestion
from fr_reader.store.desk import Desk
from fr_reader.text import words
from fr_reader.text.descriptions import Described
from fr_reader.text.known import carried_mention


class ReaderState(CursorState):
    """One article open in front of one coder.

    `turn` is held while something is saved; `outdated` says that the article has a new text, so
    that nothing can be done to this one any more.
    """

    def __init__(self, reading: Reading, desk: Desk) -> None:
        super().__init__(reading)
        self.desk = desk
        self.turn = asyncio.Lock()
        self.outdated = False
        self.suggestions: tuple[Suggestion, ...] = ()
        self.searching = True
        self.described = Described(reading)
        self._proposed = ""
        self._words: dict[Span, int] = {}

    def found(
        self,
        reading: Reading,
        suggestions: tuple[Suggestion, ...] = (),
        described: Described | None = None,
    ) -> None:
        """Take in what has been found; the cursor stays where it is."""
        self.searching = False
        self.suggestions = suggestions
        self.described = described or Described(reading)
        self.moves = Moves(reading)

    # triage

    @property
    def pending(self) -> tuple[Suggestion, ...]:
        """The suggestions still to be decided on, in text order."""
        return pending(self.suggestions, self.desk.annotations, self.desk.coder)

    @property
    def proposed(self) -> Suggestion | None:
        """The suggestion the cursor is on."""
        return under(self.pending, self.focus, self._proposed)

    def skip(self) -> str:
        """Go to the next suggestion."""
        return self._go_on(self.proposed or self.focus)

    def _go_on(self, after: Suggestion | Focus | None) -> str:
        there = following(self.pending, after)
        if there is None:
            return "nothing left to review" if self.suggestions else "no suggestions here"
        self.selection, self.focus = None, focus_on(there)
        self._proposed, self._chosen = there.code, ""
        return ""

    def accept(self) -> str:
        """Make the suggestion under the cursor one's own and go to the next."""
        here = self.proposed
        if here is None:
            return self._go_on(self.focus)
        self.desk.accept([here], self.described)
        return self._go_on(here) or f"{here.who or here.code} · saved"

    def reject(self) -> str:
        """Turn the suggestion under the cursor down and go to the next."""
        here = self.proposed
        if here is None:
            return self._go_on(self.focus)
        self.desk.reject(here)
        return self._go_on(here) or "turned down · saved"

    def why(self) -> str:
        """Why the suggestion, or else the quotation, under the cursor is there."""
        found = self.proposed
        if found is not None:
            what = found.code or found.who
            sure = f"{MACHINE}, rule {found.rule}, confidence {found.confidence:.2f}"
            return f"{what}: {found.reason} ({sure})"
        here = self.here()
        if here is None or here.quotation is None:
            return "There is no suggestion under the cursor: space goes to the next one."
        quotation = here.quotation
        sure = f"{MACHINE}, rule {quotation.rule}, confidence {quotation.confidence:.2f}"
        return f"{quotation.who or 'no speaker found'}: {quotation.reason} ({sure})"

    def accept_rest(self) -> str:
        """Accept all that is left, in one act."""
        return f"{self.desk.accept(self.pending, self.described)} accepted · saved"

    # what is there

    def here(self) -> Here | None:
        """All about the passage under the cursor; None in an empty article."""
        if self.passage is None:
            return None
        desk = self.desk
        return look(self.reading, desk.annotations, self.passage, desk.coder, self._chosen)

    def marking(self) -> Marking:
        """What is to be drawn on the text."""
        desk = self.desk
        return Marking.of(desk.annotations, self.reading.quotations, desk.codebook, self.pending)

    def about(self, here: Here) -> str:
        """Role and affiliation of the passage's speaker, or of the one found for it; or empty.

        Of one who is only found, once the article's descriptions are ready.
        """
        known = None
        if here.speaker is not None:
            known = self.desk.speakers.get(here.speaker.speaker)
        elif here.quotation is not None and here.quotation.who:
            who = here.quotation.who
            known = self.desk.speakers.named(who)
            if known is None and self.described.is_ready:
                return self.described.get(who, Description()).about
        return known.about if known else ""

    def voices(self) -> list[Voice]:
        """The article's speakers."""
        return voices(self.reading, self.desk.annotations, self.desk.speakers, self._count)

    def _count(self, span: Span) -> int:
        if span not in self._words:
            self._words[span] = len(words(self.reading.article.text, span))
        return self._words[span]

    def name_of(self, annotation: Annotation | None) -> str:
        """What to call an annotation, or the passage where there is none."""
        if annotation is None:
            return f"this {self.passage.unit}" if self.passage else "nothing"
        return tag_name(annotation, self.desk.codebook, self.desk.speakers)

    def words_of(self, annotation: Annotation | None) -> str:
        """The first words an annotation, or else the passage, is about."""
        if annotation is not None:
            return annotation.anchors[0].exact
        return self.passage.segments[0].of(self.reading.article.text) if self.passage else ""

    def quotation_here(self) -> bool:
        """Whether the cursor touches a quotation."""
        passage = self.passage
        return passage is not None and quotation_under(self.reading, passage) is not None

    def copied_segments(self) -> tuple[Span, ...]:
        """What copying takes: on a paragraph its quotation if it has one, else the passage."""
        if self.passage is None:
            return ()
        if self.passage.unit is Unit.PARAGRAPH:
            return speaker_segments(self.reading, self.passage)
        return self.passage.segments

    def speaker_of(self, segments: tuple[Span, ...]) -> str:
        """The accepted speaker of a passage: of it, or of the quotation it lies in; else empty."""
        spoken = self.desk.annotations.accepted().spoken()
        around = spoken.where(
            lambda a: all(any(own.covers(s) for own in a.segments) for s in segments)
        )
        best = min(around, key=lambda a: len(a.span), default=None)
        speaker = self.desk.speakers.get(best.speaker) if best else None
        return speaker.name if speaker else ""

    def choose_next(self) -> bool:
        """Choose the next tag under the cursor; False when there is none."""
        here = self.here()
        if here is None or not here.own:
            return False
        ids = [annotation.id for annotation in here.own]
        at = ids.index(here.chosen.id) if here.chosen else -1
        self._chosen = ids[(at + 1) % len(ids)]
        return True

    # deeds

    def tag(self, code: Code) -> str:
        """Tag the passage with `code`; a selection ends with it."""
        if self.passage is None:
            return "nothing to tag here"
        made = self.desk.tag(self.passage.segments, code)
        if made is None:
            return f"already tagged {code.name}: d removes it"
        self._land(made)
        return f"{code.name} · saved"

    def assign(self, name: str) -> str:
        """Give the passage's quotation a speaker; a selection ends with it."""
        if self.passage is None:
            return "nothing to give a speaker here"
        segments = speaker_segments(self.reading, self.passage)
        found = next((q for q in self.reading.quotations if q.segments == segments), None)
        alias = carried_mention(self.reading.article.text, found, name) if found else ""
        made = self.desk.assign(segments, name, alias, self.described)
        self._land(made)
        return f"{name} · saved"

    def write_memo(self, annotation: Annotation | None, memo: str) -> str:
        """Write the memo of `annotation`, or one on the passage itself."""
        if annotation is not None:
            self.desk.write_memo(annotation, memo)
        elif self.passage is not None:
            made = self.desk.new_memo(self.passage.segments, memo)
            if made is not None:
                self._land(made)
        return "memo · saved"

    def remove_chosen(self) -> str:
        """Remove the chosen tag under the cursor."""
        here = self.here()
        if here is None or here.chosen is None:
            return "no tag here to remove"
        self.desk.remove(here.chosen)
        self._chosen = ""
        return "removed · u brings it back"

    def undo(self) -> str:
        """Take the last act back."""
        act = self.desk.undo()
        return f"undone: {act.title}" if act else "nothing to undo"

    def redo(self) -> str:
        """Do the last undone act again."""
        act = self.desk.redo()
        return f"done again: {act.title}" if act else "nothing to redo"

    def _land(self, made: Annotation) -> None:
        """Put the cursor on what was just tagged, so that the next tag goes there too."""
        if self.selection is not None:
            self.selection = None
            self.focus = Focus(Unit.SELECTION, made.segments)
        self._chosen = made.id
