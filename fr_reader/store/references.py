"""What records name one another by: nothing is named that is not there, nothing leads round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from fr_reader.model import (
    Act,
    Annotation,
    Code,
    Codebook,
    Record,
    Speaker,
    Speakers,
    StoreError,
    visible,
)

Rows = Mapping[str, Record | None]


def named_by(record: Record) -> tuple[str, ...]:
    """The ids of the codes or speakers that a code or speaker stands below or was merged into."""
    if isinstance(record, Code):
        return tuple(filter(None, (record.parent, record.merged)))
    return (record.merged,) if isinstance(record, Speaker) and record.merged else ()


def refuse_unsound(title: str, changes: Rows, there: Mapping[str, Record]) -> None:
    """Raise StoreError where codes, or speakers, would name one that is gone, or lead in a circle.

    `changes` are what the act `title` does to those that are `there`, None a removal. What was
    unsound before and is not touched is left alone.
    """
    after: dict[str, Record] = {i: r for i, r in there.items() if i not in changes}
    after |= {i: r for i, r in changes.items() if r is not None}
    touched = [record_id for record_id, record in changes.items() if record is not None]
    gone = {record_id for record_id, record in changes.items() if record is None}
    if gone:
        touched += [r.id for r in after.values() if not gone.isdisjoint(named_by(r))]
    if not touched:
        return
    sound = _sound(after.values())
    for record_id in touched:
        if not sound(record_id):
            name = cast(Code | Speaker, after[record_id]).name
            raise StoreError(
                f"{visible(title)!r} was not saved, since {visible(name)!r} would be merged into "
                "or stand below itself, or one that is gone: look at it again"
            )


def _sound(records: Iterable[Record]) -> Callable[[str], bool]:
    kept = tuple(records)
    if isinstance(kept[0], Code):
        return Codebook.of(cast(tuple[Code, ...], kept)).is_sound
    return Speakers.of(cast(tuple[Speaker, ...], kept)).is_sound


def refuse_nameless(
    act: Act, codes: Callable[[str], bool], speakers: Callable[[str], bool]
) -> None:
    """Raise StoreError where an annotation would come to name a code or speaker that is not there.

    `codes` and `speakers` say whether one is there once the act is done.
    """
    for change in act.changes:
        before, after = change.before, change.after
        if not isinstance(after, Annotation):
            continue
        had = before if isinstance(before, Annotation) else None
        code = after.code if had is None or had.code != after.code else ""
        speaker = after.speaker if had is None or had.speaker != after.speaker else ""
        if (code and not codes(code)) or (speaker and not speakers(speaker)):
            what = "code" if code else "speaker"
            raise StoreError(
                f"{visible(act.title)!r} was not saved, since its {what} has been removed "
                "meanwhile: choose another one"
            )
