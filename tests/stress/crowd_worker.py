"""A process of many: `python -m tests.stress.crowd_worker FOLDER CODER ACTS`.

It makes acts in a project others write in too, and prints the number of each once it is
acknowledged: tags, speakers, memos, removals, and one more on a number everybody shares.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from fr_reader.model import StoreError
from fr_reader.store import ProjectStore
from tests.store.making import article, changing, making, note, removing, speaker

SHARED = "shared"


def run(folder: Path, coder: str, acts: int) -> None:
    """Make `acts` acts, and say so of each."""
    store = ProjectStore.open(folder, coder)
    text = article()
    print("ready", flush=True)
    for number in range(acts):
        name = f"{coder}-{number}"
        match number % 5:
            case 0 | 1:
                store.apply(making(note(text, name, coder)))
            case 2:
                before = store.annotations(text.id).get(f"{coder}-{number - 1}")
                assert before is not None
                store.apply(changing(before, replace(before, memo=f"made up {name}")))
            case 3:
                store.apply(making(speaker(name)))
                gone = store.annotations(text.id).get(f"{coder}-{number - 3}")
                assert gone is not None
                store.apply(removing(gone))
            case _:
                _one_more(store)
        print(number, flush=True)


def _one_more(store: ProjectStore) -> None:
    """Add one to the shared number, however often another one is quicker."""
    while True:
        shared = store.speakers().by_id[SHARED]
        try:
            store.apply(changing(shared, replace(shared, role=str(int(shared.role) + 1))))
            return
        except StoreError as error:
            if "meanwhile" not in str(error):
                raise


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
