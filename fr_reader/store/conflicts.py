"""Two windows changed the same annotation: both versions are kept, until their coder settles it.

The later version is the annotation; the other one stays beside it as an annotation of its own with
the status of a conflict. Its id is the annotation's with a tilde and a number.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from itertools import count

from fr_reader.model import Act, Annotation, Change, Record, Status, StoreError, visible

_MARK = "~"


def concerns(conflict: Annotation) -> str:
    """The id of the annotation that `conflict` is another version of."""
    return conflict.id.rpartition(_MARK)[0]


def set_aside(version: Annotation, taken: Container[str]) -> Annotation:
    """`version` of an annotation as a conflict, under an id that is not `taken`."""
    ids = (f"{version.id}{_MARK}{number}" for number in count(1))
    return replace(version, id=next(i for i in ids if i not in taken), status=Status.CONFLICT)


def reconciled(act: Act, stored: Callable[[Annotation], Mapping[str, Record]]) -> Act:
    """`act` with every change of an annotation resting on what is stored now.

    `stored` gives the records in the place of an annotation. A version that came in between is
    set aside; if the annotation was removed meanwhile, the act's own version is. A removal, and an
    undo or redo, brings no words of its own: that stays as it is, and is refused when it is done.
    """
    if act.undoes or act.redoes:
        return act
    changes: list[Change] = []
    made: dict[tuple[str, str], Record | None] = {}
    for change in act.changes:
        before, after = change.before, change.after
        steps = [change]
        if (
            isinstance(before, Annotation)
            and isinstance(after, Annotation)
            and _same(before, after)
        ):
            key = after.article, after.id
            rows = stored(after)
            there = made[key] if key in made else rows.get(after.id)
            if there != before:
                taken = {*rows, *(name for article, name in made if article == after.article)}
                steps = _both(there, after, taken)
        for step in steps:
            if isinstance(step.record, Annotation):
                made[step.record.article, step.record.id] = step.after
        changes += steps
    return replace(act, changes=tuple(changes))


def _same(before: Annotation, after: Annotation) -> bool:
    return (before.article, before.coder) == (after.article, after.coder)


def _both(there: Record | None, after: Annotation, taken: Container[str]) -> list[Change]:
    """The changes that leave both versions, or the only one where they are the same."""
    if not isinstance(there, Annotation):
        return [Change(None, set_aside(after, taken))]
    if there == after:
        return []
    return [Change(there, after), Change(None, set_aside(there, taken))]


def settling(annotations: Iterable[Annotation], conflict_id: str, *, take: bool) -> Act:
    """The act that settles a conflict: its version replaces the annotation (`take`) or goes.

    `annotations` are those of its article. Raises StoreError where there is no such conflict.
    """
    known = {annotation.id: annotation for annotation in annotations}
    conflict = known.get(conflict_id)
    if conflict is None or conflict.status is not Status.CONFLICT:
        raise StoreError(
            f"there is no conflict {visible(conflict_id)!r}: "
            "see which there are with fr-reader settle"
        )
    changes = [Change(conflict, None)]
    if take:
        there = known.get(concerns(conflict))
        status = Status.ACCEPTED if there is None else there.status
        changes.append(Change(there, replace(conflict, id=concerns(conflict), status=status)))
    return Act("settle", tuple(changes))
