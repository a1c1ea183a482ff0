"""What the tutor sees of the reader at one moment: where the cursor is and what has been done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fr_reader.app.cursor import Unit
from fr_reader.app.reader_state import ReaderState
from fr_reader.model import MACHINE, Annotation, Span, Status

Segments = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What only the screen knows: the places found, whether labels or help are shown, what has
    been copied, and how often somebody has asked why."""

    found: Segments = ()
    labelled: bool = False
    helped: bool = False
    copied: tuple[str, ...] = ()
    whys: int = 0


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The reader at one moment.

    `selected` are the segments of the selection, none where nothing is selected; `whole` says that
    it is a quotation, sentence or the like. `tags` are the annotations of the coder at work.
    """

    unit: Unit | None
    passage: Segments
    selected: Segments
    whole: bool
    pending: int
    tags: tuple[Annotation, ...]
    around: Around

    @classmethod
    def of(cls, state: ReaderState, around: Around) -> Glimpse:
        """What there is to see now."""
        passage, selection, desk = state.passage, state.selection, state.desk
        own = desk.annotations.where(lambda a: a.coder == desk.coder and a.coder != MACHINE)
        segments = passage.segments if passage is not None else ()
        return cls(
            passage.unit if passage is not None else None,
            segments,
            segments if selection is not None else (),
            bool(selection is not None and selection.exact),
            len(state.pending),
            own.items,
            around,
        )


Trail = Sequence[Glimpse]
"""What was seen since a lesson began, the beginning first; never empty."""


def on_another_quotation(trail: Trail) -> bool:
    """The cursor is on a quotation, and was elsewhere."""
    return trail[-1].unit is Unit.QUOTATION and trail[-1].passage != trail[0].passage


def asked_why(trail: Trail) -> bool:
    """Somebody has asked for a reason."""
    return trail[-1].around.whys > trail[0].around.whys


def accepted_one(trail: Trail) -> bool:
    """A suggestion has become the coder's own."""
    begin, now = trail[0], trail[-1]
    grown = _many(now, Status.ACCEPTED) > _many(begin, Status.ACCEPTED)
    return grown and now.pending < begin.pending


def named_a_speaker(trail: Trail) -> bool:
    """A quotation has a speaker it did not have."""
    before = {(tag.segments, tag.speaker) for tag in trail[0].tags}
    return any(tag.speaker and (tag.segments, tag.speaker) not in before for tag in trail[-1].tags)


def tagged_a_claim(trail: Trail) -> bool:
    """There is one claim more."""
    return _coded(trail[-1], "claim") > _coded(trail[0], "claim")


def tagged_a_concern(trail: Trail) -> bool:
    """There is one concern more."""
    return _coded(trail[-1], "concern") > _coded(trail[0], "concern")


def selected_more(trail: Trail) -> bool:
    """A selection has grown twice since it was begun."""
    lengths = {_length(seen.selected) for seen in trail if seen.selected}
    return (
        bool(trail[-1].selected)
        and len(lengths) > 2
        and _length(trail[-1].selected) == max(lengths)
    )


def selected_a_whole(trail: Trail) -> bool:
    """A whole quotation, sentence or the like was selected, and the selection is over."""
    return any(seen.whole for seen in trail) and not trail[-1].selected


def jumped(trail: Trail) -> bool:
    """The cursor has gone elsewhere by a label."""
    now = trail[-1]
    shown = any(seen.around.labelled for seen in trail)
    return shown and not now.around.labelled and now.passage != trail[0].passage


def found_two(trail: Trail) -> bool:
    """The cursor has been on one place that was found, and is on another."""
    on = [seen.passage for seen in trail if seen.passage and seen.passage[0] in seen.around.found]
    return len(set(on)) > 1


def wrote_a_memo(trail: Trail) -> bool:
    """There is one memo more."""
    return _memos(trail[-1]) > _memos(trail[0])


def took_back(trail: Trail) -> bool:
    """Something that was done is no longer there."""
    begin, now = trail[0], trail[-1]
    return (len(now.tags), _memos(now)) < (len(begin.tags), _memos(begin))


def copied_with_citation(trail: Trail) -> bool:
    """A block quotation has been copied."""
    copied = trail[-1].around.copied
    return len(copied) > len(trail[0].around.copied) and copied[-1].startswith(">")


def saw_help(trail: Trail) -> bool:
    """Help has been opened."""
    return any(seen.around.helped for seen in trail)


def _many(seen: Glimpse, status: Status) -> int:
    return sum(tag.status is status for tag in seen.tags)


def _coded(seen: Glimpse, code: str) -> int:
    return sum(tag.code == code and tag.status is Status.ACCEPTED for tag in seen.tags)


def _memos(seen: Glimpse) -> int:
    return sum(bool(tag.memo) for tag in seen.tags)


def _length(segments: Segments) -> int:
    return sum(map(len, segments))
