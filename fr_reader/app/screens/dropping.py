"""Files dropped on the terminal, on whichever screen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from fr_reader.app.dropped import may_be_paths, paths_in
from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.taking_in import TakenIn, files_of, take_in
from fr_reader.app.tell import tell
from fr_reader.model import StoreError
from fr_reader.store import Store

MANY = 20
"""More files than these are not added before somebody has said so: a folder holds more than meets
the eye."""


def dropped(
    screen: Screen[Any], store: Store, text: str, done: Callable[[TakenIn], Awaitable[None]]
) -> bool:
    """Take the files a pasted text names into the project, in a thread; `done` is called then.

    Where they are many it is asked first. False where the text names no files for certain; where
    it only looks as if it did, nothing happens either.
    """
    if not may_be_paths(text):
        return False

    async def work(files: list[Path]) -> None:
        try:
            taken = await asyncio.to_thread(take_in, store, files)
        except StoreError as error:
            tell(screen.app, str(error), "Not added", "error")
            return
        if taken.lines:
            tell(screen.app, taken.said, "Dropped here", timeout=8)
        if taken.problems:
            tell(screen.app, taken.trouble, "Not read", "error")
        await done(taken)

    async def look() -> None:
        paths = await asyncio.to_thread(paths_in, text)
        files, problems = await asyncio.to_thread(files_of, paths)
        if problems:
            tell(screen.app, "\n".join(problems), "Not read", "error")
        if len(files) > MANY:
            ask(files)
        elif files:
            await work(files)

    def ask(files: list[Path]) -> None:
        def confirmed(yes: bool | None) -> None:
            if yes:
                screen.app.run_worker(work(files), group="dropped")

        question = f"Add all {len(files):,} files that were dropped here?"
        screen.app.push_screen(Confirm(question, f"{files[0]} and so on"), confirmed)

    screen.app.run_worker(look(), group="dropped")  # it goes on when the screen is closed
    return True
