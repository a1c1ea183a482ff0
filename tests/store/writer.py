"""A process that appends acts to a project: `python -m tests.store.writer FOLDER CODER N`.

It makes N speakers of its own and renames a speaker everybody shares, taking the news when
another process was quicker.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from fr_reader.model import StoreError
from fr_reader.store import ProjectStore
from tests.store.making import article, changing, making, note, speaker


def run(folder: Path, coder: str, acts: int) -> None:
    """Make `acts` acts, each of which must be there in the end."""
    store = ProjectStore.open(folder, coder)
    text = article()
    store.add(text)
    for number in range(acts):
        if number % 4 == 0:
            store.apply(making(note(text, f"{coder}-{number}", coder)))
        elif number % 4 == 1:
            _count(store)
        else:
            store.apply(making(speaker(f"{coder}-{number}")))
    assert not store.problems, store.problems


def _count(store: ProjectStore) -> None:
    """Add one to the shared speaker's role, a number, however often it takes."""
    while True:
        shared = store.speakers().by_id["shared"]
        try:
            store.apply(changing(shared, replace(shared, role=str(int(shared.role) + 1))))
            return
        except StoreError as error:
            assert "meanwhile" in str(error)


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
