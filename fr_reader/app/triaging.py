"""Going through suggestions with the cursor: skip, accept, turn down, and ask why."""

from __future__ import annotations

from fr_reader.app.commands import Keymap
from fr_reader.app.cursor import Focus
from fr_reader.app.describe import proposed_name
from fr_reader.app.recent import Recent
from fr_reader.app.seeing import Seeing
from fr_reader.app.triage import focus_on, following, under
from fr_reader.model import MACHINE, Reading, Suggestion
from fr_reader.store.desk import Desk

NOTHING_LEFT = "nothing left to review: {reader.export} writes notes"


class Triaging(Seeing):
    """Deciding on what is suggested; each deed returns what the status line says."""

    def __init__(
        self,
        reading: Reading,
        desk: Desk,
        keymap: Keymap | None = None,
        recent: Recent | None = None,
    ) -> None:
        super().__init__(reading, desk, keymap, recent)
        self._proposed = ""

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
            return self.keymap.say(NOTHING_LEFT if len(self.proposals) else "no suggestions here")
        self.selection, self.focus = None, focus_on(there)
        self._proposed, self._chosen = there.code, ""
        return ""

    def accept(self) -> str:
        """Make the suggestion under the cursor one's own and go to the next."""
        here = self.proposed
        if here is None:
            return self._go_on(self.focus)
        self.desk.accept([here], self.described)
        return self._go_on(here) or f"{proposed_name(here, self.desk.codebook)} · saved"

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
            what = proposed_name(found, self.desk.codebook)
            sure = f"{found.coder}, rule {found.rule}, confidence {found.confidence:.2f}"
            return f"{what}: {found.reason} ({sure})"
        here = self.here()
        if here is None or here.quotation is None:
            nothing = "There is no suggestion under the cursor: {reader.skip} goes to the next one."
            return self.keymap.say(nothing)
        quotation = here.quotation
        sure = f"{MACHINE}, rule {quotation.rule}, confidence {quotation.confidence:.2f}"
        return f"{quotation.who or 'no speaker found'}: {quotation.reason} ({sure})"

    def accept_rest(self) -> str:
        """Accept all that is left, in one act."""
        return f"{self.desk.accept(self.pending, self.described)} accepted · saved"
