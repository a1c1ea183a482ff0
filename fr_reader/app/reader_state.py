"""The reader without its screen: what is read, where the cursor is, and what the keys do.

Deeds return the sentence the status line shows; they run in a thread, so nothing here touches a
widget. StoreError passes through: what was not saved did not happen.
"""

from __future__ import annotations

import asyncio

from fr_reader.app.commands import Keymap
from fr_reader.app.cursor import Focus, Unit
from fr_reader.app.manner import Proposing
from fr_reader.app.nudging import nudged
from fr_reader.app.recent import Kind, Recent
from fr_reader.app.taught import Taught
from fr_reader.app.triaging import Triaging
from fr_reader.model import (
    Act,
    Annotation,
    Code,
    Link,
    Reading,
    Relation,
    kind_of,
    next_stance,
)
from fr_reader.store.desk import Desk


class ReaderState(Triaging):
    """One article open in front of one coder.

    `turn` is held while something is saved; `outdated` says that the article has a new text, so
    that nothing can be done to this one any more. `at_beginning` says which edge a nudge moves,
    `taught` knows what the user's own codes suggest.
    """

    def __init__(
        self,
        reading: Reading,
        desk: Desk,
        keymap: Keymap | None = None,
        recent: Recent | None = None,
        proposing: Proposing | None = None,
    ) -> None:
        super().__init__(reading, desk, keymap, recent)
        self.proposing = proposing or Proposing()
        self.turn = asyncio.Lock()
        self.outdated = False
        self.at_beginning = False
        self.taught: Taught | None = None

    # deeds

    def tag(self, code: Code) -> str:
        """Tag the passage with `code`; a selection ends with it."""
        if self.passage is None:
            return "nothing to tag here"
        made = self.desk.tag(self.passage.segments, code)
        if made is None:
            return f"already tagged {code.name}: {self.keymap.face('reader.remove')} removes it"
        self.recent.used(Kind.CODE, code.id)
        self._land(made)
        return f"{code.name} · saved"

    def assign(self, name: str) -> str:
        """Give the passage's quotation a speaker; a selection ends with it."""
        if self.passage is None:
            return "nothing to give a speaker here"
        segments = self.speaker_segments()
        found = self.moves.quoted.exactly(segments)
        from fr_reader.text.known import carried_mention  # noqa: PLC0415 - with all rules

        alias = carried_mention(self.reading.article.text, found, name) if found else ""
        made = self.desk.assign(segments, name, alias, self.described)
        self.recent.used(Kind.SPEAKER, name)
        self._land(made)
        return f"{name} · saved"

    def repeat(self) -> str:
        """Give the passage what was given last."""
        if self.recent.last is None:
            return "nothing to repeat yet"
        kind, key = self.recent.last
        if kind is Kind.SPEAKER:
            return self.assign(key)
        code = self.desk.codebook.get(key)
        return self.tag(code) if code else "the code given last is gone"

    def nudge(self, by: int) -> str:
        """Move an edge of the chosen tag by a word, forward (`by` 1) or back (-1)."""
        here = self.here()
        if here is None or here.chosen is None:
            return "no tag here whose end could be moved"
        segments = nudged(self.moves, here.chosen.segments, by, self.at_beginning)
        edge = "beginning" if self.at_beginning else "end"
        if segments is None:
            return f"the {edge} goes no further"
        made = self.desk.move(here.chosen, segments)
        if made is None:
            return "the same is there already"
        self.focus, self._chosen = Focus(Unit.SELECTION, made.segments), made.id
        return f"{edge} moved · saved"

    def turn_edge(self) -> str:
        """Let nudges move the other edge of the tag from now on."""
        self.at_beginning = not self.at_beginning
        edge = "beginning" if self.at_beginning else "end"
        return self.keymap.say(
            "{reader.nudge-back} {reader.nudge-forward} " + f"move the {edge} of a tag"
        )

    def write_memo(self, annotation: Annotation | None, memo: str) -> str:
        """Write the memo of `annotation`, or one on the passage itself."""
        if annotation is not None:
            self.desk.write_memo(annotation, memo)
        elif self.passage is not None:
            made = self.desk.new_memo(self.passage.segments, memo)
            if made is not None:
                self._land(made)
        return "memo · saved"

    def turn_stance(self) -> str:
        """Give the chosen claim or concern the stance after the one it has, round and round."""
        here = self.here()
        chosen = here.chosen if here is not None else None
        if chosen is None:
            return "no tag here that could have a stance"
        stance = next_stance(kind_of(self.desk.codebook, chosen.code), chosen.stance)
        if stance is None:
            return "only a claim or a concern has a stance"
        self.desk.take_stance(chosen, stance)
        self._chosen = chosen.id
        return f"{stance} · saved"

    def link(self, annotation: Annotation, relation: Relation, article: str, to: str) -> str:
        """Say what a statement is to the one with the id `to` in `article`."""
        store, own = self.desk.store, self.desk.annotations.get(annotation.id)
        other = store.annotations(article).get(to)
        if own is None or other is None:
            return "one of the two was removed meanwhile"
        made = self.desk.link(own, relation, other)
        self._chosen = annotation.id
        self.linked.look_up(store, self.desk.annotations)
        return f"{relation} · saved" if made else f"{relation} it already"

    def unlink(self, annotation: Annotation, link: Link) -> str:
        """Take a link away again."""
        own = self.desk.annotations.get(annotation.id)
        if own is None or self.desk.unlink(own, link) is None:
            return "the link was removed meanwhile"
        self._chosen = annotation.id
        return self.keymap.say("link removed · {reader.undo} brings it back")

    def remove_chosen(self) -> str:
        """Remove the chosen tag under the cursor."""
        here = self.here()
        if here is None or here.chosen is None:
            return "no tag here to remove"
        self.desk.remove(here.chosen)
        self._chosen = ""
        return self.keymap.say("removed · {reader.undo} brings it back")

    def undo(self) -> str:
        """Take the last act back."""
        act = self.desk.undo()
        return self._told("undone", act) if act else "nothing to undo"

    def redo(self) -> str:
        """Do the last undone act again."""
        act = self.desk.redo()
        return self._told("done again", act) if act else "nothing to redo"

    def _told(self, done: str, act: Act) -> str:
        if self.desk.in_vain:
            return f"{act.title}: what it named was removed or changed since"
        return f"{done}: {act.title}"

    def _land(self, made: Annotation) -> None:
        """Put the cursor on what was just tagged, so that the next tag goes there too."""
        if self.selection is not None:
            self.selection = None
            self.focus = Focus(Unit.SELECTION, made.segments)
        self._chosen = made.id
