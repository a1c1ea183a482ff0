"""Zip archives of strangers: read in memory, with limits, never unpacked onto the disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from dataclasses import dataclass

from fr_reader.model import InputError, visible

MOST_FILES = 20_000
MOST_BYTES = 500_000_000
"""The most an archive may hold in all, unpacked."""
MOST_IN_ONE = 100_000_000
MOST_RATIO = 200
"""How many times smaller than its content a large file in an archive may be."""
_SMALL = 1_000_000
"""Below so many bytes the ratio is not asked for: a page of blanks packs well."""
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """The most an archive may hold: files, bytes in all, bytes in one file."""

    files: int = MOST_FILES
    bytes: int = MOST_BYTES
    one: int = MOST_IN_ONE


class Archive:
    """The files in a zip archive called `name`, in its order.

    Paths that lead out of the archive, links, and names twice over are refused when it is opened,
    and so is what would unpack to more than `limits`; nothing is ever written. Raises InputError.
    """

    def __init__(self, data: bytes, name: str, limits: Limits | None = None) -> None:
        self.name = visible(name)
        self._limits = limits or Limits()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise InputError(
                f"{self.name} is no whole zip archive: it is damaged, save or copy it again"
            ) from None
        self._infos = self._checked()

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of the files in it, without folders."""
        return tuple(self._infos)

    def __contains__(self, path: str) -> bool:
        return path in self._infos

    def read(self, path: str) -> bytes:
        """The content of the file at `path`. Raises InputError where there is none, or too much."""
        info = self._infos.get(path)
        if info is None:
            raise InputError(f"{self.name} has no {visible(path)} in it: it is damaged")
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > min(info.file_size, self._limits.one):
                        raise self._too_large()
                    parts.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError):
            raise InputError(
                f"{visible(path)} in {self.name} is damaged: save or copy it again"
            ) from None
        except (RuntimeError, NotImplementedError):
            raise InputError(
                f"{self.name} is encrypted or packed in a way that is not known: "
                "save it without a password, as a plain zip archive"
            ) from None
        return b"".join(parts)

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        total = sum(info.file_size for info in infos)
        if len(infos) > self._limits.files or total > self._limits.bytes:
            raise self._too_large()
        found: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            packed = max(1, info.compress_size)
            if info.file_size > self._limits.one or (
                info.file_size > _SMALL and info.file_size / packed > MOST_RATIO
            ):
                raise self._too_large()
            if leads_out(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
                raise InputError(
                    f"{self.name} holds a path that leads out of it, "
                    f"{visible(info.filename)[:80]}: nothing of it was read"
                )
            if info.filename in found:
                raise InputError(
                    f"{self.name} holds {visible(info.filename)[:80]} twice: nothing of it was read"
                )
            found[info.filename] = info
        return found

    def _too_large(self) -> InputError:
        return InputError(
            f"{self.name} would unpack to more than fr-reader takes "
            f"({self._limits.bytes // 1_000_000} MB in all): nothing of it was read"
        )


def leads_out(path: str) -> bool:
    """Whether a path in an archive would lead out of the folder it is unpacked into."""
    parts = path.replace("\\", "/").split("/")
    return path[:1] in ("/", "\\") or ".." in parts or ":" in parts[0] or "\0" in path
