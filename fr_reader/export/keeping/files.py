"""Writing notes over older ones: what the user wrote in their regions stays, nothing else is lost
unasked, and nothing is written outside of the folder named."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fr_reader.export.collection import Written, form_of
from fr_reader.export.files import write_notes
from fr_reader.export.keeping.merging import State, kept, merged, state
from fr_reader.export.profiles import NAMES
from fr_reader.model import ExportError, visible

_LARGEST = 256 * 2**20


class NotReplacedError(ExportError):
    """A file that is there already and is not replaced unasked; `question` asks whether it may."""

    def __init__(self, sentence: str, question: str) -> None:
        super().__init__(sentence)
        self.question = question


@dataclass(frozen=True, slots=True)
class Planned:
    """A file to be written: its bytes, and those of the file there already, or None."""

    path: Path
    data: bytes
    there: bytes | None

    @property
    def news(self) -> bool:
        """Whether writing it changes anything."""
        return self.data != self.there


def export_file(path: Path, note: Written, profile: str, *, force: bool = False) -> bool:
    """Write one note to `path`; whether that changed anything.

    What the user wrote in the regions of a note that is there already is kept. Raises ExportError
    where the file is another one, or was changed outside of its regions, unless `force`.
    """
    followed = Path(os.path.realpath(path)) if force else path
    planned = _plan(followed, path, note, profile, force=force)
    _write(planned)
    return planned.news


def export_folder(
    folder: Path, notes: Sequence[Written], profile: str, *, force: bool = False
) -> list[Path]:
    """Write `notes` into `folder`, made where its parent is there; the files that changed.

    Every file is looked at before any is written, so a refusal leaves all as they were; then each
    is replaced whole. Links in the folder are refused, not followed. Raises ExportError.
    """
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise ExportError(f"{visible(str(folder))} is no folder: name another one") from None
    except FileNotFoundError:
        above = visible(str(folder.parent))
        raise ExportError(f"there is no folder {above}: make it first") from None
    except OSError as error:
        raise _unwritable(folder, error) from None
    paths = [folder / note.file for note in notes]
    plans = [
        _plan(path, path, note, profile, force=force)
        for path, note in zip(paths, notes, strict=True)
    ]
    changed = [plan for plan in plans if plan.news]
    for plan in changed:
        _write(plan)
    return [plan.path for plan in changed]


def _plan(target: Path, path: Path, note: Written, profile: str, *, force: bool) -> Planned:
    there = _read(target, path, force)
    form = form_of(profile)
    written = {}
    if there is not None:
        old = there.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n")
        forms = [form, *(form_of(name) for name in NAMES if name != profile)]
        signed = [(one, scan) for one in forms if (scan := one.scan(old)).signature is not None]
        its, scanned = signed[0] if signed else (form, form.scan(old))
        _allow(state(its, scanned), path, force)
        written = kept(scanned)
    text = merged(form, note.text, note.key, written)
    return Planned(target, text.encode("utf-8", "surrogateescape"), there)


def _allow(found: State, path: Path, force: bool) -> None:
    if force or found is State.OURS:
        return
    named = visible(str(path))
    if found is State.FOREIGN:
        raise _there_already(path)
    raise NotReplacedError(
        f"{named} was changed outside of its keep regions: move what you wrote between the lines "
        "of a region, or use --force to replace everything else",
        f"{visible(path.name)} was changed outside of its keep regions. Replace all but those?",
    )


def _there_already(path: Path) -> NotReplacedError:
    return NotReplacedError(
        f"{visible(str(path))} is there already: choose another name or --force",
        f"{visible(path.name)} is there already. Overwrite it?",
    )


def _read(target: Path, path: Path, force: bool) -> bytes | None:
    """What stands in the file, without following a link; None where there is none."""
    named = visible(str(path))
    try:
        status = target.lstat()
        if stat.S_ISDIR(status.st_mode):
            raise ExportError(f"{named} is a folder: name a file in it")
        if not stat.S_ISREG(status.st_mode):
            link = stat.S_ISLNK(status.st_mode)
            if link and not force:
                raise _there_already(path)
            what = "a link to elsewhere" if link else "not an ordinary file"
            raise ExportError(f"{named} is {what}: choose another name")
        if status.st_size > _LARGEST:
            raise ExportError(f"{named} is too large for a note: choose another name")
        descriptor = os.open(target, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except PermissionError:
        if not force:
            raise _there_already(path) from None
        raise ExportError(
            f"{named} cannot be read, and what you wrote in it would be lost: choose another name"
        ) from None
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError | ValueError) -> ExportError:
    reason = getattr(error, "strerror", None) or str(error)
    named = visible(str(path))
    return ExportError(f"{named} cannot be written ({reason}): choose another place for the notes")


def _write(plan: Planned) -> None:
    if plan.news:
        write_notes(plan.path, plan.data, force=plan.there is not None, over=plan.there)
