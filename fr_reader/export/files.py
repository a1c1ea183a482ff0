"""Writing what is taken away: whole or not at all, and never over anything else unasked."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from fr_reader.model import ExportError, visible


def write_notes(
    path: Path, text: str | bytes, *, force: bool = False, over: bytes | None = None
) -> Path:
    """Write `text` to `path`, as UTF-8 unless it is bytes, as `write_file` writes."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    return write_file(path, data, force=force, over=over)


def write_file(path: Path, data: bytes, *, force: bool = False, over: bytes | None = None) -> Path:
    """Write `data` to `path`, and return the path.

    It is written beside, synced to the disk and only then given its name, so nobody ever sees half
    of it. Without `force` a file that is there already, even one that appears this very moment,
    stays. With `over` it is replaced only if it still has these bytes: who has it open in an
    editor may save it meanwhile. Raises ExportError with what to do, and leaves nothing behind.
    """
    named = visible(str(path))
    target = Path(os.path.realpath(path)) if force else Path(path)
    try:
        mode = _mode(path, target, force)
        draft = target.with_name(f".fr-reader-{secrets.token_hex(8)}")
        try:
            write_new(draft, data, mode)
            if over is not None and target.read_bytes() != over:
                raise ExportError(f"{named} was changed this very moment: export once more")
            if force:
                draft.replace(target)
            else:
                _name_once(draft, target)
        finally:
            with suppress(OSError):
                draft.unlink()
        sync_folder(target.parent)
    except FileExistsError:
        raise ExportError(f"{named} is there already: choose another name or --force") from None
    except FileNotFoundError:
        raise ExportError(
            f"there is no folder {visible(str(target.parent))}: make it first"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{named} cannot be written ({reason}): choose another place") from None
    return path


def _mode(path: Path, target: Path, force: bool) -> int | None:
    """The permissions of the file to be replaced; None when there is none."""
    try:
        status = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise ExportError(f"{visible(str(path))} is a folder: name a file in it")
    if not force:
        raise FileExistsError
    if not stat.S_ISREG(status.st_mode):
        raise ExportError(f"{visible(str(path))} is not an ordinary file: choose another name")
    return stat.S_IMODE(status.st_mode)


def write_new(path: Path, data: bytes, mode: int | None = None) -> None:
    """Make the file `path` with `data` in it, on the disk for good. Raises OSError."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _name_once(draft: Path, target: Path) -> None:
    """Give `draft` the name `target` unless it is taken. Raises FileExistsError if it is."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError, NotImplementedError):
        # No hard links on this disk: take the name with an empty file, then put the draft there.
        with target.open("xb"):
            pass
        try:
            draft.replace(target)
        except OSError:
            target.unlink()
            raise


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where that is possible; the files are there anyway."""
    if os.name == "nt":
        return
    with suppress(OSError):  # one may write in a folder and not read it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
