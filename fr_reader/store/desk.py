"""The desk: one coder at work on one article.

Every deed becomes one `Act`, is saved by the store before it counts, and can be taken back and
done again without limit, also by a desk that is opened later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fr_reader.model import (
    Act,
    Anchor,
    Annotation,
    Annotations,
    Change,
    Code,
    Codebook,
    Description,
    Reading,
    Span,
    Speaker,
    Speakers,
    Status,
    StoreError,
    Suggestion,
    visible,
)
from fr_reader.store.conflicts import set_aside
from fr_reader.store.deed import new_id
from fr_reader.store.lines import now
from fr_reader.store.protocol import Store
from fr_reader.store.speaking import NOBODY, newcomer, with_alias
from fr_reader.store.taking_back import without_what_others_use
from fr_reader.store.trail import Trail


class Desk:
    """What one coder does to one article.

    `annotations` (of this article, of every coder), `speakers` and `codebook` are what the store
    held at the last `refresh` or deed, so looking at them never fails. A deed that the store
    refuses raises StoreError and leaves everything as it was; so may making a desk.
    """

    annotations: Annotations
    speakers: Speakers
    codebook: Codebook

    def __init__(
        self,
        store: Store,
        reading: Reading,
        clock: Callable[[], str] = now,
        ids: Callable[[], str] = new_id,
    ) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._trail = Trail()
        self.article = reading.article
        self.refresh()

    def refresh(self) -> bool:
        """Look at what the store holds now; says whether that is news. Raises StoreError, also
        where the article has been revised meanwhile, so that nothing is put on another text.

        After news the next undo goes by what the store tells of the coder's acts: they may have
        been done in another window.
        """
        self._refuse_new_text()
        before = getattr(self, "_seen", None)
        self._seen = (
            self._store.annotations(self.article.id),
            self._store.speakers(),
            self._store.codebook(),
        )
        self.annotations, self.speakers, self.codebook = self._seen
        if self._seen == before:
            return False
        self._trail = Trail()
        return True

    @property
    def coder(self) -> str:
        """Who works here."""
        return self._store.coder

    @property
    def store(self) -> Store:
        """Where the acts go."""
        return self._store

    def mine(self, segments: Sequence[Span]) -> Annotations:
        """This coder's annotations on exactly these segments, conflicts left out."""
        coder = self._store.coder
        return self.annotations.exactly(tuple(segments)).where(
            lambda a: a.coder == coder and a.status is not Status.CONFLICT
        )

    def tag(self, segments: Sequence[Span], code: Code) -> Annotation | None:
        """Put `code` on the passage; None when it is there already. A code not in the codebook
        yet joins it in the same act."""
        self.refresh()
        if self.mine(segments).accepted().coded(code.id):
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
            if there.speaker == speaker.id:
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
                if not mine.coded(suggestion.code):
                    created = self._annotation(suggestion.segments, code=suggestion.code)
                    changes.append(Change(None, created))
                continue
            if mine.spoken().accepted():
                continue
            speaker = speakers.named(suggestion.who)
            if speaker is None:
                speaker = newcomer(self._ids(), suggestion.who, described)
                speakers = Speakers.of([*speakers, speaker])
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

    def remove(self, annotation: Annotation) -> None:
        """Take an annotation off."""
        self._do(Act("remove", (Change(annotation, None),)))

    def new_code(self, name: str) -> Code:
        """A code for `name` with the next free key; it joins the codebook with its first tag."""
        order = max((code.order for code in self.codebook), default=-1) + 1
        return Code(self._ids(), name, key=self.codebook.free_key(), order=order)

    def undo(self) -> Act | None:
        """Take this coder's last act on the article back; None when there is none.

        A speaker or code the act had made stays when something else has come to use it, and one
        that has been changed since stays as it is.
        """
        self.refresh()
        act = self._trail.last_done
        if act is None and not self._trail.whole:
            self._recall()
            act = self._trail.last_done
        if act is None:
            return None
        back = act.reversed()
        possible = filter(self._is_possible, back.changes)
        kept = without_what_others_use(tuple(possible), self._store, self.article.id)
        self._again(replace(back, changes=kept))
        self._trail.undo()
        return act

    def redo(self) -> Act | None:
        """Do the last undone act again; None when there is none."""
        self.refresh()
        if self._trail.fresh:
            self._recall()
        act = self._trail.last_undone
        if act is None:
            return None
        again = act.again()
        self._again(replace(again, changes=tuple(filter(self._is_possible, again.changes))))
        self._trail.redo()
        return act

    def _recall(self) -> None:
        """Learn from the store what this coder has done here, and taken back."""
        deeds = self._store.history(self.article.id, self._store.coder)
        self._trail = Trail.of(deed.act for deed in deeds if deed.act.changes)

    def _again(self, act: Act) -> None:
        """Apply an undo or redo; where it is refused, what the store tells is looked at anew."""
        try:
            self._apply(act)
        except StoreError:
            self._trail = Trail()
            raise

    def _refuse_new_text(self) -> None:
        if self._store.entry(self.article.id).sha256 != self.article.sha256:
            raise StoreError(
                f"{visible(self.article.id)} has a new text since it was opened: "
                "close it and open it again"
            )

    def _apply(self, act: Act) -> Act:
        self._refuse_new_text()
        done = self._store.apply(act)
        trail = self._trail
        self.refresh()
        self._trail = trail
        return done

    def _do(self, act: Act) -> None:
        self._trail.do(self._apply(act))

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

    def _is_possible(self, change: Change) -> bool:
        """Whether a change of a code or speaker still meets what it was made from."""
        record = change.record
        if isinstance(record, Speaker):
            return self.speakers.get(record.id) == change.before
        if isinstance(record, Code):
            return self.codebook.get(record.id) == change.before
        return True
