"""The frozen texts of a project, a file each, checked against their hash whenever read."""

from __future__ import annotations

from pathlib import Path

from fr_reader.model import StoreError, digest
from fr_reader.store import files


def write_text(path: Path, text: str, failed: str = "the article was not added") -> None:
    """Put `text` at `path`, durable on return. Raises StoreError, which says what `failed`."""
    try:
        files.make_folders(path.parent)
        files.sync_folder(path.parent.parent)  # who made it may have died before that
        files.write_atomically(path, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise files.cannot("save to", path, error, failed) from error


def read_text(path: Path, sha256: str) -> str:
    """The text at `path`. Raises StoreError if it is gone or not the text with this hash."""
    try:
        text = path.read_bytes().decode("utf-8", "surrogatepass")
    except OSError as error:
        raise files.cannot("read", path, error, "restore it from a copy") from error
    except UnicodeDecodeError:
        text = None
    if text is None or digest(text) != sha256:
        raise StoreError(
            f"{files.named(path)} is not the text that was added (its SHA-256 differs): "
            "restore it from a copy"
        )
    return text


def free_for(path: Path, sha256: str) -> bool:
    """Whether an article with this hash may be put at `path`: nothing is there, or its text."""
    return not path.exists() or hash_at(path) == sha256


def hash_at(path: Path) -> str | None:
    """The hash of the text at `path`; None where there is none to be read."""
    try:
        return digest(path.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, UnicodeDecodeError):
        return None


def clear(path: Path) -> None:
    """Make `path` free: what is there, the text of no article, is kept beside it. Raises
    StoreError."""
    try:
        if path.exists():
            files.set_aside(path, path.read_bytes(), "unused")
            files.remove(path)
    except OSError as error:
        raise files.cannot("set aside", path, error, "move it away yourself") from error
