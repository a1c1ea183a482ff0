"""Taking an act back without taking away what somebody else has come to use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from fr_reader.model import Act, Annotation, Change, Code, Record, Speaker, StoreError, visible
from fr_reader.store.plan import CODES, SPEAKERS
from fr_reader.store.protocol import Store
from fr_reader.store.references import named_by


def without_what_others_use(
    changes: Sequence[Change], store: Store, article: str = ""
) -> tuple[Change, ...]:
    """The changes of an undo on `article` without removals of speakers and codes that are used.

    What the undo itself takes off does not count as use; what waits to be placed in a new text
    does, and so does a code or speaker that stands below another or was merged into it.
    """
    if not any(map(_removes, changes)):
        return tuple(changes)
    store = store.whole
    own = {each.record.id for each in changes if isinstance(each.record, Annotation)}
    uses = _uses(store)
    codes, speakers = store.codebook(), store.speakers()
    if article:
        kept = [*store.annotations(article), *(each.annotation for each in store.astray(article))]
        for annotation in kept:
            if annotation.id in own and annotation.coder == store.coder:
                uses.subtract([codes.end(annotation.code), speakers.end(annotation.speaker)])
    gone = {change.record.id for change in changes if _removes(change)}
    there: list[Record] = [*codes.by_id.values(), *speakers.by_id.values()]
    for record in there:
        if record.id not in gone:
            uses.update(named_by(record))
    return tuple(c for c in changes if not _removes(c) or uses[c.record.id] <= 0)


def removed_since(store: Store, missing: Collection[str]) -> list[Change]:
    """The changes that bring back the codes and speakers with these ids, as they were last; a code
    whose parent is gone too stands on top."""
    found: dict[str, Record] = {}
    for kind in (CODES, SPEAKERS):
        for deed in store.shared_history(kind, lambda title, also: True):  # noqa: ARG005 - any
            for change in deed.act.changes:
                if change.before is not None and change.record.id in missing:
                    found[change.record.id] = change.before
    there = {*store.codebook().by_id, *found, ""}
    return [
        Change(None, replace(r, parent="") if isinstance(r, Code) and r.parent not in there else r)
        for r in found.values()
    ]


def refuse_used(act: Act, store: Store) -> None:
    """Raise StoreError where an act of the codebook or the speakers alone removes what is used.

    An act on an article looks for itself before it is done, since it also takes off its own.
    """
    if any(isinstance(change.record, Annotation) for change in act.changes):
        return
    removed = [change.record for change in act.changes if _removes(change)]
    uses = _uses(store.whole) if removed else Counter[str]()
    for record in removed:
        if isinstance(record, Code | Speaker) and (uses[record.id] > 0 or record.merged):
            raise StoreError(
                f"{visible(record.name)!r} was not removed, since annotations have it, maybe of an "
                "article in the trash: merge it into another one"
            )


def _uses(store: Store) -> Counter[str]:
    """How many annotations name each code and speaker, also those that wait to be placed, and
    those of articles in the trash."""
    counts = store.counts()
    uses = Counter(counts.codes()) + Counter(counts.speakers())
    codes, speakers = store.codebook(), store.speakers()
    for waiting in store.astray():
        annotation = waiting.annotation
        uses.update([codes.end(annotation.code), speakers.end(annotation.speaker)])
    for named, many in store.trashed().items():
        uses[speakers.end(codes.end(named))] += many
    return uses


def _removes(change: Change) -> bool:
    return change.after is None and isinstance(change.record, Code | Speaker)
