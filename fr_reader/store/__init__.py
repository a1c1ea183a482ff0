"""Projects on disk: articles, annotations, codes and speakers that survive whatever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.folders import config_folder, data_folder, default_coder, default_project
from fr_reader.lazily import lazily

if TYPE_CHECKING:
    from fr_reader.store.counts import Counts, Tally
    from fr_reader.store.memory import MemoryStore
    from fr_reader.store.project import ProjectStore
    from fr_reader.store.protocol import Entry, Store

__all__ = [
    "Counts",
    "Entry",
    "MemoryStore",
    "ProjectStore",
    "Store",
    "Tally",
    "config_folder",
    "data_folder",
    "default_coder",
    "default_project",
]

_WHERE = {
    "Counts": "counts",
    "Tally": "counts",
    "MemoryStore": "memory",
    "ProjectStore": "project",
    "Entry": "protocol",
    "Store": "protocol",
}
__getattr__ = lazily(__name__, _WHERE)
