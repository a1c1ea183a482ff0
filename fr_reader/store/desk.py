"""The desk: one coder at work on one article.

Every deed becomes one `Act`, is saved by the store before it counts, and can be taken back and
done again without limit, also by a desk that is opened later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fr_reader.model import (
    Act,
    Anchor,
    Annotation,
    Annotations,
    Change,
    Code,
    Description,
    Span,
    Speakers,
    Status,
    StoreError,
    Suggestion,
    visible,
)
from fr_reader.store.conflicts import set_aside
from fr_reader.store.placing import letting_go, placing
from fr_reader.store.protocol import Astray
from fr_reader.store.speaking import NOBODY, newcomer, with_alias
from fr_reader.store.stating import Stating


class Desk(Stating):
    """What one coder does to one article."""

    def mine(self, segments: Sequence[Span]) -> Annotations:
        """This coder's annotations on exactly these segments, conflicts left out."""
        coder = self._store.coder
        return self.annotations.exactly(tuple(segments)).where(
            lambda a: a.coder == coder and a.status is not Status.CONFLICT
        )

    def tag(self, segments: Sequence[Span], code: Code) -> Annotation | None:
        """Put `code` on the passage; None when it is there already. A code not in the codebook
        yet joins it in the same act; one that was merged is put on as what it became."""
        self.refresh()
        code = self.codebook.get(code.id) or code
        if self._coded(self.mine(segments).accepted(), code.id):
            return None
        created = self._annotation(segments, code=code.id)
        changes = [Change(None, created)]
        if self.codebook.get(code.id) is None:
            changes.insert(0, Change(None, code))
        self._do(Act(f"tag {code.name}", tuple(changes)))
        return created

    def assign(
        self,
        segments: Sequence[Span],
        name: str,
        alias: str = "",
        described: Mapping[str, Description] = NOBODY,
    ) -> Annotation:
        """Say that the speaker called `name` says this; a new name becomes a new speaker, who has
        the role and affiliation that `described` has under this name.

        A quotation has one speaker a coder: an earlier one on the same segments is replaced.
        `alias` is a name the speaker goes by in the text; it is kept with the speaker, so that
        the next article is read with it. Where another one has this alias it moves over, as the
        last correction counts; another one’s own name stays theirs.
        """
        shown = next(iter(self.mine(segments).spoken()), None)
        self.refresh()
        speaker = self.speakers.named(name)
        changes: list[Change] = []
        if speaker is None:
            speaker = newcomer(self._ids(), name, described)
            changes.append(Change(None, speaker))
        if alias and not speaker.answers_to(alias):
            changes = with_alias(self.speakers, changes, speaker, alias)
        there = next(iter(self.mine(segments).spoken()), None)
        if there is None:
            after = self._annotation(segments, speaker=speaker.id)
        else:
            after = replace(there, speaker=speaker.id, modified=self._clock())
            if self.speakers.end(there.speaker) == speaker.id:
                return there
        changes.append(Change(there, after))
        if there is not None and there != shown:  # another window's, not seen before this act
            taken = {annotation.id for annotation in self.annotations}
            changes.append(Change(None, set_aside(there, taken)))
        self._do(Act(f"speaker {speaker.name}", tuple(changes)))
        return after

    def accept(
        self,
        suggestions: Sequence[Suggestion],
        described: Mapping[str, Description] = NOBODY,
    ) -> int:
        """Make suggestions one's own, all in one act; says how many were not so already.

        A speaker who is new has the role and affiliation that `described` has under the name; one
        who is there already stays as they are.
        """
        changes: list[Change] = []
        speakers = self.speakers
        for suggestion in suggestions:
            mine = self.mine(suggestion.segments)
            if suggestion.code:
                if not self._coded(mine, suggestion.code):
                    created = self._annotation(suggestion.segments, code=suggestion.code)
                    changes.append(Change(None, replace(created, stance=suggestion.stance)))
                continue
            if mine.spoken().accepted():
                continue
            speaker = speakers.named(suggestion.who)
            if speaker is None:
                speaker = newcomer(self._ids(), suggestion.who, described)
                speakers = Speakers.of([*speakers.by_id.values(), speaker])
                changes.append(Change(None, speaker))
            created = self._annotation(suggestion.segments, speaker=speaker.id)
            changes.append(Change(None, created))
        made = sum(isinstance(change.record, Annotation) for change in changes)
        if made:
            title = f"accept {made} suggestions" if made > 1 else "accept"
            self._do(Act(title, tuple(changes)))
        return made

    def reject(self, suggestion: Suggestion) -> None:
        """Turn a suggestion down, so that it is not made again.

        A code turned down leaves the passage's other suggestions; a speaker turned down says that
        the passage is not a quotation worth a speaker.
        """
        refused = self._annotation(suggestion.segments, code=suggestion.code)
        self._do(Act("reject", (Change(None, replace(refused, status=Status.REJECTED)),)))

    def write_memo(self, annotation: Annotation, memo: str) -> None:
        """Set the memo of `annotation`; one that held nothing but its memo goes with it."""
        memo = memo.strip()
        if memo == annotation.memo:
            return
        if not memo and not annotation.code and not annotation.speaker:
            self.remove(annotation)
            return
        after = replace(annotation, memo=memo, modified=self._clock())
        self._do(Act("memo", (Change(annotation, after),)))

    def new_memo(self, segments: Sequence[Span], memo: str) -> Annotation | None:
        """Put a memo on a passage of its own accord; an empty one is no act."""
        memo = memo.strip()
        if not memo:
            return None
        created = self._annotation(segments, memo=memo)
        self._do(Act("memo", (Change(None, created),)))
        return created

    def move(self, annotation: Annotation, segments: Sequence[Span]) -> Annotation | None:
        """Put an annotation on other segments; None where this coder has the same code, or a
        speaker, on them already."""
        self.refresh()
        there = self.mine(segments).accepted()
        if self._is_said(annotation, there):
            return None
        anchors = tuple(Anchor.at(self.article, span) for span in segments)
        after = replace(annotation, anchors=anchors, modified=self._clock())
        self._do(Act("move an edge", (Change(annotation, after),)))
        return after

    def remove(self, annotation: Annotation) -> None:
        """Take an annotation off."""
        self._do(Act("remove", (Change(annotation, None),)))

    def place(self, astray: Astray, segments: Sequence[Span]) -> Annotation | None:
        """Put an annotation of an earlier text on this passage; None where this coder has the same
        code, or a speaker, there already.

        Raises StoreError where it is another coder's, or waits no longer as it was seen.
        """
        self._refuse_unless_waiting(astray)
        old = astray.annotation
        there = self.mine(segments).accepted()
        if self._is_said(old, there):
            return None
        act = placing(self.article, astray, tuple(segments), self._clock())
        self._do(act)
        return self.annotations.get(old.id)

    def let_go(self, astray: Astray) -> None:
        """Remove an annotation of an earlier text. Raises StoreError as `place` does."""
        self._refuse_unless_waiting(astray)
        self._do(letting_go(astray))

    def _refuse_unless_waiting(self, astray: Astray) -> None:
        self.refresh()
        coder = astray.annotation.coder
        if coder != self.coder:
            raise StoreError(f"this is {visible(coder)}’s: only they can say where it belongs")
        if astray not in self.astray:
            raise StoreError("this was placed, removed or changed in another window meanwhile")

    def new_code(self, name: str) -> Code:
        """A code for `name` with the next free key; it joins the codebook with its first tag."""
        order = max((code.order for code in self.codebook), default=-1) + 1
        return Code(self._ids(), name, key=self.codebook.free_key(), order=order)

    def _coded(self, annotations: Annotations, code_id: str) -> bool:
        """Whether one of them has this code, or one of two that were merged the other."""
        end = self.codebook.end
        return any(end(a.code) == end(code_id) for a in annotations.coded())

    def _is_said(self, annotation: Annotation, there: Annotations) -> bool:
        """Whether what is `there` says the same: has its code, or a speaker as it has one."""
        if annotation.speaker:
            return bool(there.spoken())
        return bool(annotation.code) and self._coded(there, annotation.code)

    def _annotation(
        self, segments: Sequence[Span], code: str = "", speaker: str = "", memo: str = ""
    ) -> Annotation:
        time = self._clock()
        anchors = tuple(Anchor.at(self.article, span) for span in segments)
        return Annotation(
            self._ids(),
            self.article.id,
            anchors,
            self._store.coder,
            time,
            time,
            code=code,
            speaker=speaker,
            memo=memo,
        )
