"""Reviewing what a new text has put astray: one annotation after the other, and what becomes of it.

Nothing here touches a widget. Deeds return the sentence that is shown once they are saved; they
run in a thread. What they act on is what `look` has last taken in, and so what is shown.
"""

from __future__ import annotations

from fr_reader.app.cursor import Focus
from fr_reader.app.here import speaker_segments
from fr_reader.app.reader_state import ReaderState
from fr_reader.model import Act, Annotation, Article, Reading, Span, StoreError, visible
from fr_reader.store.protocol import Astray, Proposal
from fr_reader.text import paragraphs

NOTHING_LEFT = "nothing left to place"


class Review:
    """Where the user is in the annotations astray of one article: one's own first, in text order,
    then those of others, who alone can place theirs.

    `here` is the annotation shown and `place` the proposal shown of it; `target` is the passage
    under the reader's cursor. Each is None where there is none.
    """

    def __init__(self, state: ReaderState) -> None:
        self.state = state
        self.items: tuple[Astray, ...] = ()
        self.here: Astray | None = None
        self.target: Focus | None = None
        self._index = 0
        self._choice = 0
        self._texts: dict[str, Reading | None] = {}
        self.look()
        self._began_with_own = bool(self.own)

    # what is shown

    def look(self) -> None:
        """Take in what waits now, staying on the annotation shown, or else at its place."""
        shown = self.here
        astray, coder = self.state.desk.astray, self.state.desk.coder
        self.items = tuple(sorted(astray, key=lambda each: _order(each.annotation, coder)))
        keys = [_key(each.annotation) for each in self.items]
        if shown is not None and _key(shown.annotation) in keys:
            self._index = keys.index(_key(shown.annotation))
        else:
            self._index = self._index if self._index < (len(self.own) or len(keys)) else 0
        self.here = self.items[self._index] if self.items else None
        if shown is None or shown != self.here:
            self._choice = 0
        self.target = self._target()

    @property
    def own(self) -> tuple[Astray, ...]:
        """Those the user can place."""
        coder = self.state.desk.coder
        return tuple(each for each in self.items if each.annotation.coder == coder)

    @property
    def is_own(self) -> bool:
        """Whether the one shown is the user's."""
        return self.here is not None and self.here.annotation.coder == self.state.desk.coder

    @property
    def done(self) -> bool:
        """Whether there is nothing left to decide."""
        return not self.items or (self._began_with_own and not self.own)

    @property
    def number(self) -> int:
        """The position of the one shown, from 1."""
        return self._index + 1

    @property
    def place(self) -> Proposal | None:
        """The place shown."""
        return self.here.proposals[self._choice] if self.here and self.here.proposals else None

    @property
    def place_number(self) -> int:
        """Which of the proposed places is shown, from 1."""
        return self._choice + 1

    def _target(self) -> Focus | None:
        passage = self.state.passage
        if passage is None or self.here is None or not self.here.annotation.speaker:
            return passage
        segments = speaker_segments(self.state.moves.quoted, passage)
        return passage if segments == passage.segments else Focus(passage.unit, segments)

    # the earlier texts

    @property
    def unread(self) -> tuple[str, ...]:
        """The hashes of the earlier texts that have not been read yet."""
        hashes = (anchor.sha256 for each in self.items for anchor in each.annotation.anchors)
        return tuple(name for name in dict.fromkeys(hashes) if name not in self._texts)

    def read(self) -> None:
        """Read the earlier texts; one that cannot be read is done without."""
        for sha256 in self.unread:
            self._texts[sha256] = self._read(sha256)

    def _read(self, sha256: str) -> Reading | None:
        desk = self.state.desk
        try:
            text = desk.store.revision(desk.article.id, sha256)
        except StoreError:
            return None
        return Reading(Article(desk.article.id, text, sha256=sha256), paragraphs(text))

    def earlier(self, sha256: str) -> Reading | None:
        """An earlier text with its paragraphs, where it is known."""
        return self._texts.get(sha256)

    # going through

    def next_place(self) -> str:
        """Show the next proposed place."""
        many = len(self.here.proposals) if self.here else 0
        if many < 2:
            return "no other place to propose" if many else "no place to propose"
        self._choice = (self._choice + 1) % len(self.here.proposals) if self.here else 0
        return ""

    def later(self) -> str:
        """Leave the one shown for later and go to the next; after the last comes the first."""
        if len(self.items) < 2:
            return "the only one left: esc leaves it"
        self._index = (self._index + 1) % len(self.items)
        self.here = self.items[self._index]
        self._choice = 0
        return ""

    # deeds

    def accept(self) -> str:
        """Put the annotation on the place shown."""
        if self.here is None or (self.is_own and self.place is None):
            return "no place to accept: p, d or space"
        return self._put(self.place.segments if self.place else ())

    def put_on_target(self) -> str:
        """Put the annotation on the passage under the reader's cursor."""
        if self.target is None:
            return "there is no passage under the cursor"
        return self._put(self.target.segments)

    def _put(self, segments: tuple[Span, ...]) -> str:
        here, desk = self.here, self.state.desk
        if here is None or not self.is_own:
            return self._not_own()
        placed = desk.place(here, segments)
        if placed is None:
            what = self.state.name_of(here.annotation) if here.annotation.code else "a speaker"
            remove = self.state.keymap.face("review.remove")
            return f"{what} is there already: {remove} removes this one"
        return f"placed in ¶ {self.state.reading.paragraph_at(placed.span.start) + 1} · saved"

    def remove(self) -> str:
        """Remove the annotation."""
        if self.here is None or not self.is_own:
            return self._not_own()
        self.state.desk.let_go(self.here)
        return self.state.keymap.say("removed · {review.undo} brings it back")

    def _not_own(self) -> str:
        whose = visible(self.here.annotation.coder) if self.here else ""
        return f"only {whose} can say where this belongs" if whose else NOTHING_LEFT

    def undo(self) -> str:
        """Take the last act back, if it was one of a review, and show its annotation again."""
        desk = self.state.desk
        act = desk.last_act()
        reviewed = _reviewed(act, desk.article.sha256) if act else None
        if reviewed is None:
            return "nothing placed or removed to undo"
        desk.undo()
        back = next((a for a in desk.astray if _key(a.annotation) == _key(reviewed)), None)
        self.here, self._choice = back or self.here, 0
        return f"undone: {act.title}" if act else ""


def _order(annotation: Annotation, coder: str) -> tuple[bool, Span, str, str]:
    return annotation.coder != coder, annotation.span, annotation.created, annotation.id


def _key(annotation: Annotation) -> tuple[str, str]:
    return annotation.coder, annotation.id


def _reviewed(act: Act, sha256: str) -> Annotation | None:
    """The annotation made on another text than this that an act has placed in this, or removed."""
    for change in act.changes:
        before, after = change.before, change.after
        if isinstance(before, Annotation) and before.anchors[0].sha256 != sha256:
            placed = isinstance(after, Annotation) and after.anchors[0].sha256 == sha256
            return before if placed or after is None else None
    return None
