"""What the reader sees of an article: what is under the cursor, what is marked, who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fr_reader.app.commands import Keymap
from fr_reader.app.cursor import Moves, Unit
from fr_reader.app.cursor_state import CursorState
from fr_reader.app.describe import tag_name
from fr_reader.app.elsewhere import Elsewhere
from fr_reader.app.findings import Findings
from fr_reader.app.here import Found, Here, Voice, look, speaker_segments, voices
from fr_reader.app.linking import Linked, LinkedWords, leading
from fr_reader.app.marking import Marking
from fr_reader.app.recent import Recent
from fr_reader.app.triage import Pending, Proposals
from fr_reader.model import Annotation, Annotations, Description, Metadata, Reading, Span
from fr_reader.store.desk import Desk
from fr_reader.store.speaking import NOBODY


class Seeing(CursorState):
    """One article in front of one coder, and what there is to see of it.

    `recent` is what was used last, shared by all articles of a sitting; `searching` says that the
    quotations are still being looked for, `whole` that the reading has all paragraphs. `elsewhere`
    is how often codes and speakers are used in other articles, None until it is counted.
    """

    def __init__(
        self,
        reading: Reading,
        desk: Desk,
        keymap: Keymap | None = None,
        recent: Recent | None = None,
    ) -> None:
        super().__init__(reading)
        self.desk = desk
        self.keymap = keymap or Keymap()
        self.recent = recent or Recent()
        self.elsewhere: Elsewhere | None = None
        self.linked = LinkedWords(reading.article.id)
        self.proposals = Proposals()
        self.searching = True
        self.whole = True
        self.described: Mapping[str, Description] = NOBODY
        self._said = Found(Reading(reading.article, ()), len)
        self._pending: tuple[Annotations, Pending] | None = None
        self._known = reading.article.metadata

    def taken_apart(self, reading: Reading) -> None:
        """Take in all paragraphs of an article of which only the first were there."""
        self.whole = True
        self.moves = Moves(reading)
        self.know(self._known)

    def found(self, findings: Findings) -> None:
        """Take in what has been found; the cursor stays where it is."""
        self.searching, self.whole = False, True
        self.moves, self.proposals = findings.moves, findings.proposals
        self.described, self._said = findings.described, findings.said
        self.know(self._known)

    def know(self, metadata: Metadata) -> None:
        """Know of the article what is known by now; its text is the same."""
        self._known, reading = metadata, self.moves.reading
        if reading.article.metadata != metadata:
            article = replace(reading.article, metadata=metadata)
            self.moves.reading = replace(reading, article=article)

    @property
    def pending(self) -> Pending:
        """The suggestions still to be decided on, in text order."""
        held, known = self.desk.annotations, self._pending
        if known is None or known[0] is not held or known[1].proposals is not self.proposals:
            end = self.desk.codebook.end
            known = held, Pending.of(self.proposals, held, self.desk.coder, end)
            self._pending = known
        return known[1]

    def speaker_segments(self) -> tuple[Span, ...]:
        """What a speaker is given to: the quotation under the cursor, or the passage as it is."""
        return speaker_segments(self.moves.quoted, self.passage) if self.passage else ()

    def here(self) -> Here | None:
        """All about the passage under the cursor; None in an empty article."""
        if self.passage is None:
            return None
        desk = self.desk
        return look(self.moves.quoted, desk.annotations, self.passage, desk.coder, self._chosen)

    def marking(self) -> Marking:
        """What is to be drawn on the text."""
        desk = self.desk
        return Marking(self.moves.quoted, desk.annotations, desk.codebook, self.pending)

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
            if known is None and getattr(self.described, "is_ready", True):
                return self.described.get(who, Description()).about
        return known.about if known else ""

    def links(self, here: Here) -> dict[str, list[Linked]]:
        """What the tags under the cursor are to others, by their ids; what is gone left out."""
        held = self.desk.annotations
        return {tag.id: leading(self.linked.of(tag, held)) for tag in here.tags if tag.links}

    def voices(self) -> list[Voice]:
        """The article's speakers."""
        return voices(self._said, self.desk.annotations, self.desk.speakers)

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
        return passage is not None and self.moves.quoted.touching(passage.segments) is not None

    def copied_segments(self) -> tuple[Span, ...]:
        """What copying takes: on a paragraph its quotation if it has one, else the passage."""
        if self.passage is None:
            return ()
        if self.passage.unit is Unit.PARAGRAPH:
            return self.speaker_segments()
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
