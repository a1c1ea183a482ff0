"""Taking an act back without taking away what somebody else has come to use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fr_reader.model import Annotation, Change, Code, Speaker
from fr_reader.store.protocol import Store


def without_what_others_use(
    changes: Sequence[Change], store: Store, article: str
) -> tuple[Change, ...]:
    """The changes of an undo on `article` without removals of speakers and codes that are used.

    What the undo itself takes off does not count as use; what waits to be placed in a new text
    does.
    """
    removed = [change for change in changes if change.after is None]
    if not any(isinstance(change.record, Code | Speaker) for change in removed):
        return tuple(changes)
    own = {each.record.id for each in changes if isinstance(each.record, Annotation)}
    counts = store.counts()
    uses = Counter(counts.codes()) + Counter(counts.speakers())
    for waiting in store.astray():
        uses.update([waiting.annotation.code, waiting.annotation.speaker])
    kept = [*store.annotations(article), *(each.annotation for each in store.astray(article))]
    for annotation in kept:
        if annotation.id in own and annotation.coder == store.coder:
            uses.subtract([annotation.code, annotation.speaker])
    return tuple(
        change
        for change in changes
        if change.after is not None
        or not isinstance(change.record, Code | Speaker)
        or uses[change.record.id] <= 0
    )
