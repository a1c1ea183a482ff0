"""Exporting notes from a screen: ask where to, ask before overwriting, write, say where it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.take_away import save_notes
from fr_reader.app.tell import tell
from fr_reader.model import FrReaderError


def ask_and_export(screen: Screen[Any], path: Path, make: Callable[[], str]) -> None:
    """Ask for the file (`path` is proposed) and write what `make` returns there.

    `make` runs in a thread. Nothing is overwritten unless the user says so.
    """

    async def write(target: Path, force: bool) -> None:
        try:
            text = await asyncio.to_thread(make)
            said = await asyncio.to_thread(save_notes, target, text, force)
        except FrReaderError as error:
            tell(screen.app, str(error), "Not exported", "error")
        else:
            tell(screen.app, said, "Exported")

    async def named(answer: str | None) -> None:
        if not answer or not answer.strip():
            return
        target = Path(answer.strip()).expanduser()
        if not target.exists():
            await write(target, False)
            return

        async def confirmed(yes: bool | None) -> None:
            if yes:
                await write(target, True)

        question = f"{target.name} is there already. Overwrite it?"
        screen.app.push_screen(Confirm(question), confirmed)

    screen.app.push_screen(Prompt("Export markdown notes to", str(path)), named)
