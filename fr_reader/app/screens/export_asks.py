"""Exporting notes from a screen: ask where to, ask before overwriting, write, say where it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.take_away import save_notes
from fr_reader.app.tell import tell
from fr_reader.export.keeping.files import NotReplacedError
from fr_reader.model import FrReaderError

if TYPE_CHECKING:
    from fr_reader.export.collection import Collection


def fault_of(answer: str) -> str:
    """What is wrong with a file name the user gives for the notes, in a sentence; or empty."""
    if not answer:
        return ""
    try:
        target = Path(answer).expanduser()
        if target.is_dir():
            return "That is a folder: add the name of a file."
        if not target.parent.is_dir():
            return f"There is no folder {target.parent}."
        target.exists()
    except RuntimeError:
        return "There is no such home folder."
    except (OSError, ValueError) as error:
        return f"That name cannot be used: {getattr(error, 'strerror', None) or error}."
    return ""


def ask_and_export(
    screen: Screen[Any], path: Path, profile: str, make: Callable[[], Collection]
) -> None:
    """Ask for the file (`path` is proposed) and write notes on what `make` returns there.

    `make` runs in a thread, `profile` is the program they are written for. Notes exported before
    are made anew and keep what the user wrote in their regions; nothing else is overwritten
    unless the user says so.
    """

    async def write(target: Path, force: bool) -> None:
        try:
            found = await asyncio.to_thread(make)
            said = await asyncio.to_thread(save_notes, target, found, profile, force)
        except NotReplacedError as error:
            ask(target, error.question)
        except FrReaderError as error:
            tell(screen.app, str(error), "Not exported", "error")
        else:
            tell(screen.app, said, "Exported")

    def ask(target: Path, question: str) -> None:
        async def confirmed(yes: bool | None) -> None:
            if yes:
                await write(target, True)

        screen.app.push_screen(Confirm(question), confirmed)

    async def named(answer: str | None) -> None:
        if answer:
            await write(Path(answer).expanduser(), False)

    screen.app.push_screen(Prompt("Export markdown notes to", str(path), validate=fault_of), named)
