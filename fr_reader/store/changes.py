"""The tables of a journal, and what has to be said to make one state of them into another."""

from __future__ import annotations

from typing import Any

from fr_reader.model.json_value import encode
from fr_reader.store.lines import Changes

Tables = dict[str, dict[str, dict[str, Any]]]
"""Documents by id, by table: what TinyDB's storages read and write."""


def changes_between(before: Tables, after: Tables) -> Changes:
    """What must be said to make `before` into `after`; null is a removal."""
    changes: Changes = {name: None for name in before if name not in after}
    for name, rows in after.items():
        old = before.get(name, {})
        changed: dict[str, Any] = {
            doc_id: doc for doc_id, doc in rows.items() if doc_id not in old or old[doc_id] != doc
        }
        changed |= {doc_id: None for doc_id in old if doc_id not in rows}
        if changed or name not in before:
            changes[name] = changed
    return changes


def copied(tables: Tables) -> Tables:
    """`tables`, so far that tables and documents may be changed; not the values in those."""
    return {name: {key: dict(row) for key, row in rows.items()} for name, rows in tables.items()}


def adds_nothing(tables: Tables, changes: Changes) -> bool:
    """Whether `changes` only take away from `tables`: no document is new, and none grows."""
    return all(
        document is None
        or (
            doc_id in tables.get(name, {})
            and len(encode(document)) <= len(encode(tables[name][doc_id]))
        )
        for name, documents in changes.items()
        for doc_id, document in (documents or {}).items()
    )
