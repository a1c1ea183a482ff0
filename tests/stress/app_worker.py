"""The real app under typed keys, to be killed: `python -m tests.stress.app_worker FOLDER`.

After each key it prints the ids of the annotations the window shows as made.
"""

from __future__ import annotations

import asyncio
import sys
from itertools import cycle
from pathlib import Path

from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import Article
from fr_reader.store import ProjectStore
from tests.stress.script import CODER

TEXT = Article(
    "typed",
    "\n\n".join(f"“Nobody said this made-up thing {n},” said Nobody Number{n}." for n in range(80)),
)
KEYS = ("right_square_bracket", "c", "o", "s", "enter")


async def run(folder: Path) -> None:
    """Type until killed."""
    store = ProjectStore.open(folder, CODER)
    store.add(TEXT)
    app = FrReader(store, folder.parent, TEXT.id)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        print("ready", flush=True)
        for key in cycle(KEYS):
            await pilot.press(key)
            await pilot.pause()
            if isinstance(app.screen, ReaderScreen):
                shown = app.screen.state.desk.annotations
                print("shows", *(note.id for note in shown), flush=True)


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1])))
