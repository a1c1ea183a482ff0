"""What an act means for the places records are kept in, checked before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fr_reader.model import Act, Annotation, Change, Code, Record, StoreError, visible
from fr_reader.store.lines import Origin
from fr_reader.store.references import refuse_nameless, refuse_unsound

CODES = "codes"
SPEAKERS = "speakers"
ANNOTATIONS = "annotations"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is kept: its kind, and for annotations the article (the coder is the own)."""

    kind: str
    article: str = ""

    @property
    def name(self) -> str:
        """What the lines of an act call it."""
        return f"{self.kind}/{self.article}" if self.article else self.kind


@dataclass(frozen=True, slots=True)
class Step:
    """What changes in one place, by id; None is a removal."""

    place: Place
    changes: Mapping[str, Record | None]

    @property
    def rank(self) -> int:
        """When its turn is: what annotations name is there before them and goes after them."""
        if self.place.kind == ANNOTATIONS:
            return 1
        return 0 if any(self.changes.values()) else 2


def plan(act: Act, coder: str, stored: Callable[[Place], Mapping[str, Record]]) -> list[Step]:
    """The steps of `act`, in the order to write them; one step a place in which anything changes.

    `stored` gives what a place holds; it raises StoreError for an unknown article. Raises
    StoreError if an annotation is not `coder`'s, if something would name what is not there or lead
    round to itself, or if something is not as the act found it: then another window was quicker.
    """
    steps: dict[Place, dict[str, Record | None]] = {}
    for change in act.changes:
        record = change.record
        place = _place(change, coder)
        changes = steps.setdefault(place, {})
        there = changes[record.id] if record.id in changes else stored(place).get(record.id)
        if there != change.before:
            raise StoreError(
                f"{visible(act.title)!r} was not saved, since it has meanwhile been changed "
                "elsewhere: look at it again and repeat"
            )
        changes[record.id] = change.after
    _refuse_unfounded(act, steps, stored)
    made = [Step(place, rows) for place, rows in steps.items() if _differs(rows, stored(place))]
    return sorted(made, key=lambda step: step.rank)


def _refuse_unfounded(
    act: Act,
    steps: Mapping[Place, Mapping[str, Record | None]],
    stored: Callable[[Place], Mapping[str, Record]],
) -> None:
    """Raise StoreError where what is there after an act would name what is not."""

    def there(kind: str) -> Callable[[str], bool]:
        changes = steps.get(Place(kind), {})
        return lambda record_id: (
            changes[record_id] is not None
            if record_id in changes
            else record_id in stored(Place(kind))
        )

    for kind in (CODES, SPEAKERS):
        if changes := steps.get(Place(kind)):
            refuse_unsound(act.title, changes, stored(Place(kind)))
    refuse_nameless(act, there(CODES), there(SPEAKERS))


def _differs(changes: Mapping[str, Record | None], there: Mapping[str, Record]) -> bool:
    """Whether anything is to be written: a line is told to belong to those of other places."""
    return any(there.get(record_id) != after for record_id, after in changes.items())


def origin(act: Act, coder: str, time: str, step: Step, steps: list[Step]) -> Origin:
    """What the line of `step`, one of the `steps` of an act done at `time`, says of the act."""
    also = tuple(other.place.name for other in steps if other is not step)
    return Origin(act.id, coder, act.undoes, act.redoes, also, time)


def _place(change: Change, coder: str) -> Place:
    record = change.record
    if isinstance(record, Code):
        return Place(CODES)
    if not isinstance(record, Annotation):
        return Place(SPEAKERS)
    for side in (change.before, change.after):
        if isinstance(side, Annotation) and side.coder != coder:
            raise StoreError(
                f"this annotation is {visible(side.coder)}'s, and {visible(coder)} is at work: "
                "make one of your own"
            )
        if isinstance(side, Annotation) and side.article != record.article:
            raise StoreError("an annotation stays in its article: make a new one in the other")
    return Place(ANNOTATIONS, record.article)
