"""A model of a disk that keeps what was synced, and of the rest what it likes.

Every call that changes files is told to it. From what is durable and what is only on its way it
makes images of what a power cut could leave: bytes dropped, kept in part or turned to zeros,
names and renames dropped, each on its own, in whatever order they were made.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

Image = dict[str, bytes | None]
"""What a disk holds: the content of each file by its path; None for a folder."""


@dataclass(slots=True)
class _File:
    durable: bytearray = field(default_factory=bytearray)
    now: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Pieces written at an offset; None cuts the file there."""


@dataclass(slots=True)
class _Folder:
    durable: dict[str, _File | _Folder] = field(default_factory=dict)
    now: dict[str, _File | _Folder] = field(default_factory=dict)
    pending: list[dict[str, _File | _Folder | None]] = field(default_factory=list)
    """What each call made of the names; None takes one away."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What a power cut does to what was not synced: a name, and the bytes of one write."""

    name: Callable[[], bool]
    bytes: Callable[[bytes], bytes | None]


def fates(random: Random, draws: int) -> list[Fate]:
    """All is lost, all is kept, names without bytes, bytes without names; then `draws` by lot."""
    return [
        Fate(lambda: False, lambda _: None),
        Fate(lambda: True, lambda data: data),
        Fate(lambda: True, lambda _: None),
        Fate(lambda: True, lambda data: bytes(len(data))),
        Fate(lambda: False, lambda data: data),
        *(
            Fate(lambda: random.random() < 0.6, lambda data: landed(data, random))
            for _ in range(draws)
        ),
    ]


def landed(data: bytes, random: Random) -> bytes | None:
    """What may land of a write: none of it, all, the first, or some with zeros for the rest."""
    place = random.randrange(len(data) + 1)
    return random.choice(
        [
            None,
            data,
            data[:place],
            data[:place],
            data[:place] + bytes(len(data) - place),
            bytes(place) + data[place:],
        ]
    )


class Disk:
    """A disk that holds `image`, durably, in `folder`."""

    def __init__(self, folder: Path, image: Image) -> None:
        self._root = _Folder()
        self._top = folder
        self._fds: dict[int, tuple[_File | _Folder, bool]] = {}
        for path in sorted(image):
            content = image[path]
            node: _File | _Folder = _Folder()
            if content is not None:
                node = _File(bytearray(content), bytearray(content))
            above, name = self._find_above(folder / path)
            above.durable[name] = above.now[name] = node

    def now(self) -> Image:
        """What a process sees."""
        return self._collect(lambda folder: folder.now, lambda file: bytes(file.now))

    def after(self, fate: Fate) -> Image:
        """What is there after a power cut with this fate."""

        def names(folder: _Folder) -> dict[str, _File | _Folder]:
            kept: dict[str, _File | _Folder] = dict(folder.durable)
            for change in folder.pending:
                if fate.name():
                    for name, node in change.items():
                        if node is None:
                            kept.pop(name, None)
                        else:
                            kept[name] = node
            return kept

        def content(file: _File) -> bytes:
            kept = bytearray(file.durable)
            for offset, data in file.pending:
                if data is None:
                    if fate.name():
                        del kept[offset:]
                elif (piece := fate.bytes(data)) is not None:
                    _put(kept, offset, piece)
            return bytes(kept)

        return self._collect(names, content)

    def _collect(
        self,
        names: Callable[[_Folder], dict[str, _File | _Folder]],
        content: Callable[[_File], bytes],
    ) -> Image:
        image: Image = {}
        waiting: list[tuple[str, _Folder]] = [("", self._root)]
        while waiting:
            above, folder = waiting.pop()
            for name, node in names(folder).items():
                path = f"{above}{name}"
                if isinstance(node, _Folder):
                    image[path] = None
                    waiting.append((f"{path}/", node))
                else:
                    image[path] = content(node)
        return image

    # What was done --------------------------------------------------------------------------

    def done(self, name: str, arguments: tuple[Any, ...], result: Any) -> None:
        """Take in one call. Raises NotImplementedError for one it does not know."""
        known = getattr(self, f"_{name}", None)
        if known is None:
            raise NotImplementedError(name)
        known(*arguments, **({"result": result} if name in ("open", "write") else {}))

    def _open(self, path: Any, flags: int, mode: int = 0o777, *, result: int) -> None:
        if Path(path) == self._top:
            self._fds[result] = self._root, False
            return
        above, name = self._find_above(Path(path))
        if name not in above.now:
            above.now[name] = node = _File()
            above.pending.append({name: node})
        self._fds[result] = above.now[name], bool(flags & os.O_APPEND)

    def _close(self, fd: int, path: str) -> None:
        del self._fds[fd]

    def _write(self, fd: int, data: bytes, *, result: int) -> None:
        file, _ = self._fds[fd]
        assert isinstance(file, _File)
        piece = bytes(data)[:result]
        file.pending.append((len(file.now), piece))  # all writes are at the end
        file.now += piece

    def _ftruncate(self, fd: int, size: int) -> None:
        file, _ = self._fds[fd]
        assert isinstance(file, _File)
        file.pending.append((size, None))
        del file.now[size:]

    def _fsync(self, fd: int) -> None:
        node, _ = self._fds[fd]
        _sync(node)

    def _sync(self) -> None:
        waiting: list[_File | _Folder] = [self._root]
        while waiting:
            node = waiting.pop()
            _sync(node)
            if isinstance(node, _Folder):
                waiting += node.now.values()

    def _replace(self, source: Any, target: Any) -> None:
        above, name = self._find_above(Path(source))
        there, new = self._find_above(Path(target))
        assert above is there, "renamed into another folder"
        node = above.now.pop(name)
        above.now[new] = node
        above.pending.append({name: None, new: node})

    def _mkdir(self, path: Any, mode: int = 0o777) -> None:
        above, name = self._find_above(Path(path))
        above.now[name] = node = _Folder()
        above.pending.append({name: node})

    def _unlink(self, path: Any) -> None:
        above, name = self._find_above(Path(path))
        del above.now[name]
        above.pending.append({name: None})

    def _find_above(self, path: Path) -> tuple[_Folder, str]:
        *folders, name = path.relative_to(self._top).parts
        above = self._root
        for part in folders:
            node = above.now[part]
            assert isinstance(node, _Folder)
            above = node
        return above, name


def _put(content: bytearray, offset: int, piece: bytes) -> None:
    """Put `piece` at `offset`, with zeros where nothing was before it."""
    if len(content) < offset:
        content += bytes(offset - len(content))
    content[offset : offset + len(piece)] = piece


def _sync(node: _File | _Folder) -> None:
    node.pending.clear()
    if isinstance(node, _File):
        node.durable = bytearray(node.now)
    else:
        node.durable = dict(node.now)
