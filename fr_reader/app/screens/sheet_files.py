"""Writing a sheet to a file from a screen: ask where to, ask before overwriting, write."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from textual.screen import Screen

from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.screens.export_asks import fault_of
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.tell import tell
from fr_reader.export.files import write_file
from fr_reader.model import FrReaderError, visible


def ask_and_write(screen: Screen[Any], path: Path, text: str) -> None:
    """Ask for the file (`path` is proposed) and write `text` there, as UTF-8; nothing is
    overwritten unless the user says so."""

    async def write(target: Path, force: bool) -> None:
        data = text.encode("utf-8", "replace")
        try:
            await asyncio.to_thread(write_file, target, data, force=force)
        except FrReaderError as error:
            tell(screen.app, str(error), "Not written", "error")
        else:
            tell(screen.app, f"The sheet is in {target}", "Written")

    async def named(answer: str | None) -> None:
        if not answer:
            return
        target = Path(answer).expanduser()
        if not target.exists():
            await write(target, False)
            return

        async def confirmed(yes: bool | None) -> None:
            if yes:
                await write(target, True)

        question = f"{visible(target.name)} is there already. Overwrite it?"
        screen.app.push_screen(Confirm(question), confirmed)

    screen.app.push_screen(Prompt("Write the sheet as CSV to", str(path), validate=fault_of), named)
