"""The texts of a project, as copies are found among them."""

from __future__ import annotations

from fr_reader.model import StoreError
from fr_reader.store import Store
from fr_reader.text.wire import NearCopies, Signature


def copies_in(store: Store) -> NearCopies[str]:
    """The texts of today of all articles, by their ids; those that were altered are left out."""
    copies = NearCopies[str]()
    for entry in store.entries():
        try:
            copies.put(entry.id, Signature.of(store.article(entry.id).text))
        except StoreError:
            continue  # a check tells of it
    return copies
